namespace Ceptoar.Drills.Consents;

/// <summary>Whether an organisation agreed to take part in drills. It may change its mind until a drill begins.</summary>
public class Consent
{
    public required Guid OrganisationId { get; init; }
    public required bool Agreed { get; set; }

    /// <summary>The person or client that recorded it.</summary>
    public required string RecordedBy { get; set; }

    /// <summary>How the organisation said so, where its secretariat recorded it: by telephone, by letter.</summary>
    public string? How { get; set; }
    public required DateTimeOffset At { get; set; }
}
