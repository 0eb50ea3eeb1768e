using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Groups;

namespace Ceptoar.Registry.Tests;

/// <summary>Groups are made of CEPTOARs, sectors, kinds, organisations and other groups; who belongs is told to few (I6).</summary>
public class GroupTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task All_operators_of_a_ceptoar_but_two_are_a_group_and_the_services_hear_of_it()
    {
        Guid[] operators = [await registry.Operator("gas"), await registry.Operator("gas"), await registry.Operator("gas")];
        var secretariat = registry.SecretariatOf("gas");
        var whole = Ceptoar("gas");

        var made = await secretariat.Post("/api/groups", Named("当番班", new { groups = new[] { whole } }, new { organisations = operators[..2] }));

        var id = made.GetProperty("id").GetGuid();
        var members = (await secretariat.Get($"/api/groups/{id}/members")).GetProperty("items").EnumerateArray().Select(m => m.GetProperty("id").GetGuid()).ToArray();
        Assert.Contains(operators[2], members);
        Assert.DoesNotContain(operators[0], members);
        Assert.DoesNotContain(operators[1], members);
        Assert.Equal(members.Length, made.GetProperty("count").GetInt32());
        var said = await registry.Published<GroupChanged>(g => g.GroupId == id);
        Assert.Equal(operators[..2], said.Except!.Organisations);
        Assert.Equal([whole], said.Groups);
        Assert.Equal(CeptoarTable.Find("gas")!.SecretariatId, said.Owner);
    }

    [Fact]
    public async Task Members_are_told_to_the_owner_and_the_centre_and_to_others_a_name_and_a_band()
    {
        var (member, other) = (await registry.Operator("chemical"), await registry.Operator("petroleum"));
        var id = (await registry.SecretariatOf("chemical").Post("/api/groups", Named("化学分科会", new { organisations = new[] { member } }))).GetProperty("id").GetGuid();

        foreach (var outsider in new[] { registry.Http(Role.Operator, member), registry.Http(Role.Operator, other), registry.SecretariatOf("gas"), registry.Http(Role.Liaison, Ministry("METI")) })
        {
            var seen = await outsider.Get($"/api/groups/{id}");
            Assert.Equal(("化学分科会", "1-9"), (seen.GetProperty("name").GetString(), seen.GetProperty("sizeBand").GetString()));
            Assert.All(["count", "members", "except"], field => Assert.Equal(JsonValueKind.Null, seen.GetProperty(field).ValueKind));
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/api/groups/{id}/members")).StatusCode);
        }

        foreach (var insider in new[] { registry.SecretariatOf("chemical"), registry.Administrator, registry.Http(Role.Analyst, Seeding.WellKnownId.Centre) })
        {
            Assert.Equal(1, (await insider.Get($"/api/groups/{id}")).GetProperty("count").GetInt32());
        }
    }

    [Fact]
    public async Task Who_names_anothers_ceptoar_in_a_group_learns_neither_its_members_nor_their_number()
    {
        var (own, foreign) = (await registry.Operator("chemical"), await registry.Operator("banks"));
        var secretariat = registry.SecretariatOf("chemical");
        foreach (var members in new object[] { new { ceptoars = new[] { "banks", "chemical" } }, new { kinds = new[] { "operator" } }, new { groups = new[] { Ceptoar("banks"), Ceptoar("chemical") } } })
        {
            var made = await secretariat.Post("/api/groups", Named($"探り {Guid.NewGuid()}", members));

            Assert.Equal(JsonValueKind.Null, made.GetProperty("count").ValueKind);
            var listed = (await secretariat.Get($"/api/groups/{made.GetProperty("id").GetString()}/members")).GetProperty("items").EnumerateArray().Select(m => m.GetProperty("id").GetGuid()).ToArray();
            Assert.Contains(own, listed);
            Assert.DoesNotContain(foreign, listed);
        }

        Assert.All((await secretariat.Get("/api/groups")).GetProperty("items").EnumerateArray().Where(g => g.GetProperty("name").GetString()!.StartsWith("探り", StringComparison.Ordinal)), g => Assert.Equal(JsonValueKind.Null, g.GetProperty("members").ValueKind));
    }

    [Theory]
    [InlineData("T-CEPTOAR", "Anything")]
    [InlineData("Ｔ－ＣＥＰＴＯＡＲ", "Anything")]
    [InlineData("何か", "all ceptoars")]
    [InlineData("セ ン タ ー", "Anything")]
    public async Task No_group_is_called_as_another_is(string name, string nameEn)
    {
        var answer = await registry.Administrator.PostAsJsonAsync("/api/groups", new { name, nameEn, kind = "named", members = new { ceptoars = new[] { "gas" } } });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_group_without_ministries_is_not_opened_to_them_afterwards()
    {
        var member = await registry.Operator("water");
        var body = new { name = "閉じた部会", nameEn = "Closed circle", kind = "workingGroup", withoutMinistries = true, members = new { organisations = new[] { member } } };
        var id = (await registry.SecretariatOf("water").Post("/api/groups", body)).GetProperty("id").GetGuid();

        var answer = await registry.SecretariatOf("water").PutAsJsonAsync($"/api/groups/{id}", new { body.name, body.nameEn, body.kind, body.members, withoutMinistries = false });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_working_group_without_ministries_is_not_there_for_a_ministry_nor_for_who_is_outside()
    {
        var (member, other) = (await registry.Operator("water"), await registry.Operator("water"));
        var ministry = Ministry("MHLW");
        var made = await registry.SecretariatOf("water").Post("/api/groups", new
        {
            name = "水道作業部会",
            nameEn = "Water working group",
            kind = "workingGroup",
            withoutMinistries = true,
            members = new { organisations = new[] { member } },
        });
        var id = made.GetProperty("id").GetGuid();

        foreach (var outsider in new[] { registry.Http(Role.Liaison, ministry), registry.Http(Role.Secretariat, ministry), registry.Http(Role.Operator, other), registry.SecretariatOf("gas") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/api/groups/{id}")).StatusCode);
            Assert.DoesNotContain("水道作業部会", (await outsider.Get("/api/groups")).GetProperty("items").Strings("name"));
        }

        foreach (var insider in new[] { registry.Http(Role.Operator, member), registry.SecretariatOf("water"), registry.Administrator })
        {
            Assert.Contains("水道作業部会", (await insider.Get("/api/groups")).GetProperty("items").Strings("name"));
        }
    }

    [Fact]
    public async Task Secretariats_form_a_working_group_of_the_council()
    {
        Guid[] bodies = [.. new[] { "gas", "electricity", "telecom" }.Select(code => CeptoarTable.Find(code)!.SecretariatId)];

        var made = await registry.SecretariatOf("gas").Post("/api/groups", new
        {
            name = "セプターカウンシル作業部会",
            nameEn = "Council working group",
            kind = "workingGroup",
            withoutMinistries = true,
            members = new { organisations = bodies },
        });

        var id = made.GetProperty("id").GetGuid();
        Assert.Equal(3, made.GetProperty("count").GetInt32());
        Assert.Equal(bodies.Order(), (await registry.SecretariatOf("gas").Get($"/api/groups/{id}/members")).GetProperty("items").EnumerateArray().Select(m => m.GetProperty("id").GetGuid()).Order());
        Assert.Equal(HttpStatusCode.OK, (await registry.SecretariatOf("telecom").GetAsync($"/api/groups/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Http(Role.Liaison, Ministry("METI")).GetAsync($"/api/groups/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_ministry_named_in_a_group_without_ministries_is_no_member_of_it()
    {
        var made = await registry.Administrator.Post("/api/groups", new
        {
            name = "省庁抜き",
            nameEn = "No ministries",
            kind = "named",
            withoutMinistries = true,
            members = new { kinds = new[] { "ministry", "centre" }, organisations = new[] { Ministry("FSA") } },
        });

        Assert.Equal(1, made.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_group_cannot_contain_itself_by_whatever_way()
    {
        var a = (await registry.Administrator.Post("/api/groups", Named("甲", new { ceptoars = new[] { "gas" } }))).GetProperty("id").GetGuid();
        var b = (await registry.Administrator.Post("/api/groups", Named("乙", new { groups = new[] { a } }))).GetProperty("id").GetGuid();

        Assert.Equal(["members.groups"], await (await registry.Administrator.PutAsJsonAsync($"/api/groups/{a}", Named("甲", new { groups = new[] { a } }))).Fields());
        Assert.Equal(["members.groups"], await (await registry.Administrator.PutAsJsonAsync($"/api/groups/{a}", Named("甲", new { groups = new[] { b } }))).Fields());
        Assert.Equal(["except.groups"], await (await registry.Administrator.PutAsJsonAsync($"/api/groups/{a}", Named("甲", new { kinds = new[] { "operator" } }, new { groups = new[] { b } }))).Fields());
        Assert.Equal(1, (await registry.Administrator.Get($"/api/groups/{a}")).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task What_a_secretariat_may_not_know_of_it_cannot_name()
    {
        var foreign = await registry.Operator("rail");

        var answer = await registry.SecretariatOf("gas").PostAsJsonAsync("/api/groups", Named("越境", new { organisations = new[] { foreign }, groups = new[] { Guid.NewGuid() } }));

        Assert.Equal(["members.organisations[0]", "members.groups[0]"], await answer.Fields());
    }

    [Fact]
    public async Task Bad_input_is_named_by_its_field()
    {
        var nothing = await registry.Administrator.PostAsJsonAsync("/api/groups", new { });
        var wrong = await registry.Administrator.PostAsJsonAsync("/api/groups", new
        {
            name = "x",
            nameEn = "x",
            kind = "ceptoar",
            members = new { ceptoars = new[] { "gas", "nowhere" }, sectors = new[] { "none" }, kinds = new[] { "spy" }, organisations = (Guid[]?)null },
        });

        Assert.Equal(["kind", "members", "name", "nameEn"], (await nothing.Fields()).Order());
        Assert.Equal(["kind", "members.ceptoars[1]", "members.kinds[0]", "members.sectors[0]"], (await wrong.Fields()).Order());
    }

    [Fact]
    public async Task Only_its_owner_and_administrators_change_or_close_a_group()
    {
        var member = await registry.Operator("gas");
        var id = (await registry.SecretariatOf("gas").Post("/api/groups", Named("持ち主", new { organisations = new[] { member } }))).GetProperty("id").GetGuid();
        var body = Named("改名", new { organisations = new[] { member } });

        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("water").PutAsJsonAsync($"/api/groups/{id}", Named("改名", new { ceptoars = new[] { "water" } }))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("water").DeleteAsync($"/api/groups/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("gas").DeleteAsync($"/api/groups/{Ceptoar("gas")}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await registry.Administrator.DeleteAsync($"/api/groups/{Ceptoar("gas")}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await registry.Administrator.PutAsJsonAsync($"/api/groups/{Ceptoar("gas")}", body)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await registry.SecretariatOf("gas").PutAsJsonAsync($"/api/groups/{id}", body)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await registry.Administrator.DeleteAsync($"/api/groups/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_group_that_another_names_is_not_closed_and_a_closed_one_has_no_members()
    {
        var a = (await registry.Administrator.Post("/api/groups", Named("閉じる", new { ceptoars = new[] { "telecom" } }))).GetProperty("id").GetGuid();
        var b = (await registry.Administrator.Post("/api/groups", Named("参照", new { kinds = new[] { "operator" } }, new { groups = new[] { a } }))).GetProperty("id").GetGuid();

        Assert.Equal(HttpStatusCode.Conflict, (await registry.Administrator.DeleteAsync($"/api/groups/{a}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await registry.Administrator.DeleteAsync($"/api/groups/{b}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await registry.Administrator.DeleteAsync($"/api/groups/{a}")).StatusCode);

        Assert.True((await registry.Published<GroupChanged>(g => g.GroupId == a && g.Version == 2)).Closed);
        Assert.Equal(0, (await registry.Administrator.Get($"/api/groups/{a}")).GetProperty("count").GetInt32());
        Assert.DoesNotContain("閉じる", (await registry.Administrator.Get("/api/groups")).GetProperty("items").Strings("name"));
    }

    static object Named(string name, object members, object? except = null) => new { name, nameEn = $"Group {name}", kind = "named", members, except };

    static Guid Ceptoar(string code) => GroupTable.All.Single(g => g.Key == $"ceptoar/{code}").Id;

    static Guid Ministry(string code) => MinistryTable.All.Single(m => m.Code == code).Id;
}
