using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>One thing that changed in the entries of an organisation: who, when, from, to. Only ever added.</summary>
public class HistoryEntry
{
    /// <summary>Who stands for what the hub found out itself.</summary>
    public const string Hub = "hub";

    public long Number { get; private set; }
    public required Guid OrganisationId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The person or client who did it; or <see cref="Hub"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>registered, a field of the organisation, identifying, identifyingConfirmed, channels, webhook, contactBounced, attestationRequested or attested.</summary>
    public required string Field { get; init; }

    /// <summary>Several values stand with <c>;</c> between them; null where there was nothing, and of identifying strings.</summary>
    public string? FromValue { get; init; }
    public string? ToValue { get; init; }

    /// <summary>Of identifying strings: sealed <see cref="OwnStrings"/>.</summary>
    public string? FromSealed { get; init; }
    public string? ToSealed { get; init; }
}

public static class History
{
    static readonly (string Field, string Property)[] Fields =
    [
        ("name", nameof(Organisation.Name)), ("nameEn", nameof(Organisation.NameEn)), ("partnerOf", nameof(Organisation.PartnerOf)), ("sectors", nameof(Organisation.Sectors)),
        ("ceptoars", nameof(Organisation.Ceptoars)), ("secondHop", nameof(Organisation.SecondHop)), ("prefecture", nameof(Organisation.Prefecture)), ("size", nameof(Organisation.Size)),
        ("active", nameof(Organisation.Active)), ("identifyingConfirmed", nameof(Organisation.ConfirmedVersion)),
    ];

    /// <summary>Remembers all that this unit of work changes in an organisation; call it before saving. A new one is one entry.</summary>
    public static void Remember(this RegistryDb db, Organisation organisation, string subject, DateTimeOffset at)
    {
        var entry = db.Entry(organisation);
        if (entry.State is EntityState.Added or EntityState.Detached)
        {
            db.Remember(organisation.Id, subject, at, "registered", from: null, organisation.Name);
            return;
        }

        foreach (var (field, property) in Fields)
        {
            var (from, to) = (Text(entry.OriginalValues[property]), Text(entry.CurrentValues[property]));
            if (from != to) db.Remember(organisation.Id, subject, at, field, from, to);
        }

        if (entry.Property(o => o.IdentifyingVersion).OriginalValue != organisation.IdentifyingVersion)
        {
            db.History.Add(new HistoryEntry
            {
                OrganisationId = organisation.Id,
                At = at,
                Subject = subject,
                Field = "identifying",
                FromSealed = entry.Property(o => o.IdentifyingOwn).OriginalValue,
                ToSealed = organisation.IdentifyingOwn,
            });
        }
    }

    /// <summary>Remembers a change of what hangs on an organisation, in words that tell no one's contact.</summary>
    public static void Remember(this RegistryDb db, Guid organisationId, string subject, DateTimeOffset at, string field, string? from, string? to) =>
        db.History.Add(new HistoryEntry { OrganisationId = organisationId, At = at, Subject = subject, Field = field, FromValue = from, ToValue = to });

    static string? Text(object? value) => value switch
    {
        string[] { Length: 0 } => null,
        string[] values => string.Join(';', values),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null,
    };
}
