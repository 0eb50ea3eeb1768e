using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Drills;
using Ceptoar.Distribution.Relays;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Advisories;

/// <summary>
/// Reads one advisory of the caller's mailbox, or one that its organisation wrote, which it sees as its recipients do, released or not.
/// A recalled one answers with its reason and no content.
/// </summary>
public static class GetAdvisory
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    /// <summary>
    /// <c>Number</c> is null of what is not released, <c>Sequence</c> and <c>MyReceipt</c> of what did not come to the caller, <c>Issuer</c> where it is made from reports.
    /// <c>BodyHtml</c> is the body rendered safely, null where it is plain text. <c>References</c> are URLs and CVE numbers; <c>Vulnerabilities</c> those of them with CVSS.
    /// </summary>
    public record View(
        Guid Id, string? Number, int Version, string State, long? Sequence, string? Issuer, string? Title, string? Summary, string? Body, string? BodyHtml, Tlp Tlp, string? Kind,
        string? Purpose, string? Origin, IReadOnlyList<string> Events, IReadOnlyList<string> Causes, string? ServiceImpact, string? Severity, string? Urgency, string? Sector, string? Region, string? Size,
        DateTimeOffset? DetectedHour, string? DetectedGrain, IReadOnlyList<FlashIndicator> Indicators, IReadOnlyList<string> References, IReadOnlyList<Vulnerability> Vulnerabilities,
        string? Addressee, string? RequiredAction, string? Lessons, IReadOnlyList<AttachedFile> Attachments, IReadOnlyList<string> Handling,
        DateTimeOffset? Due, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, bool Drill, IReadOnlyList<Note> Notes, int Reports,
        string? RecallReason, ReceiptView? MyReceipt);

    /// <summary>What a body said that handed it down to the caller.</summary>
    public record Note(string? By, string Text, DateTimeOffset At);

    public record Vulnerability(string Cve, string CvssVector, decimal? CvssScore);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}", async Task<IResult> (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? LightRendition.Answer(view, http) : TypedResults.NotFound())
        .Produces<View>()
        .Produces(404);

    public class Handler(DistributionDb db, Reading reading, Caller caller, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            await reading.RefuseWithoutHandlingRules(own, cancellationToken);
            if (await reading.FindTold(request.AdvisoryId, caller, cancellationToken) is { } found) return await Shown(found.Advisory, found.Row, cancellationToken);
            if (!AuthorRules.Works(caller)) return null;
            if (await reading.Written(request.AdvisoryId, own, cancellationToken) is { } written) return await Shown(written, row: null, cancellationToken);
            if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.AdvisoryId && d.Author == own, cancellationToken) is not { } draft) return null;

            var view = ViewOf(draft.Content, await reading.NameOf(own, cancellationToken));
            return view with { Id = draft.Id, State = draft.State, Tlp = draft.Tlp, IssuedAt = draft.WrittenAt, ExpiresAt = draft.ExpiresAt };
        }

        async Task<View> Shown(Advisory a, InboxRow? row, CancellationToken ct) =>
            ViewOf(a.State == Advisory.Recalled ? null : a.Content, await reading.NameOf(a.Author, ct)) with
            {
                Id = a.Id,
                Number = a.Number,
                Version = a.Version,
                State = a.StateAt(clock.GetUtcNow()),
                Sequence = row?.Sequence,
                Title = a.State == Advisory.Recalled ? null : DrillMark.TitleOf(a),
                Tlp = a.Tlp,
                IssuedAt = a.IssuedAt,
                ExpiresAt = a.ExpiresAt,
                Drill = a.Drill,
                RecallReason = a.RecallReason,
                Notes = row is null || a.State == Advisory.Recalled ? [] : await NotesFor(row.MailboxId, a.Id, ct),
                MyReceipt = row?.Receipt,
            };

        async Task<IReadOnlyList<Note>> NotesFor(Guid mailbox, Guid advisory, CancellationToken ct)
        {
            var notes = new List<Note>();
            foreach (var hop in await db.RelayHops.AsNoTracking().Where(h => h.AdvisoryId == advisory && h.Note != null && h.Reached.Contains(mailbox)).OrderBy(h => h.RelayedAt).ToListAsync(ct))
            {
                notes.Add(new(await reading.NameOf(hop.Body, ct), hop.Note!, hop.RelayedAt!.Value));
            }

            return notes.DistinctBy(n => (n.By, n.Text)).ToList();
        }

        static View ViewOf(AdvisoryContent? c, string? issuer) => new(
            Id: default, Number: null, Version: 0, State: "", Sequence: null, issuer, c is null ? null : Problems.Say(c.TitleJa, c.TitleEn), c is null ? null : Problems.Say(c.SummaryJa, c.SummaryEn),
            c?.Body, c is { IsMarkdown: true } ? MarkdownText.ToHtml(c.Body) : null, Tlp.Red, c?.Kind,
            c?.Purpose, c?.Origin, c?.Events ?? [], c?.Causes ?? [], c?.ServiceImpact, c?.Severity, c?.Urgency, c?.Sector, c?.Region, c?.Size,
            c?.DetectedHour, c?.DetectedGrain, [.. c?.Indicators.Where(i => i.Type != "cve") ?? []], ReferencesOf(c), VulnerabilitiesOf(c), c?.Addressee, c?.RequiredAction, c?.Lessons, c?.Attachments ?? [], c?.Handling ?? [],
            c?.Due, IssuedAt: default, ExpiresAt: null, Drill: false, Notes: [], c?.Reports ?? 0, RecallReason: null, MyReceipt: null);

        static IReadOnlyList<string> ReferencesOf(AdvisoryContent? c) =>
            [.. (c?.Indicators.Where(i => i.Type == "cve").Select(i => i.Value) ?? []).Concat(c?.References.Select(r => r.Cve ?? r.Url!) ?? []).Distinct()];

        static IReadOnlyList<Vulnerability> VulnerabilitiesOf(AdvisoryContent? c) =>
            [.. c?.References.Where(r => r.CvssVector is not null).Select(r => new Vulnerability(r.Cve!, r.CvssVector!, r.CvssScore)) ?? []];
    }
}
