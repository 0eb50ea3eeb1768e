using System.Collections.Frozen;
using System.Text;

namespace Ceptoar.Hosting.Text;

/// <summary>What counts as the same character when texts are compared. Tables only; a fold never depends on a culture.</summary>
static class Folding
{
    /// <summary>Variant and old forms of kanji in names, each pair as written → as compared. NFKC leaves all of these alone.</summary>
    const string VariantPairs =
        "髙高 﨑崎 嵜崎 𠮷吉 濵浜 濱浜 邊辺 邉辺 齋斉 齊斉 斎斉 澤沢 櫻桜 廣広 國国 嶋島 嶌島 桒桑 舘館 眞真 惠恵 德徳 瀨瀬 榮栄 圓円 學学 會会 關関 " +
        "鐵鉄 鉃鉄 縣県 氣気 龍竜 佛仏 寶宝 寳宝 冨富 峯峰 渕淵 渊淵 檜桧 壽寿 凜凛 淸清 靑青 黑黒 黃黄 曾曽 增増 槇槙 遙遥 彥彦 祿禄 莊荘 藏蔵 " +
        "祐祐 琢琢 禮礼 實実 將将 淺浅 條条 萬万 亞亜 來来 參参 號号 團団 圖図 場場 塲場 鹽塩 變変 發発 證証 經経 濟済 總総 傳伝 驛駅 澁渋 燒焼 " +
        "瀧滝 龜亀 尙尚 郞郎 朗朗 靜静 彌弥 穗穂 豐豊 榊榊 藪薮 籔薮 檞柏 栢柏 埜野 泻潟 凪凪 槗橋 𣘺橋 髙高 栁柳 畠畑 曻昇 昻昂 舩船 舟舟 裵裴 神神 " +
        "巖巌 巌巌 岩岩 應応 歐欧 假仮 價価 擴拡 覺覚 樂楽 勸勧 觀観 歸帰 舊旧 據拠 擧挙 區区 驅駆 勳勲 薰薫 徑径 惠恵 溪渓 藝芸 劍剣 儉倹 檢検 " +
        "權権 顯顕 驗験 嚴厳 廳庁 聽聴 鎭鎮 轉転 點点 燈灯 當当 黨党 稻稲 獨独 讀読 拜拝 賣売 麥麦 拂払 邦邦 步歩 寬寛 賴頼 覽覧 兩両 綠緑 壘塁 " +
        "戀恋 爐炉 勞労 樓楼 灣湾 體体 對対 臺台 擔担 聲声 攝摂 專専 戰戦 錢銭 禪禅 雙双 壯壮 爭争 搜捜 裝装 騷騒 續続 飜翻 " +
        "卷巻 惡悪 壓圧 圍囲 爲為 壹壱 隱隠 衞衛 營営 緣縁 豫予 餘余 與与 譽誉 搖揺 樣様 謠謡 橫横 奧奥 穩穏 畫画 繪絵 懷懐 壞壊 槪概 殼殻 嶽岳 卽即 旣既 鄕郷 曉暁 陷陥 罐缶 顏顔 僞偽 戲戯 犧犠 峽峡 狹狭 輕軽 " +
        "繼継 莖茎 螢蛍 鷄鶏 險険 獻献 圈圏 效効 恆恒 鑛鉱 礦鉱 碎砕 劑剤 雜雑 蠶蚕 慘惨 棧桟 贊賛 殘残 絲糸 齒歯 兒児 辭辞 濕湿 舍舎 釋釈 收収 從従 獸獣 縱縦 肅粛 處処 敍叙 奬奨 稱称 涉渉 淨浄 剩剰 疊畳 孃嬢 " +
        "讓譲 釀醸 觸触 囑嘱 寢寝 愼慎 盡尽 粹粋 醉酔 隨随 髓髄 樞枢 數数 竊窃 纖繊 踐践 潛潜 瘦痩 插挿 巢巣 聰聡 臟臓 屬属 墮堕 滯滞 擇択 單単 彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 敕勅 遞逓 鬪闘 屆届 繩縄 貳弐 " +
        "姬姫 惱悩 腦脳 霸覇 廢廃 髮髪 拔抜 晚晩 蠻蛮 祕秘 甁瓶 竝並 辨弁 瓣弁 辯弁 舖舗 襃褒 沒没 滿満 默黙 藥薬 譯訳 隸隷 靈霊 齡齢 曆暦 歷歴 鍊錬 錄録 諫諌 堯尭 瑤瑶 籠篭 鷗鴎 鶯鴬 蘆芦 蔣蒋 繫繋 嚙噛 頰頬 " +
        "麴麹 吞呑 摑掴 屢屡 瀆涜 潑溌 醱醗 蠟蝋 攢攅 讚讃 簞箪 緖緒 躰体 囘回 囬回 柗松 枩松 梹浜 亰京 㐂喜 﨔欅 帋紙 峩峨 曵曳 莵菟 兔兎 莬菟";

