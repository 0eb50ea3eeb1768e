using System.Net;
using Bogus;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Story;

/// <summary>An invented operator. <c>SecondHop</c> names the CEPTOAR whose advisories its utility gets though it is no member, or is null.</summary>
public record DemoOperator(string Ceptoar, string Name, string NameEn, string Prefecture, string Size, string? SecondHop, IdentifyingStrings Identifying);

/// <summary>
/// Invented operators for all 18 CEPTOARs, the same at each call: 4,091 in the fifteen CEPTOARs whose members are published, as many
/// in each as it has (the centre's table of March 2014), and six in each of the three that were still being settled. Places are coined, so that no name is a real company's; domains
/// end in <c>.example</c> (RFC 2606), addresses lie in 198.18.0.0/15 (RFC 2544) and 2001:db8:100::/40 (RFC 3849), apart from those
/// that attackers have in the texts.
/// </summary>
public static class DemoDirectory
{
    /// <summary>What operators of a CEPTOAR are called: Japanese suffix, English suffix, short word, Latin word for domains.</summary>
    sealed record Trade(string Suffix, string English, string Short, string Latin);

    /// <summary>A CEPTOAR's operators: how many, what they are called, and the system each of them runs.</summary>
    sealed record Branch(string Ceptoar, int Count, bool Companies, string System, Trade[] Trades);

    static readonly Branch[] Branches =
    [
        new("telecom", 28, Companies: true, "加入者管理", [new("通信", "Telecom", "通信", "tel"), new("ネットワークス", "Networks", "ネット", "net"), new("モバイル", "Mobile", "モバ", "mobile"), new("光回線", "Fibre", "光", "hikari")]),
        new("cable", 252, Companies: true, "番組送出", [new("ケーブルテレビ", "Cable Television", "ケーブル", "catv"), new("ケーブルネットワーク", "Cable Network", "CN", "cable")]),
        new("broadcasting", 194, Companies: true, "放送送出", [new("放送", "Broadcasting", "放", "hoso"), new("テレビ", "Television", "テレ", "tv")]),
        new("banks", 1_411, Companies: false, "勘定系", [new("銀行", "Bank", "銀", "bank"), new("信用金庫", "Shinkin Bank", "信金", "shinkin"), new("信用組合", "Credit Cooperative", "信組", "shinkumi")]),
        new("securities", 258, Companies: true, "約定管理", [new("証券", "Securities", "証券", "sec")]),
        new("life", 43, Companies: true, "契約管理", [new("生命保険", "Life Insurance", "生命", "life")]),
        new("general", 30, Companies: true, "損害査定", [new("損害保険", "General Insurance", "損保", "sonpo"), new("海上火災保険", "Marine and Fire Insurance", "海上", "kaijo")]),
        new("aviation", 5, Companies: true, "運航管理", [new("航空", "Airways", "航空", "air"), new("エアラインズ", "Airlines", "エア", "airlines")]),
        new("rail", 24, Companies: true, "列車運行", [new("鉄道", "Railway", "鉄", "rail"), new("電鉄", "Electric Railway", "電鉄", "dentetsu")]),
        new("electricity", 14, Companies: true, "給電指令", [new("電力", "Electric Power", "電", "power"), new("送配電", "Power Grid", "送電", "grid")]),
        new("gas", 10, Companies: true, "製造監視", [new("ガス", "Gas", "ガス", "gas"), new("瓦斯", "City Gas", "瓦斯", "citygas")]),
        new("local-government", 47, Companies: false, "総合行政", [new("県", "Prefecture", "県庁", "pref")]),
        new("local-government", 1_742, Companies: false, "住民記録", [new("市", "City", "市役所", "city"), new("町", "Town", "町役場", "town"), new("村", "Village", "村役場", "village")]),
        new("medical", 3, Companies: false, "電子カルテ", [new("総合病院", "General Hospital", "総病", "hospital"), new("医療センター", "Medical Center", "医セ", "medical"), new("記念病院", "Memorial Hospital", "記念病院", "kinen")]),
        new("water", 8, Companies: false, "浄水監視", [new("市水道局", "City Waterworks", "水道", "water"), new("広域水道企業団", "Regional Water Authority", "水企", "suido")]),
        new("logistics", 22, Companies: true, "配車管理", [new("運輸", "Transport", "運輸", "unyu"), new("物流", "Logistics", "物流", "logi"), new("倉庫", "Warehouse", "倉", "soko")]),
        new("chemical", 6, Companies: true, "反応制御", [new("化学", "Chemical", "化", "chem"), new("石油化学", "Petrochemical", "石化", "petrochem")]),
        new("credit", 6, Companies: true, "加盟店決済", [new("クレジット", "Credit", "クレ", "credit"), new("カード", "Card", "カード", "card")]),
        new("petroleum", 6, Companies: true, "精製制御", [new("石油", "Petroleum", "石油", "oil"), new("製油", "Refining", "製油", "refinery")]),
    ];

