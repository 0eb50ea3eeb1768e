using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Push;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Deliveries;

/// <summary>A mailbox: its numbers have no gap, its list pages, and it shows nothing to who left.</summary>
public class InboxTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task Numbers_have_no_gap_also_when_many_advisories_are_released_at_once()
    {
        var directory = distribution.Directory;
        Guid[][] audiences =
        [
            [distribution.Telecom], [directory.AviationGroup.GroupId], [directory.AllCeptoars.GroupId], [directory.Ministries.GroupId, distribution.Telecom],
            [directory.AviationGroup.GroupId, directory.CentreGroup.GroupId],
        ];
        var flashes = Enumerable.Range(0, 40).Select(i => distribution.Flash(audience: audiences[i % audiences.Length])).ToArray();

        await Task.WhenAll(flashes.Select(f => distribution.Hears(f)));

        var mailboxes = await distribution.Db<DistributionDb, Dictionary<Guid, List<long>>>(async db =>
            (await db.Inbox.AsNoTracking().OrderBy(r => r.Sequence).Select(r => new { r.MailboxId, r.Sequence }).ToListAsync())
            .GroupBy(r => r.MailboxId).ToDictionary(g => g.Key, g => g.Select(r => r.Sequence).ToList()));
        Assert.Empty(distribution.Everyone.Except(mailboxes.Keys));
        foreach (var numbers in mailboxes.Values) Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n), numbers);
        Assert.Equal(40, (await Task.WhenAll(flashes.Select(f => distribution.AdvisoryOf(f.SourceId)))).Distinct().Count());
    }

    [Fact]
    public async Task Goes_on_from_a_number_oldest_first_without_gap_or_repeat()
    {
        var reader = distribution.Directory.Telecom[1].OrganisationId;
        await distribution.Released(distribution.Flash());
        var cursor = (await distribution.List(reader)).Next;
        var later = new List<Guid>();
        for (var i = 0; i < 5; i++) later.Add(await distribution.Released(distribution.Flash()));

        var seen = new List<Guid>();
        for (var page = await distribution.List(reader, $"?after={cursor}&limit=2"); page.Ids.Length > 0; page = await distribution.List(reader, $"?after={page.Next}&limit=2"))
        {
            Assert.True(page.Ids.Length <= 2);
            seen.AddRange(page.Ids);
        }

        Assert.Equal(later, seen);
        Assert.Equal(Enumerable.Reverse(later).Take(3), await distribution.Listed(reader, "?limit=3"));
    }

    [Fact]
    public async Task Lists_each_advisory_once_at_its_newest_number()
    {
        var reader = distribution.Directory.Telecom[2].OrganisationId;
        var flash = distribution.Flash();
        var first = await distribution.Released(flash);
        var second = await distribution.Released(distribution.Flash());
        var cursor = (await distribution.List(reader)).Next;

        await distribution.Hears(DistributionFixture.Narrative(flash));

        Assert.Equal([first, second], await distribution.Listed(reader, "?limit=2"));
        Assert.Equal([first], await distribution.Listed(reader, $"?after={cursor}"));
    }

    [Fact]
    public async Task Filters_by_label_and_state()
    {
        var reader = distribution.Directory.Telecom[3].OrganisationId;
        var green = await distribution.Released(distribution.Flash(Tlp.Green));
        var amber = await distribution.Released(distribution.Flash(Tlp.AmberStrict));
        await distribution.Recall(green);

        Assert.Equal(green, Assert.Single(await distribution.Listed(reader, "?tlp=GREEN")));
        Assert.Equal(amber, Assert.Single(await distribution.Listed(reader, "?tlp=AMBER%2BSTRICT")));
        Assert.Contains(green, await distribution.Listed(reader, "?status=recalled"));
        Assert.DoesNotContain(amber, await distribution.Listed(reader, "?status=recalled"));
        Assert.Empty(await distribution.Listed(reader, "?tlp=GREEN&status=released"));
    }

    [Theory]
    [InlineData("after=abc", "after")]
    [InlineData("after=-1", "after")]
    [InlineData("after=1.5", "after")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("status=nonsense", "status")]
    [InlineData("tlp=red", "tlp")]
    [InlineData("tlp=PURPLE", "tlp")]
    public async Task Names_what_is_wrong_with_a_query(string query, string field)
    {
        var answer = await distribution.Http(Role.Operator, distribution.Directory.Telecom[0].OrganisationId).GetAsync("/api/advisories?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Who_becomes_inactive_sees_nothing_more_and_gets_no_hint()
    {
        var leaver = Fake.Organisation("ict", "telecom");
        await distribution.Hears(leaver);
        var id = await distribution.Released(distribution.Flash());
        Assert.Single(await Hints(leaver.OrganisationId));

        await distribution.Hears(leaver with { Version = 2, Active = false });

        await SeesNothing(id, leaver.OrganisationId);
    }

    [Fact]
    public async Task Who_leaves_the_CEPTOAR_sees_nothing_more_and_gets_no_hint()
    {
        var leaver = Fake.Organisation("ict", "telecom");
        await distribution.Hears(leaver);
        var id = await distribution.Released(distribution.Flash());

        await distribution.Hears(leaver with { Version = 2, Ceptoars = ["aviation"] });
        await SeesNothing(id, leaver.OrganisationId);

        await distribution.Hears(leaver with { Version = 3 });
        Assert.NotNull(await distribution.Read(id, leaver.OrganisationId));
        Assert.Single(await Hints(leaver.OrganisationId));
        await distribution.Hears(leaver with { Version = 4, Active = false });
    }

    [Fact]
    public async Task Old_news_of_the_directory_lets_nobody_back_in()
    {
        var leaver = Fake.Organisation("ict", "telecom") with { Version = 5 };
        await distribution.Hears(leaver);
        var id = await distribution.Released(distribution.Flash());
        await distribution.Hears(leaver with { Version = 7, Active = false });

        await distribution.Hears(leaver with { Version = 6 });

        await SeesNothing(id, leaver.OrganisationId);
    }

    [Fact]
    public async Task A_hint_says_where_to_look_and_nothing_of_the_content()
    {
        var reader = distribution.Directory.Telecom[4].OrganisationId;
        var last = await distribution.With<Hints, long>(h => h.LastOf(reader, CancellationToken.None));
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, "秘密の件名"));
        await distribution.Recall(id);

        var hints = await distribution.With<Hints, List<Hint>>(h => h.After([Mailbox.Of(reader)], [last], 10, CancellationToken.None));

        Assert.Equal([(last + 1, 1, "recalled"), (last + 2, 2, "recalled"), (last + 3, 3, "recalled")], hints.Select(h => (h.Sequence, h.Version, h.Event)));
        Assert.All(hints, h => Assert.Equal((id, reader, false), (h.AdvisoryId, h.Mailbox, h.Drill)));
        Assert.DoesNotContain("秘密", JsonSerializer.Serialize(hints, JsonSerializerOptions.Web), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catching_up_goes_past_what_may_no_longer_be_seen()
    {
        var mover = Fake.Organisation("ict", "telecom");
        await distribution.Hears(mover);
        for (var i = 0; i < 3; i++) await distribution.Released(distribution.Flash());
        await distribution.Hears(mover with { Version = 2, Ceptoars = ["aviation"] });
        var visible = await distribution.Released(distribution.Flash(audience: [distribution.Directory.AviationGroup.GroupId]));

        var hints = await distribution.With<Hints, List<Hint>>(h => h.After([Mailbox.Of(mover.OrganisationId)], [0], 2, CancellationToken.None));

        Assert.Equal(visible, Assert.Single(hints).AdvisoryId);
        await distribution.Hears(mover with { Version = 3, Active = false });
    }

    [Fact]
    public async Task An_early_limit_serves_every_mailbox_in_turn()
    {
        Guid[] readers = [distribution.Directory.Telecom[0].OrganisationId, distribution.Directory.Telecom[5].OrganisationId];
        await distribution.Released(distribution.Flash());

        var hints = await distribution.With<Hints, List<Hint>>(h => h.After([.. readers.Select(Mailbox.Of)], [0, 0], 1000, CancellationToken.None));

        Assert.Equal(readers.Order(), hints.Select(h => h.Mailbox).Distinct().Order());
        foreach (var reader in readers) Assert.Equal(hints.Where(h => h.Mailbox == reader).Select(h => h.Sequence).Order(), hints.Where(h => h.Mailbox == reader).Select(h => h.Sequence));
    }

    async Task SeesNothing(Guid advisory, Guid organisation)
    {
        Assert.Null(await distribution.Read(advisory, organisation));
        Assert.Empty(await distribution.Listed(organisation));
        Assert.Empty(await Hints(organisation));
        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Receipt(advisory, organisation, "confirmed")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await distribution.Recall(advisory, organisation: organisation)).StatusCode);
    }

    Task<List<Hint>> Hints(Guid mailbox) => distribution.With<Hints, List<Hint>>(h => h.After([Mailbox.Of(mailbox)], [0], 100, CancellationToken.None));
}
