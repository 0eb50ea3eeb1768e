using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Dictionary;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Spellings that nobody registered, made from those that were: readings in kana and Latin letters, clipped and run-together forms.</summary>
static partial class NameVariants
{
    // What an organisation does, as the last part of its name: the rest tells which one it is.
    static readonly string[] Trades = new[]
    {
        "総合病院", "中央病院", "市民病院", "大学病院", "病院", "医療センター", "クリニック", "診療所", "信用金庫", "信用組合", "農業協同組合", "協同組合", "銀行", "証券", "生命保険", "損害保険", "生命", "損保", "保険", "クレジットサービス", "クレジット", "カード", "ファイナンス",
        "電力", "パワー", "発電", "エナジー", "エネルギー", "瓦斯", "都市ガス", "ガス", "水道企業団", "水道局", "水道", "企業団", "鉄道", "電鉄", "高速鉄道", "軌道", "交通", "航空", "エアライン", "空港ビル", "空港", "運輸", "運送", "物流", "通運", "倉庫", "ロジスティクス", "海運", "港湾",
        "石油化学", "化学工業", "化成工業", "化学", "ケミカル", "石油", "精油", "製油", "興産", "通信", "テレコム", "ネットワークス", "ネットワーク", "ケーブルテレビ", "ケーブルネット", "ケーブル", "放送", "テレビ", "市役所", "役場", "市", "町", "村",
        "エンジニアリング", "システムズ", "システム", "ソリューションズ", "ソリューション", "テクノロジーズ", "テクノロジー", "テクノ", "サービス", "フィールドサービス", "計装", "計測", "制御", "信号", "保線", "電設", "精機", "電機", "電設", "工業", "産業", "商会", "商事", "通商", "ソフト", "ソフトウェア", "データセンター", "センター", "ホールディングス", "グループ", "決済ソリューションズ", "決済",
        "ネットバンク", "ネット銀行", "ネット", "ダイレクト", "ポータル", "アプリ", "メール", "台帳",
    }.OrderByDescending(trade => trade.Length).ToArray();

    /// <summary>A name clipped after the first character of what it does: 常磐銀.</summary>
    public static string? Clipped(string key)
    {
        foreach (var trade in Trades)
        {
            if (key.Length - trade.Length >= 2 && trade.Length >= 2 && key.EndsWith(trade, StringComparison.Ordinal) && trade[0] >= 0x3400) return key[..(key.Length - trade.Length + 1)];
        }

        return null;
    }

    /// <summary>The kana of a Latin word that reads as Japanese, from four letters of kana on.</summary>
    public static IEnumerable<string> FromLatin(string word) =>
        word.Length >= 5 && word.All(char.IsAsciiLetterLower) && Romaji.ToKatakana(word) is { Length: >= 3 } kana ? Kana(kana) : [];

    /// <summary>The distinctive part of an organisation's name in compared spelling; null where all of it is common.</summary>
    public static string? Stem(string key)
    {
        foreach (var trade in Trades)
        {
            if (key.Length - trade.Length >= 2 && key.EndsWith(trade, StringComparison.Ordinal)) return Tells(key[..^trade.Length]) ? key[..^trade.Length] : null;
        }

        return null;
    }

    /// <summary>Other spellings of a name in Japanese: its readings, and its parts read out.</summary>
    public static IEnumerable<string> Japanese(string key)
    {
        if (key.Any(c => c is 'ヶ' or 'ケ' or 'が' or 'ガ' or 'ノ' or 'の' or '之' or '乃'))
        {
            foreach (var small in new[] { "ヶ", "ケ", "が", "ガ", "" }) yield return SmallKe().Replace(key, small);
            foreach (var no in new[] { "の", "ノ", "之" }) yield return Possessive().Replace(key, no);
        }

        if (key.Any(c => c is >= 'ァ' and <= 'ヶ' or >= 'ぁ' and <= 'ゖ'))
        {
            yield return Romaji.Katakana(key);
            yield return Romaji.Hiragana(key);
        }

        foreach (var reading in Readings(key).Take(24))
        {
            if (reading.Length < 3) continue;

            foreach (var kana in Kana(reading)) yield return kana;
            if (reading.Length >= 4 || key.Length >= 3)
            {
                foreach (var latin in Romaji.Spellings(reading).Where(r => r.Length >= 5)) yield return latin;
            }
        }

        foreach (var mixed in Mixed(key)) yield return mixed;
        if (Translated(key) is { Length: >= 6 } english) yield return english;
    }

    /// <summary>Spellings of a person's name in Latin letters, as in addresses and accounts; with dots between they are found as well.</summary>
    public static IEnumerable<string> Accounts(string family, string given)
    {
        if (family.Length < 3 || given.Length < 2) yield break;

        yield return family + given;
        yield return given + family;
        yield return given[0] + family;
        yield return family + given[0];
    }

