using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Registry.Tests;

/// <summary>Words in which tests speak of what Distribution learns of contacts.</summary>
static class ContactWords
{
    /// <summary>Every sheet of an organisation that was said until now, oldest version first.</summary>
    public static async Task<ContactsChanged[]> SheetsSaid(this RegistryFixture registry, Guid organisation) =>
    [
        .. (await registry.AllPublished<ContactsChanged>()).Concat((await registry.AllPublished<ContactsPage>()).SelectMany(p => p.Organisations))
            .Where(c => c.OrganisationId == organisation).DistinctBy(c => c.Version).OrderBy(c => c.Version),
    ];

    /// <summary>The newest sheet of an organisation, opened as Distribution does.</summary>
    public static async Task<ContactSheet> Sheet(this RegistryFixture registry, Guid organisation) => registry.Contacts.Open<ContactSheet>((await registry.SheetsSaid(organisation))[^1].Contacts);

    public static Task<System.Text.Json.JsonElement> SetDesk(this RegistryFixture registry, Guid organisation, string? email = "desk@minato.example") =>
        registry.Http(Role.Manager, organisation).Put($"/api/organisations/{organisation}/desk", new { name = "港の窓口", telephone = "03-5555-0100", email });

    public static Task<System.Text.Json.JsonElement> SetExecutive(this RegistryFixture registry, Guid organisation, string email = "ciso@minato.example") =>
        registry.Http(Role.Manager, organisation).Put($"/api/organisations/{organisation}/executive", new { name = "重役 一郎", email, telephone = "03-5555-0199", notifyFrom = "high" });

    public static Task<System.Text.Json.JsonElement> SetChannels(this RegistryFixture registry, Guid organisation, string mail = "soc@minato.example") => registry.Of(organisation).Put(
        $"/api/organisations/{organisation}/channels",
        new { channels = new object[] { new { channel = "hub" }, new { channel = "mail", contact = mail, holder = "監視室" }, new { channel = "sms", contact = "090-5555-1234" } } });
}
