using System.Text.Json.Serialization;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Groups;

/// <summary>Its owner, or an administrator, says anew whom a group names. Kind and owner stay.</summary>
public static class ChangeGroup
{
    public record Command : GroupDetails, IRequest<GetGroup.View?>
    {
        [JsonIgnore]
        public Guid Id { get; init; }
    }

    public class Validator(RegistryDb db, Caller caller) : GroupRules<Command>(db, caller, changed: c => c.Id);

    public static void Map(IEndpointRouteBuilder groups) => groups
        .MapPut("/{groupId:guid}", async Task<Results<Ok<GetGroup.View>, NotFound>> (Guid groupId, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Id = groupId }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Command, GetGroup.View?>
    {
        public async Task<GetGroup.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            if (await db.Groups.KeptBy(caller).SingleOrDefaultAsync(g => g.Id == request.Id, cancellationToken) is not { } group) return null;

            group.Describe(request, group.Owner ?? caller.OrganisationId, group.Position);
            await db.RefuseTakenName(group, cancellationToken);
            db.Publish(group.Changed());
            db.Audit(AuditActions.GroupChanged, $"group/{group.Id}", "changed");
            await db.SaveChangesAsync(cancellationToken);
            return await db.ViewOf(group, caller, cancellationToken);
        }
    }
}
