using Ceptoar.Hosting.Audit;
using Ceptoar.Registry.People;

namespace Ceptoar.Registry.SignIn;

public static class CountedFailure
{
    /// <summary>Counts a wrong password or code of a person, records it, and the lock-out where it is one too many.</summary>
    /// <param name="db">Where the person's row is locked.</param>
    /// <param name="person">Whose it was not.</param>
    /// <param name="where">What it was given for, such as <c>grant=password</c>.</param>
    /// <param name="now">When.</param>
    public static void Failed(this RegistryDb db, Person person, string where, DateTimeOffset now)
    {
        db.Audit(AuditActions.SignInFailed, $"person/{person.Id}", where, AuditActor.Unknown);
        if (person.Failed(now)) db.Audit(AuditActions.SignInLockedOut, $"person/{person.Id}", by: AuditActor.Unknown);
    }
}
