using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Ceptoar.Registry.Map;

/// <summary>The map as a page: one plain table, without script or style.</summary>
static class MapPage
{
    const string Unsettled = "調整中";

    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    static readonly (string Heading, Func<GetCeptoarMap.View, string?> Cell)[] Columns =
    [
        ("区分", r => r.SectorName), ("事務局", r => r.Secretariat), ("窓口", r => r.Desk ?? ""), ("所管省庁", r => r.Ministry), ("構成員数", r => GetCeptoarMap.Counted(r)),
        ("構成員", r => r.MemberKinds), ("共有する情報", r => r.Information), ("連絡手段", r => string.Join("、", r.ContactMeans)), ("情報の取扱いルール", r => r.HandlingRules),
    ];

    public static string Of(IReadOnlyList<GetCeptoarMap.View> rows)
    {
        var page = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="ja">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>セプター特性把握マップ</title></head>
            <body>
            <main>
            <h1>セプター特性把握マップ</h1>

            """);
        page.Append("<p>構成員数は現在の登録によります。構成員、共有する情報、取扱いルールは ").Append(CeptoarProfile.AsOf).Append(" 時点のものです。</p>\n<table border=\"1\">\n<caption>CEPTOAR の一覧</caption>\n<thead><tr><th scope=\"col\">番号</th><th scope=\"col\">CEPTOAR</th>");
        foreach (var (heading, _) in Columns) page.Append("<th scope=\"col\">").Append(heading).Append("</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            page.Append("<tr><td>").Append(row.Number).Append("</td><th scope=\"row\">").Append(Html.Encode(row.Name)).Append("</th>");
            foreach (var (_, cell) in Columns) page.Append("<td>").Append(Html.Encode(cell(row) ?? Unsettled)).Append("</td>");
            page.Append("</tr>\n");
        }

        return page.Append("</tbody>\n</table>\n</main>\n</body>\n</html>\n").ToString();
    }
}
