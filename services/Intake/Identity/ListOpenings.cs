using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Identity;

/// <summary>The openings that wait for an approver of the centre, oldest first.</summary>
public static class ListOpenings
{
    const int Most = 500;

    public record Query : IRequest<Page<Item>>;

    public record Item(Guid Id, Guid ReportId, string Number, bool Drill, string Reason, DateTimeOffset AskedAt);

    public static void Map(IEndpointRouteBuilder openings) => openings
        .MapGet("/", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(IntakeDb db, CaseVault vault, DirectoryReader directory, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!(await directory.Now(cancellationToken)).IsTheCentre(caller.OrganisationId)) return Paging.Whole<Item>([]);

            var waiting = await db.Openings.AsNoTracking().Where(o => o.State == IdentityOpening.Awaiting)
                .Join(db.Reports, o => o.ReportId, r => r.Id, (opening, report) => new { opening, report.Number, Drill = report.DrillId != null })
                .Join(db.Set<CaseKey>(), o => o.opening.ReportId, k => k.CaseId, (o, key) => new { o.opening, o.Number, o.Drill, key })
                .OrderBy(o => o.opening.AskedAt).Take(Most).ToListAsync(cancellationToken);
            return Paging.Whole(waiting.Select(o => new Item(o.opening.Id, o.opening.ReportId, o.Number, o.Drill, vault.Decrypt<string>(o.key, o.opening.Reason!), o.opening.AskedAt)));
        }
    }
}
