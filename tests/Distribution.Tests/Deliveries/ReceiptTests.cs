using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Deliveries;

/// <summary>The ladder of receipts, and the reach that is counted of it.</summary>
public class ReceiptTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Reader => distribution.Directory.Telecom[0].OrganisationId;

    [Theory]
    [InlineData("", "queued")]
    [InlineData("delivered", "delivered")]
    [InlineData("opened", "opened")]
    [InlineData("confirmed", "confirmed")]
    [InlineData("cannotAct", "cannotAct")]
    [InlineData("delivered opened confirmed", "confirmed")]
    [InlineData("confirmed opened delivered", "confirmed")]
    [InlineData("cannotAct opened", "cannotAct")]
    [InlineData("opened delivered", "opened")]
    [InlineData("confirmed cannotAct", "cannotAct")]
    [InlineData("cannotAct confirmed", "confirmed")]
    [InlineData("confirmed cannotAct confirmed", "confirmed")]
    [InlineData("confirmed confirmed", "confirmed")]
    public async Task Climbs_and_never_falls_and_the_last_word_of_two_answers_counts(string states, string stands)
    {
        var id = await distribution.Released(distribution.Flash());

        foreach (var state in states.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var answer = await distribution.Receipt(id, Reader, state);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            distribution.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var view = (await distribution.Read(id, Reader))!.Value;
        Assert.Equal(stands, view.GetProperty("myReceipt").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_higher_rung_implies_the_lower_ones_and_a_rung_keeps_its_first_time()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Receipt(id, Reader, "opened");
        var opened = await Row(id);

        distribution.Clock.Advance(TimeSpan.FromMinutes(1));
        await distribution.Receipt(id, Reader, "opened");
        await distribution.Receipt(id, Reader, "confirmed");
        var confirmed = await Row(id);
        distribution.Clock.Advance(TimeSpan.FromMinutes(1));
        await distribution.Receipt(id, Reader, "confirmed");

        Assert.NotNull(opened.PushedAt);
        Assert.NotNull(opened.DeliveredAt);
        Assert.Null(opened.ConfirmedAt);
        var now = await Row(id);
        Assert.Equal((opened.PushedAt, opened.DeliveredAt, opened.OpenedAt, confirmed.ConfirmedAt), (now.PushedAt, now.DeliveredAt, now.OpenedAt, now.ConfirmedAt));
    }

    [Fact]
    public async Task A_comment_stays_until_another_one_comes()
    {
        var id = await distribution.Released(distribution.Flash());

        await distribution.Receipt(id, Reader, "cannotAct", "機器がありません");
        await distribution.Receipt(id, Reader, "confirmed");
        Assert.Equal("機器がありません", (await Row(id)).Comment);

        await distribution.Receipt(id, Reader, "confirmed", "対応済み");
        Assert.Equal("対応済み", (await Row(id)).Comment);
    }

    [Fact]
    public async Task A_receipt_is_of_the_newest_version()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await distribution.Receipt(id, Reader, "confirmed");

        await distribution.Hears(DistributionFixture.Narrative(flash));

        Assert.Equal("queued", (await distribution.Read(id, Reader))!.Value.GetProperty("myReceipt").GetProperty("state").GetString());
        await distribution.Receipt(id, Reader, "opened");
        Assert.Equal(["confirmed", "opened"], (await distribution.Rows(id)).Where(r => r.MailboxId == Reader).Select(r => r.Receipt.State));
    }

    [Fact]
    public async Task A_recall_is_confirmed_too()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Recall(id);

        Assert.Equal(HttpStatusCode.OK, (await distribution.Receipt(id, Reader, "confirmed")).StatusCode);
        Assert.Equal("confirmed", (await Row(id, version: 2)).Receipt.State);
    }

    [Fact]
    public async Task One_mailboxs_receipt_is_not_anothers()
    {
        var id = await distribution.Released(distribution.Flash());

        await distribution.Receipt(id, Reader, "confirmed");

        Assert.All((await distribution.Rows(id)).Where(r => r.MailboxId != Reader), r => Assert.Equal("queued", r.Receipt.State));
    }

    [Theory]
    [InlineData("read", null, "state")]
    [InlineData("", null, "state")]
    [InlineData(null, null, "state")]
    [InlineData("queued", null, "state")]
    [InlineData("opened", "a\0b", "comment")]
    public async Task Names_what_is_wrong_with_a_receipt(string? state, string? comment, string field)
    {
        var id = await distribution.Released(distribution.Flash());

        var answer = await distribution.Receipt(id, Reader, state!, comment);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Reach_counts_each_recipient_once_at_its_highest_rung()
    {
        var id = await distribution.Released(distribution.Flash());
        var members = distribution.Directory.Telecom.Select(o => o.OrganisationId).ToArray();
        await distribution.Receipt(id, members[0], "confirmed");
        await distribution.Receipt(id, members[1], "confirmed");
        await distribution.Receipt(id, members[2], "cannotAct");
        await distribution.Receipt(id, members[3], "opened");
        await distribution.Receipt(id, members[4], "delivered");

        var reach = await Reach(id);

        Assert.Equal((7, 1), (reach.GetProperty("recipients").GetInt32(), reach.GetProperty("version").GetInt32()));
        var hop = Assert.Single(reach.GetProperty("hops").EnumerateArray());
        var receipts = hop.GetProperty("receipts");
        Assert.Equal((2, 0, 1, 1, 2, 1), (Count("queued"), Count("pushed"), Count("delivered"), Count("opened"), Count("confirmed"), Count("cannotAct")));
        Assert.Equal(5, hop.GetProperty("delivered").GetProperty("count").GetInt32());
        Assert.Equal(2, hop.GetProperty("confirmed").GetProperty("count").GetInt32());

        int Count(string state) => receipts.GetProperty(state).GetInt32();
    }

    [Fact]
    public async Task Reach_never_tells_who_answered()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Receipt(id, Reader, "confirmed", "こちら青葉");

        var json = (await Reach(id)).GetRawText();

        Assert.DoesNotContain(Reader.ToString(), json, StringComparison.Ordinal);
        Assert.DoesNotContain("青葉", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reach_of_a_new_version_starts_anew()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await distribution.Receipt(id, Reader, "confirmed");

        await distribution.Hears(DistributionFixture.Narrative(flash));

        var receipts = (await Reach(id)).GetProperty("hops")[0].GetProperty("receipts");
        Assert.Equal((7, 0), (receipts.GetProperty("queued").GetInt32(), receipts.GetProperty("confirmed").GetInt32()));
    }

    [Theory]
    [InlineData(Role.Secretariat, true)]
    [InlineData(Role.Liaison, true)]
    [InlineData(Role.Analyst, true)]
    [InlineData(Role.Approver, true)]
    [InlineData(Role.Operator, false)]
    [InlineData(Role.Controller, false)]
    [InlineData(Role.Administrator, false)]
    [InlineData(Role.Auditor, false)]
    public async Task Reach_is_for_those_who_relay_and_the_centre(string role, bool may)
    {
        var id = await distribution.Released(distribution.Flash());

        var answer = await distribution.Http(role, distribution.Directory.TelecomSecretariat.OrganisationId).GetAsync($"/api/advisories/{id}/reach");

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void The_rungs_a_recipient_may_report_are_in_the_order_of_the_ladder() => Assert.Equal(["delivered", "opened", "confirmed", "cannotAct"], Receipts.States);

    async Task<InboxRow> Row(Guid id, int version = 1) => (await distribution.Rows(id)).Single(r => r.MailboxId == Reader && r.Version == version);

    Task<JsonElement> Reach(Guid id) =>
        distribution.Http(Role.Secretariat, distribution.Directory.TelecomSecretariat.OrganisationId).GetFromJsonAsync<JsonElement>($"/api/advisories/{id}/reach");
}
