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

    /// <summary>Markdig's time for links rises with the square of their brackets: this many take some tens of milliseconds.</summary>
    const int MaxBrackets = 2_000;

    /// <summary>Whether it can be rendered in a moment: elements nested a hundred deep cannot, nor thousands of brackets.</summary>
    public static bool Renders(string markdown)
    {
        if (markdown.Count(c => c == '[') > MaxBrackets) return false;

        try
        {
            ToHtml(markdown);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

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
