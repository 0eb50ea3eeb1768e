namespace Ceptoar.Contracts.Intake;

/// <summary>The reporter took the report back: its text and keys are to be destroyed, what is out of it is recalled.</summary>
public record ReportWithdrawn
{
    public required Guid ReportId { get; init; }
}
