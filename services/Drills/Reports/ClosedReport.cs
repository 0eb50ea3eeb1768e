namespace Ceptoar.Drills.Reports;

/// <summary>The figures of a drill as they stood when it closed.</summary>
public class ClosedReport
{
    public required Guid DrillId { get; init; }
    public required DrillFigures Figures { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}
