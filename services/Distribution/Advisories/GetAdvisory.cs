using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Reads one advisory of the caller's mailbox. A recalled one answers with its reason and no content.</summary>
public static class GetAdvisory
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    public record View(
        Guid Id, string Number, int Version, string State, long Sequence, string? Title, string? Summary, string? Body, Tlp Tlp, string? Kind,
        IReadOnlyList<string> Events, IReadOnlyList<string> Causes, string? ServiceImpact, string? Severity, string? Urgency, string? Sector,
        DateTimeOffset? DetectedHour, IReadOnlyList<FlashIndicator> Indicators, IReadOnlyList<string> References, string? RequiredAction, IReadOnlyList<string> Handling,
        DateTimeOffset? Due, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, bool Drill, IReadOnlyList<string> Notes, int Reports,
        string? RecallReason, ReceiptView MyReceipt);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}", async Task<IResult> (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? LightRendition.Answer(view, http) : TypedResults.NotFound());

    public class Handler(Reading reading, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            await reading.RefuseWithoutHandlingRules(caller.OrganisationId, cancellationToken);
            return await reading.Find(request.AdvisoryId, caller.OrganisationId, cancellationToken) is { } found ? ViewOf(found) : null;
        }

        static View ViewOf(Reading.Found found)
        {
            var (a, row) = (found.Advisory, found.Row);
            var c = a.State == Advisory.Recalled ? null : a.Content;
            return new(
                a.Id, a.Number, a.Version, a.State, row.Sequence, c is null ? null : Problems.Say(c.TitleJa, c.TitleEn), c is null ? null : Problems.Say(c.SummaryJa, c.SummaryEn),
                c?.Body, a.Tlp, c?.Kind, c?.Events ?? [], c?.Causes ?? [], c?.ServiceImpact, c?.Severity, c?.Urgency, c?.Sector, c?.DetectedHour,
                [.. c?.Indicators.Where(i => i.Type != "cve") ?? []], [.. c?.Indicators.Where(i => i.Type == "cve").Select(i => i.Value) ?? []],
                RequiredAction: null, c?.Handling ?? [], Due: null, a.IssuedAt, ExpiresAt: null, Drill: false, Notes: [], c?.Reports ?? 0, a.RecallReason, row.Receipt);
        }
    }
}
