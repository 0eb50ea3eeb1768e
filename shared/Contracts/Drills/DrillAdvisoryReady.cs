namespace Ceptoar.Contracts.Drills;

/// <summary>The mock advisory of a drill is to go out now. Hearing it twice changes nothing; heard after the drill ended it does nothing.</summary>
public record DrillAdvisoryReady
{
    /// <summary>Id the advisory gets: the drill's own, so that it is released once.</summary>
    public required Guid DrillId { get; init; }

    /// <summary>As in <see cref="DrillChanged"/>; both may be heard first.</summary>
    public required Guid[] Participants { get; init; }

    /// <summary>Code of the CEPTOAR.</summary>
    public required string Ceptoar { get; init; }

    /// <summary>The centre, whose words these are.</summary>
    public required Guid Author { get; init; }

    /// <summary>CLEAR, GREEN or AMBER; anything else is not released.</summary>
    public Tlp Tlp { get; init; }
    public required string TitleJa { get; init; }
    public required string TitleEn { get; init; }
    public required string SummaryJa { get; init; }
    public required string SummaryEn { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>What recipients shall do; null where it is only confirmed.</summary>
    public string? RequiredAction { get; init; }

    /// <summary>Text for mobile telephones in place of the hub's own, 70 characters at most; null: the hub's own.</summary>
    public string? ShortText { get; init; }

    /// <summary>Code of <see cref="Taxonomy.Severities"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>normal or urgent, as the text says it; on the way a drill is never urgent.</summary>
    public required string Urgency { get; init; }

    /// <summary>Whether its way leaves out the ministry's liaison.</summary>
    public bool WithoutLiaison { get; init; }

    /// <summary>Whether mail carries the content where the label lets it; else a pointer.</summary>
    public bool ContentInMail { get; init; } = true;

    /// <summary>Channels this drill does without, to practise the others: hub (its hints), mail, webhook, sms, telephone, mobile.</summary>
    public string[] ChannelsOff { get; init; } = [];

    /// <summary>How much faster than life the times of relaying and escalation run: 1 in life, up to 600 in fast motion.</summary>
    public int Pace { get; init; } = 1;
    public DateTimeOffset? Due { get; init; }
}
