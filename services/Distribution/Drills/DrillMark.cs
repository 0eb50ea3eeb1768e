using System.Text;
using System.Text.RegularExpressions;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Distribution.Drills;

/// <summary>The mark that everything of a drill begins with (I7). Texts are kept as they were given; whoever shows one takes it from here, so that the mark stands there once.</summary>
public static partial class DrillMark
{
    public const string Ja = "【訓練】";
    public const string En = "[DRILL] ";

    /// <summary>In the caller's language; empty in life.</summary>
    public static string Say(bool drill) => drill ? Problems.Say(Ja, En) : "";

    /// <summary>The title of what is not recalled, in the caller's language.</summary>
    public static string TitleOf(Advisory advisory) => Problems.Say(InJapanese(advisory.Drill, advisory.Content.TitleJa), InEnglish(advisory.Drill, advisory.Content.TitleEn));

    public static string InJapanese(bool drill, string text) => drill ? Ja + Bare(drill, text) : text;

    public static string InEnglish(bool drill, string text) => drill ? En + Bare(drill, text) : text;

    /// <summary>Whether a title claims to be a drill's, in whatever spelling of the mark.</summary>
    public static bool IsClaimed(string? title) => title is not null && Claim().IsMatch(Plain(title));

    /// <summary>Whether a text names a drill's advisory (AT-…) or answering report (RT-…).</summary>
    public static bool IsNumbered(string? text) => text is not null && Number().IsMatch(text.Normalize(NormalizationForm.FormKC));

    /// <summary>In one width and without spaces.</summary>
    static string Plain(string title) => string.Concat(title.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"\A([\[【〔(「『〈《<{]\p{P}*(セプター|ceptoar)?(訓練|演習|くんれん|クンレン|drill|exercise)(用|中|中止)?\p{P}*[\]】〕)」』〉》>}]|(訓練|演習|drill|exercise)[:;\-‐–—])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Claim();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(AT|RT)-[0-9]{4}-[0-9]{6}(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Number();

    /// <summary>Without the mark, for a line that begins with it.</summary>
    public static string Bare(bool drill, string text)
    {
        while (drill && Array.Find([Ja, En.TrimEnd()], mark => text.TrimStart().StartsWith(mark, StringComparison.OrdinalIgnoreCase)) is { } mark) text = text.TrimStart()[mark.Length..].TrimStart();
        return text;
    }
}
