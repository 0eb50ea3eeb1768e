using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Registry.Ceptoars;

/// <summary>The sectors of critical infrastructure: <c>{code, name, nameEn}</c> each.</summary>
public static class ListSectors
{
    public record View(string Code, string Name, string NameEn);

    public static void Map(IEndpointRouteBuilder sectors) => sectors
        .MapGet("/", () => Paging.Whole(Contracts.Sectors.All.Select(s => new View(s.Value, s.Ja, s.En))));
}
