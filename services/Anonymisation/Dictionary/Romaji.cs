using System.Text;

namespace Ceptoar.Anonymisation.Dictionary;

/// <summary>Kana in Latin letters: Hepburn as on passports, and the other spellings one meets.</summary>
static class Romaji
{
    const string Table =
        "ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko ガ ga ギ gi グ gu ゲ ge ゴ go サ sa シ shi ス su セ se ソ so ザ za ジ ji ズ zu ゼ ze ゾ zo タ ta チ chi ツ tsu テ te ト to ダ da ヂ ji ヅ zu デ de ド do " +
        "ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ヴ vu ヶ ga ヵ ka " +
        "ファ fa フィ fi フェ fe フォ fo ティ ti ディ di トゥ tu ドゥ du デュ dyu ウィ wi ウェ we ウォ wo ヴァ va ヴィ vi ヴェ ve ヴォ vo シェ she ジェ je チェ che ツァ tsa イェ ye";

    static readonly Dictionary<string, string> Kana = Pairs();
    static readonly Dictionary<string, string> Latin = Kana.Where(p => !p.Key.Contains('ヂ', StringComparison.Ordinal) && !p.Key.Contains('ヅ', StringComparison.Ordinal) && p.Key is not ("ヲ" or "ヶ" or "ヵ" or "ヴ")).GroupBy(p => p.Value).ToDictionary(g => g.Key, g => g.First().Key);

    /// <summary>Hepburn without signs for long vowels written apart: オオタ is oota.</summary>
    public static string Of(string kana)
    {
        var text = new StringBuilder(kana.Length * 2);
        var doubled = false;
        var letters = Katakana(kana);
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'ッ')
            {
                doubled = true;
                continue;
            }

            if (letters[i] is 'ー') continue;

            var (syllable, length) = i + 1 < letters.Length && Kana.TryGetValue(letters.Substring(i, 2), out var two) ? (two, 2) : (Kana.GetValueOrDefault(letters.Substring(i, 1), ""), 1);
            i += length - 1;
            if (syllable.Length == 0) continue;
            if (doubled) text.Append(syllable.StartsWith("ch", StringComparison.Ordinal) ? 't' : syllable[0]);
            doubled = false;
            text.Append(syllable);
        }

        return text.ToString();
    }

    /// <summary>The spelling of passports first, then those with long vowels, an h, and m before b, m and p.</summary>
    public static IEnumerable<string> Spellings(string kana)
    {
        var full = Of(kana);
        var plain = full.Replace("ou", "o", StringComparison.Ordinal).Replace("oo", "o", StringComparison.Ordinal).Replace("uu", "u", StringComparison.Ordinal);
        var lips = plain.Replace("nb", "mb", StringComparison.Ordinal).Replace("nm", "mm", StringComparison.Ordinal).Replace("np", "mp", StringComparison.Ordinal);
        var kunrei = plain.Replace("sh", "s", StringComparison.Ordinal).Replace("chi", "ti", StringComparison.Ordinal).Replace("tsu", "tu", StringComparison.Ordinal).Replace("ji", "zi", StringComparison.Ordinal).Replace("fu", "hu", StringComparison.Ordinal);
        return new[] { plain, full, lips, full.Replace("ou", "oh", StringComparison.Ordinal).Replace("oo", "oh", StringComparison.Ordinal), kunrei.Length > 3 ? kunrei : plain }.Distinct();
    }

    /// <summary>Latin letters as katakana; null where they are no Japanese syllables.</summary>
    public static string? ToKatakana(string latin)
    {
        var kana = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length;)
        {
            if (i + 1 < latin.Length && latin[i] == latin[i + 1] && !"aeioun".Contains(latin[i], StringComparison.Ordinal) || latin.AsSpan(i).StartsWith("tch"))
            {
                kana.Append('ッ');
                i++;
                continue;
            }

            var length = Math.Min(3, latin.Length - i);
            while (length > 0 && !Latin.ContainsKey(latin.Substring(i, length))) length--;
            if (length == 0)
            {
                if (latin[i] is not 'm' || i + 1 == latin.Length || latin[i + 1] is not ('b' or 'm' or 'p')) return null;
                kana.Append('ン'); // shimbashi
                i++;
                continue;
            }

            kana.Append(Latin[latin.Substring(i, length)]);
            i += length;
        }

        return kana.ToString();
    }

    /// <summary>Hiragana as katakana, all else as it is.</summary>
    public static string Katakana(string kana) => string.Concat(kana.Select(c => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + ('ァ' - 'ぁ')) : c));

    public static string Hiragana(string kana) => string.Concat(kana.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - ('ァ' - 'ぁ')) : c));

    static Dictionary<string, string> Pairs()
    {
        var words = Table.Split(' ');
        var pairs = new Dictionary<string, string>();
        for (var i = 0; i < words.Length; i += 2) pairs[words[i]] = words[i + 1];
        foreach (var (kana, latin) in pairs.Where(p => p.Key.Length == 1 && p.Value.Length > 1 && p.Value[^1] == 'i').ToList())
        {
            var stem = latin[..^1];
            foreach (var (small, vowel) in new[] { ("ャ", "a"), ("ュ", "u"), ("ョ", "o") }) pairs.TryAdd(kana + small, stem is "sh" or "ch" or "j" ? stem + vowel : stem + "y" + vowel);
        }

        return pairs;
    }
}
