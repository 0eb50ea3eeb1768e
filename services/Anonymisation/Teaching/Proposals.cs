using Ceptoar.Anonymisation.Cases;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Teaching;

/// <summary>Proposes what a case's marks may teach. Words too short or too common to be searched for, and whole sentences, teach nothing; nor does a drill, whose text is made up.</summary>
public sealed class Proposals(AnonymisationDb db, IdentifyingSealer sealer, OwnerKey ownerKey, TimeProvider clock)
{
    const int Longest = 60;

    static readonly byte[] Nobody = [];

    /// <summary>The words to be removed, for the manager of the reporter's organisation. One whose mark was taken back is proposed no more.</summary>
    public async Task Removed(CaseRendition rendition, CaseContent content, CancellationToken ct)
    {
        if (rendition.DrillId is not null) return;

        CaseMark[] marks = [.. content.Marks.Where(m => m.Remove && Teaches(m.Text))];
        string[] stand = [.. marks.Select(m => WordKey(m.Text))];
        await db.Terms.Where(t => t.ReportId == rendition.ReportId && t.Action == TaughtTerm.Remove && !stand.Contains(t.WordKey)).ExecuteDeleteAsync(ct);
        foreach (var mark in marks) await Propose(TaughtTerm.Remove, rendition.OwnerKey, rendition.ReportId, new(content.Report.OrganisationId, mark.Text), ct);
    }

    /// <summary>
    /// The words that may stay, for the centre, which nobody tells where they come from: only those of a text that now goes to the whole
    /// community, for so does the word.
    /// </summary>
    public async Task Kept(CaseRendition rendition, CaseContent content, CancellationToken ct)
    {
        if (rendition.DrillId is not null || rendition.Tlp > Tlp.Green) return;

        foreach (var mark in content.Marks.Where(m => !m.Remove && Teaches(m.Text) && content.Rendition.Body.Contains(m.Text, StringComparison.Ordinal)))
        {
            await Propose(TaughtTerm.Keep, Nobody, rendition.ReportId, new(OrganisationId: null, mark.Text), ct);
        }
    }

    async Task Propose(string action, byte[] owner, Guid reportId, TaughtWord word, CancellationToken ct)
    {
        var wordKey = WordKey(word.Text);
        if (await db.Terms.AnyAsync(t => t.Action == action && t.OwnerKey == owner && t.WordKey == wordKey, ct)) return;

        db.Terms.Add(TaughtTerm.Proposed(action, owner, reportId, wordKey, sealer.Seal(word), clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }

    string WordKey(string text) => ownerKey.Of(SearchTerm.Key(text));

    static bool Teaches(string text) => text.Length <= Longest && !text.Contains('\n', StringComparison.Ordinal) && SearchTerm.Reach(SearchTerm.Key(text)) != Reach.None;
}
