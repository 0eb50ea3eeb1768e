using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Anonymisation.Tests.Cases;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Anonymisation.Tests.Teaching;

/// <summary>What approvers mark holds for every report once somebody has agreed: the own manager to what identifies, the centre to what stays.</summary>
public class TeachingTests(AnonymisationFixture anonymisation) : IClassFixture<AnonymisationFixture>
{
    OrganisationChanged Peer => anonymisation.Directory.Telecom[1];

    [Fact]
    public async Task A_word_to_be_removed_waits_for_the_own_manager_and_then_goes_from_every_report()
    {
        var word = "青い封筒の束";
        await Marked(word, "remove");
        Assert.Contains(word, await Narrative(await OfPeer(Body(word)), Peer), StringComparison.Ordinal);

        var term = await Waiting(Role.Manager, anonymisation.Reporter, word);
        Assert.Equal(("remove", "proposed"), (term.GetProperty("action").GetString(), term.GetProperty("state").GetString()));
        await Decided(Role.Manager, anonymisation.Reporter, term, "accept");

        Assert.DoesNotContain(word, await Narrative(await OfPeer(Body(word)), Peer), StringComparison.Ordinal);
        await Decided(Role.Manager, anonymisation.Reporter, term, "refuse");
        Assert.Contains(word, await Narrative(await OfPeer(Body(word)), Peer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_stays_waits_for_the_centre_and_only_where_the_text_went_to_the_whole_community()
    {
        var (name, other) = ("大橋", "小野寺"); // systems named like persons
        var green = await Marked(name, "keep", Tlp.Green, by: Person(name));
        var amber = await Marked(other, "keep", Tlp.Amber, by: Person(other));
        Assert.DoesNotContain(await anonymisation.Terms(Role.Analyst, anonymisation.Directory.Centre), t => Text(t) == name);

        await Approve(green);
        await Approve(amber);

        var term = await Waiting(Role.Analyst, anonymisation.Directory.Centre, name);
        Assert.DoesNotContain(await anonymisation.Terms(Role.Analyst, anonymisation.Directory.Centre), t => Text(t) == other);
        Assert.DoesNotContain(name, await Narrative(await OfPeer(Person(name), Tlp.Green), Peer), StringComparison.Ordinal);
        await Decided(Role.Analyst, anonymisation.Directory.Centre, term, "accept");
        Assert.Contains(name, await Narrative(await OfPeer(Person(name), Tlp.Green), Peer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_stays_never_holds_for_what_is_a_members()
    {
        var own = anonymisation.Directory.StringsOf(Peer).Systems[0];
        var name = own + " Vexolin";
        await Approve(await Marked(name, "keep", Tlp.Green, by: $"攻撃に {name} が使われた。"));
        // whatever was proposed of it is accepted
        foreach (var term in await anonymisation.Terms(Role.Analyst, anonymisation.Directory.Centre)) await Decided(Role.Analyst, anonymisation.Directory.Centre, term, "accept");

        Assert.DoesNotContain(own, await Narrative(await OfPeer(Body(name), Tlp.Green), Peer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_goes_with_its_mark_and_with_a_withdrawn_case()
    {
        var (taken, withdrawn) = ("赤い鐘楼", "青い水車小屋");
        var first = await Marked(taken, "remove");
        var second = await Marked(withdrawn, "remove");

        (await anonymisation.Mark(first, Body(taken), taken, "none")).EnsureSuccessStatusCode();
        await anonymisation.Hears(new ReportWithdrawn { ReportId = second });

        Assert.DoesNotContain(await anonymisation.Terms(Role.Manager, anonymisation.Reporter), t => Text(t) == taken || Text(t) == withdrawn);
    }

    [Fact]
    public async Task Nobody_else_sees_or_decides()
    {
        var word = "黒い時計台";
        await Marked(word, "remove");
        var term = await Waiting(Role.Manager, anonymisation.Reporter, word);

        Assert.DoesNotContain(await anonymisation.Terms(Role.Manager, Peer), t => Text(t) == word);
        Assert.DoesNotContain(await anonymisation.Terms(Role.Analyst, anonymisation.Directory.Centre), t => Text(t) == word);
        Assert.DoesNotContain(await anonymisation.Terms(Role.Analyst, anonymisation.Reporter), t => Text(t) == word);
        Assert.Equal(HttpStatusCode.NotFound, (await Decide(Role.Manager, Peer, term, "accept")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Decide(Role.Analyst, anonymisation.Directory.Centre, term, "accept")).StatusCode);
    }

    [Theory]
    [InlineData("障害")] // too common to be searched for
    [InlineData("停")]
    public async Task Common_words_teach_nothing(string word)
    {
        await Marked(word, "remove", by: "障害のため停止した。");

        Assert.DoesNotContain(await anonymisation.Terms(Role.Manager, anonymisation.Reporter), t => Text(t) == word);
    }

    [Fact]
    public async Task Neither_the_word_nor_whose_it_is_can_be_read_in_the_database_or_the_audit_trail()
    {
        var word = "緑の展望塔";
        await Marked(word, "remove");
        await Decided(Role.Manager, anonymisation.Reporter, await Waiting(Role.Manager, anonymisation.Reporter, word), "accept");

        var rows = await anonymisation.Db<AnonymisationDb, List<string>>(db => Task.FromResult(db.Terms.AsEnumerable().Select(t => JsonSerializer.Serialize(t)).ToList()));
        Assert.All(rows, row => Assert.DoesNotContain(word, row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(anonymisation.Reporter.OrganisationId.ToString(), row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"decision":"perhaps"}""")]
    public async Task A_decision_that_is_none_is_answered_with_the_field(string body)
    {
        var answer = await anonymisation.Http(Role.Manager, anonymisation.Reporter.OrganisationId)
            .PostAsync($"/api/terms/{Guid.NewGuid()}/decision", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject(), e => e.Name == "decision");
    }

    static string Body(string word) => $"攻撃に {word} が使われた。";

    static string Person(string name) => $"{name}さんが現場に向かった。";

    static string? Text(JsonElement term) => term.GetProperty("text").GetString();

    async Task<Guid> Marked(string word, string action, Tlp ceiling = Tlp.Amber, string? by = null)
    {
        var body = by ?? Body(word);
        var id = await anonymisation.Rendered(anonymisation.Report() with { Title = "停止", Body = body }, ceiling);
        (await anonymisation.Mark(id, body, word, action)).EnsureSuccessStatusCode();
        return id;
    }

    Task<Guid> OfPeer(string body, Tlp ceiling = Tlp.Amber) => anonymisation.Rendered(anonymisation.Report(Peer) with { Title = "停止", Body = body }, ceiling);

    async Task Approve(Guid id)
    {
        (await anonymisation.Approve(id, narrative: true, subject: "first")).EnsureSuccessStatusCode();
        if ((await anonymisation.Read(id))!.Value.GetProperty("status").GetString() != "approved") (await anonymisation.Approve(id, narrative: true, subject: "second")).EnsureSuccessStatusCode();
    }

    async Task<JsonElement> Waiting(string role, OrganisationChanged organisation, string word) => Assert.Single(await anonymisation.Terms(role, organisation), t => Text(t) == word);

    Task<HttpResponseMessage> Decide(string role, OrganisationChanged organisation, JsonElement term, string decision) =>
        anonymisation.Http(role, organisation.OrganisationId).PostAsJsonAsync($"/api/terms/{term.GetProperty("id").GetGuid()}/decision", new { decision });

    async Task Decided(string role, OrganisationChanged organisation, JsonElement term, string decision) => (await Decide(role, organisation, term, decision)).EnsureSuccessStatusCode();

    async Task<string> Narrative(Guid id, OrganisationChanged organisation) => (await anonymisation.Read(id, organisation))!.Value.GetProperty("narrative").GetProperty("body").GetString()!;
}
