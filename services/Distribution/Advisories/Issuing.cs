using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Directory;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Drills;
using Ceptoar.Distribution.Signing;
using Ceptoar.Hosting.Audit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Advisories;

/// <summary>A row for a mailbox, by the hop it comes by.</summary>
public sealed record Delivery(Guid Mailbox, string Hop);

/// <summary>
/// Makes advisories of what sources give and puts each version into the inboxes of its audience, all in the caller's transaction.
/// Sources that share an indicator are taken one after the other, so that reports of one attack find each other; all others only
/// meet at the counters of their mailboxes, which are therefore taken last.
/// </summary>
public sealed class Issuing(DistributionDb db, DirectoryReader directory, AdvisorySigner signer, TimeProvider clock)
{
    /// <summary>How long an advisory stays open for further reports with the same indicator.</summary>
    static readonly TimeSpan OpenFor = TimeSpan.FromHours(24);

    /// <summary>The source, locked; made where it is new.</summary>
    public async Task<AdvisorySource> Source(Guid sourceId, CancellationToken ct)
    {
        await Lock("source " + sourceId, ct);
        var source = await db.Sources.SingleOrDefaultAsync(s => s.SourceId == sourceId, ct);
        if (source is null) db.Sources.Add(source = new() { SourceId = sourceId, HeardAt = clock.GetUtcNow() });
        return source;
    }

    /// <summary>Whether something of a source goes out as what it is: life, or a drill that runs. Notes which drill it answers.</summary>
    /// <exception cref="InvalidOperationException">The drill was not heard of yet: nobody sees it, and the message comes again.</exception>
    public async Task<bool> MayAnswer(AdvisorySource source, Guid? drillId, CancellationToken ct)
    {
        source.DrillId ??= drillId;
        if (source.DrillId is not { } id) return true;

        var drill = await db.HeldDrill(id, ct) ?? throw new InvalidOperationException($"Drill {id} is not known yet.");
        return !drill.HasEnded;
    }

    /// <summary>Issues what a source now says: as a new version of the advisory it stands in, of an open one it joins, or as a new one.</summary>
    /// <param name="source">Locked, with what it says and its label.</param>
    /// <param name="audience">Ids of the groups the reporter chose.</param>
    /// <param name="revives">Whether it goes out although a person recalled the advisory it stands in.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task Issue(AdvisorySource source, Guid[] audience, bool revives, CancellationToken ct)
    {
        var tlp = source.Tlp;
        var key = Advisory.KeyOf(audience);
        var now = clock.GetUtcNow();
        var joining = source.Flash!.Indicators.Where(JoinRules.Joins).ToArray();
        // what is live waits for no drill
        await LockIndicators(joining, key + source.DrillId, ct);
        if (!revives && source.AdvisoryId is { } held && (await Locked(held, ct)).State == Advisory.Recalled)
        {
            await db.SaveChangesAsync(ct);
            return;
        }

        var advisory = source.AdvisoryId is { } stoodIn ? await Standing(stoodIn, source, tlp, key, ct) : null;
        advisory ??= await Joined(joining, source, tlp, key, now, ct);
        if (advisory is null)
        {
            var drill = source.DrillId is { } id ? await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) : null;
            advisory = new()
            {
                Id = Guid.NewGuid(),
                Number = await NextNumber(now, source.DrillId is not null, ct),
                Tlp = tlp,
                Audience = audience,
                AudienceKey = key,
                Drill = source.DrillId is not null,
                DrillId = source.DrillId,
                Participants = drill?.Participants,
                DrillTerms = drill is null ? null : await TermsOfAnswers(drill.Id, ct),
                FirstIssuedAt = now,
            };
            db.Advisories.Add(advisory);
        }

