namespace Ceptoar.Contracts.Classification;

/// <summary>The two labels of one version of a report, with the reasons for them. The case travels on, still sealed.</summary>
public record ReportClassified
{
    public required Guid ReportId { get; init; }
    public required int Version { get; init; }

    /// <summary>Who may ever see the original.</summary>
    public Tlp Original { get; init; }

    /// <summary>The least restrictive label that a rendition may carry.</summary>
    public Tlp Ceiling { get; init; }
    public required LabelReason[] Reasons { get; init; }

    /// <summary>JSON of <see cref="Intake.CaseFile"/>.</summary>
    public required SealedText Case { get; init; }
}

/// <summary>Why a label is at least <see cref="Tlp"/>. Names the rule, never the text it was found in.</summary>
public record LabelReason
{
    public required string Rule { get; init; }
    public Tlp Tlp { get; init; }

    /// <summary>Which label it raises: original, or both.</summary>
    public required string Raises { get; init; }
    public required string Ja { get; init; }
    public required string En { get; init; }
}
