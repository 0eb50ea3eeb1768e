using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ceptoar.Distribution.Advisories;

/// <summary>
/// Renders what a person wrote in Markdown (CommonMark and pipe tables) as HTML that is safe to show: HTML in it is shown as text,
/// links lead to http and https alone, and nothing is loaded from anywhere, for that would tell who reads.
/// </summary>
public static class MarkdownText
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToArray()) Secure(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToArray())
        {
            if (link.IsEmail || !LeadsOut(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
            else Outward(link);
        }

        return document.ToHtml(Pipeline);
    }

    static void Secure(LinkInline link)
    {
        link.IsImage = false; // what is not loaded is offered as a link
        if (LeadsOut(link.Url)) Outward(link);
        else link.ReplaceBy(new ContainerInline(), copyChildren: true);
    }

    static void Outward(Inline link)
    {
        var attributes = link.GetAttributes();
        attributes.AddProperty("rel", "noopener noreferrer nofollow");
    }

    static bool LeadsOut(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
