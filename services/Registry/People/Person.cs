using Ceptoar.Contracts;
using Ceptoar.Hosting.Sealing;
using Microsoft.AspNetCore.Identity;

namespace Ceptoar.Registry.People;

/// <summary>
/// A person of an organisation. Signs in once the invitation is accepted: from then on there is always a password and an
/// authenticator. Who was removed keeps the name, for history, and nothing else.
/// </summary>
public class Person : IdentityUser<Guid>
{
    public const int MaxEmail = 254;
    public const int MaxName = 100;

    /// <summary>Wrong passwords and codes in a row until sign-in is locked.</summary>
    public const int MaxFailures = 5;
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    /// <summary>Counts people in the order in which they were invited; the cursor of lists.</summary>
    public long Number { get; private set; }
    public required Guid OrganisationId { get; init; }

    /// <summary><see cref="PersonDetails"/>, sealed.</summary>
    public string Details { get; set; } = "";
    public string[] Roles { get; set; } = [];
    public bool Active { get; set; } = true;
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Whether the person was told of the present lock-out.</summary>
    public bool LockoutTold { get; set; }

    /// <summary>The authenticator's key in Base32, sealed.</summary>
    public string? Authenticator { get; set; }

    /// <summary>The time step of the last code that was used: it and earlier ones count no more.</summary>
    public long AuthenticatorStep { get; set; }

    /// <summary>The recovery codes that are left, sealed.</summary>
    public string? RecoveryCodes { get; set; }

    public bool MaySignIn => Active && TwoFactorEnabled && PasswordHash is not null && RemovedAt is null;

    /// <summary>invited, active, inactive or removed.</summary>
    public string State => RemovedAt is not null ? "removed" : !Active ? "inactive" : TwoFactorEnabled ? "active" : "invited";

    public PersonDetails DetailsOf(PeopleSealer sealer) => sealer.Open<PersonDetails>(new SealedText { Sealed = Details });

    public bool IsLockedOut(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>A wrong password or code.</summary>
    /// <returns>True where it locks the person out.</returns>
    public bool Failed(DateTimeOffset now)
    {
        if (++AccessFailedCount < MaxFailures) return false;

        (AccessFailedCount, LockoutEnd, LockoutTold) = (0, now + LockOut, false);
        return true;
    }

    public void Succeeded() => (AccessFailedCount, LockoutEnd, LockoutTold) = (0, null, false);

    /// <summary>Forgets all that proves who it is; a new invitation brings it back.</summary>
    public void ForgetProofs()
    {
        (PasswordHash, Authenticator, AuthenticatorStep, RecoveryCodes, TwoFactorEnabled) = (null, null, 0, null, false);
        SecurityStamp = Guid.NewGuid().ToString("N");
        Succeeded();
    }

    public void Remove(DateTimeOffset now)
    {
        ForgetProofs();
        (Email, NormalizedEmail, Active, RemovedAt) = (null, null, false, now);
    }
}

/// <summary>What is sealed of a person. <c>Duty</c> is the post or task, such as 情報システム部長.</summary>
public record PersonDetails(string Name, string? NameEn, string? Duty, string? DutyEn);
