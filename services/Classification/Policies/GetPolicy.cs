using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Policies;

/// <summary>The history of a scope's policy, newest version first; drafts for its owner and the centre.</summary>
public static class GetPolicy
{
    public record Query(string Scope) : IRequest<Page<PolicyView>?>;

    public static void Map(IEndpointRouteBuilder policies) => policies
        .MapGet("/{scope}", async Task<Results<Ok<Page<PolicyView>>, NotFound>> (string scope, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(scope), ct) is { } history ? TypedResults.Ok(history) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, PolicyReader reader, DirectoryReader directory, Caller caller) : IRequestHandler<Query, Page<PolicyView>?>
    {
        public async Task<Page<PolicyView>?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (PolicyScope.OwnerOf(request.Scope, await directory.Now(cancellationToken)) is null) return null;

            var now = await reader.Now(cancellationToken);
            var versions = await db.Policies.AsNoTracking().Where(p => p.Scope == request.Scope).OrderByDescending(p => p.Number).ToListAsync(cancellationToken);
            var views = versions.Where(v => PolicyView.MaySee(v, caller)).Select(v => PolicyView.Of(v, now)).ToList();
            return Paging.Whole(request.Scope == PolicyScope.National ? views.Append(PolicyView.BuiltIn(!views.Exists(v => v.InForce))) : views);
        }
    }
}
