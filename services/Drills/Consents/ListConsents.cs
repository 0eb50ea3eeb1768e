using Ceptoar.Directory;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Consents;

/// <summary>Who agreed to take part in drills, CEPTOAR by CEPTOAR: a secretariat's own, the centre all (I6).</summary>
public static class ListConsents
{
    public record Query(string? Ceptoar) : IRequest<IReadOnlyList<View>>;

    /// <summary><c>Agreed</c>: null until something was said. <c>How</c>: null where the organisation said so itself.</summary>
    public record View(Guid OrganisationId, string Name, string Ceptoar, bool SecondHop, bool? Agreed, string? How, DateTimeOffset? At);

    public static void Map(IEndpointRouteBuilder consents) => consents
        .MapGet("/", async (string? ceptoar, IMediator mediator, CancellationToken ct) => Paging.Whole(await mediator.Send(new Query(ceptoar), ct)));

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = await directory.Now(cancellationToken);
            var (all, own) = (DrillRules.SeesAll(caller, now), DrillRules.OwnCeptoars(caller, now));
            var rows =
                (from ceptoar in now.Groups.Values.Where(g => g is { Kind: "ceptoar", Closed: false })
                 from code in ceptoar.Members.Ceptoars
                 where (all || own.Contains(code)) && (request.Ceptoar is null || request.Ceptoar == code)
                 orderby code
                 from candidate in ParticipantRules.Candidates(ceptoar, now)
                 select (Ceptoar: code, Candidate: candidate)).ToArray();
            var ids = rows.Select(r => r.Candidate.Organisation.Id).Distinct().ToArray();
            var held = await db.Consents.AsNoTracking().Where(c => ids.Contains(c.OrganisationId)).ToDictionaryAsync(c => c.OrganisationId, cancellationToken);
            return [.. rows.Select(r => ViewOf(r.Ceptoar, r.Candidate, held.GetValueOrDefault(r.Candidate.Organisation.Id)))];
        }

        static View ViewOf(string ceptoar, Candidate candidate, Consent? held) =>
            new(candidate.Organisation.Id, candidate.Organisation.Name, ceptoar, candidate.SecondHop, held?.Agreed, held?.How, held?.At);
    }
}
