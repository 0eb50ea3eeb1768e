using Ceptoar.Directory;
using Ceptoar.Distribution.Relays;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Escalation;

/// <summary>How fast each CEPTOAR's silent members are reached: to its secretariat, its ministry and the centre.</summary>
public static class ListEscalationRules
{
    public record Query : IRequest<IReadOnlyList<View>>;

    /// <summary>Minutes a step waits for an answer, and how many people have to confirm. <c>ChangedAt</c> is null of the default.</summary>
    public record View(string Ceptoar, int UrgentMinutes, int NormalMinutes, int Responses, DateTimeOffset? ChangedAt)
    {
        public static View Of(EscalationRule rule) => new(rule.Ceptoar, rule.UrgentMinutes, rule.NormalMinutes, rule.Responses, rule.ChangedAt);

        public static View Default(string ceptoar, Pace usual) => new(ceptoar, Minutes(usual.Urgent), Minutes(usual.Normal), usual.Responses, ChangedAt: null);

        static int Minutes(TimeSpan time) => (int)Math.Ceiling(time.TotalMinutes);
    }

    public static void Map(IEndpointRouteBuilder rules) => rules
        .MapGet("/", async (IMediator mediator, CancellationToken ct) => Paging.Whole(await mediator.Send(new Query(), ct)));

    public class Handler(DistributionDb db, DirectoryReader directory, Paces paces, Caller caller) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var kept = await db.EscalationRules.AsNoTracking().ToDictionaryAsync(r => r.Ceptoar, cancellationToken);
            var now = await directory.Now(cancellationToken);
            return
            [
                .. from ceptoar in now.Groups.Values.Where(g => g.Kind == "ceptoar" && caller.MaySeeRelayRules(g))
                   from code in ceptoar.Members.Ceptoars
                   orderby code
                   select kept.TryGetValue(code, out var rule) ? View.Of(rule) : View.Default(code, paces.Usual),
            ];
        }
    }
}
