using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Teaching;

/// <summary>The words one may decide about, those that wait first: a manager the own organisation's, an analyst of the centre the names that stay.</summary>
public static class ListTerms
{
    const int Most = 500;

    public record Query : IRequest<Page<Item>>;

    /// <param name="Action">remove or keep.</param>
    /// <param name="State">proposed or accepted.</param>
    public record Item(Guid Id, string Action, string Text, string State, DateTimeOffset ProposedAt, DateTimeOffset? AcceptedAt);

    public static void Map(IEndpointRouteBuilder terms) => terms
        .MapGet("/", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(AnonymisationDb db, IdentifyingSealer sealer, TermsInSight inSight) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var terms = await (await inSight.Of(db.Terms.AsNoTracking(), cancellationToken)).OrderBy(t => t.AcceptedAt != null).ThenBy(t => t.ProposedAt).Take(Most).ToListAsync(cancellationToken);
            return Paging.Whole(terms.Select(t => new Item(
                t.Id, t.Action, sealer.Open<TaughtWord>(new() { Sealed = t.Sealed }).Text, t.AcceptedAt is null ? "proposed" : "accepted", t.ProposedAt, t.AcceptedAt)));
        }
    }
}

/// <summary>Which terms a caller decides about.</summary>
public sealed class TermsInSight(OwnerKey ownerKey, DirectoryReader directory, Caller caller)
{
    public async Task<IQueryable<TaughtTerm>> Of(IQueryable<TaughtTerm> terms, CancellationToken ct)
    {
        var (mine, manages) = (ownerKey.Of(caller.OrganisationId), caller.Is(Role.Manager));
        var centre = caller.Is(Role.Analyst) && (await directory.Now(ct)).IsTheCentre(caller.OrganisationId);
        return terms.Where(t => (manages && t.Action == TaughtTerm.Remove && t.OwnerKey == mine) || (centre && t.Action == TaughtTerm.Keep));
    }
}
