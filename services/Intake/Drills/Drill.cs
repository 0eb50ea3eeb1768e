namespace Ceptoar.Intake.Drills;

/// <summary>A drill (セプター訓練) as it was last heard of.</summary>
public class Drill
{
    public const string Running = "running";

    public required Guid Id { get; init; }
    public required long Version { get; init; }

    /// <summary>running, closed or stopped.</summary>
    public required string State { get; init; }

    /// <summary>Whether its participants answer with a report.</summary>
    public required bool TwoWay { get; init; }

    /// <summary>Ids of the organisations that take part.</summary>
    public required Guid[] Participants { get; init; }
}
