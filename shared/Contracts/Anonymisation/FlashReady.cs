namespace Ceptoar.Contracts.Anonymisation;

/// <summary>
/// The structured rendition of a report, free of text, that may go to its audience now. The source is an id of Anonymisation's
/// own that leads nowhere else. A hearer ignores a report version older than the one it holds of that source, and one that is the same under a label version not newer.
/// </summary>
public record FlashReady
{
    public required Guid SourceId { get; init; }
    public required int ReportVersion { get; init; }

    /// <summary>The decision about the report's labels that this follows; rises over all versions of the report.</summary>
    public int LabelVersion { get; init; } = 1;
    public Tlp Tlp { get; init; }

    /// <summary>Ids of the groups that the reporter chose.</summary>
    public required Guid[] Audience { get; init; }

    /// <summary>The drill whose answering report it is; null in life.</summary>
    public Guid? DrillId { get; init; }
    public required Flash Flash { get; init; }
}

/// <summary>The fields of a flash: codes of <see cref="Taxonomy"/>, a generalised sector and time, and what defenders need.</summary>
public record Flash
{
    public required string Kind { get; init; }
    public required string[] Events { get; init; }
    public required string[] Causes { get; init; }
    public string? ServiceImpact { get; init; }
    public string? Severity { get; init; }
    public string? Urgency { get; init; }

    /// <summary>Code of a sector, or null where naming it would point to the source.</summary>
    public string? Sector { get; init; }

    /// <summary>One of <see cref="Taxonomy.Regions"/>, or null likewise.</summary>
    public string? Region { get; init; }

    /// <summary>One of <see cref="Taxonomy.OrganisationSizes"/>, or null likewise.</summary>
    public string? Size { get; init; }

    /// <summary>Start of the hour, day or month of detection in Japan, in UTC, or null.</summary>
    public DateTimeOffset? DetectedHour { get; init; }

    /// <summary>Which of them: one of <see cref="Taxonomy.TimeGrains"/>.</summary>
    public string DetectedGrain { get; init; } = "hour";
    public required FlashIndicator[] Indicators { get; init; }

    /// <summary>Codes of <see cref="Taxonomy.HandlingRestrictions"/>.</summary>
    public string[] Handling { get; init; } = [];
}

/// <summary>An indicator that is safe to pass on: an attacker's, a vulnerability or a product.</summary>
public record FlashIndicator
{
    public required string Type { get; init; }
    public required string Value { get; init; }
}
