using Ceptoar.Hosting.Http;

namespace Ceptoar.Distribution.Advisories;

/// <summary>The forms of advisories with what each requires.</summary>
public static class ListTemplates
{
    public record View(string Code, string Name, string NameEn, IReadOnlyList<string> Requires);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/templates", () => Paging.Whole(Template.All.Select(t => new View(t.Code.Value, t.Code.Ja, t.Code.En, t.Requires))));
}
