namespace Ceptoar.Contracts.Drills;

/// <summary>
/// A drill (セプター訓練) of one CEPTOAR runs, or has ended: who takes part in it. A hearer ignores a version not newer than the one it
/// holds. Nothing of a drill reaches an organisation that does not stand here (I7).
/// </summary>
public record DrillChanged
{
    public required Guid DrillId { get; init; }
    public required long Version { get; init; }

    /// <summary>running, closed or stopped. Closed and stopped are for good.</summary>
    public required string State { get; init; }

    /// <summary>Code of the CEPTOAR whose drill it is.</summary>
    public required string Ceptoar { get; init; }

    /// <summary>Ids of the organisations that take part: members that agreed and were chosen, the bodies on the way, the centre.</summary>
    public required Guid[] Participants { get; init; }

    /// <summary>Whether participants answer with a report of their own, up the same way.</summary>
    public required bool TwoWay { get; init; }

    /// <summary>Why it was stopped, for the participants; empty unless it was.</summary>
    public string ReasonJa { get; init; } = "";
    public string ReasonEn { get; init; } = "";
}
