using Ceptoar.Contracts;

namespace Ceptoar.Distribution.Advisories;

/// <summary>A form of advisory and the fields that it cannot do without besides title, label and audience.</summary>
/// <param name="Code">Its code, which is the advisory's kind, and its names.</param>
/// <param name="Requires">Names of fields as on the wire.</param>
/// <param name="Direct">Whether it goes to its audience without hops also when it comes from the centre.</param>
/// <param name="Informs">Whether it asks nothing of its readers: who is silent about it is reminded and not called.</param>
public sealed record Template(Code Code, string[] Requires, bool Direct = false, bool Informs = false)
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new(new("alert", "注意喚起", "alert"), ["summary", "severity", "purpose", "requiredAction"]),
        new(new("earlyWarning", "早期警戒情報", "early warning"), ["summary", "severity", "purpose"]),
        new(new("threatSheet", "脅威解説シート", "threat sheet"), ["summary", "body", "purpose"], Informs: true),
        new(new("newsletter", "ニュースレター", "newsletter"), ["body"], Informs: true),
        new(new("question", "照会（同様の事象はありませんか）", "question to peers: seen this too?"), ["body", "due"]),
        new(new("caseStudy", "事例と教訓", "case with lessons"), ["summary", "body", "lessons", "purpose"], Informs: true),
        // the line between centre and operators that passes nobody in between
        new(new("hotline", "ホットライン", "hotline message"), ["summary", "severity", "urgency", "requiredAction"], Direct: true),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(t => t.Code.Value)];

    public static Template? Find(string? code) => All.FirstOrDefault(t => t.Code.Value == code);

    /// <summary>The name of an advisory's kind: of a template, or of the reports it is made from.</summary>
    public static Code NameOf(string kind) => Find(kind)?.Code ?? Taxonomy.Kinds.Of(kind);
}
