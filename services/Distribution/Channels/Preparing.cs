using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Contacts;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Drills;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Channels;

/// <summary>What is about to leave: to whom, and what it says; or why nothing does.</summary>
public sealed record Parcel
{
    /// <summary>Why it is not sent after all; null where it is.</summary>
    public string? Dropped { get; init; }

    /// <summary>Whether it was tried for too long.</summary>
    public bool TooLate { get; init; }
    public Addressee? To { get; init; }

    /// <summary>Of mail.</summary>
    public Letter? Letter { get; init; }

    /// <summary>Of every other channel.</summary>
    public WebhookBody? Body { get; init; }
}

/// <summary>Looks up at the moment of sending where a dispatch goes and what it may say.</summary>
public sealed class Preparing(DistributionDb db, DirectoryReader directory, ContactBook contacts, ChannelSwitches switches, IOptions<DistributionSettings> own, TimeProvider clock)
{
    public async Task<Parcel> Of(long dispatchId, CancellationToken ct)
    {
        var dispatch = await db.Dispatches.AsNoTracking().SingleAsync(d => d.Id == dispatchId, ct);
        if ((await switches.Off(ct)).Contains(dispatch.Channel)) return new() { Dropped = DispatchRules.SwitchedOff };
        if (Addressee.Find(await contacts.Of(dispatch.MailboxId, ct), dispatch.Contact, dispatch.Channel) is not { } to) return new() { Dropped = DispatchRules.ContactGone };

        var link = own.Value.LinkTo;
        if (dispatch.Purpose == DispatchPurpose.Digest)
        {
            var lines = await db.DigestLines.AsNoTracking().Where(l => l.DispatchId == dispatchId).Select(l => new { l.AdvisoryId, l.Version }).ToListAsync(ct);
            var listed = (await Look([.. lines.Select(l => (l.AdvisoryId, l.Version))], dispatch, ct)).Select(l => l.Item).OfType<Leaving>().OrderByDescending(i => i.IssuedAt).ToList();
            if (listed.Count == 0) return new() { Dropped = DispatchRules.NotAllowed };

            return IsLate(dispatch, urgent: false) ? new() { TooLate = true } : new() { To = to, Letter = DigestLetter.Of(listed, link) };
        }

        var (dropped, item, urgent) = (await Look([(dispatch.AdvisoryId, dispatch.Version)], dispatch, ct)).Single();
        if (item is null) return new() { Dropped = dropped };
        if (IsLate(dispatch, urgent)) return new() { TooLate = true };

        return dispatch.Channel switch
        {
            ChannelTable.Mail => new() { To = to, Letter = AdvisoryLetter.Of(item, link(item.AdvisoryId), dispatch.Purpose) },
            ChannelTable.Webhook => new() { To = to, Body = WebhookBody.For(item, link(item.AdvisoryId)) },
            _ => new() { To = to, Body = WebhookBody.For(item, link(item.AdvisoryId), to.Address) },
        };
    }

    bool IsLate(Dispatch dispatch, bool urgent) => clock.GetUtcNow() - dispatch.PostedAt > DispatchRules.GivenUpAfter(urgent);

    /// <summary>Of each version of an advisory what may leave to the dispatch's mailbox; or why not.</summary>
    async Task<IReadOnlyList<(string? Dropped, Leaving? Item, bool Urgent)>> Look((Guid Advisory, int Version)[] items, Dispatch dispatch, CancellationToken ct)
    {
        Guid[] ids = [.. items.Select(i => i.Advisory)];
        var advisories = await db.Advisories.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var rows = (await db.Inbox.AsNoTracking().Where(r => r.MailboxId == dispatch.MailboxId && ids.Contains(r.AdvisoryId)).ToListAsync(ct)).ToDictionary(r => (r.AdvisoryId, r.Version));
        var (now, snapshot, ended) = (clock.GetUtcNow(), await directory.Now(ct), await db.Ended(advisories.Values, ct));
        return [.. items.Select(Decide)];

        (string? Dropped, Leaving? Item, bool Urgent) Decide((Guid Advisory, int Version) item)
        {
            var advisory = advisories[item.Advisory];
            InboxRow? row = rows.GetValueOrDefault(item);
            var maySee = AudienceRules.MaySee(advisory.Tlp, advisory.Scope, Mailbox.Of(dispatch.MailboxId), snapshot);
            if (DispatchRules.DropReason(item.Version, dispatch.Purpose, advisory, row, maySee, now, advisory.DrillId is { } drill && ended.Contains(drill)) is { } reason) return (reason, null, false);
            if (advisory.DrillTerms?.IsOff(dispatch.Channel) == true) return (DispatchRules.SwitchedOff, null, false);

            var issuer = advisory.Author is { } author ? snapshot.Organisations.GetValueOrDefault(author)?.Name : null;
            return Leaving.Of(advisory, dispatch.Channel, snapshot.Active(dispatch.MailboxId), issuer) is { } leaves ? (null, leaves, advisory.Content.Urgency == "urgent") : (DispatchRules.Label, null, false);
        }
    }
}
