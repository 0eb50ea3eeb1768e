using System.Collections.Concurrent;
using Ceptoar.Directory;
using Ceptoar.Distribution.Push;
using Ceptoar.Story;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Push;

/// <summary>What is urgent is pushed before what waits, and clients fetch it at once.</summary>
public class UrgencyTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task A_burst_of_a_hundred_does_not_hold_an_urgent_one_back_and_loses_nothing()
    {
        var group = Fake.Group() with { Kind = "workingGroup", Ceptoars = [] };
        await distribution.Hears(group);
        var waiting = new List<Guid>();
        for (var i = 0; i < 100; i++) waiting.Add(await Released("normal", group.GroupId));
        var urgent = await Released("urgent", group.GroupId);
        var members = Enumerable.Range(0, 40).Select(_ => Fake.Organisation()).ToArray();
        await distribution.Hears(new Contracts.Registry.OrganisationsPage { Organisations = members });
        await distribution.Hears(group with { Version = 2, Organisations = [.. members.Select(m => m.OrganisationId)] });
        var heard = members.ToDictionary(m => m.OrganisationId, _ => new ConcurrentQueue<Heard>());
        var lines = await Task.WhenAll(members.Select(m => distribution.Line(m.OrganisationId, heard[m.OrganisationId].Enqueue)));

        await Fill(members.Select(m => m.OrganisationId), [.. waiting, urgent]);

        await DistributionFixture.Until(() => Task.FromResult(heard.Values.All(h => h.Count >= 101)), "Not everything was pushed.");
        Assert.All(heard.Values, hints =>
        {
            Assert.Equal((urgent, 101), (hints.First().AdvisoryId, hints.First().Sequence));
            Assert.Equal(waiting, hints.Skip(1).Select(h => h.AdvisoryId));
        });
        await DistributionFixture.Until(async () => (await distribution.Db<DistributionDb, int>(db => db.Inbox.CountAsync(r => r.AdvisoryId == urgent && r.PushedAt == null))) == 0, "What was pushed is not noted.");
        foreach (var line in lines) await line.DisposeAsync();
    }

    [Fact]
    public async Task A_live_one_amid_a_burst_of_a_drill_goes_first_and_nothing_is_lost()
    {
        var members = Enumerable.Range(0, 40).Select(_ => Fake.Organisation("ict", "telecom")).ToArray();
        await distribution.Hears(new Contracts.Registry.OrganisationsPage { Organisations = members });
        Guid[] mailboxes = [.. members.Select(m => m.OrganisationId)];
        var burst = new List<Guid>();
        for (var i = 0; i < 30; i++) burst.Add(await distribution.Drilled(participants: mailboxes));
        var group = Fake.Group() with { Kind = "workingGroup", Ceptoars = [] };
        await distribution.Hears(group);
        var live = await Released("normal", group.GroupId);
        await distribution.Hears(group with { Version = 2, Organisations = mailboxes });
        // as if they all came at one moment: everything of the drill before, the live one last
        await distribution.Db<DistributionDb, int>(db => db.Inbox.Where(r => mailboxes.Contains(r.MailboxId)).ExecuteDeleteAsync());
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"delete from mailbox where id = any({mailboxes})"));
        var heard = mailboxes.ToDictionary(m => m, _ => new ConcurrentQueue<Heard>());
        var lines = await Task.WhenAll(mailboxes.Select(m => distribution.Line(m, heard[m].Enqueue)));

        await Fill(mailboxes, [.. burst, live], urgent: false);

        await DistributionFixture.Until(() => Task.FromResult(heard.Values.All(h => h.Count >= 31)), "Not everything was pushed.");
        Assert.All(heard.Values, hints =>
        {
            Assert.Equal((live, 31), (hints.First().AdvisoryId, hints.First().Sequence));
            Assert.Equal(burst, hints.Skip(1).Select(h => h.AdvisoryId));
        });
        foreach (var line in lines) await line.DisposeAsync();
    }

    [Fact]
    public async Task A_drill_is_urgent_to_nobody_on_its_way()
    {
        var id = await distribution.Drilled();

        Assert.Equal([(false, true)], (await distribution.Rows(id)).Select(r => (r.Urgent, r.Drill)));
        Assert.Equal("urgent", (await distribution.Read(id, distribution.Directory.TelecomMinistry.OrganisationId))!.Value.GetProperty("urgency").GetString());
    }

    [Theory]
    [InlineData("urgent", 0)]
    [InlineData("normal", 2000)]
    public async Task The_hint_says_over_what_time_clients_spread_their_fetch(string urgency, int spread)
    {
        var reader = distribution.Directory.Telecom[0].OrganisationId;
        var last = await distribution.With<Hints, long>(h => h.LastOf(reader, CancellationToken.None));
        await Released(urgency, distribution.Telecom);

        Assert.Equal(spread, Assert.Single(await distribution.With<Hints, List<Hint>>(h => h.After([Mailbox.Of(reader)], [last], 10, CancellationToken.None))).SpreadMs);
    }

    [Fact]
    public async Task A_recall_is_urgent_whatever_it_recalls()
    {
        var reader = distribution.Directory.Telecom[1].OrganisationId;
        var id = await Released("normal", distribution.Telecom);
        await distribution.Recall(id);

        Assert.Equal([2000, 0], (await distribution.With<Hints, List<Hint>>(h => h.After([Mailbox.Of(reader)], [0], 500, CancellationToken.None))).Where(h => h.AdvisoryId == id).Select(h => h.SpreadMs));
    }

    [Fact]
    public void Each_number_is_hinted_once_whichever_way_it_comes()
    {
        var (connected, box) = (new ConnectedMailboxes(), Guid.NewGuid());
        connected.Add(Mailbox.Of(box), "line", last: 10);

        Assert.Equal(["line"], connected.Hint(box, 13, urgent: true, PushLane.Urgent));
        Assert.Empty(connected.Hint(box, 13, urgent: true, PushLane.Urgent));
        Assert.Equal((10, 13), (connected.Hinted(PushLane.Live).Last[0], connected.Hinted(PushLane.Urgent).Last[0]));
        Assert.Equal(["line"], connected.Hint(box, 11, urgent: false, PushLane.Live));
        Assert.Equal(["line"], connected.Hint(box, 12, urgent: false, PushLane.Live));
        Assert.Empty(connected.Hint(box, 13, urgent: true, PushLane.Live));
        Assert.Equal(["line"], connected.Hint(box, 15, urgent: true, PushLane.Live));
        Assert.Empty(connected.Hint(box, 15, urgent: true, PushLane.Urgent));
        Assert.Equal(["line"], connected.Hint(box, 14, urgent: false, PushLane.Drill));
        Assert.Empty(connected.Hint(box, 14, urgent: false, PushLane.Drill));
        Assert.Equal((15, 15, 14), (connected.Hinted(PushLane.Live).Last[0], connected.Hinted(PushLane.Urgent).Last[0], connected.Hinted(PushLane.Drill).Last[0]));
    }

    Task<Guid> Released(string urgency, Guid group)
    {
        var flash = distribution.Flash(audience: [group]);
        return distribution.Released(flash with { Flash = flash.Flash with { Urgency = urgency } });
    }

    /// <summary>Rows of the advisories in this order, in every mailbox at one moment, as a burst that the pusher finds.</summary>
    Task<int> Fill(IEnumerable<Guid> mailboxes, Guid[] advisories, bool urgent = true) => distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
        $"""
        with filled as (
          insert into inbox (mailbox_id, sequence, advisory_id, version, event, issued_at, urgent, drill)
          select m.id, a.place, a.id, 1, 'released', now(), {urgent} and a.place = {advisories.Length}, v.drill
          from unnest({mailboxes.ToArray()}) as m (id) cross join unnest({advisories}) with ordinality as a (id, place) join advisory v on v.id = a.id
          returning mailbox_id)
        insert into mailbox (id, last) select mailbox_id, count(*) from filled group by mailbox_id
        """));
}
