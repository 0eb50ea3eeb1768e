using System.Net.Http.Json;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Drills;
using Ceptoar.Distribution.Tests.Escalation;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Distribution.Tests.Drills;

/// <summary>Drills is told how far a drill got: what moved, whole, once, and for a minute longer than it runs.</summary>
public class TellDrillsTests(EscalationFixture distribution) : IClassFixture<EscalationFixture>
{
    SmallDirectory Small => distribution.Directory;

    Guid Ministry => Small.TelecomMinistry.OrganisationId;

    Guid Member(int n) => Small.Telecom[n].OrganisationId;

    [Fact]
    public async Task Each_recipient_and_hop_is_told_with_all_its_times()
    {
        var id = await distribution.Drilled();
        await distribution.Relayed(id);
        await distribution.Receipt(id, Member(0), "opened");
        await distribution.Receipt(id, Member(1), "cannotAct");
        await distribution.Receipt(id, Member(2), "confirmed");

        var told = await Newest(id, told => told.Count == 5 && told[Member(0)].OpenedAt is not null && told[Member(1)].CannotActAt is not null && told[Member(2)].ConfirmedAt is not null);

        Assert.Equal(
            [(Ministry, "liaison"), (Small.TelecomSecretariat.OrganisationId, "secretariat"), (Member(0), "members"), (Member(1), "members"), (Member(2), "members")],
            told.Values.OrderBy(r => r.QueuedAt).ThenBy(r => Array.IndexOf(distribution.Agreed, r.OrganisationId)).Select(r => (r.OrganisationId, r.Hop)));
        Assert.True(told[Member(0)] is { DeliveredAt: not null, OpenedAt: not null, ConfirmedAt: null, CannotActAt: null });
        Assert.True(told[Member(1)] is { CannotActAt: not null, ConfirmedAt: null });
        Assert.True(told[Member(2)] is { ConfirmedAt: not null });
        var hops = (await distribution.AllPublished<DrillReached>(m => m.DrillId == id)).SelectMany(m => m.Hops).GroupBy(h => h.Name).ToDictionary(h => h.Key, h => h.Last());
        Assert.Equal((Ministry, 1, true), (hops["secretariat"].Body, hops["secretariat"].Recipients, hops["secretariat"].RelayedAt is not null));
        Assert.Equal((Small.TelecomSecretariat.OrganisationId, 3, "telecom"), (hops["members"].Body, hops["members"].Recipients, hops["members"].Ceptoar));
    }

