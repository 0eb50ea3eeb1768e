using Ceptoar.Contracts;
using Ceptoar.Drills.Campaigns;

namespace Ceptoar.Drills.Runs;

/// <summary>The drill of one CEPTOAR in a campaign.</summary>
public class Drill
{
    public const string Planned = "planned";
    public const string Running = "running";
    public const string Closed = "closed";

    /// <summary>Ended before its time, because something real happened.</summary>
    public const string Stopped = "stopped";

    /// <summary>Called off before it began.</summary>
    public const string Cancelled = "cancelled";

    public required Guid Id { get; init; }
    public long CreatedNo { get; private set; }
    public required Guid CampaignId { get; init; }

    /// <summary>Code of the CEPTOAR.</summary>
    public required string Ceptoar { get; init; }
    public string State { get; set; } = Planned;

    /// <summary>Rises with each change: whoever changes it says which one it saw.</summary>
    public int Revision { get; set; }

    /// <summary>Of the last <see cref="Contracts.Drills.DrillChanged"/>.</summary>
    public long Version { get; set; }

    /// <summary>False: it begins at a moment of its window that was drawn and is told to nobody (抜き打ち).</summary>
    public required bool Announced { get; set; }
    public required DateTimeOffset StartsAt { get; set; }
    public DateTimeOffset? WindowFrom { get; set; }
    public DateTimeOffset? WindowUntil { get; set; }

    /// <summary>After how many minutes of its pace it closes.</summary>
    public required int Minutes { get; set; }
    public Tlp Tlp { get; set; } = Tlp.Green;
    public required DrillText Text { get; set; }
    public bool TwoWay { get; set; }
    public bool WithoutLiaison { get; set; }
    public bool ContentInMail { get; set; } = true;

    /// <summary>Channels it does without: hub, mail, webhook, sms, telephone, mobile.</summary>
    public string[] ChannelsOff { get; set; } = [];

    /// <summary>How much faster than life it runs, 1 to 600.</summary>
    public int Pace { get; set; } = 1;
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? StopReasonJa { get; set; }
    public string? StopReasonEn { get; set; }
}

/// <summary>One who takes part in a drill.</summary>
public class Participant
{
    public required Guid DrillId { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>Added because it relays, not chosen: the ministry, the secretariat, the centre.</summary>
    public bool IsBody { get; init; }
}
