using System.Buffers;
using System.Collections.Frozen;

namespace Ceptoar.Hosting.Text;

/// <summary>Common family names in folded spelling. One of a single character counts only where an honorific follows at once.</summary>
public static class Surnames
{
    const string Long =
        "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 " +
        "坂本 斉藤 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 " +
        "河野 小島 村田 武田 上野 杉山 増田 平野 菅原 久保 小山 千葉 大塚 松井 岩崎 木下 松尾 野口 野村 佐野 菊地 菊池 渡部 大西 杉本 新井 浜田 市川 古川 水野 小松 島田 山内 西田 西川 五十嵐 " +
        "北村 安田 中田 川口 平田 川崎 飯田 吉川 本田 久保田 沢田 辻本 吉村 中西 岩田 服部 樋口 福島 川上 永井 松岡 田口 山中 森本 土屋 広瀬 秋山 石原 松下 大橋 松浦 吉岡 荒井 小池 馬場 浅野 " +
        "荒木 大久保 野田 熊谷 松村 田辺 石橋 黒田 堀内 大島 片山 西山 内藤 本間 片岡 早川 横田 中尾 岡崎 荒川 大谷 小田 成田 宮田 鎌田 石塚 須藤 高野 小西 上原 大川 松永 宮沢 飯塚 栗原 田島 " +
        "矢野 岡野 細川 西尾 平井 八木 関口 北川 宮下 児玉 白石 尾崎 小沢 青山 桜井 川村 望月 永田 吉沢 竹田 岡村 三宅 福井 大石 奥村 東山 荻野 高山 川島 武藤 片桐 堀田 榎本 黒川 中原 栗田 滝沢 " +
        "柳沢 柳田 相沢 相馬 赤松 浅井 芦田 飯島 石黒 石丸 市村 稲垣 稲葉 今村 入江 岩本 植田 植木 植村 臼井 内山 宇野 梅田 江口 遠山 大内 大森 大山 岡部 小笠原 奥田 奥山 落合 鬼塚 小野寺 笠原 " +
        "梶原 角田 神田 神谷 亀井 河合 川合 川田 川端 河村 菅野 岸本 北野 北原 木内 桐生 金田 黒木 黒沢 桑原 郡司 古賀 小泉 河内 古田 小寺 後閑 小柳 斎木 坂口 坂田 篠原 渋谷 島崎 志村 下田 庄司 " +
        "白井 菅沼 鈴村 関根 高井 高岡 高島 高瀬 高松 高見 滝口 竹中 竹村 辰巳 立花 谷川 田畑 田原 塚本 津田 堤下 寺田 土井 富田 豊田 長尾 中沢 長島 永野 長野 中谷 夏目 西岡 西沢 西野 根本 長谷 " +
        "浜口 林田 原口 日高 平山 広田 深沢 福岡 福本 福山 藤岡 藤川 藤沢 船橋 古谷 星野 細田 本多 前川 前原 牧野 松崎 松原 丸田 三上 水谷 溝口 三谷 皆川 南野 宮川 宮城 宮原 向井 村井 村松 室井 " +
        "森岡 森下 森山 守屋 安井 山岸 山根 山村 山脇 結城 湯浅 横井 吉野 吉本 米田 若林 渡会 和泉 大城 比嘉 金城 玉城 上地 島袋 蓮見 瀬戸 朝倉 有馬 五味 大津 春日 神崎 倉田 黒岩 桑田 佐久間 " +
        "柴崎 杉浦 住吉 関谷 園田 高倉 武井 戸田 長岡 中井 新田 沼田 萩原 速水 氷室 平松 藤村 真鍋 三好 峰岸 宮内 宮野 宮部 村岡 桃井 森川 森口 矢島 柳原 吉崎 吉原 渡瀬 鷲尾 " +
        "百目鬼 御手洗 四十物 早乙女 唐木 鵜養 真木柱 土岐田 棟方 弓削 浪岡 樫尾 蓬田 鴻巣 雫石 小鳥遊 勅使河原 東海林 長谷部 西園寺 伊集院 日下部 海老原 海老名 久我 九条 一条 二階堂 三枝 四方 五代 六車 七尾 八代 八重樫 九鬼 十河 百瀬 千石 千田 万代 " +
        "赤城 浅田 東野 安西 安倍 安部 綾瀬 荒巻 有田 有村 粟野 伊原 伊達 井川 井手 井出 井原 井口 生田 池内 池上 石垣 石津 石渡 磯崎 磯部 板垣 市原 一瀬 逸見 糸井 稲田 犬飼 今野 岩井 岩下 岩瀬 岩間 上杉 上条 上村 鵜飼 牛島 臼田 内野 内海 梅原 梅本 浦田 " +
        "江原 江藤 越智 榎並 大井 大内田 大木 大沢 大澤 大竹 大田 大月 大槻 大場 大平 大村 岡島 岡山 荻原 奥野 小倉 小椋 尾形 緒方 小畑 小原 小俣 折田 小山田 海野 影山 笠井 柏木 柏原 春山 片平 勝又 加納 嘉納 上山 神山 神尾 神林 神保 茅野 川井 河原 川越 川本 川野 神原 " +
        "喜多 北島 北条 吉良 木原 木戸 木本 桐山 日下 草野 串田 楠木 久野 久米 倉本 倉持 栗林 栗山 黒沼 黒澤 桑野 小出 甲斐 小暮 小坂 小杉 小谷 児島 小宮 小室 斎藤 齋藤 齊藤 西条 佐伯 酒田 榊原 相良 桜田 笹川 笹原 佐竹 佐原 里見 真田 沢村 沢井 塩田 塩谷 塩見 重松 篠田 芝田 島村 清原 下村 " +
        "城田 新庄 新谷 進藤 新保 菅谷 杉田 杉原 杉村 鈴江 須賀 須田 諏訪 関本 関川 瀬川 芹沢 仙石 添田 曽根 曽我 多田 高津 高木田 高杉 高宮 高村 高柳 財前 滝田 滝本 田川 竹本 武市 武本 武山 田坂 立石 田代 田所 谷本 谷村 種田 玉井 田丸 塚田 塚原 津村 筒井 常盤 角野 坪井 鶴田 鶴見 手塚 " +
        "寺島 寺本 寺内 天野 土井田 東郷 堂本 徳田 徳永 徳山 外山 富永 富樫 友田 鳥居 鳥山 直江 永山 中條 中条 中里 中嶋 仲田 仲村 永瀬 中津 長友 中畑 中林 中丸 永松 名取 成瀬 難波 南条 仁科 西岡田 新美 新山 二宮 丹羽 布施 沼尻 野上 野崎 野沢 野中 野々村 野原 能登 畑中 波多野 八田 羽田 花田 花井 花岡 " +
        "羽生 浜本 浜野 早坂 林原 葉山 原島 番場 久松 菱田 日野 平賀 平川 平岡 平林 平沼 広川 深田 深井 深谷 福永 福原 福井田 福地 藤木 藤島 藤野 藤山 藤代 藤森 二木 冬木 古市 保坂 星川 細野 細谷 堀江 堀川 堀口 堀越 本郷 本城 前島 前野 前山 牧田 牧原 増井 増本 松木 松川 松沢 松野 松山 松宮 松澤 " +
        "的場 真壁 真野 丸井 三木 三島 三輪 水上 水原 水島 水沼 溝端 光岡 宮地 宮坂 宮島 宮森 宮脇 武者小路 村山 村木 村瀬 室田 目黒 毛利 本橋 元木 森岡田 森永 森崎 森島 森谷 諸星 門田 八島 安井田 保田 安原 柳川 柳瀬 柳生 矢部 矢作 山県 山川 山城 山添 山室 山元 山之内 山野 山野辺 雪村 " +
        "由良 横川 横溝 横尾 吉井 吉池 吉武 吉富 吉永 吉松 吉見 吉山 芳賀 米山 米沢 若山 若松 若杉 若月 脇田 和久井 渡邊 渡邉 渡利 亘理 藁科 久住 久墨 折戸 渋江 徳永田 徳之島 蟹江 乾田 猪狩 乙葉 音羽 貝塚 美作 朝霧 深町 越前 椚田 九十九 白瀬 森永田 尾花 瀬名 多川 綾小路 有栖川 嵯峨";

    const string Short = "東西南北林森原関堀岡辻谷畑沢星泉島浜堤菅柳榊乾牧平都小中今梶桂金李朴王張陳劉黄呉周宋楊高岸秦奥杉松桜梅竹椿柏栗鎌窪向峰滝";

    /// <summary>Names of two characters and more.</summary>
    public static FrozenSet<string> All { get; } = Long.Split(' ').ToFrozenSet();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly int Longest = All.Max(n => n.Length);

    /// <summary>The same, to look for them all at once.</summary>
    public static SearchValues<string> Search { get; } = SearchValues.Create([.. All], StringComparison.Ordinal);

    /// <summary>Length of the longest family name of two characters or more at the start of a text; 0 where none stands there.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(Longest, text.Length); length > 1; length--)
        {
            if (Lookup.Contains(text[..length])) return length;
        }

        return 0;
    }

    /// <summary>The same, where a name of one character counts too.</summary>
    public static int LengthAtOrShort(ReadOnlySpan<char> text) =>
        LengthAt(text) is > 0 and var length ? length : text.Length > 0 && IsShort(text[..1]) ? 1 : 0;

    public static bool IsShort(ReadOnlySpan<char> name) => name.Length == 1 && Short.Contains(name[0]);
}
