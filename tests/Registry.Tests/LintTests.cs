using System.Net.Http.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Contacts;
using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Tests;

public class LintTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    static readonly LintFacts Well = new(new(People: 2, Deputies: 1, HasExecutive: true), WorkingChannels: 1, MailBouncing: false, AttestedAt: Now.AddDays(-100), StringsConfirmed: true);

    public static TheoryData<LintFacts, string> Faults => new()
    {
        { Well, "" },
        { Well with { Reach = Well.Reach with { People = 0 } }, "noPerson" },
        { Well with { WorkingChannels = 0 }, "noSecondChannel" },
        { Well with { MailBouncing = true }, "mailBouncing" },
        { Well with { Bouncing = BouncingFacts.Nothing with { Channel = true } }, "channelBouncing" },
        { Well with { Bouncing = BouncingFacts.Nothing with { Desk = true } }, "deskBouncing" },
        { Well with { Bouncing = BouncingFacts.Nothing with { Executive = true } }, "executiveBouncing" },
        { Well with { Bouncing = BouncingFacts.Nothing with { Person = true } }, "personBouncing" },
        { Well with { UnreachedInDrill = true }, "unreachedInDrill" },
        { Well with { AttestedAt = null }, "attestationOld" },
        { Well with { AttestedAt = Now.AddYears(-1) }, "" },
        { Well with { AttestedAt = Now.AddYears(-1).AddSeconds(-1) }, "attestationOld" },
        { Well with { Reach = Well.Reach with { Deputies = 0 } }, "noDeputy" },
        { Well with { Reach = Well.Reach with { HasExecutive = false } }, "noExecutive" },
        { Well with { StringsConfirmed = false }, "identifyingUnconfirmed" },
        { new(new(0, 0, HasExecutive: false), 0, MailBouncing: true, null, StringsConfirmed: false), "noPerson noSecondChannel mailBouncing attestationOld noDeputy noExecutive identifyingUnconfirmed" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Tells_why_an_organisation_may_not_be_reached(LintFacts facts, string codes) => Assert.Equal(codes, string.Join(' ', LintRules.Check(facts, Now)));

    [Fact]
    public async Task What_an_organisation_puts_right_is_no_longer_told()
    {
        var id = await registry.Operator("chemical");
        Assert.Superset(new HashSet<string> { "noSecondChannel", "attestationOld", "identifyingUnconfirmed" }, (await Codes(id)).ToHashSet());

        await registry.Of(id).Put($"/api/organisations/{id}/channels", new { channels = new object[] { new { channel = "hub" }, new { channel = "mail", contact = "soc@minato.example" } } });
        await registry.Of(id).Post($"/api/organisations/{id}/attestation", new { });
        await registry.Of(id).Post($"/api/organisations/{id}/identifying/confirmation", new { version = 1 });
        Assert.Equal(["noDeputy", "noExecutive", "noPerson"], (await Codes(id)).Order(StringComparer.Ordinal));

        await registry.SecretariatOf("chemical").Post($"/api/organisations/{id}/channels/2/test", new { result = "bounced" });
        Assert.Superset(new HashSet<string> { "noSecondChannel", "mailBouncing" }, (await Codes(id)).ToHashSet());
    }

    [Fact]
    public async Task A_person_who_signs_in_a_deputy_to_come_and_an_executive_are_no_longer_missed()
    {
        var id = await registry.Operator("gas");
        var invited = await Newcomer.Invited(registry, id, Role.Operator);
        Assert.Contains("noPerson", await Codes(id));

        await invited.Accept(await invited.Link("invitation"));
        Assert.DoesNotContain("noPerson", await Codes(id));

        var now = registry.Clock.GetUtcNow();
        await registry.Http(Role.Manager, id).Put($"/api/organisations/{id}/roster", new { entries = new[] { new { personId = invited.Id, kind = "deputy", from = now, until = now.AddDays(1) } } });
        await registry.Http(Role.Manager, id).Put($"/api/organisations/{id}/executive", new { name = "役員", email = "executive@minato.example", notifyFrom = "high" });
        Assert.Empty((await Codes(id)).Intersect(["noDeputy", "noExecutive"]));

        registry.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains("noDeputy", await Codes(id));
    }

    [Fact]
    public async Task A_secretariat_sees_its_members_an_administrator_all_and_everyone_the_own_row()
    {
        var (member, foreign) = (await registry.Operator("credit"), await registry.Operator("petroleum"));

        var own = await Ids(registry.SecretariatOf("credit"), "?limit=500");
        Assert.Contains(member, own);
        Assert.DoesNotContain(foreign, own);
        Assert.Superset(new HashSet<Guid> { member, foreign }, (await Ids(registry.Administrator, "?limit=500")).ToHashSet());
        Assert.Equal([member], await Ids(registry.Of(member), ""));
        Assert.Equal([WellKnownId.Centre], await Ids(registry.Http(Role.Analyst, WellKnownId.Centre), ""));
        Assert.DoesNotContain(foreign, await Ids(registry.Administrator, "?ceptoar=credit&limit=500"));
    }

    [Fact]
    public async Task It_comes_in_pages_and_leaves_out_who_left()
    {
        var (first, second) = (await registry.Operator("medical"), await registry.Operator("medical"));
        var ministry = Ceptoars.CeptoarTable.Find("medical")!.SecretariatId;

        var page = await registry.Administrator.Get("/api/directory/lint?ceptoar=medical&after=0&limit=2");
        Assert.Equal([ministry, first], page.Items().Select(OrganisationId));
        Assert.Equal([second], (await registry.Administrator.Get($"/api/directory/lint?ceptoar=medical&after={page.GetProperty("next").GetString()}")).Items().Select(OrganisationId));

        await registry.Administrator.Put($"/api/organisations/{second}", new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "medical" }, active = false });
        Assert.Equal([first, ministry], await Ids(registry.Administrator, "?ceptoar=medical"));
    }

    [Fact]
    public async Task An_unknown_ceptoar_is_told() => Assert.Equal(["ceptoar"], await (await registry.Administrator.GetAsync("/api/directory/lint?ceptoar=moon")).Fields());

    async Task<string[]> Codes(Guid id) => (await registry.Of(id).Get("/api/directory/lint")).Items() is [var row] ? row.Texts("codes") : [];

    static async Task<Guid[]> Ids(HttpClient http, string query) => [.. (await http.Get("/api/directory/lint" + query)).Items().Select(OrganisationId)];

    static Guid OrganisationId(System.Text.Json.JsonElement row) => row.GetProperty("organisationId").GetGuid();
}
