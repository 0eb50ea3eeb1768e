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

        Assert.Equal(["line"], connected.Hint(box, 13, urgent: true, urgentOnly: true));
        Assert.Empty(connected.Hint(box, 13, urgent: true, urgentOnly: true));
        Assert.Equal((10, 13), (connected.Hinted(urgentOnly: false).Last[0], connected.Hinted(urgentOnly: true).Last[0]));
        Assert.Equal(["line"], connected.Hint(box, 11, urgent: false, urgentOnly: false));
        Assert.Equal(["line"], connected.Hint(box, 12, urgent: false, urgentOnly: false));
        Assert.Empty(connected.Hint(box, 13, urgent: true, urgentOnly: false));
        Assert.Equal(["line"], connected.Hint(box, 14, urgent: true, urgentOnly: false));
        Assert.Empty(connected.Hint(box, 14, urgent: true, urgentOnly: true));
        Assert.Equal((14, 14), (connected.Hinted(urgentOnly: false).Last[0], connected.Hinted(urgentOnly: true).Last[0]));
    }

    Task<Guid> Released(string urgency, Guid group)
    {
        var flash = distribution.Flash(audience: [group]);
        return distribution.Released(flash with { Flash = flash.Flash with { Urgency = urgency } });
    }

    /// <summary>Rows of the advisories in this order, in every mailbox at one moment, as a burst that the pusher finds.</summary>
    Task<int> Fill(IEnumerable<Guid> mailboxes, Guid[] advisories) => distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
        $"""
        with filled as (
          insert into inbox (mailbox_id, sequence, advisory_id, version, event, issued_at, urgent)
          select m.id, a.place, a.id, 1, 'released', now(), a.place = {advisories.Length}
          from unnest({mailboxes.ToArray()}) as m (id) cross join unnest({advisories}) with ordinality as a (id, place)
          returning mailbox_id)
        insert into mailbox (id, last) select mailbox_id, count(*) from filled group by mailbox_id
        """));
}
