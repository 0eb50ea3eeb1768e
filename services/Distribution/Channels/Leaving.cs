using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;

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
    public static Leaving? Of(Advisory advisory, string channel, DirectoryOrganisation? reader)
    {
        var (said, carried) = (advisory.Content, ChannelTable.For(advisory.Tlp, channel, advisory.Content.Handling));
        if (carried == Carried.Nothing) return null;

        var told = carried == Carried.Content && advisory.State != Advisory.Recalled && reader is { Active: true, HandlingRulesVersion: HandlingRules.Current };
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
            Content = told ? new(said.TitleJa, said.TitleEn, said.SummaryJa, said.SummaryEn, said.Body, said.IsMarkdown, said.RequiredAction, said.Due) : null,
        };
    }
}

/// <summary>What leaves of GREEN and CLEAR.</summary>
public sealed record LeavingContent(string TitleJa, string TitleEn, string SummaryJa, string SummaryEn, string Body, bool IsMarkdown, string? RequiredAction, DateTimeOffset? Due);
