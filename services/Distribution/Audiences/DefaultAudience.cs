using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Relays;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;

namespace Ceptoar.Distribution.Audiences;

/// <summary>
/// The groups an advisory goes to where its author names none: the CEPTOARs of its sector, of a body those that are its own. While
/// large-scale mode (大規模IT障害) is on, every CEPTOAR that the author may write to.
/// </summary>
public sealed class DefaultAudience(DistributionDb db, DirectoryReader directory, Caller caller)
{
    /// <summary>Ids of the groups, in order; none where the author has to choose.</summary>
    public async Task<Guid[]> Of(string? sector, CancellationToken ct) =>
        [.. GroupsOf(caller.OrganisationId, sector, await db.LargeScaleNow(ct) is { IsOn: true }, await directory.Now(ct)).Select(g => g.Id)];

    public static IReadOnlyList<DirectoryGroup> GroupsOf(Guid author, string? sector, bool isLargeScale, DirectorySnapshot directory)
    {
        if (directory.Active(author) is not { } own) return [];

        return
        [
            .. directory.Groups.Values.Where(g => g.Kind == "ceptoar" && AuthorRules.MayAddress(author, g.Id, directory)).OrderBy(g => g.Id)
                .Where(g => isLargeScale || (sector is null ? own.Kind != "centre" : directory.MembersOf([g.Id]).Any(o => o.Kind == "operator" && o.Sectors.Contains(sector)))),
        ];
    }
}

/// <summary>Whom an advisory would go to if its author named nobody: what a form begins with.</summary>
public static class GetDefaultAudience
{
    public record Query(string? Sector) : IRequest<View>;

    /// <summary><c>LargeScale</c>: whether the groups are as many because large-scale mode is on.</summary>
    public record View(IReadOnlyList<Group> Groups, bool LargeScale);

    public record Group(Guid Id, string Name);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/default-audience", (string? sector, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(sector), ct));

    public class Handler(DistributionDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var isLargeScale = await db.LargeScaleNow(cancellationToken) is { IsOn: true };
            var groups = DefaultAudience.GroupsOf(caller.OrganisationId, request.Sector, isLargeScale, await directory.Now(cancellationToken));
            return new([.. groups.Select(g => new Group(g.Id, Problems.Say(g.Name, g.NameEn)))], isLargeScale);
        }
    }
}
