using Ceptoar.Hosting;

namespace Ceptoar.Intake.Drafts;

/// <summary>A report or follow-up that is being written. What is typed so far stands encrypted with a key of its own, which goes with it.</summary>
public class ReportDraft
{
    public required Guid Id { get; init; }

    /// <summary>Stands for the organisation whose people write it; not for the one on whose behalf they do.</summary>
    public required byte[] OwnerKey { get; init; }

    /// <summary>The report that it is to be a new version of; null for a new report.</summary>
    public Guid? FollowsUp { get; init; }

    /// <summary>Rises with each change: whoever changes it says which one it saw.</summary>
    public int Version { get; private set; }

    /// <summary>A <see cref="Reports.ReportInput"/>, encrypted.</summary>
    public byte[] Content { get; private set; } = [];
    public DateTimeOffset KeptAt { get; private set; }

    /// <summary>The drill that what is being written answers: its report's, where it is a follow-up, else what is typed so far.</summary>
    /// <param name="typed">What is being written.</param>
    /// <param name="followed">The drills of the reports that are followed up, by draft.</param>
    public Guid? DrillOf(Reports.ReportInput typed, IReadOnlyDictionary<Guid, Guid> followed) =>
        FollowsUp is null ? typed.DrillId : followed.TryGetValue(Id, out var drill) ? drill : null;

    public void Keep(byte[] content, DateTimeOffset now) => (Content, KeptAt, Version) = (content, now, Version + 1);

    /// <exception cref="RuleViolation">Another window or person changed it since; the sentence names the version that stands.</exception>
    public void RefuseUnless(int version)
    {
        if (Version != version)
        {
            throw new RuleViolation(
                $"この下書きは別の画面または別の人が先に変更し、第 {Version} 版になっています。読み込み直してください。",
                $"Another window or person changed this draft meanwhile: version {Version} stands. Read it again first.");
        }
    }
}
