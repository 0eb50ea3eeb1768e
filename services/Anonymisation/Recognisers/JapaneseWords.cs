using System.Collections.Frozen;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Lexicon;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Whether Japanese letters that stand together are common words.</summary>
static class JapaneseWords
{
    // Characters that join any word: 同社, 該機, 検知後, 委託先.
    const string Affixes = "前後各全当同本他等毎内外上下中側用的化性時間別系型式製者員器機盤局部課係長名数量度率値元先済無有未不非再副正主新旧現次初終計約社院署庁省県市町村区国都道府室班所場館棟階台基号回件個点段際分秒日月年週期朝夕夜昼宛付発着行達共双第約要可否両線網類群層域圏圧頃務駅向宅報続申便偽誤目港防船甲乙丙丁卸枠欄版幅例種順位制策流水電気油力熱光音声文字書面票表図紙金額費料品物体人方々左右東西南北一二三四五六七八九十百千万億半〇";

    // Words of two letters that are met in compounds; of others any name could be made.
    static readonly FrozenSet<string> ShortParts = "ログ キー バグ パス メモ ビル ガス バス タグ ピン ゼロ テラ ギガ メガ キロ ミリ ナノ プロ セル ロス ミス オフ オン イン エア ドア カー ペア レス ラボ コア ハブ ポッド ジョブ サブ マルチ ミニ ネオ ボス デモ テスト バー ベル ルート ロー ハイ フル ワン ツー スパム コード".Split(' ').ToFrozenSet();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortPart = ShortParts.GetAlternateLookup<ReadOnlySpan<char>>();

    // Characters that names end in, and seldom words: left over, they make a name of the whole.
    const string InNames = "崎山川田村島野原沢木林森谷岡橋井尾浦坂瀬池沼塚松竹梅藤浜津洲鷹鶴亀熊鹿竜鳳凰姫宮寺社蔵窪岬峰嶺丘鱗桐椿柊榊柳桜梨桃楓葵菫蓮萩茜碧朱蒼翠紅緋瑠璃珊琥兜雀鷺鴎燕鳩凪渚汐潮霧雲雪霜露虹暁曙灘";

    /// <summary>Whether a run of katakana is a common word, or several.</summary>
    public static bool CommonKatakana(ReadOnlySpan<char> run, Vocabulary vocabulary, MecabDictionary dictionary)
    {
        const int longest = 40;
        if (run.Length > longest) return false;

        Span<bool> reached = stackalloc bool[run.Length + 1];
        reached[0] = true;
        for (var end = 2; end <= run.Length; end++)
        {
            for (var start = 0; start <= end - 2 && !reached[end]; start++)
            {
                var part = run[start..end];
                if (reached[start] && (part.Length > 2 || part.Length == run.Length || ShortPart.Contains(part)) && Word(part, vocabulary, dictionary)) reached[end] = true;
            }
        }

        return reached[run.Length];
    }

    /// <summary>Whether a run of kanji is made of common words and of characters that join any word; one more may be left over beside a word.</summary>
    public static bool CommonKanji(ReadOnlySpan<char> run, Vocabulary vocabulary, MecabDictionary dictionary)
    {
        const int longest = 12;
        if (run.Length > longest) return true; // no name is so long

        // Of each place, the fewest characters that had to be left over to reach it.
        Span<int> left = stackalloc int[run.Length + 1];
        left.Fill(run.Length + 1);
        left[0] = 0;
        for (var end = 1; end <= run.Length; end++)
        {
            for (var start = 0; start < end; start++)
            {
                if (left[start] >= left[end]) continue;

                var part = run[start..end];
                var cost = part.Length > 1 ? (Word(part, vocabulary, dictionary) ? 0 : run.Length) : Affixes.Contains(part[0], StringComparison.Ordinal) ? 0 : InNames.Contains(part[0], StringComparison.Ordinal) ? 2 : 1;
                left[end] = Math.Min(left[end], left[start] + cost);
            }
        }

        return left[run.Length] == 0 || (left[run.Length] == 1 && run.Length > 2);
    }

    public static bool Word(ReadOnlySpan<char> word, Vocabulary vocabulary, MecabDictionary dictionary) =>
        vocabulary.CommonJapanese(word) || vocabulary.KeptWord(word) || dictionary.Common(word);
}
