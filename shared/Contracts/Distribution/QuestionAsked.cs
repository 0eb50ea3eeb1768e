namespace Ceptoar.Contracts.Distribution;

/// <summary>A recipient asked back about an advisory; the reporters of its sources learn what, never who. Hearing it twice changes nothing.</summary>
public record QuestionAsked
{
    public required Guid QuestionId { get; init; }
    public required Guid AdvisoryId { get; init; }

    /// <summary>The advisory's number for people.</summary>
    public required string Number { get; init; }

    /// <summary>The sources that stood in it when it was asked.</summary>
    public required Guid[] SourceIds { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
}
