using System.Collections.Concurrent;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Push;
using Ceptoar.Story;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Push;

/// <summary>What happens while hints are on their way.</summary>
public class CrossingTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task A_recall_that_crosses_the_push_wins()
    {
        var (group, members) = await Circle(40);
        var heard = members.ToDictionary(m => m, _ => new ConcurrentQueue<Heard>());
        var lines = await Task.WhenAll(members.Select(m => distribution.Line(m, heard[m].Enqueue)));

        for (var i = 0; i < 10; i++)
        {
            var id = await distribution.Released(distribution.Flash(audience: [group]));
            Assert.True((await distribution.Recall(id, role: Hosting.SignIn.Role.Analyst, organisation: distribution.Directory.Centre.OrganisationId)).IsSuccessStatusCode);
            await DistributionFixture.Until(() => Task.FromResult(heard.Values.All(h => h.Any(x => x.AdvisoryId == id && x.Version == 2))), "Not everyone heard of the recall.");
            Assert.All(heard.Values, hints =>
            {
                var own = hints.Where(h => h.AdvisoryId == id).Select(h => h.Method).ToList();
                var recalled = own.IndexOf("advisoryRecalled");
                Assert.DoesNotContain("advisoryAvailable", own.Skip(recalled < 0 ? own.Count : recalled));
            });
            foreach (var member in members) Assert.Equal("recalled", (await distribution.Read(id, member))!.Value.GetProperty("state").GetString());
        }

        foreach (var line in lines) await line.DisposeAsync();
    }

    [Fact]
    public async Task Clients_that_leave_in_the_middle_of_a_push_hold_nobody_up_and_catch_up_on_every_number()
    {
        const int releases = 30;
        var (group, members) = await Circle(60);
        var heard = members.ToDictionary(m => m, _ => new ConcurrentQueue<Heard>());
        var lines = await Task.WhenAll(members.Select(m => distribution.Line(m, heard[m].Enqueue)));
        var (leaving, staying) = (members[..30], members[30..]);

        var left = leaving.Select(async (_, i) =>
        {
            await DistributionFixture.Until(() => Task.FromResult(heard[members[i]].Count > i / 2), "Nothing is pushed.");
            await lines[i].DisposeAsync();
        }).ToArray();
        var ids = new List<Guid>();
        for (var i = 0; i < releases; i++) ids.Add(await distribution.Released(distribution.Flash(audience: [group])));
        await Task.WhenAll(left);

        await DistributionFixture.Until(() => Task.FromResult(staying.All(m => heard[m].Count >= releases)), "Those who stayed did not hear everything.");
        Assert.All(staying, m => Assert.Equal(ids, heard[m].OrderBy(h => h.Sequence).Select(h => h.AdvisoryId)));
        foreach (var member in leaving)
        {
            await using var again = await distribution.Line(member, _ => { });
            Assert.Equal(ids, (await again.CatchUp(0)).Select(c => c.AdvisoryId));
        }

        foreach (var line in lines[leaving.Length..]) await line.DisposeAsync();
    }

    [Fact]
    public async Task Four_releases_to_the_same_five_thousand_at_once_go_out_each_whole()
    {
        var (group, members) = await Circle(5_000);

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => distribution.Released(distribution.Flash(audience: [group]))));

        Assert.Equal(4, ids.Distinct().Count());
        foreach (var id in ids) Assert.Equal(members.Order(), (await distribution.Rows(id)).Select(r => r.MailboxId).Order());
        var last = await distribution.With<Hints, long>(h => h.LastOf(members[0], CancellationToken.None));
        Assert.Equal([1L, 2, 3, 4], (await distribution.With<Hints, List<Hint>>(h => h.After([Mailbox.Of(members[0])], [0], 10, CancellationToken.None))).Select(h => h.Sequence));
        Assert.Equal(4, last);
    }

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
