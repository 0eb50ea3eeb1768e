using System.Text.Json;
using Ceptoar.Distribution.Advisories;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>Each form of advisory on its whole way: written by the centre, released, handed down where it has hops, and read by a recipient.</summary>
public class TemplateTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    static readonly DateTimeOffset Due = new(2036, 1, 2, 3, 0, 0, TimeSpan.Zero);

    // each field that some template requires: as it is posted, and as its reader finds it
    static readonly Dictionary<string, (object Written, string Read)> Fields = new()
    {
        ["title"] = (new { ja = "件名" }, "件名"),
        ["summary"] = (new { ja = "要旨" }, "要旨"),
        ["body"] = ("本文", "本文"),
        ["lessons"] = ("教訓", "教訓"),
        ["purpose"] = ("containment", "containment"),
        ["severity"] = ("critical", "critical"),
        ["urgency"] = ("urgent", "urgent"),
        ["requiredAction"] = ("確認する", "確認する"),
        ["due"] = (Due, "2036-01-02T03:00:00+00:00"),
    };

    public static TheoryData<string> Templates => [.. Template.Codes];

    [Fact]
    public void There_are_seven() => Assert.Equal(["alert", "earlyWarning", "threatSheet", "newsletter", "question", "caseStudy", "hotline"], Template.Codes);

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Is_released_and_read_by_a_recipient_with_all_that_it_requires(string code)
    {
        var template = Template.Find(code)!;
        string[] required = ["title", .. template.Requires];
        // nothing but what it requires, so that each goes out with its own fields alone
        var content = required.ToDictionary(field => field, object? (field) => Fields[field].Written);
        (content["template"], content["tlp"], content["audience"]) = (code, "AMBER", new[] { distribution.Telecom });
        var (reader, stranger) = (distribution.Directory.Telecom[2].OrganisationId, distribution.Directory.Aviation[0].OrganisationId);

        var id = await distribution.Written(content);
        Assert.Equal(template.Direct, await distribution.Read(id, reader) is not null);
        if (!template.Direct) await distribution.Relayed(id);

        var view = (await distribution.Read(id, reader))!.Value;
        Assert.Equal(("released", code), (view.GetProperty("state").GetString(), view.GetProperty("kind").GetString()));
        foreach (var field in required) Assert.Equal((field, Fields[field].Read), (field, TextOf(view.GetProperty(field))));
        Assert.Contains(id, await distribution.Listed(reader));
        Assert.Equal(distribution.TelecomMembers.Order(), (await distribution.Rows(id)).Select(r => r.MailboxId).Intersect(distribution.TelecomMembers).Order());
        Assert.True((await distribution.Receipt(id, reader, "confirmed")).IsSuccessStatusCode);
        Assert.Null(await distribution.Read(id, stranger));
    }

    static string? TextOf(JsonElement value) => value.TryGetDateTimeOffset(out var at) ? at.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) : value.GetString();
}
