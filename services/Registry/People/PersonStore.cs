using Ceptoar.Contracts;
using Ceptoar.Hosting.Sealing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>ASP.NET Core Identity's own store on the tables of Registry; the second factors stand sealed in the person's row.</summary>
public sealed class PersonStore(RegistryDb db, PeopleSealer sealer) : UserOnlyStore<Person, RegistryDb, Guid>(db)
{
    /// <summary>Every person is read by the context that saves it, which knows what has changed.</summary>
    public override async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken = default)
    {
        await Context.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public override Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken)
    {
        user.Authenticator = sealer.Seal(key).Sealed;
        return Task.CompletedTask;
    }

    public override Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Authenticator is { } key ? sealer.Open<string>(new SealedText { Sealed = key }) : null);

    public override Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryCodes = sealer.Seal(recoveryCodes.ToArray()).Sealed;
        return Task.CompletedTask;
    }

    public override Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var codes = CodesOf(user);
        if (!codes.Contains(code)) return Task.FromResult(false);

        user.RecoveryCodes = sealer.Seal(codes.Where(c => c != code).ToArray()).Sealed;
        return Task.FromResult(true);
    }

    public override Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(CodesOf(user).Length);

    string[] CodesOf(Person user) => user.RecoveryCodes is { } codes ? sealer.Open<string[]>(new SealedText { Sealed = codes }) : [];
}