        source.AdvisoryId = advisory.Id;
        await Reissue(advisory, source, ct);
    }

    /// <summary>Such as A-2026-000123, of a drill AT-2026-000123.</summary>
    public async Task<string> NextNumber(DateTimeOffset now, bool drill, CancellationToken ct)
    {
        var (sequence, series) = drill ? ("drill_advisory_number", "AT") : ("advisory_number", "A");
        var running = await db.Database.SqlQuery<long>($"select nextval({sequence}::regclass) as \"Value\"").SingleAsync(ct);
        return $"{series}-{now.ToOffset(TimeSpan.FromHours(9)):yyyy}-{running:000000}";
    }

    /// <summary>Answers keep the pace of their drill and do without the same channels.</summary>
    async Task<DrillTerms?> TermsOfAnswers(Guid drillId, CancellationToken ct) =>
        await db.Advisories.Where(a => a.Id == drillId).Select(a => a.DrillTerms).SingleOrDefaultAsync(ct) is { } terms ? terms with { ShortText = null } : null;

    const string Relabelled = "この情報の取扱いが引き上げられたため、共有を取りやめました。 / This information was given a stricter label and is no longer shared.";

    /// <summary>What is out of a source goes on under the label it now has; where that permits nobody, it is recalled.</summary>
    public async Task Relabel(AdvisorySource source, bool changed, CancellationToken ct)
    {
        var standing = changed && source.AdvisoryId is { } id ? await db.Advisories.AsNoTracking().SingleAsync(a => a.Id == id, ct) : null;
        if (standing is null) await db.SaveChangesAsync(ct);
        else if (AudienceRules.Recipients(source.Tlp, standing.Scope, await directory.Now(ct)).Count > 0) await Issue(source, standing.Audience, revives: false, ct);
        else await Silence(source, source.AdvisoryId!.Value, ct);
    }

    /// <summary>Nobody may have it any more: it leaves its advisory, which is recalled where it stood alone.</summary>
    async Task Silence(AdvisorySource source, Guid advisoryId, CancellationToken ct)
    {
        source.AdvisoryId = null;
        source.DropNarrative();
        await db.SaveChangesAsync(ct);
        await TakeOut(advisoryId, Relabelled, ct);
    }

    /// <summary>A source is taken back: its advisory goes on without it, or is recalled where it stood alone.</summary>
    public async Task Withdraw(AdvisorySource source, CancellationToken ct)
    {
        var stoodIn = source.AdvisoryId;
        (source.Withdrawn, source.Flash, source.AdvisoryId) = (true, null, null);
        source.DropNarrative();
        await db.SaveChangesAsync(ct);
        if (stoodIn is null) return;

        await TakeOut(stoodIn.Value, "この情報は提供元により取り下げられました。 / The source took this information back.", ct);
    }

    /// <summary>What a source says now goes out under another label or to others: it leaves the advisory it stood in, and takes no text along that was approved for that one.</summary>
    async Task Leave(AdvisorySource source, Guid advisoryId, CancellationToken ct)
    {
        source.AdvisoryId = null;
        if (source.NarrativeVersion < source.ReportVersion) source.DropNarrative();
        await db.SaveChangesAsync(ct);
        await TakeOut(advisoryId, "この情報は提供元の続報または取扱いの変更により置き換えられました。 / A later report of the source or a change of its label replaced this information.", ct);
    }

    /// <summary>An advisory that a source has left goes on without it, or is recalled where it stood alone.</summary>
    async Task TakeOut(Guid advisoryId, string reason, CancellationToken ct)
    {
        var advisory = await Locked(advisoryId, ct);
        if (advisory.State == Advisory.Recalled) return;

        if (await db.Sources.AnyAsync(s => s.AdvisoryId == advisory.Id, ct)) await Reissue(advisory, changed: null, ct);
        else await Recall(advisory, reason, ct);
    }

    /// <summary>Recalls an advisory from exactly those who got it: whoever left the audience before anything of it reached them hears nothing of it now either.</summary>
    public async Task Recall(Advisory advisory, string reason, CancellationToken ct)
    {
        advisory.Recall(reason, clock.GetUtcNow());
        db.Audit(AuditActions.AdvisoryRecalled, $"advisory/{advisory.Id}");
        await DropFilesBut(advisory, ct);
        await KeepIndicators(advisory, ct);
        var had = await Touched(advisory.Id, ct);
        await Fill(advisory, [.. (await StillReached(advisory, ct)).Union((await Reached(advisory.Id, ct)).Where(d => had.Contains(d.Mailbox)))], ct);
    }

    /// <summary>Those who got it and may still see it under the label it has now; of people, whose organisation is known only when they read, those who are named.</summary>
    public async Task<IReadOnlyList<Delivery>> StillReached(Advisory advisory, CancellationToken ct)
    {
        var now = await directory.Now(ct);
        return [.. (await Reached(advisory.Id, ct)).Where(d => advisory.Tlp == Tlp.Red ? advisory.People.Contains(d.Mailbox) : AudienceRules.MaySee(advisory.Tlp, advisory.Scope, Mailbox.Of(d.Mailbox), now))];
    }

    /// <summary>The mailboxes whose people were hinted, read, or were told by another channel.</summary>
    Task<HashSet<Guid>> Touched(Guid advisoryId, CancellationToken ct) => db.Database.SqlQuery<Guid>(
        $"""
        select mailbox_id as "Value" from inbox where advisory_id = {advisoryId} and coalesce(pushed_at, delivered_at, opened_at, confirmed_at, cannot_act_at) is not null
        union select mailbox_id from dispatch where advisory_id = {advisoryId} and state in ({Dispatch.Sent}, {Dispatch.Bounced})
        union select recipient_id from call where advisory_id = {advisoryId} and reached
        """).ToHashSetAsync(ct);

    /// <summary>Of the files of an advisory those alone stay that its newest version has.</summary>
    public Task<int> DropFilesBut(Advisory advisory, CancellationToken ct)
    {
        Guid[] stay = [.. advisory.Content.Attachments.Select(a => a.Id)];
        return db.Attachments.Where(a => a.AdvisoryId == advisory.Id && !stay.Contains(a.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>Everyone who got the advisory, by the hop it came by.</summary>
    public Task<List<Delivery>> Reached(Guid advisoryId, CancellationToken ct) =>
        db.Inbox.Where(r => r.AdvisoryId == advisoryId).Select(r => new Delivery(r.MailboxId, r.Hop)).Distinct().ToListAsync(ct);

    async Task Reissue(Advisory advisory, AdvisorySource? changed, CancellationToken ct)
    {
        var sources = await db.Sources.Where(s => s.AdvisoryId == advisory.Id).OrderBy(s => s.SourceId).ToListAsync(ct);
        if (changed is not null && !sources.Contains(changed)) sources.Add(changed);
        advisory.Issue(AdvisoryText.Compose(sources), clock.GetUtcNow());
        await KeepIndicators(advisory, ct);
        db.Publish(new AdvisoryReleased
        {
            AdvisoryId = advisory.Id,
            Version = advisory.Version,
            Number = advisory.Number,
            SourceIds = [.. sources.Select(s => s.SourceId)],
            NarrativeSourceIds = [.. sources.Where(s => s.NarrativeBody is not null).Select(s => s.SourceId)],
            Drill = advisory.Drill,
        });

        var recipients = AudienceRules.Recipients(advisory.Tlp, advisory.Scope, await directory.Now(ct));
        await Fill(advisory, [.. recipients.Select(r => new Delivery(r.Id, "audience"))], ct);
    }

    /// <summary>
    /// Saves the advisory and puts one row of its newest version into each mailbox, numbered without a gap. Mailboxes are locked in the order of their ids,
    /// so that releases never wait in a ring, and as the last thing before the commit, so that they wait for little.
    /// </summary>
    public async Task Fill(Advisory advisory, IReadOnlyCollection<Delivery> deliveries, CancellationToken ct)
    {
        Guid[] mailboxes = [.. deliveries.Select(d => d.Mailbox)];
        string[] hops = [.. deliveries.Select(d => d.Hop)];
        var now = clock.GetUtcNow();
        db.Publish(new InboxesFilled { AdvisoryId = advisory.Id });
        await db.SaveChangesAsync(ct);
        await db.Sign(advisory, signer, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into mailbox (id, last)
            select id, 0 from unnest({mailboxes}) as new (id)
            where not exists (select from mailbox m where m.id = new.id)
            order by id on conflict do nothing
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with locked as (select id from mailbox where id = any({mailboxes}) order by id for update),
                 counted as (update mailbox m set last = m.last + 1 from locked where m.id = locked.id returning m.id, m.last),
                 wanted as (insert into escalation_wanted (advisory_id) values ({advisory.Id}))
            insert into inbox (mailbox_id, sequence, advisory_id, version, event, issued_at, hop, urgent, drill)
            select c.id, c.last, {advisory.Id}, {advisory.Version}, {advisory.State}, {now}, d.hop, {advisory.GoesFirst}, {advisory.Drill}
            from counted c join unnest({mailboxes}, {hops}) as d (id, hop) on d.id = c.id
            """, ct);
    }

    /// <summary>The advisory, locked until the transaction ends.</summary>
    public Task<Advisory> Locked(Guid advisoryId, CancellationToken ct) =>
        db.Advisories.FromSql($"select * from advisory where id = {advisoryId} for update").SingleAsync(ct);

    /// <summary>The advisory the source stands in. It takes on the source's label where the source stands in it alone; else, or where it was recalled or goes to others, the source leaves it.</summary>
    async Task<Advisory?> Standing(Guid stoodIn, AdvisorySource source, Tlp tlp, string audienceKey, CancellationToken ct)
    {
        var advisory = await Locked(stoodIn, ct);
        if (advisory.State == Advisory.Released && advisory.AudienceKey == audienceKey && advisory.DrillId == source.DrillId)
        {
            if (advisory.Tlp == tlp) return advisory;
            if (!await db.Sources.AnyAsync(s => s.AdvisoryId == stoodIn && s.SourceId != source.SourceId, ct))
            {
                // a text of an earlier report was approved for that report's label
                if (source.NarrativeVersion < source.ReportVersion) source.DropNarrative();
                advisory.Tlp = tlp;
                return advisory;
            }
        }

        await Leave(source, stoodIn, ct);
        return null;
    }

    /// <summary>An open advisory of the same label and audience that shares an indicator; live joins live, and an answer its own drill's.</summary>
    async Task<Advisory?> Joined(FlashIndicator[] joining, AdvisorySource source, Tlp tlp, string audienceKey, DateTimeOffset now, CancellationToken ct)
    {
        if (joining.Length == 0) return null;

        var types = joining.Select(i => i.Type).ToArray();
        var values = joining.Select(i => i.Value).ToArray();
        var openSince = now - OpenFor;
        return await db.Advisories.FromSql(
            $"""
            select a.* from advisory a
            where a.state = 'released' and a.tlp = {tlp.Label()} and a.audience_key = {audienceKey} and a.drill_id is not distinct from {source.DrillId} and a.first_issued_at > {openSince}
              and exists (select from advisory_indicator i join unnest({types}, {values}) as s (type, value) on i.type = s.type and i.value = s.value
                          where i.advisory_id = a.id)
            order by a.first_issued_at limit 1 for update
            """).SingleOrDefaultAsync(ct);
    }

    async Task KeepIndicators(Advisory advisory, CancellationToken ct)
    {
        var held = await db.Indicators.Where(i => i.AdvisoryId == advisory.Id).ToListAsync(ct);
        var stands = advisory.Content.Indicators.Where(JoinRules.Joins).ToHashSet();
        db.Indicators.RemoveRange(held.Where(h => !stands.Contains(new() { Type = h.Type, Value = h.Value })));
        db.Indicators.AddRange(stands.Where(s => !held.Any(h => h.Type == s.Type && h.Value == s.Value))
            .Select(s => new AdvisoryIndicator { AdvisoryId = advisory.Id, Type = s.Type, Value = s.Value }));
    }

    /// <summary>Makes whoever joins by one of the same indicators wait until this transaction ends; 256 locks an audience, taken in their order.</summary>
    async Task LockIndicators(FlashIndicator[] joining, string circle, CancellationToken ct)
    {
        if (joining.Length == 0) return;

        var names = joining.Select(i => i.Type + " " + i.Value).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            select pg_advisory_xact_lock(hashtext({circle}), bucket)
            from (select distinct hashtext(name) & 255 as bucket from unnest({names}) as i (name) order by 1 offset 0) b
            """, ct);
    }

    Task<int> Lock(string what, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({what}, 0))", ct);
}
