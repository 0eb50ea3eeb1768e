using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Groups;

/// <summary>Its owner, or an administrator, closes a group: it has no members any more and no audience can name it.</summary>
public static class CloseGroup
{
    public record Command(Guid Id) : IRequest<bool>;

    public static void Map(IEndpointRouteBuilder groups) => groups
        .MapDelete("/{groupId:guid}", async Task<Results<NoContent, NotFound>> (Guid groupId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(groupId), ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.OneWriterAtATime(cancellationToken);
            if (await db.Groups.KeptBy(caller).SingleOrDefaultAsync(g => g.Id == request.Id && !g.Closed, cancellationToken) is not { } group) return false;

            // whoever leaves this group out would leave nobody out any more, and so would have no members at all
            var naming = (await db.Groups.AsNoTracking().Where(g => !g.Closed).ToListAsync(cancellationToken))
                .Any(g => g.Groups.Contains(group.Id) || g.Except?.Groups.Contains(group.Id) is true);
            if (naming) throw new RuleViolation("他のグループがこのグループを参照しています。", "Another group names this one.");

            group.Close();
            db.Publish(group.Changed());
            db.Audit(AuditActions.GroupChanged, $"group/{group.Id}", "closed");
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
