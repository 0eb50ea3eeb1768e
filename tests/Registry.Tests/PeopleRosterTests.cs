using System.Net;
using System.Net.Http.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Tests;

public class PeopleRosterTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    static readonly DateTimeOffset Noon = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, false, true, true, "duty")]
    [InlineData(true, false, true, true, "deputy")]
    [InlineData(false, false, false, true, "deputy")]
    [InlineData(true, true, true, true, null)]
    [InlineData(true, false, true, false, null)]
    public void The_deputy_stands_in_for_who_is_absent_or_gone(bool dutyAbsent, bool deputyAbsent, bool dutyReachable, bool deputyReachable, string? kind)
    {
        var (duty, deputy) = (Guid.NewGuid(), Guid.NewGuid());
        RosterEntry[] entries = [Turn(deputy, RosterEntry.Deputy, -1, 1), Turn(duty, RosterEntry.Duty, -1, 1)];
        var absences = new List<RosterAbsence>();
        if (dutyAbsent) absences.Add(Away(duty, -2, 2));
        if (deputyAbsent) absences.Add(Away(deputy, -2, 2));

        Assert.Equal(kind, OnDutyRules.At(entries, absences, id => id == duty ? dutyReachable : deputyReachable, Noon)?.Kind);
    }

    [Fact]
    public void A_turn_begins_with_its_first_moment_and_is_over_at_its_last()
    {
        var person = Guid.NewGuid();

        Assert.Null(OnDutyRules.At([Turn(person, RosterEntry.Duty, 1, 2)], [], _ => true, Noon));
        Assert.NotNull(OnDutyRules.At([Turn(person, RosterEntry.Duty, 0, 1)], [], _ => true, Noon));
        Assert.Null(OnDutyRules.At([Turn(person, RosterEntry.Duty, -1, 0)], [], _ => true, Noon));
        Assert.NotNull(OnDutyRules.At([Turn(person, RosterEntry.Duty, -1, 1)], [Away(person, -1, 0)], _ => true, Noon));
    }

    [Fact]
    public void Turns_overlap_exactly_where_two_of_a_kind_share_a_moment() => Check.One(Seeded.Cases(), Prop.ForAll(
        Gen.ArrayOf(from duty in Gen.Elements(true, false) from start in Gen.Choose(0, 20) from hours in Gen.Choose(1, 6) select (duty, start, hours)).ToArbitrary(),
        drawn =>
        {
            var turns = drawn.Select(t => (t.duty ? RosterEntry.Duty : RosterEntry.Deputy, Noon.AddHours(t.start), Noon.AddHours(t.start + t.hours))).ToArray();
            var share = turns.Where((a, i) => turns.Where((b, j) => j > i && a.Item1 == b.Item1 && a.Item2 < b.Item3 && b.Item2 < a.Item3).Any()).Any();
            return OnDutyRules.Overlapping(turns).Any() == share;
        }));

    [Fact]
    public async Task Tells_who_is_on_duty_then_the_deputy_then_the_desk()
    {
        var organisation = await registry.Operator("gas");
        var (duty, deputy) = (await Newcomer.Invited(registry, organisation, Role.Operator), await Newcomer.Invited(registry, organisation, Role.Operator));
        var http = registry.Http(Role.Manager, organisation);
        Assert.Equal("none", await Kind(0));

        await http.PutAsJsonAsync($"/api/organisations/{organisation}/desk", new { name = "24時間窓口", telephone = "03-5555-0100" });
        var roster = await http.PutAsJsonAsync($"/api/organisations/{organisation}/roster", new
        {
            entries = new[] { Entry(duty, "duty", 0, 24), Entry(deputy, "deputy", 0, 24) },
            absences = new[] { new { personId = duty.Id, from = Noon.AddHours(2).ToOffset(TimeSpan.FromHours(9)), until = Noon.AddHours(4) } },
        });

        Assert.Equal(HttpStatusCode.OK, roster.StatusCode);
        Assert.Equal("duty deputy duty desk", string.Join(' ', await Kind(1), await Kind(3), await Kind(4), await Kind(24)));
        var now = await registry.SecretariatOf("gas").Get($"/api/organisations/{organisation}/on-duty?at={Uri.EscapeDataString(Noon.AddHours(3).ToString("O"))}");
        Assert.Equal((deputy.Name, deputy.Email), (now.GetProperty("person").GetProperty("name").GetString(), now.GetProperty("person").GetProperty("email").GetString()));

        await registry.Administrator.DeleteAsync($"/api/people/{duty.Id}");
        Assert.Equal("deputy", await Kind(1));

        async Task<string?> Kind(int hours) =>
            (await http.Get($"/api/organisations/{organisation}/on-duty?at={Uri.EscapeDataString(Noon.AddHours(hours).ToString("O"))}")).GetProperty("kind").GetString();
    }

    [Fact]
    public async Task Names_each_field_of_a_roster_that_is_wrong()
    {
        var (organisation, foreign) = (await registry.Operator("gas"), await Newcomer.Invited(registry, await registry.Operator("gas"), Role.Operator));
        var person = await Newcomer.Invited(registry, organisation, Role.Operator);
        var http = registry.Http(Role.Manager, organisation);

        Assert.Equal(["entries[1].from"], await Fields(new { entries = new[] { Entry(person, "duty", 0, 5), Entry(person, "duty", 4, 6), Entry(person, "deputy", 0, 5) } }));
        Assert.Equal(["entries[0].until"], await Fields(new { entries = new[] { Entry(person, "duty", 5, 4) } }));
        Assert.Equal(["entries[0].personId"], await Fields(new { entries = new[] { Entry(foreign, "duty", 0, 1) } }));
        Assert.Equal(["entries[0].kind"], await Fields(new { entries = new[] { Entry(person, "chief", 0, 1) } }));
        Assert.Equal(["absences[0].personId"], await Fields(new { entries = Array.Empty<object>(), absences = new[] { new { personId = Guid.NewGuid(), from = Noon, until = Noon.AddHours(1) } } }));
        Assert.Equal(["absences[0].until"], await Fields(new { entries = Array.Empty<object>(), absences = new[] { new { personId = person.Id, from = Noon, until = Noon } } }));
        Assert.Equal(["entries"], await Fields(new { }));
        Assert.Equal(["entries[0]"], await Fields(new { entries = new object?[] { null } }));

        async Task<string[]> Fields(object body) => await (await http.PutAsJsonAsync($"/api/organisations/{organisation}/roster", body)).Fields();
    }

    [Fact]
    public async Task Desk_and_executive_are_kept_by_manager_and_secretariat_and_sealed_at_rest()
    {
        var (organisation, other) = (await registry.Operator("gas"), await registry.Operator("gas"));
        var executive = new { name = "重役 一郎", email = "ciso@city.example", telephone = "+81 3-5555-0100", notifyFrom = "high" };
        var path = $"/api/organisations/{organisation}/executive";
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Http(Role.Manager, organisation).GetAsync(path)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await registry.SecretariatOf("gas").PutAsJsonAsync(path, executive)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await registry.Http(Role.Manager, organisation).PutAsJsonAsync($"/api/organisations/{organisation}/desk", new { name = "窓口", telephone = "03-5555-0100" })).StatusCode);

        Assert.Equal("重役 一郎", (await registry.Http(Role.Operator, organisation).Get(path)).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Http(Role.Manager, other).GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Http(Role.Manager, other).PutAsJsonAsync(path, executive)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("water").PutAsJsonAsync(path, executive)).StatusCode);
        var row = await registry.Db<RegistryDb, string>(db => db.Database.SqlQuery<string>($"select to_jsonb(c)::text as \"Value\" from organisation_contacts c where organisation_id = {organisation}").SingleAsync());
        Assert.DoesNotContain("重役", row, StringComparison.Ordinal);
        Assert.DoesNotContain("5555", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("executive", "email", "nobody")]
    [InlineData("executive", "notifyFrom", "unknown")]
    [InlineData("executive", "telephone", "ask Ichiro")]
    [InlineData("desk", "telephone", "")]
    [InlineData("desk", "email", "nobody")]
    [InlineData("desk", "name", "")]
    public async Task Names_the_field_of_a_contact_that_is_wrong(string contact, string field, string value)
    {
        var organisation = await registry.Operator("gas");
        var body = new Dictionary<string, string> { ["name"] = "窓口", ["email"] = "soc@city.example", ["telephone"] = "03-5555-0100", ["notifyFrom"] = "high", [field] = value };

        Assert.Equal([field], await (await registry.Administrator.PutAsJsonAsync($"/api/organisations/{organisation}/{contact}", body)).Fields());
    }

    static object Entry(Newcomer person, string kind, int from, int until) => new { personId = person.Id, kind, from = Noon.AddHours(from), until = Noon.AddHours(until) };

    static RosterEntry Turn(Guid person, string kind, int from, int until) =>
        new() { Id = Guid.NewGuid(), OrganisationId = Guid.Empty, PersonId = person, Kind = kind, StartsAt = Noon.AddHours(from), EndsAt = Noon.AddHours(until) };

    static RosterAbsence Away(Guid person, int from, int until) =>
        new() { Id = Guid.NewGuid(), OrganisationId = Guid.Empty, PersonId = person, StartsAt = Noon.AddHours(from), EndsAt = Noon.AddHours(until) };
}
