using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Channels;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Story;
using Ceptoar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Dispatches = Ceptoar.Distribution.Channels.Dispatch;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>Mail comes back after the server had taken it.</summary>
public class BounceTests(ChannelsFixture distribution) : IClassFixture<ChannelsFixture>
{
    static readonly string[] Named = ["Postfix", "Exchange", "sendmail"];

    public static TheoryData<string> Servers => [.. Named];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_report_finds_its_mail_marks_it_and_tells_Registry_once(string server)
    {
        var (mail, dispatch, member) = await Sent(Array.IndexOf(Named, server));
        var report = Report(server, mail.MailFrom, mail.Head["message-id"]);

        Assert.Equal(HttpStatusCode.NoContent, (await Back(report)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Back(report)).StatusCode);

        var bounced = await distribution.Dispatch(dispatch);
        Assert.Equal((Dispatches.Bounced, server == "Exchange" ? "5.1.10" : "5.1.1"), (bounced.State, bounced.Status));
        var told = Assert.Single(await distribution.AllPublished<ContactBounced>(b => b.OrganisationId == member));
        Assert.Equal(("mail", bounced.Status, mail.RcptTo), (told.Channel, told.Status, distribution.Services.GetRequiredService<ContactsSealer>().Open<string>(told.Address)));
    }

    [Fact]
    public async Task Where_the_address_was_lost_on_the_way_the_message_id_finds_it()
    {
        var (mail, dispatch, _) = await Sent(3);

        Assert.Equal(HttpStatusCode.NoContent, (await Back(Reports.Postfix("postmaster@hub.example", mail.Head["message-id"]))).StatusCode);

        Assert.Equal(Dispatches.Bounced, (await distribution.Dispatch(dispatch)).State);
    }

    [Fact]
    public async Task A_delay_is_noted_and_nothing_else()
    {
        var (mail, dispatch, member) = await Sent(4);

        Assert.Equal(HttpStatusCode.NoContent, (await Back(Reports.Sendmail(mail.MailFrom, mail.Head["message-id"], "4.2.2", "delayed"))).StatusCode);

        Assert.Equal((Dispatches.Sent, "4.2.2"), ((await distribution.Dispatch(dispatch)) is var d ? (d.State, d.Status) : default));
        Assert.Empty(await distribution.AllPublished<ContactBounced>(b => b.OrganisationId == member));
    }

    [Fact]
    public async Task What_a_server_gave_up_after_days_came_back_and_marks_no_contact()
    {
        var (mail, dispatch, member) = await Sent(4);

        await Back(Reports.Postfix(mail.MailFrom, mail.Head["message-id"], "4.4.1"));

        Assert.Equal((Dispatches.Bounced, "4.4.1"), ((await distribution.Dispatch(dispatch)) is var d ? (d.State, d.Status) : default));
        Assert.Empty(await distribution.AllPublished<ContactBounced>(b => b.OrganisationId == member));
    }

    [Fact]
    public async Task A_contact_that_has_another_address_by_now_is_not_marked()
    {
        var (mail, dispatch, member) = await Sent(5);
        await distribution.Reached(member, ChannelsFixture.Desk(ChannelsFixture.NewAddress("new")));

        await Back(Reports.Postfix(mail.MailFrom, mail.Head["message-id"]));

        Assert.Equal(Dispatches.Bounced, (await distribution.Dispatch(dispatch)).State);
        Assert.Empty(await distribution.AllPublished<ContactBounced>(b => b.OrganisationId == member));
    }

    [Fact]
    public async Task What_is_unknown_made_up_or_no_report_is_not_found_and_changes_nothing()
    {
        var (mail, dispatch, _) = await Sent(5);
        var (address, id) = (mail.MailFrom, mail.Head["message-id"]);
        var mark = address[(address.IndexOf('-', StringComparison.Ordinal) + 1)..address.IndexOf('@', StringComparison.Ordinal)];
        var forged = address.Replace(mark, new string('0', 16), StringComparison.Ordinal);

        foreach (var other in new[] { Reports.Postfix(forged, "<x@y.example>"), Reports.Postfix("bounces@hub.example", id.Replace('.', '-')), Reports.Absence(address, id), "", "From: x", Reports.Postfix($"bounces+{dispatch + 1}-{mark}@hub.example", "<x@y.example>") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Back(other)).StatusCode);
        }

        Assert.Equal(Dispatches.Sent, (await distribution.Dispatch(dispatch)).State);
    }

    [Fact]
    public async Task What_is_no_mail_or_too_large_is_told()
    {
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await distribution.Http(Role.Administrator, Guid.NewGuid()).PostAsync("/api/channels/bounces", json)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Back(new string('x', 1024 * 1024 + 1))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void A_report_cut_off_anywhere_is_read_as_far_as_it_goes_or_not_at_all(string server)
    {
        var report = Encoding.UTF8.GetBytes(Report(server, "bounces+1-0123456789abcdef@hub.example", "<dispatch.1.0123456789abcdef@hub.example>"));

        for (var length = 0; length < report.Length; length += 7) DeliveryReport.Read(report.AsSpan(0, length));

        var whole = DeliveryReport.Read(report)!;
        Assert.True(whole is { Failed: true, IsPermanent: true });
        Assert.Contains("bounces+1-0123456789abcdef@hub.example", whole.To, StringComparison.Ordinal);
        Assert.Equal("<dispatch.1.0123456789abcdef@hub.example>", whole.MessageIds);
    }

    [Fact]
    public void A_status_in_base64_is_read_too()
    {
        var status = Convert.ToBase64String(Encoding.ASCII.GetBytes("Reporting-MTA: dns; a\r\n\r\nFinal-Recipient: rfc822; x@y\r\nAction: failed\r\nStatus: 5.2.1 (disabled)\r\n"));

        var report = DeliveryReport.Read(Encoding.ASCII.GetBytes($"To: a@b\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n{status}\r\n--x--\r\n"));

        Assert.Equal(("failed", "5.2.1"), (report!.Action, report.Status));
    }

    [Fact]
    public void Noise_is_no_report()
    {
        var random = new Random(20261122);
        var seed = Encoding.UTF8.GetBytes(Reports.Postfix("bounces+1-0123456789abcdef@hub.example", "<a@b>"));
        for (var run = 0; run < 500; run++)
        {
            var noise = seed.ToArray();
            for (var n = random.Next(1, 60); n > 0; n--) noise[random.Next(noise.Length)] = (byte)random.Next(256);
            DeliveryReport.Read(noise);
        }
    }

    static string Report(string server, string to, string id) => server switch
    {
        "Postfix" => Reports.Postfix(to, id),
        "Exchange" => Reports.Exchange(to, id),
        _ => Reports.Sendmail(to, id),
    };

    async Task<(TakenMail Mail, long Dispatch, Guid Member)> Sent(int n)
    {
        var (member, address) = (distribution.Directory.Telecom[n].OrganisationId, ChannelsFixture.NewAddress());
        await distribution.Reached(member, ChannelsFixture.Desk(address));
        var dispatch = await distribution.Sent(await distribution.Released(distribution.Flash()), member);
        Assert.Equal(Dispatches.Sent, dispatch.State);
        return (Assert.Single(TestMail.Box.To(address)), dispatch.Id, member);
    }

    Task<HttpResponseMessage> Back(string report)
    {
        var mail = new ByteArrayContent(Encoding.UTF8.GetBytes(report));
        mail.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        return distribution.Http(Role.Administrator, distribution.Directory.Centre.OrganisationId).PostAsync("/api/channels/bounces", mail);
    }
}
