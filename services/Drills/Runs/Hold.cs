namespace Ceptoar.Drills.Runs;

/// <summary>All drills are stopped and none begins, until a person lifts it. There is one at most.</summary>
public class Hold
{
    public bool Sole { get; init; } = true;
    public required string ReasonJa { get; set; }
    public required string ReasonEn { get; set; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>What keeps a drill from beginning meanwhile.</summary>
    public Obstacle Obstacle => new("held", ReasonJa, ReasonEn);
}
