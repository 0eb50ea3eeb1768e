using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Distribution.Advisories;

/// <summary>What an advisory cannot go out without, and does not have: its fields as on the wire. A draft may lack all of it.</summary>
public static class MissingFields
{
    public static IEnumerable<string> Of(Draft draft)
    {
        foreach (var field in Of(draft.Content)) yield return field;
        if (draft.Audience.Length == 0) yield return "audience";
        if (draft.Tlp == Tlp.Red && draft.People.Length == 0) yield return "people";
    }

    public static IEnumerable<string> Of(AdvisoryContent content) =>
        new[] { "title" }.Concat(Template.Find(content.Kind)?.Requires ?? []).Where(field => !Has(content, field));

    public static string Message(string field) => field switch
    {
        "title" => Problems.Say("日本語または英語の件名を記入してください。", "Give a title in Japanese or English."),
        "audience" => Problems.Say("宛先のグループを一つ以上指定してください。", "Name at least one group."),
        "people" => Problems.Say("TLP:RED は、読む人を people に名指しした場合に限り提供できます。", "TLP:RED goes to people who are named in people alone."),
        _ => Problems.Say("この種別では必須です。", "This template requires it."),
    };

    static bool Has(AdvisoryContent c, string field) => field switch
    {
        "title" => Is(c.TitleJa) || Is(c.TitleEn),
        "summary" => Is(c.SummaryJa) || Is(c.SummaryEn),
        "body" => Is(c.Body),
        "lessons" => Is(c.Lessons),
        "purpose" => Is(c.Purpose),
        "severity" => c.Severity != "unknown",
        "urgency" => Is(c.Urgency),
        "requiredAction" => Is(c.RequiredAction),
        "due" => c.Due is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A template requires a field that there is not."),
    };

    static bool Is(string? text) => !string.IsNullOrWhiteSpace(text);
}
