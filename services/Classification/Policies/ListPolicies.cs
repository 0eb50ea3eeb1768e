using Ceptoar.Hosting.Http;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Policies;

/// <summary>The policies in force: the national default and what ministries and CEPTOARs have on top of it.</summary>
public static class ListPolicies
{
    public record Query : IRequest<Page<PolicyView>>;

    public static void Map(IEndpointRouteBuilder policies) => policies
        .MapGet("/", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(ClassificationDb db, PolicyReader reader) : IRequestHandler<Query, Page<PolicyView>>
    {
        public async Task<Page<PolicyView>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = await reader.Now(cancellationToken);
            var approved = await db.Policies.AsNoTracking().Where(p => p.State == PolicyVersion.Approved).OrderBy(p => p.Scope).ToListAsync(cancellationToken);
            var views = approved.Where(now.InForce).Select(p => PolicyView.Of(p, now)).ToList();
            return Paging.Whole(views.Exists(v => v.Scope == PolicyScope.National) ? views : views.Prepend(PolicyView.BuiltIn(inForce: true)));
        }
    }
}
