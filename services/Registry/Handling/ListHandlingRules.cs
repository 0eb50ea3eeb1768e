using Ceptoar.Hosting.Http;

namespace Ceptoar.Registry.Handling;

/// <summary>All versions of the handling rules, the one to accept last.</summary>
public static class ListHandlingRules
{
    public static void Map(IEndpointRouteBuilder rules) => rules.MapGet("/", () => Paging.Whole(HandlingRulesTable.All));
}