    /// <summary>The readings of a name in katakana, the most likely first; those of family names from the list of names.</summary>
    public static IEnumerable<string> Readings(string key)
    {
        if (Morphology.Reading(key) is { } reading) yield return reading;

        var known = Morphology.Vocabulary.ReadingsOf(key);
        foreach (var listed in known) yield return Romaji.Katakana(listed);
        if (known.Length > 0) yield break;

        // A name that the list does not have is read by its parts, too.
        for (var length = key.Length - 1; length >= 1; length--)
        {
            var heads = Morphology.Vocabulary.ReadingsOf(key[..length]);
            if (heads.Length == 0 || Morphology.Reading(key[length..]) is not { } tail) continue;

            foreach (var head in heads) yield return Romaji.Katakana(head) + tail;
            break;
        }
    }

    /// <summary>A reading in both kana, with long vowels drawn and with ヴ written as ブ.</summary>
    public static IEnumerable<string> Kana(string katakana)
    {
        var plain = Vu().Replace(katakana, m => m.Value switch { "ヴァ" => "バ", "ヴィ" => "ビ", "ヴェ" => "ベ", "ヴォ" => "ボ", _ => "ブ" });
        foreach (var kana in new[] { katakana, plain }.Distinct())
        {
            var drawn = LongVowel().Replace(kana, "ー");
            foreach (var spelling in new[] { kana, drawn }.Distinct())
            {
                yield return spelling;
                yield return Romaji.Hiragana(spelling);
            }
        }
    }

    /// <summary>The first word of a name that runs on without a trade; null where it is a common one.</summary>
    public static string? Head(string key) => Morphology.Split(key) is [var first, _, ..] words && first.Length >= 2 && key.Length > first.Length && (first.Class.Identifies() || first.Length >= 4) && Tells(key[..first.Length]) ? key[..first.Length] : null;

    /// <summary>The name with one of its words in kana.</summary>
    static IEnumerable<string> Mixed(string key)
    {
        for (var length = 1; length < Math.Min(5, key.Length); length++)
        {
            foreach (var reading in Morphology.Vocabulary.ReadingsOf(key[..length]).Where(r => r.Length >= 2)) yield return reading + key[length..];
        }

        var words = Morphology.Split(key);
        if (words.Count < 2) yield break;

        foreach (var word in words)
        {
            if (Morphology.Dictionary.Reading(word) is not { Length: >= 2 } reading || !key.AsSpan(word.Start, word.Length).ContainsAnyInRange('一', '龯')) continue;

            yield return key[..word.Start] + reading + key[word.End..];
            yield return key[..word.Start] + Romaji.Hiragana(reading) + key[word.End..];
        }
    }

    /// <summary>The name with its loanwords in English and the rest in Latin letters, run together: wingcare of ウイングケア. Null where it has no loanword, or a part that cannot be read.</summary>
    static string? Translated(string key)
    {
        var (latin, loaned) = (new System.Text.StringBuilder(), false);
        for (int i = 0, end; i < key.Length; i = end)
        {
            end = i + 1;
            if (key[i] < 0x80)
            {
                latin.Append(key[i]);
                continue;
            }

            var katakana = Katakana(key[i]);
            while (end < key.Length && key[end] >= 0x80 && Katakana(key[end]) == katakana) end++;
            if (katakana && Loanwords.English(key[i..end]) is { } words) (latin, loaned) = (latin.Append(words), true);
            else if ((katakana ? key[i..end] : Readings(key[i..end]).FirstOrDefault()) is { } reading && Romaji.Spellings(reading).FirstOrDefault() is { Length: > 0 } read) latin.Append(read);
            else return null;
        }

        return loaned ? latin.ToString() : null;
    }

    static bool Katakana(char c) => c is (>= 'ァ' and <= 'ヺ') or 'ー';

    /// <summary>Whether a part of a name is no common word of its own.</summary>
    public static bool Tells(string part) =>
        part.Length >= 2 && SearchTerm.Reach(part) != Reach.None && !JapaneseWords.Word(part, Morphology.Vocabulary, Morphology.Dictionary) && !Morphology.Vocabulary.CommonLatin(part) && !Array.Exists(Trades, trade => trade == part);

    [GeneratedRegex("(?<=[一-龯])[ヶケがガ](?=[一-龯])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SmallKe();

    [GeneratedRegex("(?<=[一-龯])[ノの之乃](?=[一-龯])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Possessive();

    [GeneratedRegex("(?<=[オコソトノホモヨロゴゾドボポョ])ウ|(?<=[オコソトノホモヨロゴゾドボポ])オ|(?<=[エケセテネヘメレゲゼデベペ])イ|(?<=[ウクスツヌフムユルグズブプュ])ウ", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex LongVowel();

    [GeneratedRegex("ヴ[ァィェォ]?", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Vu();
}
