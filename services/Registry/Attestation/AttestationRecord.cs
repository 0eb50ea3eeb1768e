namespace Ceptoar.Registry.Attestation;

/// <summary>An organisation confirmed its entries as they stood in these versions.</summary>
public class AttestationRecord
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Subject { get; init; }
    public required long OrganisationVersion { get; init; }
    public required long IdentifyingVersion { get; init; }
    public required long ChannelsVersion { get; init; }
}

/// <summary>An organisation is to confirm its entries. One of each reason is open at a time.</summary>
public class AttestationTask
{
    /// <summary>A year has passed.</summary>
    public const string Yearly = "yearly";

    /// <summary>Someone asked, for instance after a drill that found a fault; or what was sent to a contact came back.</summary>
    public const string Requested = "requested";

    static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    public long Number { get; private set; }
    public required Guid OrganisationId { get; init; }
    public required string Reason { get; init; }

    /// <summary>Why it was asked for.</summary>
    public string? Note { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset Due { get; init; }
    public DateTimeOffset? RemindedAt { get; init; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>One that is asked for now: it is due in 30 days, and the organisation's managers are told at once.</summary>
    public static AttestationTask Ask(Guid organisationId, string note, DateTimeOffset now) =>
        new() { OrganisationId = organisationId, Reason = Requested, Note = note, OpenedAt = now, Due = now + Patience, RemindedAt = now };
}
