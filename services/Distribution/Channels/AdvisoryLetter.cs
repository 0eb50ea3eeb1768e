using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Drills;

namespace Ceptoar.Distribution.Channels;

/// <summary>A mail in plain text and HTML that say the same: Japanese first, then English. Nothing in it is loaded from anywhere, so that nobody sees who opens it.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">A whole page.</param>
public sealed record Letter(string Subject, string Text, string Html);

/// <summary>Writes the mail about an advisory.</summary>
public static class AdvisoryLetter
{
    const int LongestSubject = 150;
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <param name="item">What may leave.</param>
    /// <param name="link">Where it is read after sign-in, with the hub's full address.</param>
    /// <param name="purpose">Of the <see cref="Dispatch"/>: why it is sent.</param>
    public static Letter Of(Leaving item, string link, string purpose)
    {
        var said = item.Content;
        var (head, why) = (Heading(item), Why(purpose));
        var lines = Facts(item);
        var text = Lines(
            [
                head.Ja, "", .. lines.Select(l => $"{l.Ja}: {l.ValueJa}"), "", Wish(item).Ja, link, "", .. SaidIn(said?.TitleJa, said?.SummaryJa, said?.RequiredAction, said?.Body), .. Annexes(said).SelectMany(a => (string[])[a.Heading, .. a.Lines, ""]), why.Ja, "", "----", "",
                head.En, "", .. lines.Select(l => $"{l.En}: {l.ValueEn}"), "", Wish(item).En, link, "", .. SaidIn(said?.TitleEn, said?.SummaryEn, action: null, body: null), why.En, "", "TLP:" + item.Tlp.Label(),
            ]);
        return new(SubjectOf(item), text, Page(
            $"""
            {Html(head.Ja, lines.Select(l => (l.Ja, l.ValueJa)), Wish(item).Ja, link, said?.TitleJa, said?.SummaryJa, said?.RequiredAction, BodyOf(said) + AnnexesOf(said), why.Ja)}
            <hr>
            <div lang="en">
            {Html(head.En, lines.Select(l => (l.En, l.ValueEn)), Wish(item).En, link, said?.TitleEn, said?.SummaryEn, action: null, body: null, why.En)}
            </div>
            <p><strong>TLP:{Encode(item.Tlp.Label())}</strong></p>
            """));
    }

    /// <summary>One line: that it is a drill, its label, its number, and of what leaves with content its title.</summary>
    public static string SubjectOf(Leaving item) =>
        OneLine(Cut.To($"{Marks(item)}[TLP:{item.Tlp.Label()}] {item.Number}{(item.Recalled ? " 撤回 / recalled" : item.TitleInLine is { } title ? " " + title : "")}", LongestSubject));

    internal static string Marks(Leaving item) => (item.Drill ? DrillMark.Ja : "") + (item.Urgency == "urgent" && !item.Recalled ? "【至急】" : "");

    internal static string Page(string body) => $"<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>CeptoarHub</title></head><body>\n{body}\n</body></html>\n";

    internal static string Encode(string text) => Encoder.Encode(text);

    internal static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    internal static string Lines(IEnumerable<string> lines) => string.Join("\r\n", lines.Select(l => l.ReplaceLineEndings("\r\n"))) + "\r\n";

    internal static (string Ja, string En) Heading(Leaving item) =>
        ($"{Marks(item)}[TLP:{item.Tlp.Label()}] {item.Number} 第 {item.Version} 版", $"{(item.Drill ? DrillMark.En : "")}[TLP:{item.Tlp.Label()}] {item.Number} version {item.Version}");

    internal static Code KindOf(Leaving item) => Template.NameOf(item.Kind);

    static (string Ja, string En, string ValueJa, string ValueEn)[] Facts(Leaving item)
    {
        var (kind, severity, urgency) = (KindOf(item), Taxonomy.Severities.Of(item.Severity), Taxonomy.Urgencies.Of(item.Urgency));
        var facts = new List<(string Ja, string En, string ValueJa, string ValueEn)>
        {
            ("種別", "Kind", kind.Ja, kind.En),
            ("重要度", "Severity", severity.Ja, severity.En),
            ("緊急度", "Urgency", urgency.Ja, urgency.En),
            ("発出", "Issued", TimeJa(item.IssuedAt), TimeEn(item.IssuedAt)),
        };
        if (item.Content is not { } said) return [.. facts];

        if (said.Issuer is { } issuer) facts.Add(("発信元", "Issuer", issuer, issuer));
        if (said.Addressee is { } addressee) facts.Add(("宛先", "To", addressee, addressee));
        if (said.Due is { } due) facts.Add(("期限", "Due", TimeJa(due), TimeEn(due)));
        if (said.ExpiresAt is { } expires) facts.Add(("有効期限", "Expires", TimeJa(expires), TimeEn(expires)));
        Named("目的", "Purpose", said.Purpose, Taxonomy.Purposes);
        Named("分野", "Sector", said.Sector, Sectors.All);
        Named("情報の出所", "Origin", said.Origin, Taxonomy.Origins);
        foreach (var restriction in said.Handling) Named("取扱い", "Handling", restriction, Taxonomy.HandlingRestrictions);
        return [.. facts];

        void Named(string ja, string en, string? value, IReadOnlyList<Code> codes)
        {
            if (value is not null && codes.Of(value) is var code) facts.Add((ja, en, code.Ja, code.En));
        }
    }

