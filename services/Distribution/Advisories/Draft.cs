using Ceptoar.Contracts;
using Ceptoar.Hosting;

namespace Ceptoar.Distribution.Advisories;

/// <summary>
/// An advisory as its author's organisation writes it, under the id it is released with. Once it is out it holds the text of the
/// correction that is being made, or the one that stands.
/// </summary>
public class Draft
{
    public const string Writing = "draft";
    public const string AwaitingApproval = "awaitingApproval";

    /// <summary>Released, but kept back until the embargo ends.</summary>
    public const string Scheduled = "scheduled";
    public const string Released = "released";

    public required Guid Id { get; init; }
    public long CreatedNo { get; private set; }

    /// <summary>Rises with each change: whoever changes or releases it says which one it saw.</summary>
    public int Revision { get; private set; }
    public string State { get; private set; } = Writing;

    /// <summary>How many versions of it are out.</summary>
    public int Issued { get; private set; }

    /// <summary>Of a scheduled one: whether whoever released it may be its second person.</summary>
    public bool SeenByTwo { get; private set; }

    /// <summary>The organisation that speaks.</summary>
    public required Guid Author { get; init; }

    /// <summary>The person or client that changed it last.</summary>
    public string WrittenBy { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }
    public Tlp Tlp { get; private set; }
    public Guid[] Audience { get; private set; } = [];
    public Guid[] People { get; private set; } = [];
    public DateTimeOffset? EmbargoUntil { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }
    public AdvisoryContent Content { get; private set; } = new();

    public Template Template => Template.Find(Content.Kind)!;

    /// <summary>Takes over what was written; a release that was asked for or scheduled is off.</summary>
    public void Write(DraftInput input, Guid[] audience, string by, DateTimeOffset now)
    {
        if (Issued > 0) throw new RuleViolation("既に提供されています。訂正は新しい版としてください(POST …/versions)。", "It is out already; correct it by a new version (POST …/versions).");

        (Tlp, Audience, People) = (input.Tlp!.Value, [.. audience.Distinct().Order()], [.. (input.People ?? []).Distinct().Order()]);
        EmbargoUntil = input.EmbargoUntil?.ToUniversalTime();
        Take(input, by, now);
    }

    /// <summary>Takes over the text of a correction, under the label it has or a stricter one.</summary>
    public void Correct(ContentInput input, Tlp tlp, string by, DateTimeOffset now)
    {
        Tlp = tlp;
        Take(input, by, now);
    }

    void Take(ContentInput input, string by, DateTimeOffset now)
    {
        ExpiresAt = input.ExpiresAt?.ToUniversalTime();
        Change(input.ToContent() with { Attachments = Content.Attachments }, by, now);
    }

    /// <summary>Says which files go along; of an advisory that is out, with its next version.</summary>
    public void Attach(AttachedFile[] files, string by, DateTimeOffset now) => Change(Content with { Attachments = files }, by, now);

    void Change(AdvisoryContent content, string by, DateTimeOffset now) => (Content, WrittenBy, WrittenAt, State, SeenByTwo, Revision) = (content, by, now, Writing, false, Revision + 1);

    /// <exception cref="RuleViolation">Somebody changed it since.</exception>
    public void RefuseUnless(int revision)
    {
        if (Revision != revision) throw new RuleViolation("他の人が先に変更しました。最新の内容を読み込んでからやり直してください。", "Somebody changed it meanwhile; read it again first.");
    }

    public void AskApproval() => State = AwaitingApproval;

    public void Schedule(bool seenByTwo) => (State, SeenByTwo) = (Scheduled, seenByTwo);

    public void PutBack() => State = Issued > 0 ? Released : Writing;

    public void Release() => (State, Issued) = (Released, Issued + 1);
}
