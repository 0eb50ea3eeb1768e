using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Distribution.Drills;

/// <summary>The mark that everything of a drill begins with (I7). Texts are kept as they were given; whoever shows one takes it from here, so that the mark stands there once.</summary>
public static class DrillMark
{
    public const string Ja = "【訓練】";
    public const string En = "[DRILL] ";

    /// <summary>In the caller's language; empty in life.</summary>
    public static string Say(bool drill) => drill ? Problems.Say(Ja, En) : "";

    /// <summary>The title of what is not recalled, in the caller's language.</summary>
    public static string TitleOf(Advisory advisory) => Problems.Say(InJapanese(advisory.Drill, advisory.Content.TitleJa), InEnglish(advisory.Drill, advisory.Content.TitleEn));

    public static string InJapanese(bool drill, string text) => drill ? Ja + Bare(drill, text) : text;

    public static string InEnglish(bool drill, string text) => drill ? En + Bare(drill, text) : text;

    /// <summary>Without the mark, for a line that begins with it.</summary>
    public static string Bare(bool drill, string text)
    {
        while (drill && Array.Find([Ja, En.TrimEnd()], mark => text.TrimStart().StartsWith(mark, StringComparison.OrdinalIgnoreCase)) is { } mark) text = text.TrimStart()[mark.Length..].TrimStart();
        return text;
    }
}
