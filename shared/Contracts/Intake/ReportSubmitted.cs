namespace Ceptoar.Contracts.Intake;

/// <summary>
/// A version of a report was accepted (情報連絡): version 1 is the first report, later ones are follow-ups. Everything that was
/// written, and who wrote it, travels sealed with the ring of the case: only Classification and Anonymisation can open it.
/// </summary>
public record ReportSubmitted
{
    public required Guid ReportId { get; init; }
    public required int Version { get; init; }
    public Tlp RequestedTlp { get; init; }

    /// <summary>Human number, such as R-2026-000123.</summary>
    public string Number { get; init; } = "";

    /// <summary>The drill whose answering report it is; null in life. Everything made of it carries the mark (I7).</summary>
    public Guid? DrillId { get; init; }

    /// <summary>JSON of <see cref="CaseFile"/>.</summary>
    public required SealedText Case { get; init; }
}

/// <summary>What is sealed in <see cref="ReportSubmitted"/>: one version of a report, as it was accepted.</summary>
public record CaseFile
{
    public required Guid OrganisationId { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public string? PlainSummary { get; init; }
    public required string Kind { get; init; }
    public required Guid[] Audience { get; init; }
    public string Language { get; init; } = "ja";
    public DateTimeOffset? DetectedAt { get; init; }
    public DateTimeOffset? OccurredAt { get; init; }
    public string? Stage { get; init; }
    public string[] Events { get; init; } = [];
    public string[] Causes { get; init; } = [];
    public string? ServiceImpact { get; init; }
    public string? Severity { get; init; }
    public string? Urgency { get; init; }
    public required string SourceVisibility { get; init; }
    public required string ReleaseMode { get; init; }
    public string[] OnwardConsent { get; init; } = [];
    public ReportedIndicator[] Indicators { get; init; } = [];
}

/// <summary>An indicator as the reporter gave it; type and role are codes of <see cref="Taxonomy"/>.</summary>
public record ReportedIndicator
{
    public required string Type { get; init; }
    public required string Value { get; init; }
    public string Role { get; init; } = "unknown";
}
