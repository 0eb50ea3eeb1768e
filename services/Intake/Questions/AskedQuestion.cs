namespace Ceptoar.Intake.Questions;

/// <summary>A question that a recipient of an advisory asks the reporter back; who asks, the hub does not tell.</summary>
public class AskedQuestion
{
    public required Guid QuestionId { get; init; }
    public required Guid SourceId { get; init; }

    /// <summary>The advisory's number.</summary>
    public required string Number { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>A code of <see cref="Contracts.Taxonomy.SourceAnswers"/>; null until it is answered.</summary>
    public string? Answer { get; private set; }

    /// <summary>Rises with each answer.</summary>
    public long Version { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <returns>Whether that is another answer than the one that stands.</returns>
    public bool Say(string answer, DateTimeOffset now)
    {
        if (answer == Answer) return false;

        (Answer, Version, AnsweredAt) = (answer, Version + 1, now);
        return true;
    }
}