    static readonly FrozenDictionary<string, char> Variants = VariantPairs
        .Split(' ')
        .Where(pair => pair[..^1] != pair[^1..])
        .DistinctBy(pair => pair[..^1])
        .ToFrozenDictionary(pair => pair[..^1], pair => pair[^1]);

    static readonly FrozenSet<char> VariantStarts = Variants.Keys.Select(k => k[0]).ToFrozenSet();

    /// <summary>Signs of Japanese typing in their normal form.</summary>
    static readonly FrozenDictionary<char, string> Signs = new[] { ('\n', '\n'), ('\u2010', '\u2027'), ('\u3000', '\u301F'), ('・', 'ー'), ('！', '～') }
        .SelectMany(range => Enumerable.Range(range.Item1, range.Item2 - range.Item1 + 1)).Concat("※→■□▲△▼▽◆◇○◎●★☆".Select(c => (int)c))
        .ToFrozenDictionary(c => (char)c, c => ((char)c).ToString().Normalize(NormalizationForm.FormKC));

    // Of each unit its compared form, and what must be known of it: worked out once, for these are asked for every letter of every text.
    static readonly char[] Folded = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => Compared((char)c))];
    static readonly Kinds[] KindOf = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => KindsOf((char)c))];

    [Flags]
    enum Kinds : byte
    {
        None,
        Plain = 1,
        Alone = 2,
        Special = 4,
    }

    /// <summary>Drawn to be invisible, or to steer the direction of others: says nothing to a reader and hides a name from a search.</summary>
    public static bool Ignorable(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' or '\v' or '\f' or 0x85 => false,
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x180E or 0x3164 or 0xFEFF or 0xFFA0 => true,
        >= 0x180B and <= 0x180F or >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x206F => true,
        >= 0xFE00 and <= 0xFE0F or >= 0xE0000 and <= 0xE0FFF => true,
        >= 0xFFF9 and <= 0xFFFB => true,
        _ => false,
    };

    /// <summary>Line ends of every kind; they stay told apart from other white space.</summary>
    public static bool EndsLine(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Letters whose normal form is themselves: nine in ten of a Japanese text, so they take a short cut.</summary>
    public static bool Plain(char c) => (KindOf[c] & Kinds.Plain) != Kinds.None;

    /// <summary>Plain letters and signs, which no neighbour of the same sort makes one grapheme with.</summary>
    public static bool Alone(char c) => (KindOf[c] & Kinds.Alone) != Kinds.None;

    /// <summary>White space, dashes, accents and halves of pairs, which take more than folding.</summary>
    public static bool Special(char c) => (KindOf[c] & Kinds.Special) != Kinds.None;

    /// <summary>The normal form of a sign of Japanese typing; null of all else.</summary>
    public static string? Sign(char c) => Signs.GetValueOrDefault(c);

    static Kinds KindsOf(char c) =>
        (IsPlain(c) ? Kinds.Plain : Kinds.None) | (IsPlain(c) || Signs.ContainsKey(c) ? Kinds.Alone : Kinds.None)
        | (char.IsWhiteSpace(c) || LooseAccent(c) || char.IsLowSurrogate(c) || Dash(c) ? Kinds.Special : Kinds.None);

    static bool IsPlain(char c) => c is (>= ' ' and <= '~') or '、' or '。' or (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or (>= '\u4E00' and <= '\u9FFF');

    public static bool Kana(char c) => c is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or 'ー';

    /// <summary>Hyphens, dashes, minus signs and ruled lines; ー is one of them unless it lengthens a kana.</summary>
    public static bool Dash(char c) => c is '-' or 'ー' or '\u00AF' or '\u02D7' or '\u058A' or (>= '\u2010' and <= '\u2015') or '\u2043' or '\u207B' or '\u208B' or '\u2212'
        or '\u2500' or '\u2501' or '\u2796' or '\u2E3A' or '\u2E3B' or '\u30A0' or '\u31D0' or '\uFE58' or '\uFE63' or '\uFF0D' or '\uFF70';

    /// <summary>The compared form of one character of normalised text, where it has one of its own: case, accents, variant kanji.</summary>
    public static char Fold(char c) => Folded[c];

    static char Compared(char c)
    {
        if (c < 0x80) return char.ToLowerInvariant(c);
        if (c is (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF')) return char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]);

        return VariantStarts.Contains(c) && Variants.TryGetValue(c.ToString(), out var usual) ? usual : char.ToLowerInvariant(c);
    }

    /// <summary>The usual kanji of one that lies outside the basic plane, such as 𠮷; null where there is none.</summary>
    public static char? FoldPair(char high, char low) =>
        VariantStarts.Contains(high) && Variants.TryGetValue(new string([high, low]), out var usual) ? usual : null;

    /// <summary>Accents left over after normalisation; kana keep their voicing marks.</summary>
    public static bool LooseAccent(char c) => c is >= '\u0300' and <= '\u036F';
}
