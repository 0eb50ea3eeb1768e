using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>Lists the labels of the reports' newest versions that the caller may see: newest first, or what came after a cursor, oldest first. The centre sees number and label of every report, of one it may not read to the hour.</summary>
public static class ListLabels
{
    public record Query(string? After, int? Limit) : IRequest<Page<Item>>;

    public record Item(Guid ReportId, string Number, int Version, int LabelVersion, Tlp RequestedTlp, Tlp Original, Tlp Ceiling, string Severity, string Urgency, bool Drill, bool DrillMarked, DateTimeOffset DecidedAt);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder labels) => labels
        .MapGet("/", (string? after, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(after, limit), ct));

    public class Handler(ClassificationDb db, OwnerKey ownerKey, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = ownerKey.Of(caller.OrganisationId);
            var visible = db.Decisions.AsNoTracking().VisibleTo(own, caller).Where(d => !db.Decisions.Any(later => later.ReportId == d.ReportId && later.Version > d.Version));
            var page = await (Paging.Position(request.After) is { } after
                ? visible.Where(d => d.Position > after).OrderBy(d => d.Position)
                : visible.OrderByDescending(d => d.Position)).Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);
            return new([.. page.Select(d => ItemOf(d, LabelVisibilityRules.MayReadOriginal(d, own)))], page.Count == 0 ? request.After : Paging.Cursor(page.Max(d => d.Position)));
        }

        static Item ItemOf(LabelDecision d, bool mayRead) => new(
            d.ReportId, d.Number, d.Version, d.LabelVersion, d.RequestedTlp, d.Original, d.Ceiling, d.Severity, d.Urgency, d.DrillId is not null, d.DrillMarked,
            mayRead ? d.DecidedAt : LabelVisibilityRules.ToTheHour(d.DecidedAt));
    }
}
