namespace Ceptoar.Registry.Tests;

public class OpenApiTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task Tells_the_commands_and_views_of_the_slices_apart()
    {
        var document = await registry.Http().Get("/openapi.json");

        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => s.Name).ToArray();
        Assert.Superset(
            new HashSet<string> { "IssueTokenCommand", "RegisterOrganisationCommand", "ChangeOrganisationCommand", "AddClientCommand", "GetMeView", "ListGroupsView", "PageOfListOrganisationsView" },
            schemas.ToHashSet());
        var fields = document.GetProperty("components").GetProperty("schemas").GetProperty("RegisterOrganisationCommand").GetProperty("properties");
        Assert.True(fields.TryGetProperty("ceptoars", out _));
    }
}