    static readonly (string Kanji, string Latin)[] Heads =
    [
        ("澪", "Mio"), ("葦", "Ashi"), ("霧", "Kiri"), ("碧", "Ao"), ("朱", "Ake"), ("楓", "Kaede"), ("凪", "Nagi"), ("雁", "Kari"), ("暁", "Akatsuki"), ("椿", "Tsubaki"), ("鷺", "Sagi"), ("梓", "Azusa"),
        ("蛍", "Hotaru"), ("杏", "Anzu"), ("柊", "Hiiragi"), ("萩", "Hagi"), ("榊", "Sakaki"), ("綾", "Aya"), ("雫", "Shizuku"), ("霰", "Arare"), ("霙", "Mizore"), ("虹", "Niji"), ("朧", "Oboro"), ("曙", "Akebono"),
        ("宵", "Yoi"), ("茜", "Akane"), ("藍", "Ai"), ("萌", "Moe"), ("茅", "Kaya"), ("蓬", "Yomogi"), ("菫", "Sumire"), ("蕗", "Fuki"), ("薊", "Azami"), ("葵", "Aoi"), ("蓮", "Hasu"), ("藤", "Fuji"),
        ("桂", "Katsura"), ("樺", "Kaba"), ("欅", "Keyaki"), ("樫", "Kashi"), ("楢", "Nara"), ("橡", "Tochi"), ("檜", "Hinoki"), ("柚", "Yuzu"), ("梶", "Kaji"), ("榎", "Enoki"), ("椋", "Muku"), ("楠", "Kusu"),
        ("鴎", "Kamome"), ("鶫", "Tsugumi"), ("鶺", "Sekirei"), ("鷹", "Taka"), ("隼", "Hayabusa"), ("鳶", "Tobi"), ("鴨", "Kamo"), ("燕", "Tsubame"), ("鮎", "Ayu"), ("鯉", "Koi"), ("蜩", "Higurashi"), ("琥", "Kohaku"),
        ("瑠", "Ruri"), ("翡", "Hisui"), ("玻", "Hari"), ("珠", "Tama"), ("瓊", "Nunu"),
    ];

    static readonly (string Kanji, string Latin)[] Tails =
    [
        ("ヶ浜", "gahama"), ("ノ瀬", "nose"), ("ヶ里", "gasato"), ("ノ郷", "nogo"), ("ヶ淵", "gafuchi"), ("ノ津", "notsu"), ("ヶ峰", "gamine"), ("ノ森", "nomori"), ("ヶ原", "gahara"), ("ノ野", "nono"), ("ヶ丘", "gaoka"), ("ノ台", "nodai"),
        ("ヶ谷", "gatani"), ("ノ沢", "nosawa"), ("ヶ川", "gakawa"), ("ノ池", "noike"), ("ヶ沼", "ganuma"), ("ノ島", "noshima"), ("ヶ崎", "gasaki"), ("ノ岬", "nomisaki"), ("ヶ浦", "gaura"), ("ノ江", "noe"), ("ヶ湊", "gaminato"), ("ノ潟", "nokata"),
        ("ヶ洲", "gasu"), ("ノ岸", "nokishi"), ("ヶ磯", "gaiso"), ("ノ灘", "nonada"), ("ヶ坂", "gasaka"), ("ノ峠", "notoge"), ("ヶ嶺", "garei"), ("ノ岳", "notake"), ("ヶ牧", "gamaki"), ("ノ林", "nohayashi"), ("ヶ杉", "gasugi"), ("ノ松", "nomatsu"),
        ("ヶ竹", "gachiku"), ("ノ橋", "nohashi"), ("ヶ堀", "gahori"), ("ノ城", "noshiro"), ("ヶ宮", "gamiya"), ("ノ堂", "nodo"), ("ヶ門", "gamon"), ("ノ関", "noseki"), ("ヶ宿", "gajuku"), ("ノ辻", "notsuji"), ("ヶ口", "gakuchi"), ("ノ尾", "noo"),
        ("ヶ根", "gane"), ("ノ越", "nokoe"), ("ヶ戸", "gato"), ("ノ倉", "nokura"), ("ヶ井", "gai"), ("ノ泉", "noizumi"), ("ヶ滝", "gataki"), ("ノ岩", "noiwa"), ("ヶ石", "gaishi"), ("ノ窪", "nokubo"), ("ヶ塚", "gatsuka"), ("ノ鼻", "nohana"),
        ("ヶ渡", "gawatari"), ("ノ境", "nosakai"), ("ヶ室", "gamuro"), ("ノ垣", "nokaki"),
    ];

