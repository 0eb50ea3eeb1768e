namespace Ceptoar.Contracts.Distribution;

/// <summary>How many recipients confirmed an advisory and found it useful, for the reporters behind it; never who. An older one heard late changes nothing.</summary>
public record AdvisoryReached
{
    public required Guid AdvisoryId { get; init; }

    /// <summary>Rises with each of the advisory.</summary>
    public required long Version { get; init; }

    /// <summary>The sources that stand in it.</summary>
    public required Guid[] SourceIds { get; init; }

    /// <summary>How many confirmed any of its versions. Null: a few, one or two, who could be told apart.</summary>
    public required int? Confirmed { get; init; }

    /// <summary>How many said that it was of use. Null: a few.</summary>
    public required int? Useful { get; init; }
}
