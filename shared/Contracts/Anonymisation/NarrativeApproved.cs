namespace Ceptoar.Contracts.Anonymisation;

/// <summary>
/// The anonymised text of a report, approved by a person of the reporter's organisation in exactly this wording. A hearer
/// ignores a report version older than the one it holds of that source's narrative, and one that is the same under a label version not newer.
/// </summary>
public record NarrativeApproved
{
    public required Guid SourceId { get; init; }
    public required int ReportVersion { get; init; }

    /// <summary>As in <see cref="FlashReady"/>: the approval was given for that decision's label.</summary>
    public int LabelVersion { get; init; } = 1;
    public Tlp Tlp { get; init; }
    public required Guid[] Audience { get; init; }

    /// <summary>The drill whose answering report it is; null in life.</summary>
    public Guid? DrillId { get; init; }

    /// <summary>The flash of the same report version, for a source whose flash was held until now.</summary>
    public required Flash Flash { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }

    /// <summary>Lower-case hex SHA-256 that the approval was given for.</summary>
    public required string Hash { get; init; }
    public required string PolicyVersion { get; init; }

    /// <summary>Anonymised texts of attached files, each approved in exactly this wording; 200,000 characters in all at most.</summary>
    public ApprovedFile[] Files { get; init; } = [];
}

/// <summary>The anonymised text of an attached file.</summary>
public record ApprovedFile
{
    public required string Name { get; init; }
    public required string Text { get; init; }
}
