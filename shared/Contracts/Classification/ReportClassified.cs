namespace Ceptoar.Contracts.Classification;

/// <summary>The two labels of one version of a report, with the reasons for them. The case travels on, still sealed.</summary>
public record ReportClassified
{
    public required Guid ReportId { get; init; }
    public required int Version { get; init; }

    /// <summary>Rises with each decision about this report's labels, whatever the version of the report.</summary>
    public int LabelVersion { get; init; } = 1;

    /// <summary>Who may ever see the original.</summary>
    public Tlp Original { get; init; }

    /// <summary>The least restrictive label that a rendition may carry.</summary>
    public Tlp Ceiling { get; init; }
    public required LabelReason[] Reasons { get; init; }

    /// <summary>Codes of <see cref="Taxonomy.HandlingRestrictions"/> that every item made of it carries.</summary>
    public string[] Handling { get; init; } = [];

    /// <summary>What holds until a person says otherwise: the reporter's word, else what was proposed. Codes of <see cref="Taxonomy.Severities"/>; null: as the report says.</summary>
    public string? Severity { get; init; }

    /// <summary>As <see cref="Severity"/>; codes of <see cref="Taxonomy.Urgencies"/>.</summary>
    public string? Urgency { get; init; }

    /// <summary>The text carries the mark of a drill though the report does not: nothing of it leaves without a person.</summary>
    public bool DrillMarked { get; init; }

    /// <summary>The drill whose answering report it is; null in life.</summary>
    public Guid? DrillId { get; init; }

    /// <summary>JSON of <see cref="Intake.CaseFile"/>.</summary>
    public required SealedText Case { get; init; }
}

/// <summary>Why a label is at least <see cref="Tlp"/>. Names the rule, never the text it was found in.</summary>
public record LabelReason
{
    public required string Rule { get; init; }
    public Tlp Tlp { get; init; }

    /// <summary>Which label it raises: original, both or none.</summary>
    public required string Raises { get; init; }
    public required string Ja { get; init; }
    public required string En { get; init; }

    /// <summary><c>national/n</c>; <c>owner</c> for a rule of the reporter's ministry or CEPTOAR, which is not named; empty for what no policy can change.</summary>
    public string Policy { get; init; } = "";

    /// <summary>Where it was found, sealed with the ring of the case: JSON of fields with start and length; null where nowhere.</summary>
    public SealedText? Found { get; init; }
}