    /// <summary>What stands behind the text: lessons, and lists that are the same in both languages.</summary>
    static IEnumerable<(string Heading, string[] Lines)> Annexes(LeavingContent? said)
    {
        if (said is null) yield break;
        if (!string.IsNullOrWhiteSpace(said.Lessons)) yield return ("教訓 / Lessons", [said.Lessons]);
        if (said.Indicators.Length > 0) yield return ("指標（無害化した表記） / Indicators (defanged)", [.. said.Indicators.Select(i => $"{i.Type} {Defanged(i)}")]);
        if (said.References.Length > 0) yield return ("参照 / References", [.. said.References.Select(r => r.CvssVector is null ? r.Cve ?? r.Url! : "CVSS " + Cvss.Say(r.Cve!, r.CvssVector, r.CvssScore))]);
        if (said.Attached.Length > 0) yield return ("添付（ハブにあります） / Attached (in the hub)", said.Attached);
    }

    /// <summary>So that no filter takes the mail for the attack it warns of, and nobody follows a link of the attacker's.</summary>
    static string Defanged(FlashIndicator indicator) => indicator.Type is "ipv4" or "ipv6" or "domain" or "url" or "email"
        ? indicator.Value.Replace("http", "hxxp", StringComparison.OrdinalIgnoreCase).Replace(".", "[.]", StringComparison.Ordinal)
        : indicator.Value;

    static string AnnexesOf(LeavingContent? said) => string.Concat(Annexes(said).Select(a => $"<h2>{Encode(a.Heading)}</h2>\n{Paragraph(string.Join('\n', a.Lines))}"));

    static (string Ja, string En) Wish(Leaving item) => item switch
    {
        { Recalled: true } => ("この情報提供は撤回されました。理由をハブで確認し、受領を確認してください。", "This advisory was recalled. Sign in to the hub for the reason, and confirm there."),
        { Content: null } => ("内容はメールでは送られません。ハブにサインインして読み、受領を確認してください。", "What it says is not sent by mail. Sign in to the hub to read it, and confirm there."),
        _ => ("ハブにサインインして受領を確認してください。添付ファイルと、そのまま使える指標もそこにあります。", "Sign in to the hub to confirm. Attachments, and indicators as they are, are there, too."),
    };

    static (string Ja, string En) Why(string purpose) => purpose switch
    {
        DispatchPurpose.Executive => ("役員への写しとしてお送りしています。", "You get this as a copy for the executive."),
        DispatchPurpose.Subscription => ("あなたの配信設定に合う情報提供としてお送りしています。設定はハブで変更できます。", "You get this because it fits your subscription, which you can change in the hub."),
        _ => ("貴組織の受領が確認できていないためお送りしています。", "You get this because your organisation has not confirmed it yet."),
    };

    static IEnumerable<string> SaidIn(string? title, string? summary, string? action, string? body)
    {
        foreach (var part in new[] { title, summary, action, body })
        {
            if (string.IsNullOrWhiteSpace(part)) continue;

            yield return part.Replace("\0", "", StringComparison.Ordinal);
            yield return "";
        }
    }

    static string? BodyOf(LeavingContent? said) => said switch
    {
        null or { Body: "" } => null,
        { IsMarkdown: true } => MarkdownText.ToHtml(said.Body),
        _ => string.Concat(said.Body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Paragraph)),
    };

    static string Html(string heading, IEnumerable<(string Name, string Value)> facts, string wish, string link, string? title, string? summary, string? action, string? body, string why) =>
        $"""
        <p><strong>{Encode(heading)}</strong></p>
        <p>{string.Join("<br>\n", facts.Select(f => $"{Encode(f.Name)}: {Encode(f.Value)}"))}</p>
        <p>{Encode(wish)}<br>
        <a href="{Encode(link)}">{Encode(link)}</a></p>
        {(string.IsNullOrWhiteSpace(title) ? "" : $"<h1>{Encode(title)}</h1>")}
        {(string.IsNullOrWhiteSpace(summary) ? "" : Paragraph(summary))}
        {(string.IsNullOrWhiteSpace(action) ? "" : Paragraph(action))}
        {body}
        <p><small>{Encode(why)}</small></p>
        """;

    static string Paragraph(string text) => $"<p>{string.Join("<br>\n", text.ReplaceLineEndings("\n").Split('\n').Select(Encode))}</p>\n";

    internal static string TimeJa(DateTimeOffset at) => at.ToOffset(Japan).ToString("yyyy年M月d日 HH:mm'（日本時間）'", CultureInfo.InvariantCulture);

    internal static string TimeEn(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
