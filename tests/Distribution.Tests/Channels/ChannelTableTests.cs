using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Channels;
using Ceptoar.Testing;

namespace Ceptoar.Distribution.Tests.Channels;

public class ChannelTableTests
{
    public static TheoryData<string> Channels => [.. ChannelTable.All];

    [Theory]
    [MemberData(nameof(Channels))]
    public void RED_stays_AMBER_points_GREEN_and_CLEAR_say(string channel) => Assert.Equal(
        [Carried.Nothing, Carried.Pointer, Carried.Pointer, Carried.Content, Carried.Content],
        new[] { Tlp.Red, Tlp.AmberStrict, Tlp.Amber, Tlp.Green, Tlp.Clear }.Select(tlp => ChannelTable.For(tlp, channel)));

    [Fact]
    public void Whatever_the_table_does_not_know_stays_in_the_hub()
    {
        Assert.Equal(Carried.Nothing, ChannelTable.For((Tlp)7, ChannelTable.Mail));
        Assert.Equal(Carried.Nothing, ChannelTable.For(Tlp.Clear, "pigeon"));
        Assert.Equal(Carried.Nothing, ChannelTable.For(TlpLabels.ParseOrRed("WHITE"), ChannelTable.Mail));
    }

    [Theory]
    [InlineData("encrypt", Carried.Pointer)]
    [InlineData("noTakeOut", Carried.Pointer)]
    [InlineData("noCopy", Carried.Pointer)]
    [InlineData("destroyAfterReading", Carried.Pointer)]
    [InlineData("noRedistribution", Carried.Content)]
    public void What_must_stay_encrypted_or_inside_is_pointed_to(string handling, Carried carried) => Assert.Equal(carried, ChannelTable.For(Tlp.Green, ChannelTable.Mail, handling));

    [Fact]
    public void Never_does_content_leave_above_GREEN_by_any_channel_in_any_form()
    {
        var random = new Random(20261122);
        for (var run = 0; run < 2_000; run++)
        {
            var secret = $"ひみつ{run}";
            var advisory = Samples.Advisory((Tlp)random.Next(-6, 3), secret, drill: random.Next(2) == 0, recalled: random.Next(5) == 0, handling: Samples.Some(random, Taxonomy.HandlingRestrictions.Select(h => h.Value)));
            var channel = ChannelTable.All[random.Next(ChannelTable.All.Count)];
            var reader = Samples.Reader(random.Next(4) == 0 ? null : HandlingRules.Current);

            var leaving = Leaving.Of(advisory, channel, random.Next(8) == 0 ? null : reader);

            if (advisory.Tlp is not (Tlp.Clear or Tlp.Green or Tlp.Amber or Tlp.AmberStrict)) Assert.Null(leaving);
            if (leaving is null) continue;

            var letter = AdvisoryLetter.Of(leaving, "https://hub.example/advisories/1", "escalation");
            var all = string.Join('\n', letter.Subject, letter.Text, letter.Html, DigestLetter.Of([leaving], _ => "https://hub.example").Html, DigestLetter.Of([leaving], _ => "https://hub.example").Text, ShortText.Of(leaving),
                System.Text.Encoding.UTF8.GetString(WebhookBody.For(leaving, "https://hub.example").ToJson()), System.Text.Encoding.UTF8.GetString(WebhookBody.For(leaving, "https://hub.example", "+819000000000").ToJson()));
            if (advisory.Tlp is not (Tlp.Clear or Tlp.Green) || advisory.State == "recalled") Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
            Assert.Contains(advisory.Number, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_has_not_accepted_the_handling_rules_gets_a_pointer()
    {
        var advisory = Samples.Advisory(Tlp.Green, "件名");

        Assert.NotNull(Leaving.Of(advisory, ChannelTable.Mail, Samples.Reader(HandlingRules.Current))!.Content);
        Assert.Null(Leaving.Of(advisory, ChannelTable.Mail, Samples.Reader(null))!.Content);
        Assert.Null(Leaving.Of(advisory, ChannelTable.Mail, Samples.Reader(HandlingRules.Current - 1))!.Content);
        Assert.Null(Leaving.Of(advisory, ChannelTable.Mail, reader: null)!.Content);
    }
}

/// <summary>Advisories and readers without a service.</summary>
static class Samples
{
    public static Advisory Advisory(Tlp tlp, string words, bool drill = false, bool recalled = false, string[]? handling = null, string? body = null, bool markdown = false, string urgency = "normal", Distribution.Drills.DrillTerms? terms = null)
    {
        var advisory = new Advisory { Id = Guid.NewGuid(), Number = "A-2026-000123", Tlp = tlp, Audience = [Guid.NewGuid()], AudienceKey = "", FirstIssuedAt = At, Drill = drill, DrillTerms = terms };
        advisory.Issue(
            new()
            {
                TitleJa = words + "の件名",
                TitleEn = words + " title",
                SummaryJa = words + "の要旨",
                SummaryEn = words + " summary",
                Body = body ?? words + "の本文",
                IsMarkdown = markdown,
                RequiredAction = words + "の対応",
                Kind = "alert",
                Severity = "high",
                Urgency = urgency,
                Handling = handling ?? [],
            },
            At);
        if (recalled) advisory.Recall(words, At);
        return advisory;
    }

    public static DateTimeOffset At { get; } = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    public static Ceptoar.Directory.DirectoryOrganisation Reader(int? accepted)
    {
        var heard = Fake.Organisation() with { HandlingRulesVersion = accepted };
        var reader = new Ceptoar.Directory.DirectoryOrganisation { Id = heard.OrganisationId };
        reader.Hear(heard);
        return reader;
    }

    public static Leaving Leaving(Tlp tlp, string words = "件名", bool drill = false, bool recalled = false, string? body = null, bool markdown = false, string urgency = "normal") =>
        Distribution.Channels.Leaving.Of(Advisory(tlp, words, drill, recalled, body: body, markdown: markdown, urgency: urgency), ChannelTable.Mail, Reader(HandlingRules.Current))!;

    public static string[] Some(Random random, IEnumerable<string> of) => [.. of.Where(_ => random.Next(6) == 0)];
}
