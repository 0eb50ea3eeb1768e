using Ceptoar.Contracts;
using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Http;

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

    /// <summary>False: it begins at a moment of its window that was drawn and is told to its controllers alone (抜き打ち).</summary>
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

    /// <summary>When it was heard that its advisory is out; null until then.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When it ended: at its time at the latest, though nobody looked then. What came later counts nowhere.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When its end was told; later than <see cref="EndedAt"/> where nobody looked at its time.</summary>
    public DateTimeOffset? EndToldAt { get; set; }

    /// <summary>Of what Distribution tells last, once it heard the end: the parts that came, and how many there are; null until one came.</summary>
    public int[] FinalParts { get; private set; } = [];
    public int? FinalOf { get; private set; }

    /// <summary>Why it was stopped, or could not begin and was called off.</summary>
    public string? StopReasonJa { get; set; }
    public string? StopReasonEn { get; set; }

    /// <summary>How long it runs, at its pace.</summary>
    public TimeSpan Lasts => TimeSpan.FromMinutes((double)Minutes / Pace);

    /// <summary>When it closes by itself; null unless it runs.</summary>
    public DateTimeOffset? ClosesAt => State == Running ? StartedAt!.Value + Lasts : null;

    public static IReadOnlyList<string> States { get; } = [Planned, Running, Closed, Stopped, Cancelled];

    /// <exception cref="RuleViolation">It began, or was called off.</exception>
    public void RefuseUnlessPlanned()
    {
        if (State != Planned) throw new RuleViolation("この訓練は既に始まったか、取り止めになっています。", "The drill began already, or was called off.");
    }

    /// <summary>Begins now with this text, whatever becomes of its campaign's, by this way.</summary>
    public void Begin(DrillText text, bool withoutLiaison, DateTimeOffset now)
    {
        RefuseUnlessPlanned();
        if (StartsAt > now) StartsAt = now; // begun by hand, before its time
        (State, Text, WithoutLiaison, StartedAt, Revision, Version) = (Running, text, withoutLiaison, now, Revision + 1, Version + 1);
    }

    public void Close(DateTimeOffset now) => End(Closed, now);

    public void Stop(Wording reason, DateTimeOffset now)
    {
        End(Stopped, now);
        (StopReasonJa, StopReasonEn) = reason.InBoth();
    }

    public void Cancel(Obstacle? why)
    {
        RefuseUnlessPlanned();
        (State, StopReasonJa, StopReasonEn, Revision) = (Cancelled, why?.Ja, why?.En, Revision + 1);
    }

    /// <summary>Tells how it stands, and who takes part.</summary>
    public DrillChanged Changed(Guid[] participants) => new()
    {
        DrillId = Id,
        Version = Version,
        State = State,
        Ceptoar = Ceptoar,
        Participants = participants,
        TwoWay = TwoWay,
        ReasonJa = StopReasonJa ?? "",
        ReasonEn = StopReasonEn ?? "",
    };

    /// <summary>What goes out. A text given in one language stands for both.</summary>
    public DrillAdvisoryReady Advisory(Cast cast)
    {
        var (titleJa, titleEn) = new Wording(Text.TitleJa, Text.TitleEn).InBoth();
        var (summaryJa, summaryEn) = new Wording(Text.SummaryJa, Text.SummaryEn).InBoth();
        return new()
        {
            DrillId = Id,
            Participants = cast.All,
            Ceptoar = Ceptoar,
            Author = cast.Centre,
            Tlp = Tlp,
            TitleJa = titleJa,
            TitleEn = titleEn,
            SummaryJa = summaryJa,
            SummaryEn = summaryEn,
            Body = Text.Body!,
            RequiredAction = Text.RequiredAction,
            ShortText = Text.ShortText,
            Severity = Text.Severity!,
            Urgency = Text.Urgency!,
            WithoutLiaison = cast.WithoutLiaison,
            ContentInMail = ContentInMail,
            ChannelsOff = ChannelsOff,
            Pace = Pace,
            Due = ClosesAt,
        };
    }

    void End(string state, DateTimeOffset now)
    {
        if (State != Running) throw new RuleViolation("この訓練は実施中ではありません。", "The drill does not run.");

        (State, EndedAt, EndToldAt, Revision, Version) = (state, now < ClosesAt ? now : ClosesAt, now, Revision + 1, Version + 1);
    }
}

/// <summary>One who takes part in a drill.</summary>
public class Participant
{
    public required Guid DrillId { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>Added because it relays, not chosen: the ministry, the secretariat, the centre.</summary>
    public bool IsBody { get; init; }
}