    [Fact]
    public async Task What_was_tried_is_told_in_order_with_its_cause()
    {
        await distribution.Knows((Ministry, distribution.Sheet("kasumi.example")));
        var id = await distribution.Drilled();
        await distribution.Pass(EscalationFixture.Urgent);
        await distribution.Pass(EscalationFixture.Urgent);
        await distribution.Pass(EscalationFixture.Urgent);
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"update dispatch set state = 'bounced', status = '5.1.1', ended_at = now() where advisory_id = {id} and contact like 'person:%' and step = 2"));
        (await distribution.Http(Role.Analyst, Small.Centre.OrganisationId).PostAsJsonAsync($"/api/advisories/{id}/calls", new { organisationId = Ministry, channel = "telephone", reached = true, by = "暁" })).EnsureSuccessStatusCode();

        var told = await Newest(id, told => told.TryGetValue(Ministry, out var ministry) && ministry.Tried.Length == 3);

        Assert.Equal([("mail", "bounced", "5.1.1"), ("mail", "waiting", null), ("call", "reached", null)], told[Ministry].Tried.Select(t => (t.Channel, t.State, t.Cause)));
    }

    [Fact]
    public async Task What_did_not_move_is_not_told_again_and_two_instances_tell_it_once()
    {
        var id = await distribution.Drilled();
        await using var other = distribution.Another();
        var worker = other.Services.GetRequiredService<TellDrills>();
        await Tell();
        var before = (await distribution.AllPublished<DrillReached>(m => m.DrillId == id)).Sum(m => m.Recipients.Length);

        await distribution.Receipt(id, Ministry, "confirmed", role: Role.Liaison);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? Tell() : worker.Tell(CancellationToken.None)));
        await Tell();

        // the other instance speaks on a bus of its own: what each told stands in the table both share
        var told = await distribution.Db<DistributionDb, string>(db => db.Database.SqlQuery<string>($"select told ->> 'confirmedAt' as \"Value\" from drill_told where drill_id = {id} and what = {Ministry.ToString()}").SingleAsync());
        Assert.NotNull(told);
        Assert.InRange((await distribution.AllPublished<DrillReached>(m => m.DrillId == id)).Sum(m => m.Recipients.Length), before, before + 1);
    }

    [Fact]
    public async Task Thousands_are_told_in_messages_of_five_hundred()
    {
        var members = Enumerable.Range(0, 1_200).Select(_ => Fake.Organisation("ict", "telecom")).ToArray();
        foreach (var page in members.Chunk(500)) await distribution.Hears(new OrganisationsPage { Organisations = page });
        var id = await distribution.Drilled(participants: [.. members.Select(m => m.OrganisationId)]);

        await Tell();

        var messages = await distribution.AllPublished<DrillReached>(m => m.DrillId == id);
        Assert.All(messages, m => Assert.InRange(m.Recipients.Length, 0, 500));
        Assert.Equal(members.Select(m => m.OrganisationId).Order(), messages.SelectMany(m => m.Recipients).Select(r => r.OrganisationId).Distinct().Order());
    }

    [Fact]
    public async Task After_the_end_it_is_told_for_a_minute_and_once_where_nobody_could_tell_it_then()
    {
        var (id, missed) = (await distribution.Drilled(), await distribution.Drilled());
        foreach (var drill in new[] { id, missed }) await distribution.Hears(DistributionFixture.Drill(drill, distribution.Agreed, "closed", version: 2));
        await distribution.Receipt(id, Ministry, "confirmed", role: Role.Liaison);
        await Newest(id, told => told[Ministry].ConfirmedAt is not null);

        await distribution.Receipt(missed, Ministry, "opened", role: Role.Liaison);
        distribution.Clock.Advance(TimeSpan.FromMinutes(2));
        await Newest(missed, told => told[Ministry].OpenedAt is not null);
        await distribution.Receipt(missed, Ministry, "confirmed", role: Role.Liaison);
        await Tell();
        await Tell();

        Assert.Null((await Newest(missed))[Ministry].ConfirmedAt);
    }

    [Fact]
    public async Task Once_it_has_ended_all_is_told_again_in_numbered_parts_and_that_nothing_went_out_too()
    {
        var members = Enumerable.Range(0, 600).Select(_ => Fake.Organisation("ict", "telecom")).ToArray();
        foreach (var page in members.Chunk(500)) await distribution.Hears(new OrganisationsPage { Organisations = page });
        var (id, never) = (await distribution.Drilled(participants: [Ministry, Small.TelecomSecretariat.OrganisationId, .. members.Select(m => m.OrganisationId)]), Guid.NewGuid());
        await distribution.Relayed(id);
        await Newest(id, told => told.Count == 602);
        await distribution.Hears(DistributionFixture.Drill(id, distribution.Agreed, "closed", version: 2));
        await distribution.Hears(DistributionFixture.Drill(never, distribution.Agreed, "closed", version: 1));
        await Tell();
        Assert.Empty(await Final(id)); // what was said before the end may still be written

        distribution.Clock.Advance(TimeSpan.FromSeconds(2));
        await EscalationFixture.Until(async () =>
        {
            await Tell();
            return (await Final(id)).Length == 2 && (await Final(never)).Length == 1;
        }, "It was not told to its end.");
        await Tell();

        Assert.Equal([(1, 2), (2, 2)], (await Final(id)).Select(m => (m.FinalPart!.Value, m.FinalParts!.Value)).Order());
        Assert.Equal(602, (await Final(id)).SelectMany(m => m.Recipients).DistinctBy(r => r.OrganisationId).Count());
        Assert.Equal(["members", "secretariat"], (await Final(id)).SelectMany(m => m.Hops).Select(h => h.Name).Order());
        var nothing = Assert.Single(await Final(never));
        Assert.Equal((1, 1, 0, 0), (nothing.FinalPart!.Value, nothing.FinalParts!.Value, nothing.Recipients.Length, nothing.Hops.Length));
    }

    async Task<DrillReached[]> Final(Guid drill) => [.. await distribution.AllPublished<DrillReached>(m => m.DrillId == drill && m.FinalPart is not null)];

    Task Tell() => distribution.Services.GetRequiredService<TellDrills>().Tell(CancellationToken.None);

    /// <summary>What was told last of each recipient, once all is told that is known: another round may have it in hand.</summary>
    async Task<Dictionary<Guid, ReachedRecipient>> Newest(Guid drill, Func<Dictionary<Guid, ReachedRecipient>, bool> whole)
    {
        Dictionary<Guid, ReachedRecipient> told = [];
        await EscalationFixture.Until(async () =>
        {
            await Tell();
            return whole(told = await Newest(drill));
        }, "It was not told.");
        return told;
    }

    async Task<Dictionary<Guid, ReachedRecipient>> Newest(Guid drill) =>
        (await distribution.AllPublished<DrillReached>(m => m.DrillId == drill)).SelectMany(m => m.Recipients).GroupBy(r => r.OrganisationId).ToDictionary(g => g.Key, g => g.Last());
}
