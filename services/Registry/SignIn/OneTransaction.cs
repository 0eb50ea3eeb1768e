using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

public static class OneTransaction
{
    /// <summary>
    /// Does the work of a request as one transaction where the pipeline makes none: nobody is signed in, the answer holds a secret
    /// that must not be kept, or a refusal leaves something behind. Only an exception rolls back.
    /// </summary>
    public static async Task<T> InOneTransaction<T>(this RegistryDb db, Func<Task<T>> work, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var result = await work();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
