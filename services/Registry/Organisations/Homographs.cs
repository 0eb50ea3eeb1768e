using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ceptoar.Registry.Organisations;

/// <summary>Domains that look like others. A small table: the letters of Cyrillic and Greek that are drawn as Latin ones, and the digits and pairs that pass for letters.</summary>
public static class Homographs
{
    const string Pairs =
        "аa вb сc ԁd еe ғf ԍg һh іi їi јj кk ӏl мm пn оo рp ԛq гr ѕs тt υu ѵv ԝw хx уy ӡz ьb " +
        "αa βb ϲc δd εe ηn ιi κk νv οo ρp τt χx γy ωw 0o 1l ıi";

    static readonly FrozenDictionary<char, char> Lookalikes = Pairs.Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The domain as it looks: two that look alike have one skeleton.</summary>
    public static string Skeleton(string domain)
    {
        var text = Readable(domain).Normalize(NormalizationForm.FormKD);
        var looks = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            looks.Append(Lookalikes.GetValueOrDefault(c, c));
        }

        return looks.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>Whether a label mixes letters of Latin, Cyrillic and Greek.</summary>
    public static bool MixesScripts(string domain) => Readable(domain).Split('.').Any(label => label.Select(Script).Where(s => s > 0).Distinct().Count() > 1);

    /// <summary>The one spelling of a domain by which it is found again: ASCII, in lower case.</summary>
    public static string Key(string domain)
    {
        try
        {
            return new IdnMapping().GetAscii(domain.Trim().TrimEnd('.')).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return domain.Trim().ToLowerInvariant();
        }
    }

    static string Readable(string domain)
    {
        try
        {
            return new IdnMapping().GetUnicode(Key(domain)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return domain.ToLowerInvariant();
        }
    }

    static int Script(char c) => c switch
    {
        >= 'a' and <= 'z' or (>= '\u00C0' and <= '\u024F') => 1,
        >= '\u0370' and <= '\u03FF' => 2,
        >= '\u0400' and <= '\u052F' => 3,
        _ => 0,
    };
}
