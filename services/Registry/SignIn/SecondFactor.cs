using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.People;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace Ceptoar.Registry.SignIn;

/// <summary>The authenticator's code or a recovery code: checked first, used up once everything else is right too.</summary>
public sealed class SecondFactor(UserManager<Person> people, PeopleSealer sealer)
{
    /// <summary>What was right: the time step of a code, or a recovery code.</summary>
    public record Proof(long? Step, string? RecoveryCode);

    /// <returns>Null where neither is right.</returns>
    public Proof? Check(Person person, string? totp, string? recoveryCode, DateTimeOffset now)
    {
        if (person.Authenticator is { } key && Totp.Step(Open<string>(key), totp, now, person.AuthenticatorStep) is { } step) return new(step, RecoveryCode: null);

        var typed = recoveryCode?.Trim().ToUpperInvariant();
        return typed is not null && person.RecoveryCodes is { } codes && Open<string[]>(codes).Contains(typed) ? new(Step: null, typed) : null;
    }

    public async Task Use(Person person, Proof proof)
    {
        if (proof.Step is { } step) person.AuthenticatorStep = step;
        if (proof.RecoveryCode is { } code) await people.RedeemTwoFactorRecoveryCodeAsync(person, code).Done();
    }

    /// <summary>A 400 that names the field whose code is wrong.</summary>
    public static ValidationException Wrong(string field) => new([new(field, Problems.Say("コードが正しくないか、既に使われています。", "The code is wrong, or was used already."))]);

    T Open<T>(string text) => sealer.Open<T>(new SealedText { Sealed = text });
}
