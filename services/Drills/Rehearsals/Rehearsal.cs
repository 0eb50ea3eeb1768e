using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Runs;

namespace Ceptoar.Drills.Rehearsals;

/// <summary>A dress rehearsal of a campaign with simulated participants. Nothing is sent; the same seed plays the same.</summary>
public class Rehearsal
{
    /// <summary>Its ways are asked of Distribution.</summary>
    public const string Planning = "planning";
    public const string Done = "done";

    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public long CreatedNo { get; private set; }
    public required int Seed { get; init; }
    public string State { get; set; } = Planning;
    public required DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>One drill of a rehearsal.</summary>
public class RehearsedDrill
{
    public required Guid RehearsalId { get; init; }
    public required Guid DrillId { get; init; }

    /// <summary>What would keep it from beginning as it stands.</summary>
    public Obstacle[] Obstacles { get; init; } = [];
    public PlannedRecipient[]? Plan { get; set; }
    public DrillFigures? Figures { get; set; }
}
