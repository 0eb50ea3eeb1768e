namespace Ceptoar.Contracts.Intake;

/// <summary>A reporter answered a question through the hub. An older one heard late changes nothing.</summary>
public record QuestionAnswered
{
    public required Guid QuestionId { get; init; }

    /// <summary>The source that answers; it leads nowhere else.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>Rises with each answer of the source to the question.</summary>
    public required long Version { get; init; }

    /// <summary>A code of <see cref="Taxonomy.SourceAnswers"/>: a reporter's own words would have to wait for approval.</summary>
    public required string Answer { get; init; }
}