    static readonly string[] Vendors =
    [
        "朧谷システムズ", "夕凪浦データサービス", "蜻蛉ヶ池ネットワークス", "白鷺谷情報サービス", "八雲野テクノス", "鈍色エンジニアリング", "水鏡ヶ丘インテグレーション", "花筏ソリューションズ", "霞ヶ渡クラウド", "青磁町ソフトウェア",
    ];

    static readonly string[] Prefectures =
    [
        "hokkaido", "aomori", "iwate", "miyagi", "akita", "yamagata", "fukushima", "ibaraki", "tochigi", "gunma", "saitama", "chiba", "tokyo", "kanagawa", "niigata", "toyama",
        "ishikawa", "fukui", "yamanashi", "nagano", "gifu", "shizuoka", "aichi", "mie", "shiga", "kyoto", "osaka", "hyogo", "nara", "wakayama", "tottori", "shimane",
        "okayama", "hiroshima", "yamaguchi", "tokushima", "kagawa", "ehime", "kochi", "fukuoka", "saga", "nagasaki", "kumamoto", "oita", "miyazaki", "kagoshima", "okinawa",
    ];

    /// <summary>All operators, those of T-CEPTOAR first. No two share a place, and so neither a name, an alias nor a domain.</summary>
    public static IReadOnlyList<DemoOperator> Operators()
    {
        var faker = new Faker("ja") { Random = new Randomizer(2015) };
        var places = new Queue<(string Kanji, string Short, string Latin)>(faker.Random.Shuffle(
            from head in Heads from tail in Tails select (head.Kanji + tail.Kanji, head.Kanji + tail.Kanji[1..], head.Latin + tail.Latin)));
        var operators = new List<DemoOperator>();
        foreach (var branch in Branches)
        {
            for (var i = 0; i < branch.Count; i++) operators.Add(Operator(faker, branch, branch.Trades[i % branch.Trades.Length], places.Dequeue(), operators.Count));
        }

        return operators;
    }

    static DemoOperator Operator(Faker faker, Branch branch, Trade trade, (string Kanji, string Short, string Latin) place, int number)
    {
        var name = place.Kanji + trade.Suffix;
        var acronym = $"{place.Latin[..3]}{trade.Latin[..2]}".ToUpperInvariant() + (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string[] aliases = [place.Short + trade.Short, $"{place.Latin} {trade.English}", $"{place.Latin}{char.ToUpperInvariant(trade.Latin[0])}{trade.Latin[1..]}"];
        return new(branch.Ceptoar, name, $"{place.Latin} {trade.English}", faker.PickRandom(Prefectures), faker.PickRandom("small", "medium", "large"), SecondHop(branch, number), new()
        {
            Names = branch.Companies ? [$"{name}株式会社"] : [],
            Aliases = aliases[..faker.Random.Int(1, 3)],
            Domains = [$"{place.Latin}-{trade.Latin}.example".ToLowerInvariant()],
            Cidrs = [$"{new IPAddress([198, (byte)(18 + (number / 4096)), (byte)(number / 16), (byte)(number % 16 * 16)])}/28", $"2001:db8:{0x100 + number:x}::/48"],
            Asns = number % 5 == 0 ? [$"AS{4_200_000_000 + number}"] : [], // private use (RFC 6996)
            Systems = [$"{acronym}-CORE", $"{place.Short}{branch.System}システム"],
            Brands = branch.Companies ? [$"{place.Short}ぷらす{trade.Short}"] : [],
            Sites = [$"{place.Short}第{1 + (number % 9)}事業所"],
            Telephones = [$"03-56{number / 10_000:00}-{number % 10_000:0000}"],
            Vendors = [.. faker.PickRandom(Vendors, faker.Random.Int(1, 2))],
            People = [.. Enumerable.Range(0, faker.Random.Int(2, 3)).Select(_ => $"{faker.Name.LastName()} {faker.Name.FirstName()}").Distinct()],
        });
    }

    /// <summary>Every fortieth local government runs a waterworks that is no member of the water CEPTOAR.</summary>
    static string? SecondHop(Branch branch, int number) => branch.Ceptoar == "local-government" && number % 40 == 0 ? "water" : null;
}
