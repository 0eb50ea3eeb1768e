using System.Net;
using System.Text;

namespace Ceptoar.Anonymisation.Attachments.Mail;

/// <summary>The text of HTML and where it leads to: one walk over it, no tree, no fetching. Never throws.</summary>
static class HtmlText
{
    static readonly string[] Unseen = ["script", "style", "head"];
    static readonly string[] Breaks = ["br", "p", "div", "tr", "li", "table", "h1", "h2", "h3", "h4", "blockquote", "hr"];
    static readonly string[] Leading = ["href", "action", "src"];

    public static (string Text, IReadOnlyList<string> Links) Read(string html)
    {
        var (text, links, place) = (new StringBuilder(html.Length), new List<string>(), 0);
        while (place < html.Length)
        {
            var open = html.IndexOf('<', place);
            if (open < 0) open = html.Length;
            text.Append(WebUtility.HtmlDecode(html[place..open]));
            if (open == html.Length) break;

            var comment = string.CompareOrdinal(html, open, "<!--", 0, 4) == 0;
            var close = html.IndexOf(comment ? "-->" : ">", open, StringComparison.Ordinal);
            if (close < 0) close = html.Length - 1;
            var tag = comment ? "" : html[(open + 1)..close];
            place = close + (comment ? 3 : 1);
            var name = NameOf(tag);
            if (Breaks.Contains(name.TrimStart('/'))) text.Append('\n');
            foreach (var link in LinksOf(tag))
            {
                links.Add(link);
                if (name == "a") text.Append(" <").Append(link).Append("> ");
            }

            if (Unseen.Contains(name)) place = html.IndexOf("</" + name, Math.Min(place, html.Length), StringComparison.OrdinalIgnoreCase) is var end and >= 0 ? end : html.Length;
        }

        return (text.ToString(), links);
    }

    static string NameOf(string tag)
    {
        var end = tag.AsSpan().IndexOfAny(" \t\r\n");
        return (end < 0 ? tag : tag[..end]).ToLowerInvariant();
    }

    static IEnumerable<string> LinksOf(string tag)
    {
        foreach (var attribute in Leading)
        {
            var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || !char.IsWhiteSpace(tag[at - 1])) continue;

            var value = tag.AsSpan(at + attribute.Length).TrimStart();
            if (value is not ['=', ..]) continue;

            value = value[1..].TrimStart();
            var end = value is ['"' or '\'', ..] ? value[1..].IndexOf(value[0]) + 1 : value.IndexOfAny(" \t\r\n");
            var link = WebUtility.HtmlDecode(value[..(end <= 0 ? value.Length : end)].Trim("\"' \t\r\n").ToString());
            if (link.Length > 0) yield return link;
        }
    }
}
