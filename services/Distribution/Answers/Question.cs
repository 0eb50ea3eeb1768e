namespace Ceptoar.Distribution.Answers;

/// <summary>A recipient's question to whoever stands behind an advisory.</summary>
public class Question
{
    public required Guid Id { get; init; }
    public long Position { get; private set; }
    public required Guid AdvisoryId { get; init; }
    public required Guid MailboxId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
}

/// <summary>What was said under a question: by its asker or the author in words, by a source in one of the hub's sentences.</summary>
public class QuestionReply
{
    public const string Asker = "asker";
    public const string Author = "author";
    public const string Source = "source";

    public long Position { get; private set; }
    public required Guid QuestionId { get; init; }

    /// <summary>asker, author or source.</summary>
    public required string SaidBy { get; init; }
    public string? Text { get; init; }
    public Guid? SourceId { get; init; }
    public long? SourceVersion { get; init; }

    /// <summary>A code of <see cref="Contracts.Taxonomy.SourceAnswers"/>.</summary>
    public string? SourceAnswer { get; init; }

    /// <summary>Of a source's reply the hour alone: its minute could be laid beside who was signed in then.</summary>
    public required DateTimeOffset SaidAt { get; init; }
}
