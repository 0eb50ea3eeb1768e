using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Tests;

public class RegisterOrganisationTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task Registers_an_operator_and_tells_the_others()
    {
        var name = registry.NewName();
        var body = new
        {
            name,
            nameEn = "Minato Telecom",
            kind = "operator",
            ceptoars = new[] { "telecom" },
            prefecture = "神奈川県",
            size = "medium",
            identifying = new { names = new[] { "港の通信会社" }, aliases = new[] { "みなとテレ" }, domains = new[] { "minato-tel.example", "港.example" }, cidrs = new[] { "198.18.0.0/28", "2001:db8:100::/48" }, systems = new[] { "MINAS" }, vendors = new[] { "波止場システムズ" }, people = new[] { "港 太郎" } },
        };

        var response = await registry.Administrator.PostAsJsonAsync("/api/organisations", body);

        var view = await response.Json();
        var id = view.GetProperty("id").GetGuid();
        Assert.Equal((HttpStatusCode.Created, $"/api/organisations/{id}"), (response.StatusCode, response.Headers.Location?.ToString()));
        Assert.Equal(name, view.GetProperty("identifying").GetProperty("names")[0].GetString());
        var said = await registry.Published<OrganisationChanged>(o => o.OrganisationId == id);
        Assert.Equivalent(new OrganisationChanged { OrganisationId = id, Version = 1, Name = name, Kind = "operator", Sectors = ["ict"], Ceptoars = ["telecom"], Region = "kanto", Size = "medium", Active = true }, said);
        var strings = registry.Identifying.Open<IdentifyingStrings>((await registry.Published<IdentifyingStringsChanged>(o => o.OrganisationId == id)).Strings);
        Assert.Equal([name, "港の通信会社"], strings.Names);
        Assert.Equal(["198.18.0.0/28", "2001:db8:100::/48"], strings.Cidrs);
    }

    [Fact]
    public async Task Names_each_field_that_is_wrong()
    {
        var body = new
        {
            name = " ",
            nameEn = new string('x', 201),
            kind = "king",
            sectors = new[] { "ict", "moon" },
            ceptoars = new[] { "stars" },
            prefecture = "月",
            size = "huge",
            identifying = new { names = new[] { "港" }, domains = new[] { "minato.example", "https://x.example/" }, cidrs = new[] { "198.18.0.1", "10.0.0.0/8", "0.0.0.0/0", "x" }, people = new[] { "港\n太郎", null } },
        };

        var response = await registry.Administrator.PostAsJsonAsync("/api/organisations", body);

        Assert.Equal(
            ["ceptoars[0]", "identifying.cidrs[0]", "identifying.cidrs[2]", "identifying.cidrs[3]", "identifying.domains[1]", "identifying.names[0]", "identifying.people[0]", "identifying.people[1]", "kind", "name", "nameEn", "prefecture", "sectors[1]", "size"],
            (await response.Fields()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ja", "入力内容に誤りがあります。", "アドレス範囲")]
    [InlineData("en", "The request is not valid.", "Must be a range")]
    [InlineData("fr, en;q=0.5", "The request is not valid.", "Must be a range")]
    public async Task Says_what_is_wrong_in_the_language_of_the_caller(string language, string title, string says)
    {
        var body = new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" }, identifying = new { cidrs = new[] { "everywhere" } } };

        var problem = await (await registry.Administrator.In(language).PostAsJsonAsync("/api/organisations", body)).Json();

        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.StartsWith(says, problem.GetProperty("errors").GetProperty("identifying.cidrs[0]")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "同じ名称の組織が既に登録されています。")]
    [InlineData("en", "An organisation of this name is already registered.")]
    public async Task Refuses_a_name_that_is_taken(string language, string says)
    {
        var body = new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" } };
        await registry.Administrator.Post("/api/organisations", body);

        var response = await registry.Administrator.In(language).PostAsJsonAsync("/api/organisations", body);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(says, (await response.Json()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Two_who_register_the_same_name_at_once_get_one_organisation()
    {
        var body = new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => registry.Administrator.PostAsJsonAsync("/api/organisations", body)));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task An_operator_belongs_to_a_ceptoar()
    {
        var response = await registry.Administrator.PostAsJsonAsync("/api/organisations", new { name = registry.NewName(), kind = "operator" });

        Assert.Equal(["ceptoars"], await response.Fields());
        Assert.Equal(HttpStatusCode.Created, (await registry.Administrator.PostAsJsonAsync("/api/organisations", new { name = registry.NewName(), kind = "partner" })).StatusCode);
    }

    [Fact]
    public async Task A_secretariat_registers_operators_of_its_own_ceptoar_only()
    {
        var http = registry.SecretariatOf("gas");

        Assert.Equal(HttpStatusCode.Created, (await http.PostAsJsonAsync("/api/organisations", new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" } })).StatusCode);
        Assert.Equal(["ceptoars[1]"], await (await http.PostAsJsonAsync("/api/organisations", new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas", "water" } })).Fields());
        Assert.Equal(["kind"], await (await http.PostAsJsonAsync("/api/organisations", new { name = registry.NewName(), kind = "observer", ceptoars = new[] { "gas" } })).Fields());
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Liaison)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Auditor)]
    public async Task Others_register_nobody(string role)
    {
        var response = await registry.Http(role, WellKnownId.Centre).PostAsJsonAsync("/api/organisations", new { name = registry.NewName(), kind = "partner" });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
