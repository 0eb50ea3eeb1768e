using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Drills;

namespace Ceptoar.Distribution.Channels;

/// <summary>What of an advisory's newest version leaves by a channel. Whoever writes a mail, a message or a sheet sees nothing else, and so can tell nothing else.</summary>
public sealed record Leaving
{
    public required Guid AdvisoryId { get; init; }
    public required string Number { get; init; }
    public required int Version { get; init; }
    public required Tlp Tlp { get; init; }
    public bool Recalled { get; init; }
    public bool Drill { get; init; }
    public string Severity { get; init; } = "unknown";
    public string Urgency { get; init; } = "normal";
    public string Kind { get; init; } = "incident";
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Null where the channel carries a pointer alone, and of a recalled one.</summary>
    public LeavingContent? Content { get; init; }

    /// <summary>Null where nothing of it may leave.</summary>
    /// <param name="advisory">As its newest version stands.</param>
    /// <param name="channel">One of <see cref="ChannelTable.All"/>.</param>
    /// <param name="reader">To whom; one that has not accepted the handling rules in force reads no content anywhere.</param>
    /// <param name="issuer">The name of the organisation that wrote it; null where it is made from reports.</param>
    public static Leaving? Of(Advisory advisory, string channel, DirectoryOrganisation? reader, string? issuer = null)
    {
        var (said, carried) = (advisory.Content, ChannelTable.For(advisory.Tlp, channel, advisory.Content.Handling));
        if (carried == Carried.Nothing) return null;

        var told = carried == Carried.Content && advisory.State != Advisory.Recalled && reader is { Active: true, HandlingRulesVersion: HandlingRules.Current }
            && !(channel == ChannelTable.Mail && advisory.DrillTerms is { ContentInMail: false });
        return new()
        {
            AdvisoryId = advisory.Id,
            Number = advisory.Number,
            Version = advisory.Version,
            Tlp = advisory.Tlp,
            Recalled = advisory.State == Advisory.Recalled,
            Drill = advisory.Drill,
            Severity = said.Severity,
            Urgency = said.Urgency,
            Kind = said.Kind,
            IssuedAt = advisory.IssuedAt,
            Content = told ? ContentOf(advisory, issuer) : null,
        };
    }

    /// <summary>The Japanese title for a line that begins with the mark of a drill; null where a pointer alone leaves.</summary>
    public string? TitleInLine => Content is { } said ? DrillMark.Bare(Drill, said.TitleJa) : null;

    static LeavingContent ContentOf(Advisory a, string? issuer) => new(
        DrillMark.InJapanese(a.Drill, a.Content.TitleJa), DrillMark.InEnglish(a.Drill, a.Content.TitleEn), a.Content.SummaryJa, a.Content.SummaryEn, a.Content.Body, a.Content.IsMarkdown,
        a.Content.RequiredAction, a.Content.Due)
    {
        Issuer = issuer,
        Addressee = a.Content.Addressee,
        ExpiresAt = a.ExpiresAt,
        Purpose = a.Content.Purpose,
        Sector = a.Content.Sector,
        Origin = a.Content.Origin,
        Handling = a.Content.Handling,
        Lessons = a.Content.Lessons,
        Indicators = a.Content.Indicators,
        References = a.Content.References,
        Attached = [.. a.Content.Attachments.Select(f => f.Name)],
        ShortText = a.DrillTerms?.ShortText,
    };
}

/// <summary>What leaves of GREEN and CLEAR.</summary>
public sealed record LeavingContent(string TitleJa, string TitleEn, string SummaryJa, string SummaryEn, string Body, bool IsMarkdown, string? RequiredAction, DateTimeOffset? Due)
{
    public string? Issuer { get; init; }
    public string? Addressee { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public string? Purpose { get; init; }
    public string? Sector { get; init; }
    public string? Origin { get; init; }
    public string[] Handling { get; init; } = [];
    public string? Lessons { get; init; }
    public FlashIndicator[] Indicators { get; init; } = [];
    public AdvisoryReference[] References { get; init; } = [];

    /// <summary>The names of its files, which stay in the hub.</summary>
    public string[] Attached { get; init; } = [];

    /// <summary>Of a drill that has a text of its own for telephones.</summary>
    public string? ShortText { get; init; }
}
