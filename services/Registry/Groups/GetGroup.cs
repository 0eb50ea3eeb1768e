using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Groups;

/// <summary>One group. Whom it names and leaves out is told only to those who may learn its members.</summary>
public static class GetGroup
{
    public record Query(Guid Id) : IRequest<View?>;

    /// <summary><c>Count</c>, <c>Members</c> and <c>Except</c> are null where the caller may not know them.</summary>
    public record View(
        Guid Id, long Version, string Kind, string Name, string NameEn, string SizeBand, int? Count, Circle? Members, Circle? Except, bool WithoutMinistries, bool Closed);

    public static void Map(IEndpointRouteBuilder groups) => groups
        .MapGet("/{groupId:guid}", async Task<Results<Ok<View>, NotFound>> (Guid groupId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(groupId), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken) =>
            (await db.GroupsWithMembers(cancellationToken)).Find(g => g.Group.Id == request.Id) is { } found && caller.MayKnow(found)
                ? ViewOf(found, caller, await db.Known(caller, cancellationToken))
                : null;
    }

    static View ViewOf(SizedGroup found, Caller caller, HashSet<Guid> known)
    {
        var (g, told) = (found.Group, caller.MaySeeMembers(found.Group));
        return new(
            g.Id, g.Version, g.Kind, g.Name, g.NameEn, GroupSize.Band(found.Members.Count), told && found.Members.IsSubsetOf(known) ? found.Members.Count : null,
            told ? g.Members : null, told ? g.Except : null, g.WithoutMinistries, g.Closed);
    }

    internal static async Task<View> ViewOf(this RegistryDb db, Group group, Caller caller, CancellationToken ct) =>
        ViewOf((await db.GroupsWithMembers(ct)).Single(g => g.Group.Id == group.Id), caller, await db.Known(caller, ct));

    /// <summary>Whom the caller knows; a number that holds others would tell of them.</summary>
    internal static async Task<HashSet<Guid>> Known(this RegistryDb db, Caller caller, CancellationToken ct) => await db.KnownTo(caller).Select(o => o.Id).ToHashSetAsync(ct);
}
