using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Deliveries;

/// <summary>Receipts of many come at once: they are written together, and nobody is answered before its own is committed.</summary>
public class ReceiptBatchTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task Receipts_of_many_are_few_transactions_and_none_is_lost()
    {
        var members = Enumerable.Range(0, 300).Select(_ => Fake.Organisation("rail", "rail")).ToArray();
        var group = Fake.Group("rail");
        await distribution.Hears(new Contracts.Registry.OrganisationsPage { Organisations = members });
        await distribution.Hears(group);
        var id = await distribution.Released(distribution.Flash(audience: [group.GroupId]));

        var receipts = (Receipts)distribution.Services.GetService(typeof(Receipts))!;
        var views = await Task.WhenAll(members.Select(m => receipts.Take(m.OrganisationId, id, "confirmed", comment: null, CancellationToken.None)));

        Assert.All(views, v => Assert.Equal("confirmed", v!.State));
        Assert.All(await distribution.Rows(id), r => Assert.Equal("confirmed", r.Receipt.State));
        var transactions = await distribution.Db<DistributionDb, int>(db =>
            db.Database.SqlQuery<int>($"select count(distinct xmin::text)::int as \"Value\" from inbox where advisory_id = {id}").SingleAsync());
        Assert.InRange(transactions, 1, 10);
    }

    [Fact]
    public async Task Receipts_of_one_mailbox_that_come_together_are_written_in_their_order()
    {
        var (id, reader) = (await distribution.Released(distribution.Flash()), distribution.Directory.Telecom[0].OrganisationId);
        var receipts = (Receipts)distribution.Services.GetService(typeof(Receipts))!;

        var views = await Task.WhenAll(new[] { "opened", "confirmed", "delivered", "cannotAct", "opened" }.Select(state => receipts.Take(reader, id, state, state, CancellationToken.None)));

        Assert.Equal(["opened", "confirmed", "confirmed", "cannotAct", "cannotAct"], views.Select(v => v!.State));
        Assert.Equal(["opened", "confirmed", "delivered", "cannotAct", "opened"], views.Select(v => v!.Comment));
    }

    [Fact]
    public async Task A_receipt_for_what_is_not_in_the_mailbox_writes_nothing_beside_those_that_are()
    {
        var id = await distribution.Released(distribution.Flash());
        var (member, outsider) = (distribution.Directory.Telecom[1].OrganisationId, distribution.Directory.Aviation[0].OrganisationId);
        var receipts = (Receipts)distribution.Services.GetService(typeof(Receipts))!;

        var views = await Task.WhenAll(
            receipts.Take(outsider, id, "confirmed", comment: null, CancellationToken.None),
            receipts.Take(member, id, "confirmed", comment: null, CancellationToken.None),
            receipts.Take(member, Guid.NewGuid(), "confirmed", comment: null, CancellationToken.None));

        Assert.Equal([null, "confirmed", null], views.Select(v => v?.State));
    }

    [Fact]
    public async Task No_GET_and_no_HEAD_climbs_the_ladder()
    {
        var (id, reader) = (await distribution.Drafted(role: Role.Secretariat), distribution.Directory.TelecomSecretariat.OrganisationId);
        using var bytes = new ByteArrayContent([1, 2, 3]);
        var draft = await (await distribution.Http(Role.Secretariat, reader).PostAsync($"/api/advisories/{id}/attachments?name=a.txt", bytes)).Content.ReadFromJsonAsync<JsonElement>();
        (await distribution.Release(id, revision: 2, Role.Secretariat)).EnsureSuccessStatusCode();
        var file = $"/attachments/{draft.GetProperty("attachments")[0].GetProperty("id").GetGuid()}";
        var paths = distribution.GetsOfAnAdvisory.Select(p => p.Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("/attachments/{attachmentId}", file, StringComparison.Ordinal)).ToArray();
        Assert.Contains(paths, p => p.EndsWith(file, StringComparison.Ordinal));

        foreach (var path in paths)
        {
            foreach (var accept in new[] { "application/json", "text/plain", "text/html" })
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                {
                    var http = distribution.Http(Role.Secretariat, reader);
                    http.DefaultRequestHeaders.Accept.ParseAdd(accept);
                    using var request = new HttpRequestMessage(method, path);
                    var status = (await http.SendAsync(request)).StatusCode;
                    if (method == HttpMethod.Head) Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed]);
                    else if (path.EndsWith(file, StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.OK, status);
                    else Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.NotFound]);
                }
            }
        }

        Assert.NotEmpty(await distribution.Rows(id));
        Assert.All(await distribution.Rows(id), r => Assert.Equal("queued", r.Receipt.State));
    }

    [Fact]
    public async Task A_receipt_with_a_key_is_answered_again_as_it_was()
    {
        var (id, reader) = (await distribution.Released(distribution.Flash()), distribution.Directory.Telecom[2].OrganisationId);
        var http = distribution.Http(Role.Operator, reader);
        http.DefaultRequestHeaders.Add("Idempotency-Key", "receipt-1");

        var first = await http.PostAsync($"/api/advisories/{id}/receipts", Json("""{"state":"confirmed"}"""));
        (await distribution.Receipt(id, reader, "cannotAct")).EnsureSuccessStatusCode();
        var again = await http.PostAsync($"/api/advisories/{id}/receipts", Json("""{"state":"confirmed"}"""));
        var other = await http.PostAsync($"/api/advisories/{id}/receipts", Json("""{"state":"opened"}"""));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("cannotAct", (await distribution.Rows(id)).Single(r => r.MailboxId == reader).Receipt.State);

        static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");
    }
}
