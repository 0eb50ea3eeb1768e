using Ceptoar.Contracts.Drills;

namespace Ceptoar.Distribution.Drills;

/// <summary>A drill as Drills last said it (table <c>drill</c>).</summary>
public class Drill
{
    public const string Running = "running";
    public const string Stopped = "stopped";

    public required Guid Id { get; init; }
    public long Version { get; private set; }

    /// <summary>running, closed or stopped.</summary>
    public string State { get; private set; } = Running;
    public string Ceptoar { get; private set; } = "";
    public Guid[] Participants { get; private set; } = [];
    public bool TwoWay { get; private set; }
    public string ReasonJa { get; private set; } = "";
    public string ReasonEn { get; private set; } = "";

    /// <summary>When it was heard here that it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When Drills was last told how far it got; of one that ended.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>When Drills was told everything up to its end.</summary>
    public DateTimeOffset? FinalAt { get; private set; }

    public bool HasEnded => EndedAt is not null;

    /// <summary>What those read who have it when it is stopped.</summary>
    public string RecallReason => "【訓練中止】" + string.Join(" / ", new[] { ReasonJa, ReasonEn }.Where(r => r.Length > 0).Distinct());

    /// <returns>False where it is not newer than what is held, or the drill has ended, which is for good.</returns>
    public bool Hear(DrillChanged heard, DateTimeOffset now)
    {
        if (heard.Version <= Version || HasEnded) return false;

        (Version, State, Ceptoar, Participants, TwoWay) = (heard.Version, heard.State, heard.Ceptoar, heard.Participants, heard.TwoWay);
        (ReasonJa, ReasonEn, EndedAt) = (heard.ReasonJa, heard.ReasonEn, heard.State == Running ? null : now);
        return true;
    }
}

/// <summary>What an advisory of a drill does otherwise than life.</summary>
public sealed record DrillTerms
{
    public const int FastestPace = 600;

    public bool WithoutLiaison { get; init; }
    public bool ContentInMail { get; init; } = true;

    /// <summary>For mobile telephones, in place of the hub's own; null: the hub's own.</summary>
    public string? ShortText { get; init; }
    public string[] ChannelsOff { get; init; } = [];

    /// <summary>How much faster than life the times of relaying and escalation run.</summary>
    public int Pace { get; init; } = 1;

    public static DrillTerms Of(DrillAdvisoryReady heard) => new()
    {
        WithoutLiaison = heard.WithoutLiaison,
        ContentInMail = heard.ContentInMail,
        ShortText = string.IsNullOrWhiteSpace(heard.ShortText) ? null : heard.ShortText.Trim(),
        ChannelsOff = heard.ChannelsOff,
        Pace = Math.Clamp(heard.Pace, 1, FastestPace),
    };

    /// <summary>Whether the drill does without a channel.</summary>
    public bool IsOff(string channel) => ChannelsOff.Contains(channel);
}
