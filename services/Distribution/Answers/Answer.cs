namespace Ceptoar.Distribution.Answers;

/// <summary>What a recipient answered to an advisory, and to which version; of those of one mailbox the newest counts.</summary>
public class Answer
{
    public static IReadOnlyList<string> Affecteds { get; } = ["yes", "no", "investigating"];

    public long Position { get; private set; }
    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }
    public required Guid MailboxId { get; init; }

    /// <summary>yes, no or investigating.</summary>
    public required string Affected { get; init; }

    /// <summary>Whether it was of use for the recipient's own measures (有用と評価); null where it does not say.</summary>
    public bool? Useful { get; init; }
    public string? Comment { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }
}

public static class NewestAnswers
{
    /// <summary>The answers to an advisory that count: one a mailbox.</summary>
    public static IQueryable<Answer> Newest(this IQueryable<Answer> answers, Guid advisoryId) => answers
        .Where(a => a.AdvisoryId == advisoryId && !answers.Any(later => later.AdvisoryId == advisoryId && later.MailboxId == a.MailboxId && later.Position > a.Position));
}
