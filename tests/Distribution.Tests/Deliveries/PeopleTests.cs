using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Directory;
using Ceptoar.Distribution.Push;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Deliveries;

/// <summary>RED: named people's mailboxes, and nobody else's.</summary>
public class PeopleTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    readonly Guid person = Guid.NewGuid();

    Guid Own => distribution.Directory.Telecom[0].OrganisationId;

    [Fact]
    public async Task Comes_to_who_is_named_and_to_nobody_else()
    {
        var id = await Red(person);

        Assert.Equal(person, Assert.Single(await distribution.Rows(id)).MailboxId);
        Assert.Equal("RED", (await Reads(id, person, Own))!.Value.GetProperty("tlp").GetString());
        Assert.Null(await Reads(id, Guid.NewGuid(), Own));
        foreach (var organisation in distribution.Everyone.Where(o => o != distribution.Directory.Centre.OrganisationId)) Assert.Null(await distribution.Read(id, organisation));
    }

    [Fact]
    public async Task Naming_a_person_of_elsewhere_widens_nothing()
    {
        var id = await Red(person);

        Assert.Null(await Reads(id, person, distribution.Directory.Aviation[0].OrganisationId));
        Assert.Null(await Reads(id, person, Guid.NewGuid()));
        var elsewhere = new Mailbox(person, distribution.Directory.Aviation[0].OrganisationId);
        Assert.Empty(await distribution.With<Hints, List<Hint>>(h => h.After([elsewhere], [0], 10, CancellationToken.None)));
    }

    [Fact]
    public async Task An_organisation_that_is_named_as_if_it_were_a_person_sees_nothing()
    {
        var id = await Red(Own);

        Assert.Null(await distribution.Read(id, Own));
        Assert.DoesNotContain(id, await distribution.Listed(Own));
        Assert.DoesNotContain(await distribution.With<Hints, List<Hint>>(h => h.After([Mailbox.Of(Own)], [0], 100, CancellationToken.None)), h => h.AdvisoryId == id);
    }

    [Fact]
    public async Task The_persons_mailbox_has_its_own_list_numbers_hints_and_receipts()
    {
        var (first, second) = (await Red(person), await Red(person));

        var listed = await List(person, Own);
        Assert.Equal([(second, 2L), (first, 1L)], listed.Select(i => (i.GetProperty("id").GetGuid(), i.GetProperty("sequence").GetInt64())));
        Assert.DoesNotContain(first, await distribution.Listed(Own));
        Assert.Empty((await distribution.Http(Role.Operator, Own, "c-system").GetFromJsonAsync<JsonElement>("/api/advisories?mailbox=person")).GetProperty("items").EnumerateArray());
        var hints = await distribution.With<Hints, List<Hint>>(h => h.After([new(person, Own)], [0], 10, CancellationToken.None));
        Assert.Equal([first, second], hints.Select(h => h.AdvisoryId));

        var receipt = await distribution.Http(Role.Operator, Own, person.ToString()).PostAsJsonAsync($"/api/advisories/{first}/receipts", new { state = "confirmed" });
        Assert.Equal(HttpStatusCode.OK, receipt.StatusCode);
        Assert.Equal("confirmed", Assert.Single(await distribution.Rows(first)).Receipt.State);
        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(Role.Operator, Own, Guid.NewGuid().ToString()).PostAsJsonAsync($"/api/advisories/{first}/receipts", new { state = "confirmed" })).StatusCode);
    }

    [Fact]
    public async Task Whoevers_organisation_leaves_the_audience_sees_it_no_more()
    {
        var leaver = Fake.Organisation();
        await distribution.Hears(leaver);
        var id = await Red(person);
        Assert.NotNull(await Reads(id, person, leaver.OrganisationId));

        await distribution.Hears(leaver with { Version = 2, Ceptoars = [] });

        Assert.Null(await Reads(id, person, leaver.OrganisationId));
        Assert.Empty(await List(person, leaver.OrganisationId));
    }

    [Fact]
    public async Task Correction_and_recall_come_to_the_same_person()
    {
        var id = await Red(person);
        await distribution.Http(Role.Analyst, distribution.BodyOf(Role.Analyst)).PostAsJsonAsync($"/api/advisories/{id}/versions", DistributionFixture.Correction());
        await distribution.Recall(id, "誤報", distribution.BodyOf(Role.Analyst), Role.Analyst);

        Assert.Equal([(person, 1), (person, 2), (person, 3)], (await distribution.Rows(id)).Select(r => (r.MailboxId, r.Version)));
        Assert.Equal("recalled", (await Reads(id, person, Own))!.Value.GetProperty("state").GetString());
    }

    Task<Guid> Red(params Guid[] people) => distribution.Written(distribution.Alert(("tlp", "RED"), ("people", people)));

    async Task<JsonElement?> Reads(Guid id, Guid person, Guid organisation)
    {
        var answer = await distribution.Http(Role.Operator, organisation, person.ToString()).GetAsync($"/api/advisories/{id}");
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    async Task<JsonElement[]> List(Guid person, Guid organisation) =>
        [.. (await distribution.Http(Role.Operator, organisation, person.ToString()).GetFromJsonAsync<JsonElement>("/api/advisories?mailbox=person")).GetProperty("items").EnumerateArray()];
}
