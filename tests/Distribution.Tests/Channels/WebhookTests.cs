using System.Net;
using System.Text;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Channels;
using Dispatches = Ceptoar.Distribution.Channels.Dispatch;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>Signed posts to organisations' systems and to gateways.</summary>
public class WebhookTests(ChannelsFixture distribution) : IClassFixture<ChannelsFixture>
{
    const string Secret = "whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0";

    Guid Member(int n) => distribution.Directory.Telecom[n].OrganisationId;

    [Fact]
    public async Task AMBER_is_posted_as_a_pointer_and_GREEN_with_its_text_both_signed()
    {
        foreach (var (tlp, path) in new[] { (Tlp.Amber, "/amber"), (Tlp.Green, "/green") })
        {
            var flash = distribution.Flash(tlp);
            var id = await Hooked(0, path, flash);
            await distribution.Hears(DistributionFixture.Narrative(flash, "ひみつ件名", "ひみつ本文"));

            Assert.Equal((Dispatches.Sent, 200), Told(await distribution.Sent(id, Member(0), "webhook", "webhook")));

            var post = Assert.Single(distribution.Receiver.At(path));
            Assert.Equal(WebhookSignature.Of(Secret, post.Head["webhook-id"], long.Parse(post.Head["webhook-timestamp"]), post.Body), post.Head["webhook-signature"]);
            Assert.Equal("application/json", post.Head["content-type"]);
            var advisory = await distribution.Advisory(id);
            string[] pointer = ["advisoryId", "drill", "kind", "link", "number", "severity", "tlp", "type", "urgency", "version"];
            Assert.Equal(tlp == Tlp.Amber ? pointer : [.. pointer.Concat(["summary", "text", "title"]).Order()], post.Json.EnumerateObject().Select(p => p.Name).Order());
            Assert.Equal(("advisory.available", advisory.Number, 2, tlp.Label(), $"{ChannelsFixture.PublicUrl}/advisories/{id}"),
                (post.Json.GetProperty("type").GetString(), post.Json.GetProperty("number").GetString(), post.Json.GetProperty("version").GetInt32(), post.Json.GetProperty("tlp").GetString(), post.Json.GetProperty("link").GetString()));
            Assert.Equal(tlp == Tlp.Green, Encoding.UTF8.GetString(post.Body).Contains("ひみつ本文", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_receiver_that_answers_500_for_an_hour_gets_it_when_it_is_well_again()
    {
        distribution.Receiver.Answer("/ill", time => time <= 7 ? 500 : 204);
        var id = await Hooked(1, "/ill");
        var dispatch = await distribution.Post(id, Member(1), "webhook", "webhook");

        for (var attempt = 1; attempt <= 7; attempt++)
        {
            Assert.Equal(500, (await distribution.TriedAgainLater(dispatch, attempt)).Code);
            distribution.Clock.Advance(DispatchRules.Pause(attempt));
        }

        Assert.Equal((Dispatches.Sent, 204), Told(await distribution.Ended(dispatch)));
        Assert.Single(distribution.Receiver.At("/ill").Select(p => p.Head["webhook-id"]).Distinct());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        distribution.Receiver.Answer("/moved", _ => 302);
        var id = await Hooked(2, "/moved");

        Assert.Equal(302, (await distribution.TriedAgainLater(await distribution.Post(id, Member(2), "webhook", "webhook"), 1)).Code);
        Assert.Empty(distribution.Receiver.At("/redirected"));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_not_asked_again_and_one_that_hangs_is()
    {
        distribution.Receiver.Answer("/gone", _ => 410);
        distribution.Receiver.Answer("/slow", _ => 0);

        Assert.Equal((Dispatches.Refused, 410), Told(await distribution.Sent(await Hooked(3, "/gone"), Member(3), "webhook", "webhook")));
        Assert.Null((await distribution.TriedAgainLater(await distribution.Post(await Hooked(4, "/slow"), Member(4), "webhook", "webhook"), 1)).Code);
    }

    [Fact]
    public async Task A_recall_is_posted_as_one()
    {
        var id = await Hooked(5, "/recalled");
        (await distribution.Recall(id)).EnsureSuccessStatusCode();

        await distribution.Sent(id, Member(5), "webhook", "webhook");

        Assert.Equal("advisory.recalled", (await distribution.Receiver.One("/recalled")).Json.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("sms", "/sms")]
    [InlineData("mobile", "/sms")]
    [InlineData("telephone", "/telephone")]
    public async Task Gateways_get_the_number_and_the_short_text(string channel, string path)
    {
        var number = $"+8190-{channel}-0000-0001";
        await distribution.Reached(Member(0), new() { Channels = [new(2, channel, number, null, false)] });
        var id = await distribution.Released(distribution.Flash(Tlp.Amber));

        Assert.Equal(Dispatches.Sent, (await distribution.Sent(id, Member(0), channel, "channel:2")).State);

        var post = Assert.Single(distribution.Receiver.At(path), p => p.Json.GetProperty("to").GetString() == number);
        Assert.Equal($"【至急】TLP:AMBER {(await distribution.Advisory(id)).Number} 重要度:高 ハブで確認", post.Json.GetProperty("text").GetString());
        Assert.Equal(WebhookSignature.Of(ChannelsFixture.GatewaySecret, post.Head["webhook-id"], long.Parse(post.Head["webhook-timestamp"]), post.Body), post.Head["webhook-signature"]);
    }

    [Fact]
    public void What_is_signed_is_as_the_standards_own_example() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("{\"test\": 2432232314}")));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.9.10", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_addresses_of_the_Internet_are_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    async Task<Guid> Hooked(int member, string path, Contracts.Anonymisation.FlashReady? flash = null)
    {
        await distribution.Reached(Member(member), new() { Webhook = new(distribution.Receiver.Url + path, Secret) });
        return await distribution.Released(flash ?? distribution.Flash());
    }

    static (string State, int? Code) Told(Dispatches dispatch) => (dispatch.State, dispatch.Code);
}

/// <summary>Where private addresses are not allowed, as is so unless a setting says otherwise.</summary>
public class PrivateWebhookTests(PrivateWebhookTests.Fixture distribution) : IClassFixture<PrivateWebhookTests.Fixture>
{
    [Theory]
    [InlineData("https://127.0.0.1:{port}/private", "privateAddress")]
    [InlineData("https://localhost:{port}/private", "privateAddress")]
    [InlineData("https://[::1]:{port}/private", "privateAddress")]
    [InlineData("https://10.0.0.1/private", "privateAddress")]
    [InlineData("https://169.254.169.254/latest/meta-data", "privateAddress")]
    [InlineData("http://127.0.0.1:{port}/private", "address")]
    [InlineData("https://user:word@127.0.0.1:{port}/private", "address")]
    [InlineData("file:///etc/passwd", "address")]
    public async Task A_webhook_into_a_private_network_is_refused(string url, string status)
    {
        var member = distribution.Directory.Telecom[0].OrganisationId;
        await distribution.Reached(member, new() { Webhook = new(url.Replace("{port}", new Uri(distribution.Receiver.Url).Port.ToString(), StringComparison.Ordinal), "whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0") });
        var id = await distribution.Released(distribution.Flash());

        var refused = await distribution.Sent(id, member, "webhook", "webhook");

        Assert.Equal((Dispatches.Refused, status), (refused.State, refused.Status));
        Assert.Empty(distribution.Receiver.All);
    }

    public sealed class Fixture : ChannelsFixture
    {
        protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Webhook:AllowPrivate"] = "false" };
    }
}
