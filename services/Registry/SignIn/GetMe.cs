using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Handling;
using Ceptoar.Registry.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>Who is signed in: itself, its roles, its organisation and the CEPTOARs of that.</summary>
public static class GetMe
{
    public record Query : IRequest<View?>;

    /// <summary><c>Person</c> and <c>Session</c> are null for a system.</summary>
    public record View(string Subject, IEnumerable<string> Roles, Own Organisation, IEnumerable<OwnCeptoar> Ceptoars, OwnPerson? Person, string? Session);

    /// <summary>The handling rules that the organisation accepted last, and those that are to be accepted.</summary>
    public record Own(Guid Id, string Name, string Kind, int? HandlingRulesVersion, int CurrentHandlingRulesVersion);

    public record OwnCeptoar(string Code, string Name);

    public record OwnPerson(Guid Id, string Name, string? NameEn, string? Email, string? Duty, string? DutyEn);

    public static void Map(IEndpointRouteBuilder me) => me
        .MapGet("/", async Task<Results<Ok<View>, NotFound>> (IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, PeopleSealer sealer) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == caller.OrganisationId, cancellationToken);
            return own is null ? null : new(
                caller.Subject, caller.Roles, new(own.Id, own.Name, own.Kind, own.HandlingRulesVersion, HandlingRulesTable.Current.Version),
                CeptoarTable.All.Where(c => own.Ceptoars.Contains(c.Code)).Select(c => new OwnCeptoar(c.Code, c.Name)),
                await Person(cancellationToken), caller.Session is { Length: > 0 } session ? session : null);
        }

        async Task<OwnPerson?> Person(CancellationToken ct)
        {
            if (caller.PersonId() is not { } id || await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person) return null;

            var details = person.DetailsOf(sealer);
            return new(person.Id, details.Name, details.NameEn, person.Email, details.Duty, details.DutyEn);
        }
    }
}
