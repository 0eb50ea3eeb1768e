namespace Ceptoar.Drills.Reports;

/// <summary>The figures of a drill as they stood when it closed.</summary>
public class ClosedReport
{
    public required Guid DrillId { get; init; }
    public required DrillFigures Figures { get; init; }

    /// <summary>Participants whom it had not reached, with the stage at which they stood: of them nothing was measured, and the directory goes on.</summary>
    public IReadOnlyDictionary<Guid, string>? Waiting { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}
