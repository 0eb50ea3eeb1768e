using Ceptoar.Contracts.Distribution;
using Ceptoar.Directory;
using Ceptoar.Distribution.Relays;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation.Results;
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
public sealed class Authoring(DistributionDb db, DirectoryReader directory, Issuing issuing, Relaying relaying, Caller caller, IOptions<ReleaseSettings> settings, TimeProvider clock)
{
    /// <summary>What the caller's organisation wrote, locked until the transaction ends; null where it did not.</summary>
    public async Task<Draft?> Own(Guid advisoryId, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        return await db.Drafts.FromSql($"select * from draft where id = {advisoryId} and author = {own} for update").SingleOrDefaultAsync(ct);
    }

    /// <summary>Locks an advisory that is out, so that no recall comes between.</summary>
    /// <exception cref="RuleViolation">It was recalled.</exception>
    public async Task RefuseRecalled(Draft draft, CancellationToken ct)
    {
        if (draft.Issued > 0 && (await issuing.Locked(draft.Id, ct)).State == Advisory.Recalled) throw new RuleViolation("撤回された情報提供は変更できません。", "A recalled advisory is not changed any more.");
    }

    /// <summary>Everyone it goes to, at whichever hop.</summary>
    public async Task<IReadOnlyList<Guid>> Recipients(Draft draft, CancellationToken ct)
    {
        if (draft.Issued > 0) return [.. (await Corrected(draft, ct)).Select(d => d.Mailbox)];
        if (draft.Tlp == Contracts.Tlp.Red) return draft.People;

        var now = await directory.Now(ct);
        return [.. AudienceRules.Recipients(draft.Tlp, ScopeOf(draft, now), now).Select(o => o.Id)];
    }

    /// <summary>Of one that is out: whom its next version goes to, by the hop it came by.</summary>
    public async Task<IReadOnlyList<Delivery>> Corrected(Draft draft, CancellationToken ct)
    {
        var advisory = await db.Advisories.AsNoTracking().SingleAsync(a => a.Id == draft.Id, ct);
        advisory.Tlp = draft.Tlp;
        return await issuing.StillReached(advisory, ct);
    }

    /// <summary>Whom a draft is for. What the centre writes goes down by hops, but for the templates that go straight.</summary>
    public static Audience ScopeOf(Draft draft, DirectorySnapshot directory) =>
        new(draft.Audience) { People = draft.People, IsRelayed = !draft.Template.Direct && directory.Active(draft.Author)?.Kind == "centre" };

    /// <summary>
    /// What stands against letting it out at this moment, by field: a draft may be half written, and what was good when it was written need not be so any more. Asked at the release, and again when
    /// an embargo ends.
    /// </summary>
    public async Task<IReadOnlyList<ValidationFailure>> Against(Draft draft, CancellationToken ct)
    {
        var failures = MissingFields.Of(draft).Select(field => new ValidationFailure(field, MissingFields.Message(field))).ToList();
        if (draft.ExpiresAt <= clock.GetUtcNow()) failures.Add(new("expiresAt", Problems.Say("これからの日時を指定してください。", "Must lie in the future.")));
        if (draft.Issued == 0) failures.AddRange(AuthorRules.Refused(draft.Audience, draft.Author, await directory.Now(ct)).Select(f => new ValidationFailure(f.Field, f.Message)));
        if (failures.Count == 0 && (await Recipients(draft, ct)).Count == 0) failures.Add(new("audience", Problems.Say("届く相手がいません。", "It would reach nobody.")));
        return failures;
    }

    /// <summary>To how many it goes as things stand at this moment, and whether that needs a second person.</summary>
    public async Task<(int Recipients, bool FourEyes)> Weigh(Draft draft, CancellationToken ct)
    {
        var recipients = (await Recipients(draft, ct)).Count;
        // a correction is for those too whom later hops will bring it to
        if (draft.Issued > 0) recipients = Math.Max(recipients, await db.Advisories.Where(a => a.Id == draft.Id).Select(a => a.Recipients).SingleAsync(ct));
        return (recipients, AuthorRules.NeedsFourEyes(draft.Tlp, recipients, settings.Value.FourEyesAbove));
    }

