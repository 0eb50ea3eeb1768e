using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>Who is signed in: itself, its roles, its organisation and the CEPTOARs of that.</summary>
public static class GetMe
{
    public record Query : IRequest<View?>;

    public record View(string Subject, IEnumerable<string> Roles, Own Organisation, IEnumerable<OwnCeptoar> Ceptoars);

    public record Own(Guid Id, string Name, string Kind);

    public record OwnCeptoar(string Code, string Name);

    public static void Map(IEndpointRouteBuilder me) => me
        .MapGet("/", async Task<Results<Ok<View>, NotFound>> (IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == caller.OrganisationId, cancellationToken);
            return own is null ? null : new(
                caller.Subject, caller.Roles, new(own.Id, own.Name, own.Kind),
                CeptoarTable.All.Where(c => own.Ceptoars.Contains(c.Code)).Select(c => new OwnCeptoar(c.Code, c.Name)));
        }
    }
}
