using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Drills.Campaigns;

/// <summary>A year's campaign of CEPTOAR drills (セプター訓練), with its aims and the text that a drill has unless its CEPTOAR says it otherwise.</summary>
public class Campaign
{
    public required Guid Id { get; init; }
    public long CreatedNo { get; private set; }

    /// <summary>The fiscal year (年度), such as 2026.</summary>
    public int Year { get; set; }
    public string TitleJa { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public string AimsJa { get; set; } = "";
    public string AimsEn { get; set; } = "";
    public DrillText Text { get; set; } = new();

    /// <summary>What a drill has unless it is said otherwise when it is planned: level, whether it is answered by reports, its way and channels.</summary>
    public Tlp Tlp { get; set; } = Tlp.Green;
    public bool TwoWay { get; set; }
    public bool WithoutLiaison { get; set; }
    public bool ContentInMail { get; set; } = true;
    public string[] ChannelsOff { get; set; } = [];

    /// <summary>Rises with each change: whoever changes it says which one it saw.</summary>
    public int Revision { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last of its drills ended; null while one is to come or runs.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Takes over what was written. A text given in one language stands for both; of what its drills have, what is not given stays.</summary>
    public void Write(CampaignInput input)
    {
        (Year, Text, Revision) = (input.Year!.Value, (input.Text ?? new()).ToText(), Revision + 1);
        (TitleJa, TitleEn) = input.Title!.InBoth();
        (AimsJa, AimsEn) = input.Aims?.InBoth() ?? ("", "");
        (Tlp, TwoWay, WithoutLiaison) = (input.Tlp ?? Tlp, input.TwoWay ?? TwoWay, input.WithoutLiaison ?? WithoutLiaison);
        (ContentInMail, ChannelsOff) = (input.ContentInMail ?? ContentInMail, [.. (input.ChannelsOff ?? ChannelsOff).Distinct().Order(StringComparer.Ordinal)]);
    }
}

/// <summary>The mock advisory of a drill. In a CEPTOAR's own, null stands for the campaign's.</summary>
public record DrillText
{
    public string? TitleJa { get; init; }
    public string? TitleEn { get; init; }
    public string? SummaryJa { get; init; }
    public string? SummaryEn { get; init; }

    /// <summary>Markdown.</summary>
    public string? Body { get; init; }
    public string? RequiredAction { get; init; }

    /// <summary>For mobile telephones, 70 characters at most.</summary>
    public string? ShortText { get; init; }

    /// <summary>Code of <see cref="Contracts.Taxonomy.Severities"/>.</summary>
    public string? Severity { get; init; }

    /// <summary>Code of <see cref="Contracts.Taxonomy.Urgencies"/>.</summary>
    public string? Urgency { get; init; }

    /// <summary>This text where it says something, else the other's. Who writes title or summary in one language means it for both: no half of the other's stays beside it.</summary>
    public DrillText Over(DrillText other) => new()
    {
        TitleJa = TitleJa is null && TitleEn is null ? other.TitleJa : TitleJa,
        TitleEn = TitleJa is null && TitleEn is null ? other.TitleEn : TitleEn,
        SummaryJa = SummaryJa is null && SummaryEn is null ? other.SummaryJa : SummaryJa,
        SummaryEn = SummaryJa is null && SummaryEn is null ? other.SummaryEn : SummaryEn,
        Body = Body ?? other.Body,
        RequiredAction = RequiredAction ?? other.RequiredAction,
        ShortText = ShortText ?? other.ShortText,
        Severity = Severity ?? other.Severity,
        Urgency = Urgency ?? other.Urgency,
    };
}
