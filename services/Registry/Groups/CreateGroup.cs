using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Groups;

/// <summary>A secretariat, an analyst or an administrator makes a group: named organisations, a working group, or an expression of other groups.</summary>
public static class CreateGroup
{
    const int MaxOwned = 200;

    public record Command : GroupDetails, IRequest<GetGroup.View>;

    public class Validator(RegistryDb db, Caller caller) : GroupRules<Command>(db, caller, changed: _ => null);

    public static void Map(IEndpointRouteBuilder groups) => groups
        .MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
        {
            var view = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/groups/{view.Id}", view);
        });

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Command, GetGroup.View>
    {
        public async Task<GetGroup.View> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            if (await db.Groups.CountAsync(g => g.Owner == caller.OrganisationId && !g.Closed, cancellationToken) >= MaxOwned)
            {
                throw new RuleViolation($"一つの組織が持てるグループは {MaxOwned} 件までです。", $"An organisation keeps at most {MaxOwned} groups.");
            }

            var group = new Group { Id = Guid.NewGuid() };
            group.Describe(request, caller.OrganisationId, position: await db.Groups.MaxAsync(g => g.Position, cancellationToken) + 1);
            db.Add(group);
            await db.RefuseTakenName(group, cancellationToken);
            db.Publish(group.Changed());
            db.Audit(AuditActions.GroupChanged, $"group/{group.Id}", "created");
            await db.SaveChangesAsync(cancellationToken);
            return await db.ViewOf(group, caller, cancellationToken);
        }
    }
}
