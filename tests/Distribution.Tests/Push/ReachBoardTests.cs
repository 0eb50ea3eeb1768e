using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Push;

/// <summary>A reach board is live: whoever may read the reach hears how its counts change, never who.</summary>
public class ReachBoardTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Secretariat => distribution.Directory.TelecomSecretariat.OrganisationId;

    [Fact]
    public async Task Who_looks_at_a_board_hears_its_counts_at_most_once_a_second()
    {
        var id = await distribution.Released(distribution.Flash());
        var heard = new ConcurrentQueue<(long At, JsonElement Counts)>();
        await using var line = await distribution.Line(Secretariat, _ => { }, (method, counts) => heard.Enqueue((Stopwatch.GetTimestamp(), Checked(method, counts))), Role.Secretariat);

        Assert.Equal(0, Confirmed(await line.Call("WatchReach", [id], CancellationToken.None)));
        foreach (var member in distribution.Directory.Telecom)
        {
            (await distribution.Receipt(id, member.OrganisationId, "confirmed")).EnsureSuccessStatusCode();
            await Task.Delay(100); // over some time, so that telling each change would show
        }

        await DistributionFixture.Until(() => Task.FromResult(heard.Any(h => Confirmed(h.Counts) == 6)), "The board did not come to the end.");
        Assert.InRange(heard.Count, 1, 4);
        foreach (var (one, next) in heard.Zip(heard.Skip(1))) Assert.True(Stopwatch.GetElapsedTime(one.At, next.At) > TimeSpan.FromMilliseconds(700));
        foreach (var organisation in distribution.Everyone) Assert.DoesNotContain(heard, h => h.Counts.GetRawText().Contains(organisation.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_read_the_reach_looks_at_no_board()
    {
        var id = await distribution.Released(distribution.Flash());
        var foreign = await distribution.Released(distribution.Flash(audience: [distribution.Directory.AviationGroup.GroupId]));

        foreach (var (role, organisation, advisory, may) in new[]
        {
            (Role.Secretariat, Secretariat, id, true),
            (Role.Operator, Secretariat, id, false),
            (Role.Observer, Secretariat, id, false),
            (Role.Secretariat, Secretariat, foreign, false),
            (Role.Secretariat, Secretariat, Guid.NewGuid(), false),
            (Role.Analyst, distribution.Directory.Centre.OrganisationId, id, false),
        })
        {
            await using var line = await distribution.Line(organisation, _ => { }, role: role);
            var answer = await line.Call("WatchReach", [advisory], CancellationToken.None);
            Assert.Equal(may, answer.ValueKind == JsonValueKind.Object);
        }
    }

    [Fact]
    public async Task Who_looks_away_or_leaves_the_audience_hears_no_more()
    {
        var (secretariat, ministry) = (distribution.Directory.TelecomSecretariat, distribution.Directory.TelecomMinistry);
        var id = await distribution.Released(distribution.Flash(audience: [distribution.Telecom, distribution.Directory.Ministries.GroupId]));
        var (away, gone, stays) = (new ConcurrentQueue<JsonElement>(), new ConcurrentQueue<JsonElement>(), new ConcurrentQueue<JsonElement>());
        await using var one = await distribution.Line(secretariat.OrganisationId, _ => { }, (_, counts) => away.Enqueue(counts), Role.Secretariat);
        await using var two = await distribution.Line(ministry.OrganisationId, _ => { }, (_, counts) => gone.Enqueue(counts), Role.Liaison);
        await using var three = await distribution.Line(secretariat.OrganisationId, _ => { }, (_, counts) => stays.Enqueue(counts), Role.Secretariat);
        foreach (var line in new[] { one, two, three }) Assert.Equal(JsonValueKind.Object, (await line.Call("WatchReach", [id], CancellationToken.None)).ValueKind);
        // what stood when it began to look, a board was answered; it is told of what changes then
        (await distribution.Receipt(id, distribution.Directory.Telecom[1].OrganisationId, "opened")).EnsureSuccessStatusCode();
        await DistributionFixture.Until(() => Task.FromResult(new[] { away, gone, stays }.All(heard => !heard.IsEmpty)), "Not every board was told its counts.");
        await one.Call("UnwatchReach", [id], CancellationToken.None);
        await distribution.Hears(ministry with { Version = 2, Active = false });
        var before = (away.Count, gone.Count);

        (await distribution.Receipt(id, distribution.Directory.Telecom[0].OrganisationId, "confirmed")).EnsureSuccessStatusCode();

        await DistributionFixture.Until(() => Task.FromResult(stays.Any(c => Confirmed(c) == 1)), "The board that is looked at did not change.");
        Assert.Equal(before, (away.Count, gone.Count));
        await distribution.Hears(ministry with { Version = 3 });
    }

    [Fact]
    public async Task The_counts_of_the_board_are_those_of_the_reach()
    {
        var id = await distribution.Released(distribution.Flash(audience: [distribution.Directory.AllCeptoars.GroupId]));
        var random = new Random(20261121);
        var members = distribution.Everyone.ToArray();
        for (var i = 0; i < 60; i++)
        {
            await distribution.Receipt(id, members[random.Next(members.Length)], Receipts.States[random.Next(4)]);
            distribution.Clock.Advance(TimeSpan.FromSeconds(random.Next(2)));
        }

        var counts = (await distribution.Db<DistributionDb, Dictionary<Guid, ReachCounts>>(db => ReachCounts.Of(db, [id], CancellationToken.None)))[id];
        var rows = await distribution.Rows(id);

        Assert.Equal(rows.Length, counts.Recipients);
        Assert.Equal(
            (Count("queued"), Count("pushed"), Count("delivered"), Count("opened"), Count("confirmed"), Count("cannotAct")),
            (counts.Receipts.Queued, counts.Receipts.Pushed, counts.Receipts.Delivered, counts.Receipts.Opened, counts.Receipts.Confirmed, counts.Receipts.CannotAct));

        int Count(string state) => rows.Count(r => r.Receipt.State == state);
    }

    static JsonElement Checked(string method, JsonElement counts)
    {
        Assert.Equal("reachChanged", method);
        return counts;
    }

    static int Confirmed(JsonElement counts) => counts.GetProperty("receipts").GetProperty("confirmed").GetInt32();
}
