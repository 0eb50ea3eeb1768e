using Ceptoar.Contracts.Distribution;
using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Section <c>Release</c>.</summary>
public record ReleaseSettings
{
    /// <summary>An advisory for more recipients than this needs a second person.</summary>
    public int FourEyesAbove { get; init; } = 100;
}

/// <summary>Brings out what people write: asks for the second person, waits for the embargo's end, makes the advisory and its further versions. All in the caller's transaction.</summary>
public sealed class Authoring(DistributionDb db, DirectoryReader directory, Issuing issuing, Caller caller, IOptions<ReleaseSettings> settings, TimeProvider clock)
{
    /// <summary>What the caller's organisation wrote, locked until the transaction ends; null where it did not.</summary>
    public async Task<Draft?> Own(Guid advisoryId, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        return await db.Drafts.FromSql($"select * from draft where id = {advisoryId} and author = {own} for update").SingleOrDefaultAsync(ct);
    }

    /// <summary>Everyone it goes to, at whichever hop.</summary>
    public async Task<IReadOnlyList<Guid>> Recipients(Draft draft, CancellationToken ct)
    {
        if (draft.Issued > 0) return [.. (await StillReached(draft.Id, draft.Tlp, ct)).Select(d => d.Mailbox)];
        if (draft.Tlp == Contracts.Tlp.Red) return draft.People;

        return [.. AudienceRules.Recipients(draft.Tlp, draft.Audience, await directory.Now(ct)).Select(o => o.Id)];
    }

    /// <summary>The caller lets it out, or asks for a second person where it must.</summary>
    public async Task Release(Draft draft, CancellationToken ct)
    {
        var recipients = (await Recipients(draft, ct)).Count;
        if (AuthorRules.NeedsFourEyes(draft.Tlp, recipients, settings.Value.FourEyesAbove) && !AuthorRules.MayApprove(caller, draft, await directory.Now(ct)))
        {
            if (draft.State != Draft.AwaitingApproval) db.Audit(AuditActions.AdvisoryApprovalAsked, ItemOf(draft), $"revision={draft.Revision} recipients={recipients}");
            draft.AskApproval();
            await db.SaveChangesAsync(ct);
        }
        else if (draft.EmbargoUntil > clock.GetUtcNow() && draft.Issued == 0)
        {
            draft.Schedule();
            db.Audit(AuditActions.AdvisoryScheduled, ItemOf(draft), $"revision={draft.Revision} recipients={recipients}");
            await db.SaveChangesAsync(ct);
        }
        else
        {
            await Issue(draft, ct);
        }
    }

    /// <summary>Makes the next version of a draft and puts it into mailboxes.</summary>
    public async Task Issue(Draft draft, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isFirst = draft.Issued == 0;
        var deliveries = isFirst ? await First(draft, ct) : await StillReached(draft.Id, draft.Tlp, ct);
        var advisory = isFirst ? await New(draft, now, ct) : await issuing.Locked(draft.Id, ct);
        (advisory.Tlp, advisory.ExpiresAt) = (draft.Tlp, draft.ExpiresAt);
        advisory.Issue(draft.Content, now);
        draft.Release();
        if (isFirst) advisory.Recipients = deliveries.Count;
        db.Audit(isFirst ? AuditActions.AdvisoryReleased : AuditActions.AdvisoryCorrected, ItemOf(draft), $"version={advisory.Version} recipients={deliveries.Count}");
        db.Publish(new AdvisoryReleased { AdvisoryId = advisory.Id, Version = advisory.Version, SourceIds = [], NarrativeSourceIds = [], Drill = advisory.Drill });
        await issuing.Fill(advisory, deliveries, ct);
    }

    async Task<IReadOnlyList<Delivery>> First(Draft draft, CancellationToken ct) => [.. (await Recipients(draft, ct)).Select(id => new Delivery(id, "audience"))];

    /// <summary>Those who got an earlier version and may still see it.</summary>
    async Task<IReadOnlyList<Delivery>> StillReached(Guid advisoryId, Contracts.Tlp tlp, CancellationToken ct)
    {
        var advisory = await db.Advisories.AsNoTracking().SingleAsync(a => a.Id == advisoryId, ct);
        var now = await directory.Now(ct);
        return [.. (await issuing.Reached(advisoryId, ct)).Where(d => AudienceRules.MaySee(tlp, advisory.Scope, Mailbox.Of(d.Mailbox), now))];
    }

    async Task<Advisory> New(Draft draft, DateTimeOffset now, CancellationToken ct)
    {
        var advisory = new Advisory
        {
            Id = draft.Id,
            Number = await issuing.NextNumber(now, ct),
            Tlp = draft.Tlp,
            Audience = draft.Audience,
            AudienceKey = Advisory.KeyOf(draft.Audience),
            Author = draft.Author,
            People = draft.People,
            Drill = draft.Drill,
            FirstIssuedAt = now,
        };
        db.Advisories.Add(advisory);
        return advisory;
    }

    static string ItemOf(Draft draft) => $"advisory/{draft.Id}";
}
