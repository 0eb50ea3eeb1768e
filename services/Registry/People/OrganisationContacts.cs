using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>Whom an organisation is reached by beside its roster: the desk that answers at any hour, and the executive who is told of what is grave. Both sealed.</summary>
public class OrganisationContacts
{
    public required Guid OrganisationId { get; init; }

    /// <summary><see cref="People.Desk"/>, sealed; null where there is none.</summary>
    public string? Desk { get; set; }

    /// <summary><see cref="People.Executive"/>, sealed; null where there is none.</summary>
    public string? Executive { get; set; }
}

/// <summary>A desk that answers at any hour.</summary>
public record Desk(string? Name, string? Telephone, string? Email);

/// <summary>The executive who gets a copy of everything from a severity on: low, medium, high or critical.</summary>
public record Executive(string? Name, string? Email, string? Telephone, string? NotifyFrom);

public static class Contacts
{
    /// <summary>From which severity on an executive may be told; what is unknown may be grave, and is told to all.</summary>
    public static IReadOnlyList<string> Severities { get; } = ["low", "medium", "high", "critical"];

    public static async Task<T?> ContactOf<T>(this RegistryDb db, Guid organisationId, Func<OrganisationContacts, string?> which, PeopleSealer sealer, CancellationToken ct) where T : class =>
        await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.OrganisationId == organisationId, ct) is { } contacts && which(contacts) is { } held ? sealer.Open<T>(new SealedText { Sealed = held }) : null;

    /// <summary>The row of an organisation, made where it is missing; two writers at once take turns.</summary>
    public static async Task<OrganisationContacts> LockedContacts(this RegistryDb db, Guid organisationId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"insert into organisation_contacts (organisation_id) values ({organisationId}) on conflict do nothing", ct);
        return (await db.Contacts.FromSql($"select * from organisation_contacts where organisation_id = {organisationId} for update").ToListAsync(ct)).Single();
    }

    public static IRuleBuilderOptions<T, string?> MailAddress<T>(this IRuleBuilder<T, string?> field) => field.Must(text => string.IsNullOrEmpty(text) || IsMailAddress(text))
        .WithMessage(_ => Problems.Say("メールアドレス(例: soc@city.example)を指定してください。", "Must be a mail address, such as soc@city.example."));

    public static IRuleBuilderOptions<T, string?> Telephone<T>(this IRuleBuilder<T, string?> field) => field
        .Must(text => string.IsNullOrEmpty(text) || (text.Length <= 30 && text.Count(char.IsAsciiDigit) >= 4 && (char.IsAsciiDigit(text[0]) || text[0] is '+' or '(') && text.Skip(1).All(c => char.IsAsciiDigit(c) || "-() .#*".Contains(c, StringComparison.Ordinal))))
        .WithMessage(_ => Problems.Say("電話番号(例: 03-5555-0100)を指定してください。", "Must be a telephone number, such as 03-5555-0100."));

    static bool IsMailAddress(string text) => text.Length <= Person.MaxEmail && text.All(c => c is > ' ' and < '\x7f')
        && System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}
