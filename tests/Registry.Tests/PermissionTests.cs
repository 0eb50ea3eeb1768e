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

    protected override bool SeesAll(string path, string role) => OrganisationVisibility.CentreRoles.Contains(role);

    protected override async Task<OwnItems> MakeItems()
    {
        var id = await registry.Operator("telecom");
        var client = await registry.Administrator.Post($"/api/organisations/{id}/clients", new { role = "operator" });
        var group = await registry.SecretariatOf("telecom").Post("/api/groups", new { name = "部会", nameEn = "Group", kind = "workingGroup", withoutMinistries = true, members = new { organisations = new[] { id } } });
        return new(
            new Dictionary<string, Guid> { [Role.Operator] = id, [Role.Secretariat] = CeptoarTable.Find("telecom")!.SecretariatId, [Role.Administrator] = WellKnownId.Centre },
            new Dictionary<string, string> { ["id"] = id.ToString(), ["clientId"] = client.GetProperty("clientId").GetString()!, ["groupId"] = group.GetProperty("id").GetString()! });
    }
}
