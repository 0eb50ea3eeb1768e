using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Relays;

/// <summary>How each hop of a CEPTOAR is relayed: to its secretariat, its ministry and the centre.</summary>
public static class ListRelayRules
{
    public record Query : IRequest<IReadOnlyList<View>>;

    /// <summary><c>Mode</c>: manual, timed or automatic. <c>ChangedAt</c> is null of the default.</summary>
    public record View(string Ceptoar, string Hop, string Mode, int? AfterMinutes, DateTimeOffset? ChangedAt)
    {
        public static View Of(RelayRule rule) => new(rule.Ceptoar, rule.Hop, rule.Mode, rule.Mode == RelayRule.Timed ? rule.AfterMinutes : null, rule.ChangedAt);
    }

    public static void Map(IEndpointRouteBuilder rules) => rules
        .MapGet("/", async (IMediator mediator, CancellationToken ct) => Paging.Whole(await mediator.Send(new Query(), ct)));

    public class Handler(DistributionDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var kept = await db.RelayRules.AsNoTracking().ToDictionaryAsync(r => (r.Ceptoar, r.Hop), cancellationToken);
            var now = await directory.Now(cancellationToken);
            return
            [
                .. from ceptoar in now.Groups.Values.Where(g => g.Kind == "ceptoar" && caller.MaySeeRelayRules(g))
                   from code in ceptoar.Members.Ceptoars
                   from hop in HopName.Relayed
                   orderby code, HopName.Place(hop)
                   select View.Of(kept.GetValueOrDefault((code, hop)) ?? RelayRules.Default(code, hop)),
            ];
        }
    }

    internal static bool MaySeeRelayRules(this Caller caller, DirectoryGroup ceptoar) =>
        caller.Is(Role.Analyst) || caller.Is(Role.Approver) || ceptoar.Secretariat == caller.OrganisationId || ceptoar.Ministry == caller.OrganisationId;
}
