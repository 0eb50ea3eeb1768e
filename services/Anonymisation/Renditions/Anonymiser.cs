using System.Text;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>
/// Makes the renditions of a report. Pure and deterministic; never throws on any text. Whatever goes wrong stands in
/// <see cref="Rendition.Blocked"/> as a code without text.
/// </summary>
public static class Anonymiser
{
    /// <summary>Names of the fields, as removals and marks tell them.</summary>
    public const string Title = "title";

    /// <inheritdoc cref="Title"/>
    public const string Body = "body";

    /// <inheritdoc cref="Title"/>
    public const string PlainSummary = "plainSummary";

    /// <summary>The renditions of a report as it was submitted, with the marks that reviewers set on it.</summary>
    public static Rendition Render(CaseFile report, IdentifyingDirectory directory, RenditionPolicy policy, IReadOnlyList<Mark>? marks = null) =>
        Guarded(report, directory, policy, marks ?? [], edited: null, []);

    /// <summary>
    /// The renditions with title and body as the approver wrote them: they pass every stage, and what was removed from the
    /// original is removed from them too. Offsets of removals and kept indicators in title and body are those of the edited text.
    /// </summary>
    public static Rendition RenderEdited(CaseFile report, string editedTitle, string editedBody, IdentifyingDirectory directory, RenditionPolicy policy, IReadOnlyList<Mark>? marks = null, IReadOnlyList<Mark>? marksOfEdited = null) =>
        Guarded(report, directory, policy, marks ?? [], (editedTitle, editedBody), marksOfEdited ?? []);

    static Rendition Guarded(
        CaseFile report, IdentifyingDirectory directory, RenditionPolicy policy, IReadOnlyList<Mark> marks, (string Title, string Body)? edited, IReadOnlyList<Mark> marksOfEdited)
    {
        var rendition = (Rendition?)null;
        var failure = Recognition.Guarded(() => rendition = Made(report, directory, policy, marks, edited, marksOfEdited));
        return failure is null ? rendition! : NotReleasable(report, "rendition." + failure);
    }

    static Rendition Made(
        CaseFile report, IdentifyingDirectory directory, RenditionPolicy policy, IReadOnlyList<Mark> marks, (string Title, string Body)? edited, IReadOnlyList<Mark> marksOfEdited)
    {
        if (directory.Find(report.OrganisationId) is not { Strings: not null } reporter) return NotReleasable(report, "directory.reporterUnknown");

        var original = new[] { (Title, report.Title), (Body, report.Body), (PlainSummary, report.PlainSummary ?? "") };
        var output = edited is var (title, body) ? [(Title, title), (Body, body), (PlainSummary, report.PlainSummary ?? "")] : original;
        if (original.Concat(output).Any(f => f.Item2.Length > Limits.LongestText)) return NotReleasable(report, "input.tooLong");
        if (report.Indicators.Any(i => i.Value.Length > Limits.LongestIndicator)) return NotReleasable(report, "input.indicatorTooLong");

        var facts = new RecogniserFacts(directory, new(report.Indicators), policy.DefaultDeny);
        var (originals, failure) = Read(original, facts, marks);
        if (failure is not null) return NotReleasable(report, failure);

        var outputs = originals;
        if (edited is not null)
        {
            (outputs, failure) = Read(output, facts, marksOfEdited);
            if (failure is not null) return NotReleasable(report, failure);
        }

        var surfaces = Propagation.Surfaces(originals.Concat(outputs).Select(f => (f.Views.Original, f.Findings)), directory.FamiliesOf(report.OrganisationId));
        var search = new TermSearch(surfaces);
        var placeholders = new Placeholders(report.Language);
        var made = Settled(originals, search, placeholders);
        var indicatorsInText = made.SelectMany(m => m.Kept).ToList();
        if (edited is not null) made = Settled(outputs, search, placeholders);

        var k = KAnonymity.K(reporter.Organisation, directory);
        var shared = KAnonymity.Finest(reporter.Organisation, directory, policy.KThreshold);
        var flash = FlashRules.Make(
            report,
            shared,
            policy.Time,
            FlashRules.Indicators(report, indicatorsInText, facts, policy.MostIndicators));
        var removed = made.SelectMany(m => m.Removed).Select((r, i) => r with { Id = i + 1 }).ToArray();
        var kept = made.SelectMany(m => m.Kept.Select(f => Left(m.Field, f))).Select((r, i) => r with { Id = i + 1 }).ToArray();

        return new()
        {
            Flash = flash,
            Title = made[0].Text,
            Body = made[1].Text,
            PlainSummary = report.PlainSummary is null ? null : made[2].Text,
            Removed = removed,
            Kept = kept,
            Risk = RiskRules.Judge(string.Join('\n', made.Select(m => m.Text)), kept, removed, k, policy.KThreshold),
            Anonymity = shared,
            Blocked = Verification.Check(made.Select(m => m.Text), flash, directory, surfaces),
        };
    }

