namespace Ceptoar.Contracts.Intake;

/// <summary>
/// A participant handed in its answering report of a two-way drill. Who answered is measured, so this alone of all that Intake says names
/// an organisation; it is said of drills only. Hearing it twice changes nothing.
/// </summary>
public record DrillAnswered
{
    public required Guid DrillId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid ReportId { get; init; }

    /// <summary>Of a series of its own, such as RT-2026-000012.</summary>
    public required string Number { get; init; }
    public required DateTimeOffset At { get; init; }
}
