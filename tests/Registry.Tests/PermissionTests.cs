using System.Net.Http.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.Seeding;
using Ceptoar.Testing;

namespace Ceptoar.Registry.Tests;

public class PermissionTests(RegistryFixture registry) : PermissionWalk<Program>(registry), IClassFixture<RegistryFixture>
{
    readonly RegistryFixture registry = registry;

    // one that the directory knows: to any other it has nothing to say about itself
    protected override Guid Organisation => WellKnownId.Centre;

    // what a CEPTOAR's members are reached by is no secret to the others
    protected override bool SeesAll(string path, string role) => OrganisationVisibility.CentreRoles.Contains(role) || path == "/api/ceptoars/{code}/channels";

    // what would identify a member is not for its secretariat
    protected override bool IsThereFor(string path, string role) => role != Role.Secretariat || !path.EndsWith("/identifying/proposals", StringComparison.Ordinal);

    protected override object? BodyOf(string method, string path, string role) => (method, path) switch
    {
        ("PUT", "/api/organisations/{id}") => new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "telecom" }, active = true },
        ("PUT", "/api/organisations/{id}/identifying") => new { strings = new { aliases = new[] { "みなと" } } },
        ("POST", "/api/organisations/{id}/identifying/confirmation") => new { version = 1 },
        ("PUT", "/api/organisations/{id}/channels") => new { channels = new object[] { new { channel = "hub" }, new { channel = "telephone", contact = "03-5555-0100" } } },
        ("POST", "/api/organisations/{id}/channels/{n}/test") => new { result = "reached" },
        ("POST", "/api/organisations/{id}/contacts/test") => new { contact = "desk", result = "reached" },
        ("PUT", "/api/organisations/{id}/webhook") => new { url = "https://hooks.walk.example/ceptoar" },
        ("POST", "/api/organisations/{id}/attestation") => new { },
        ("POST", "/api/organisations/{id}/attestation/request") => new { reason = "訓練" },
        ("PUT", "/api/organisations/{id}/roster") => new { entries = Array.Empty<object>(), absences = Array.Empty<object>() },
        ("PUT", "/api/organisations/{id}/desk") => new { name = "夜間窓口", telephone = "03-5555-0100" },
        ("PUT", "/api/organisations/{id}/executive") => new { name = "役員", email = "executive@walk.example", notifyFrom = "high" },
        ("POST", "/api/organisations/{id}/handling-rules") when role is not (Role.Secretariat or Role.Observer or Role.Liaison) => new { version = HandlingRules.Current },
        ("POST", "/api/organisations/{id}/clients") => new { role = "operator" },
        ("PUT", "/api/people/{personId}") => new { name = "歩行者", roles = new[] { Role.Manager }, active = true },
        ("PUT", "/api/groups/{groupId}") => new { name = $"部会 {Guid.NewGuid()}", nameEn = $"Group {Guid.NewGuid()}", kind = "workingGroup", withoutMinistries = true, members = new { ceptoars = new[] { "telecom" } } },
        _ => null,
    };

    protected override async Task<OwnItems> MakeItems()
    {
        var id = await registry.Operator("telecom");
        var client = await registry.Administrator.Post($"/api/organisations/{id}/clients", new { role = "operator" });
        var group = await registry.SecretariatOf("telecom").Post("/api/groups", new { name = $"部会 {id}", nameEn = $"Group {id}", kind = "workingGroup", withoutMinistries = true, members = new { organisations = new[] { id } } });
        await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}/desk", new { name = "夜間窓口", telephone = "03-5555-0100" });
        await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}/executive", new { name = "役員", email = "executive@walk.example", notifyFrom = "high" });
        await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}/channels", BodyOf("PUT", "/api/organisations/{id}/channels", Role.Administrator));
        await registry.Administrator.PutAsJsonAsync($"/api/organisations/{id}/webhook", BodyOf("PUT", "/api/organisations/{id}/webhook", Role.Administrator));
        var person = await registry.Administrator.Post("/api/people", new { organisationId = id, email = $"walk-{Guid.NewGuid():N}@walk.example", name = "歩行者", roles = new[] { Role.Manager } });
        return new(
            new Dictionary<string, Guid> { [Role.Operator] = id, [Role.Manager] = id, [Role.Secretariat] = CeptoarTable.Find("telecom")!.SecretariatId, [Role.Administrator] = WellKnownId.Centre },
            new Dictionary<string, string>
            {
                ["id"] = id.ToString(),
                ["clientId"] = client.GetProperty("clientId").GetString()!,
                ["personId"] = person.GetProperty("id").GetString()!,
                ["sessionId"] = Guid.NewGuid().ToString(),
                ["code"] = "telecom",
                ["n"] = "2",
                ["groupId"] = group.GetProperty("id").GetString()!
            });
    }
}