    static (List<(string Field, FieldViews Views, IReadOnlyList<Finding> Findings)> Fields, string? Failure) Read(
        (string Name, string Text)[] fields, RecogniserFacts facts, IReadOnlyList<Mark> marks)
    {
        var read = new List<(string, FieldViews, IReadOnlyList<Finding>)>();
        foreach (var (name, text) in fields)
        {
            var views = new FieldViews(text);
            var (findings, failure) = Recognition.Find(views, facts);
            if (failure is not null) return ([], failure);

            read.Add((name, views, Marked(text, findings, marks.Where(m => m.Field == name))));
        }

        return (read, null);
    }

    static IReadOnlyList<Finding> Marked(string text, IReadOnlyList<Finding> findings, IEnumerable<Mark> marks)
    {
        var within = marks.Where(m => m.Start >= 0 && m.Length > 0 && m.Start <= text.Length - m.Length).ToList();
        if (within.Count == 0) return findings;

        return
        [
            .. findings.Where(f => f.Verdict is not (Verdict.RemoveLikely or Verdict.Unknown) || !within.Exists(m => !m.Remove && m.Start < f.End && f.Start < m.Start + m.Length)),
            .. within.Where(m => m.Remove).Select(m => new Finding { Start = m.Start, Length = m.Length, Type = FindingTypes.Other, Rule = "mark.remove", Verdict = Verdict.Remove }),
        ];
    }

    static List<(string Field, string Text, List<Removal> Removed, IReadOnlyList<Finding> Kept)> Settled(
        List<(string Field, FieldViews Views, IReadOnlyList<Finding> Findings)> fields, TermSearch surfaces, Placeholders placeholders) =>
        [
            .. fields.Select(f =>
            {
                var (cuts, kept) = Resolution.Settle(f.Views.Original, [.. f.Findings, .. Propagation.Find(f.Views, surfaces)]);
                var (text, removed) = Replaced(f.Field, f.Views.Original, cuts, placeholders);
                return (f.Field, text, removed, kept);
            }),
        ];

    static (string Text, List<Removal> Removed) Replaced(string field, string original, IReadOnlyList<Cut> cuts, Placeholders placeholders)
    {
        var text = new StringBuilder(original.Length);
        var removed = new List<Removal>(cuts.Count);
        var place = 0;
        foreach (var cut in cuts)
        {
            var label = cut.Coarser ?? placeholders.For(cut.Type, cut.Identity);
            text.Append(original, place, cut.Start - place).Append(label);
            removed.Add(new() { Id = 0, Field = field, Start = cut.Start, Length = cut.End - cut.Start, Type = cut.Type, Rule = cut.Rule, Replacement = label });
            place = cut.End;
        }

        return (WellFormed(text.Append(original, place, original.Length - place)), removed);
    }

    /// <summary>Broken surrogates cannot be stored, sent or hashed: they become U+FFFD.</summary>
    static string WellFormed(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) text[i] = '\uFFFD';
        }

        return text.ToString();
    }

    static Kept Left(string field, Finding finding) => new()
    {
        Id = 0,
        Field = field,
        Start = finding.Start,
        Length = finding.Length,
        Type = finding.Type,
        Value = finding.Value!,
        Role = finding.Role,
    };

    /// <summary>A rendition that says nothing but why.</summary>
    internal static Rendition NotReleasable(CaseFile report, string code) => new()
    {
        Flash = FlashRules.Make(report, shared: null, TimeGrain.Hour, []),
        Title = "",
        Body = "",
        Removed = [],
        Kept = [],
        Risk = new() { Level = "high", Reasons = [NoticeOf(code)], K = 0 },
        Blocked = [code],
    };

    static Notice NoticeOf(string code) => new()
    {
        Code = code,
        Ja = "匿名化の処理を最後まで行えなかったため、提供できません。",
        En = "Anonymisation could not be completed, so nothing may be released.",
    };
}
