using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>The renditions of a report's newest version and how far they have come. The texts stand encrypted in <see cref="Content"/>.</summary>
public class CaseRendition
{
    public const string AwaitingApproval = "awaitingApproval";
    public const string Approved = "approved";
    public const string Refused = "refused";
    public const string Blocked = "blocked";

    public required Guid ReportId { get; init; }

    /// <summary>The id that Distribution knows this case by; it leads nowhere else.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>Rises with each change.</summary>
    public long Version { get; private set; }
    public int ReportVersion { get; private set; }

    /// <summary>The decision about its labels that this follows.</summary>
    public int LabelVersion { get; private set; }
    public required byte[] OwnerKey { get; init; }

    /// <summary>The drill whose answering report it is; null in life. Everything that leaves carries it (I7).</summary>
    public Guid? DrillId { get; init; }
    public Tlp Tlp { get; private set; }

    /// <summary>awaitingApproval, approved, refused or blocked.</summary>
    public string Narrative { get; private set; } = Blocked;

    /// <summary>none, held, ready or blocked.</summary>
    public string Flash { get; private set; } = ReleaseRules.None;
    public string Risk { get; private set; } = "high";
    public string Hash { get; private set; } = "";
    /// <summary>Stands for the person who approved first: the table tells nobody who that is.</summary>
    public string? FirstApprover { get; private set; }
    public byte[] Content { get; private set; } = [];
    public DateTimeOffset RenderedAt { get; private set; }

    /// <summary>Takes in a new rendition: of a newer version of the report, or of an edited text.</summary>
    public void Render(int reportVersion, CaseLabel label, FlashDecision flash, Rendition rendition, string hash, byte[] content, DateTimeOffset now)
    {
        (ReportVersion, LabelVersion, Tlp, Hash, Content, RenderedAt, Risk) = (reportVersion, label.LabelVersion, label.Ceiling, hash, content, now, rendition.Risk.Level);
        (Flash, Narrative, FirstApprover) = (flash.State, rendition.NarrativeReleasable && Tlp != Tlp.Red ? AwaitingApproval : Blocked, null);
        Version++;
    }

    /// <summary>Takes note of a decision that changes nothing of what leaves.</summary>
    public void Note(CaseLabel label) => LabelVersion = label.LabelVersion;

    /// <summary>Takes on a label that is as strict or stricter: what waits goes on waiting under it, and at RED nothing leaves any more.</summary>
    public void Raise(CaseLabel label, string hash, byte[] content)
    {
        (LabelVersion, Tlp, Hash, Content, FirstApprover) = (label.LabelVersion, label.Ceiling, hash, content, null);
        if (Tlp == Tlp.Red) (Narrative, Flash) = (Blocked, ReleaseRules.None);
        Version++;
    }

    /// <summary>Takes in or gives up indicators of attached files: what waits goes on waiting, under a new hash.</summary>
    public void Join(string hash, byte[] content)
    {
        (Hash, Content, FirstApprover) = (hash, content, null);
        Version++;
    }

    /// <summary>A person approves exactly the text of this hash. Where the risk is high, two different people must.</summary>
    /// <returns>Whether the narrative may leave now.</returns>
    /// <exception cref="RuleViolation">Nothing waits for approval, it is of another text, or it is the same person again.</exception>
    public bool Approve(string hash, string subject)
    {
        RequireCurrent(hash);
        Version++;
        if (Flash == ReleaseRules.Held) Flash = ReleaseRules.Ready;
        if (Risk != "high" || (FirstApprover is not null && FirstApprover != subject))
        {
            Narrative = Approved;
            return true;
        }

        if (FirstApprover == subject)
        {
            throw new RuleViolation("推測される危険が高いため、別の方の承認が必要です。", "The risk is high: a second person must approve.");
        }

        FirstApprover = subject;
        return false;
    }

    /// <summary>Keeps beside the rendition what changes nothing of it.</summary>
    public void Keep(byte[] content) => Content = content;

    public void Refuse(string hash)
    {
        RequireCurrent(hash);
        Version++;
        Narrative = Refused;
        if (Flash == ReleaseRules.Held) Flash = ReleaseRules.None;
    }

    /// <exception cref="RuleViolation">Nothing waits for a decision, or the hash is of another text.</exception>
    public void RequireCurrent(string hash)
    {
        if (Narrative != AwaitingApproval) throw new RuleViolation("承認を待っている提供文はありません。", "No rendition awaits a decision.");
        if (hash != Hash) throw new RuleViolation("提供文が更新されています。最新の内容をご確認ください。", "The rendition has changed; look at the current one.");
    }
}

/// <summary>What is encrypted in <see cref="CaseRendition.Content"/>.</summary>
/// <param name="DrillMarked">The text carries the mark of a drill though the report does not.</param>
/// <param name="OfFiles">Those indicators of the flash that stand in attached files alone.</param>
public record CaseContent(CaseFile Report, Rendition Rendition, bool DrillMarked, FlashIndicator[]? OfFiles = null)
{
    /// <summary>Title and body as the approver wrote them; null where they are the report's.</summary>
    public EditedText? Edited { get; init; }

    /// <summary>What the approver said of words of this case; holds for later versions of the report, too.</summary>
    public CaseMark[] Marks { get; init; } = [];

    /// <summary>Hashes of the files that the first of two approvers named.</summary>
    public string[] FilesApprovedFirst { get; init; } = [];

    /// <summary>The text that passes the stages: the edited one, or the report's.</summary>
    public (string Field, string Text)[] Fields =>
        [(Anonymiser.Title, Edited?.Title ?? Report.Title), (Anonymiser.Body, Edited?.Body ?? Report.Body), (Anonymiser.PlainSummary, Report.PlainSummary ?? "")];

    /// <summary>The renditions anew, by the directory and the policy as they are now.</summary>
    public Rendition Render(IdentifyingDirectory directory, RenditionPolicy policy)
    {
        var ofReport = CaseMark.In([(Anonymiser.Title, Report.Title), (Anonymiser.Body, Report.Body), (Anonymiser.PlainSummary, Report.PlainSummary ?? "")], Marks);
        return Edited is null
            ? Anonymiser.Render(Report, directory, policy, ofReport)
            : Anonymiser.RenderEdited(Report, Edited.Title, Edited.Body, directory, policy, ofReport, CaseMark.In(Fields, Marks));
    }
}

/// <summary>Title and body that an approver wrote in place of the report's.</summary>
public record EditedText(string Title, string Body);

/// <summary>An approver's word on a string, wherever it stands in the case: it is to be removed, or may stay.</summary>
public record CaseMark(string Text, bool Remove)
{
    /// <summary>The same by place, for fields as they are now.</summary>
    public static IReadOnlyList<Mark> In(IEnumerable<(string Field, string Text)> fields, IReadOnlyCollection<CaseMark> marks) =>
        [.. from field in fields from mark in marks from at in Places(field.Text, mark.Text) select new Mark(field.Field, at, mark.Text.Length, mark.Remove)];

    static IEnumerable<int> Places(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal)) yield return at;
    }
}

/// <summary>A case that was withdrawn: what comes late about it is dropped.</summary>
public class WithdrawnCase
{
    public required Guid ReportId { get; init; }
}
