using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Attestation;

/// <summary>How long ago the organisations of each CEPTOAR, its second hop included, confirmed their entries: for the centre, and a secretariat's own.</summary>
public static class ListAttestations
{
    public record Query(string? Ceptoar) : IRequest<IReadOnlyList<View>>;

    /// <summary><c>Late</c>: organisations that were to confirm by now and did not; <c>/api/attestations/late</c> names them.</summary>
    public record View(string Ceptoar, string Name, int Organisations, Ages Ages, int Late);

    /// <summary>Organisations by the age of what they last confirmed.</summary>
    public record Ages(int UnderHalfYear, int UnderYear, int Older, int Never);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Ceptoar).OneOf([.. CeptoarTable.All.Select(c => c.Code)]);
    }

    public static void Map(IEndpointRouteBuilder attestations) => attestations
        .MapGet("/", async (string? ceptoar, IMediator mediator, CancellationToken ct) => Paging.Whole(await mediator.Send(new Query(ceptoar), ct)));

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = await db.CeptoarsOverseenBy(caller, cancellationToken);
            var now = clock.GetUtcNow();
            var organisations = await db.Organisations.AsNoTracking().Where(o => o.Active && (o.Ceptoars.Any(c => own.Contains(c)) || o.SecondHop.Any(c => own.Contains(c))))
                .Select(o => new
                {
                    o.Ceptoars,
                    o.SecondHop,
                    At = db.Attestations.Where(a => a.OrganisationId == o.Id).Max(a => (DateTimeOffset?)a.At),
                    Late = db.AttestationTasks.Any(t => t.OrganisationId == o.Id && t.DoneAt == null && t.Due < now),
                })
                .ToListAsync(cancellationToken);

            var (halfYear, year) = (now.AddMonths(-6), now.AddYears(-1));
            return [.. own.Where(c => request.Ceptoar is null || c == request.Ceptoar).Select(code =>
            {
                var members = organisations.Where(o => o.Ceptoars.Contains(code) || o.SecondHop.Contains(code)).ToArray();
                var ages = new Ages(members.Count(m => m.At >= halfYear), members.Count(m => m.At < halfYear && m.At >= year), members.Count(m => m.At < year), members.Count(m => m.At is null));
                return new View(code, CeptoarTable.Find(code)!.Name, members.Length, ages, members.Count(m => m.Late));
            })];
        }
    }

    /// <summary>The CEPTOARs that the caller watches over: all for the centre, else those whose secretariat it is.</summary>
    public static async Task<string[]> CeptoarsOverseenBy(this RegistryDb db, Caller caller, CancellationToken ct)
    {
        if (caller.IsOfTheCentre()) return [.. CeptoarTable.All.Select(c => c.Code)];

        var own = await db.CeptoarsRunBy(caller).ToListAsync(ct);
        return [.. CeptoarTable.All.Select(c => c.Code).Where(own.Contains)];
    }
}