    /// <summary>The caller lets it out, or asks for a second person where it must.</summary>
    public async Task Release(Draft draft, CancellationToken ct)
    {
        var (recipients, fourEyes) = await Weigh(draft, ct);
        var isSecond = AuthorRules.MayApprove(caller, draft, await directory.Now(ct));
        if (fourEyes && !isSecond)
        {
            await AskApproval(draft, recipients, ct);
        }
        else if (draft.EmbargoUntil > clock.GetUtcNow() && draft.Issued == 0)
        {
            draft.Schedule(isSecond);
            db.Audit(AuditActions.AdvisoryScheduled, ItemOf(draft), $"revision={draft.Revision} recipients={recipients}");
            await db.SaveChangesAsync(ct);
        }
        else
        {
            await Issue(draft, ct);
        }
    }

    /// <summary>The embargo has ended: it goes out where all that a release asks still holds; else it waits for a second person, or for its author.</summary>
    public async Task EndEmbargo(Draft draft, CancellationToken ct)
    {
        var against = await Against(draft, ct);
        if (against.Count > 0)
        {
            draft.PutBack();
            db.Audit(AuditActions.AdvisoryPutBack, ItemOf(draft), $"revision={draft.Revision} fields={string.Join(',', against.Select(f => f.PropertyName))}");
            await db.SaveChangesAsync(ct);
        }
        else if (await Weigh(draft, ct) is { FourEyes: true, Recipients: var recipients } && !draft.SeenByTwo)
        {
            await AskApproval(draft, recipients, ct);
        }
        else
        {
            await Issue(draft, ct);
        }
    }

    async Task AskApproval(Draft draft, int recipients, CancellationToken ct)
    {
        if (draft.State != Draft.AwaitingApproval) db.Audit(AuditActions.AdvisoryApprovalAsked, ItemOf(draft), $"revision={draft.Revision} recipients={recipients}");
        draft.AskApproval();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Makes the next version of a draft and puts it into mailboxes.</summary>
    public async Task Issue(Draft draft, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isFirst = draft.Issued == 0;
        var recipients = isFirst ? (await Recipients(draft, ct)).Count : 0;
        var advisory = isFirst ? await New(draft, now, ct) : await issuing.Locked(draft.Id, ct);
        (advisory.Tlp, advisory.ExpiresAt) = (draft.Tlp, draft.ExpiresAt);
        advisory.Issue(draft.Content, now);
        draft.Release();
        await issuing.DropFilesBut(advisory, ct);
        var deliveries = isFirst ? await First(advisory, ct) : await issuing.StillReached(advisory, ct);
        if (isFirst) advisory.Recipients = recipients;
        db.Audit(isFirst ? AuditActions.AdvisoryReleased : AuditActions.AdvisoryCorrected, ItemOf(draft), $"version={advisory.Version} recipients={deliveries.Count}");
        db.Publish(new AdvisoryReleased { AdvisoryId = advisory.Id, Version = advisory.Version, SourceIds = [], NarrativeSourceIds = [] });
        await issuing.Fill(advisory, deliveries, ct);
    }

    async Task<IReadOnlyList<Delivery>> First(Advisory advisory, CancellationToken ct) => advisory.Tlp == Contracts.Tlp.Red
        ? [.. advisory.People.Select(id => new Delivery(id, HopName.Audience))]
        : await relaying.Start(advisory, ct);

    async Task<Advisory> New(Draft draft, DateTimeOffset now, CancellationToken ct)
    {
        var advisory = new Advisory
        {
            Id = draft.Id,
            Number = await issuing.NextNumber(now, drill: false, ct),
            Tlp = draft.Tlp,
            Audience = draft.Audience,
            AudienceKey = Advisory.KeyOf(draft.Audience),
            Author = draft.Author,
            People = draft.People,
            Relayed = ScopeOf(draft, await directory.Now(ct)).IsRelayed,
            FirstIssuedAt = now,
        };
        db.Advisories.Add(advisory);
        return advisory;
    }

    static string ItemOf(Draft draft) => $"advisory/{draft.Id}";
}
