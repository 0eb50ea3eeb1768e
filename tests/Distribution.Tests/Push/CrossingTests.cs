using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Push;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Story;
using Ceptoar.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Distribution.Tests.Push;

/// <summary>What happens while hints are on their way, of flashes and of what the centre writes, with the lines of the members on two instances.</summary>
public class CrossingTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_recall_that_crosses_the_push_wins(bool written)
    {
        var (group, members) = await Circle(40);
        await using var other = distribution.Another();
        var heard = members.ToDictionary(m => m, _ => new ConcurrentQueue<Heard>());
        var lines = await Lines(members, heard, other.Server);

        for (var i = 0; i < 10; i++)
        {
            var id = await Released(written, group);
            // its bus is its own, so nobody else tells it
            other.Services.GetRequiredService<PushSignal>().Wake();
            Assert.True((await distribution.Recall(id, role: Role.Analyst, organisation: distribution.Directory.Centre.OrganisationId)).IsSuccessStatusCode);
            other.Services.GetRequiredService<PushSignal>().Wake();
            await DistributionFixture.Until(() => Task.FromResult(heard.Values.All(h => h.Any(x => x.AdvisoryId == id && x.Version == 2))), "Not everyone heard of the recall.");
            Assert.All(heard.Values, hints =>
            {
                var own = hints.Where(h => h.AdvisoryId == id).Select(h => h.Method).ToList();
                Assert.Equal("advisoryRecalled", own[^1]);
                Assert.DoesNotContain("advisoryAvailable", own.Skip(own.IndexOf("advisoryRecalled")));
            });
            foreach (var member in members) Assert.Equal("recalled", (await distribution.Read(id, member))!.Value.GetProperty("state").GetString());
        }

        foreach (var line in lines) await line.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Clients_that_leave_in_the_middle_of_a_push_hold_nobody_up_and_catch_up_on_every_number(bool written)
    {
        const int releases = 30;
        var (group, members) = await Circle(60);
        await using var other = distribution.Another();
        var heard = members.ToDictionary(m => m, _ => new ConcurrentQueue<Heard>());
        var lines = await Lines(members, heard, other.Server);
        var (leaving, staying) = (members[..30], members[30..]);

        var left = leaving.Select(async (_, i) =>
        {
            await DistributionFixture.Until(() => Task.FromResult(heard[members[i]].Count > i / 2), "Nothing is pushed.");
            await lines[i].DisposeAsync();
        }).ToArray();
        var ids = new List<Guid>();
        for (var i = 0; i < releases; i++)
        {
            ids.Add(await Released(written, group));
            other.Services.GetRequiredService<PushSignal>().Wake();
        }

        await Task.WhenAll(left);

        await DistributionFixture.Until(() => Task.FromResult(staying.All(m => heard[m].Count >= releases)), "Those who stayed did not hear everything.");
        Assert.All(staying, m => Assert.Equal(ids, heard[m].OrderBy(h => h.Sequence).Select(h => h.AdvisoryId)));
        foreach (var (i, member) in leaving.Index())
        {
            // half of them come back to the instance that they did not leave
            await using var again = await distribution.Line(member, _ => { }, server: i % 4 < 2 ? other.Server : null);
            Assert.Equal(ids, (await again.CatchUp(0)).Select(c => c.AdvisoryId));
        }

        foreach (var line in lines[leaving.Length..]) await line.DisposeAsync();
    }

    [Fact]
    public async Task Four_releases_to_the_same_five_thousand_at_once_go_out_each_whole()
    {
        var (group, members) = await Circle(5_000);

        await EachWhole(members, await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => distribution.Released(distribution.Flash(audience: [group])))));
    }

    [Fact]
    public async Task Four_written_ones_released_to_the_same_five_thousand_at_once_by_two_instances_go_out_each_whole()
    {
        var (group, members) = await Circle(5_000);
        await using var other = distribution.Another();
        var drafts = new List<Guid>();
        for (var i = 0; i < 4; i++) drafts.Add(await distribution.Drafted(Hotline(group)));

        var answers = await Task.WhenAll(drafts.Select((id, i) => i % 2 == 0 ? distribution.Release(id, role: Role.Approver) : Release(other.Server, id)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        await EachWhole(members, [.. drafts]);
    }

    async Task EachWhole(Guid[] members, Guid[] ids)
    {
        Assert.Equal(4, ids.Distinct().Count());
        foreach (var id in ids) Assert.Equal(members.Order(), (await distribution.Rows(id)).Select(r => r.MailboxId).Order());
        var fresh = members[..^1]; // the centre, which is last, has those of other tests
        foreach (var member in fresh.Where((_, i) => i % 500 == 0))
        {
            Assert.Equal([1L, 2, 3, 4], (await distribution.With<Hints, List<Hint>>(h => h.After([Mailbox.Of(member)], [0], 10, CancellationToken.None))).Select(h => h.Sequence));
        }

        Assert.All(await distribution.With<DistributionDb, long[]>(db => db.Database.SqlQuery<long>($"select last as \"Value\" from mailbox where id = any({fresh})").ToArrayAsync()), last => Assert.Equal(4, last));
    }

    Task<HttpResponseMessage> Release(TestServer instance, Guid id)
    {
        var http = instance.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", distribution.Token(Role.Approver, distribution.BodyOf(Role.Approver)));
        return http.PostAsJsonAsync($"/api/advisories/{id}/release", new { revision = 1 });
    }

    /// <summary>What goes straight to a group: a flash, or a hotline message that the centre writes and releases.</summary>
    Task<Guid> Released(bool written, Guid group) => written ? distribution.Written(Hotline(group)) : distribution.Released(distribution.Flash(audience: [group]));

    Dictionary<string, object?> Hotline(Guid group) => distribution.Alert(("template", "hotline"), ("urgency", "urgent"), ("audience", new[] { group }));

    /// <summary>A line of each member: every second one on another instance.</summary>
    Task<LiveLine[]> Lines(Guid[] members, Dictionary<Guid, ConcurrentQueue<Heard>> heard, TestServer other) =>
        Task.WhenAll(members.Select((m, i) => distribution.Line(m, heard[m].Enqueue, server: i % 2 == 0 ? null : other)));

    /// <summary>A working group of so many new operators and the centre.</summary>
    async Task<(Guid Group, Guid[] Members)> Circle(int size)
    {
        var members = Enumerable.Range(0, size).Select(_ => Fake.Organisation()).ToArray();
        var group = Fake.Group() with { Kind = "workingGroup", Ceptoars = [], Organisations = [.. members.Select(m => m.OrganisationId).Append(distribution.Directory.Centre.OrganisationId)] };
        foreach (var page in members.Chunk(500)) await distribution.Hears(new OrganisationsPage { Organisations = page });
        await distribution.Hears(group);
        return (group.GroupId, group.Organisations);
    }
}
