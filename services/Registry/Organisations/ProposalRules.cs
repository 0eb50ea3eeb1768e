using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Registry.Organisations;

/// <summary>A further string by which a text may mean an organisation, and why.</summary>
/// <param name="Value">The string; an alias.</param>
/// <param name="Rule">legalForm, width, office, waterworks, shortForm, nameEn, romanised, acronym or domain.</param>
/// <param name="Ja">Why, in Japanese.</param>
/// <param name="En">Why, in English.</param>
public record Proposal(string Value, string Rule, string Ja, string En);

/// <summary>
/// What else an organisation is likely to be called, told from its names and domains alone. Proposals count in anonymisation until
/// the organisation rejects them, so single words that anyone may write are never among them.
/// </summary>
public static partial class ProposalRules
{
    const int Most = 40;
    const int ShortestWord = 5;

    static readonly string[] LegalForms =
    [
        "株式会社", "(株)", "有限会社", "(有)", "合同会社", "(同)", "合名会社", "合資会社", "相互会社", "(相)", "地方独立行政法人", "独立行政法人", "国立研究開発法人", "国立大学法人", "特定非営利活動法人",
        "一般社団法人", "公益社団法人", "一般財団法人", "公益財団法人", "社団法人", "財団法人", "社会福祉法人", "社会医療法人", "医療法人社団", "医療法人財団", "医療法人", "学校法人", "特殊法人",
        "(一社)", "(公社)", "(一財)", "(公財)", "(社)", "(財)", "(独)", "(医)", "(学)",
    ];

    static readonly (string Ending, string Office)[] Offices =
        [("市", "市役所"), ("区", "区役所"), ("町", "町役場"), ("村", "村役場"), ("県", "県庁"), ("府", "府庁"), ("東京都", "東京都庁"), ("北海道", "北海道庁")];

    static readonly string[] Waterworks = ["上下水道局", "上下水道部", "水道局", "水道部", "水道企業団", "水道課", "企業局"];

    /// <summary>Trades as names end in them, the longer first, and what is left of each in a short form.</summary>
    static readonly (string Trade, string[] Short)[] Trades =
    [
        ("信用金庫", ["信金"]), ("信用組合", ["信組"]), ("労働金庫", ["労金"]), ("農業協同組合", ["農協"]), ("生命保険", ["生命", "生保"]), ("損害保険", ["損保"]), ("海上火災保険", ["海上"]), ("火災保険", ["火災"]),
        ("電気鉄道", ["電鉄", "鉄"]), ("急行電鉄", ["急", "電鉄"]), ("急行鉄道", ["急"]), ("石油化学", ["石化", "化"]), ("電力", ["電"]), ("銀行", ["銀"]), ("鉄道", ["鉄"]), ("電鉄", ["鉄", "電"]), ("ガス", ["ガス"]),
        ("瓦斯", ["ガス", "瓦斯"]), ("航空", ["航"]), ("証券", ["証"]), ("通信", ["通"]), ("放送", ["放"]), ("化学", ["化"]), ("石油", ["石"]), ("運輸", ["運"]), ("大学病院", ["大病院"]),
    ];

    /// <summary>Short forms that are words of their own: searching for them would blank what they do not mean.</summary>
    static readonly FrozenSet<string> Words = new[]
    {
        "停電", "発電", "送電", "配電", "受電", "給電", "充電", "節電", "蓄電", "漏電", "感電", "通電", "帯電", "放電", "売電", "買電", "家電", "外電", "弱電", "強電", "重電", "軽電", "入電", "新電", "終電", "市電", "祝電", "打電",
        "国鉄", "私鉄", "地鉄", "製鉄", "鋼鉄", "砂鉄", "市鉄", "新鉄", "地銀", "都銀", "全銀", "水銀", "白銀", "世銀", "共通", "普通", "交通", "開通", "不通", "流通", "直通", "疎通", "融通", "全通", "文通", "内通", "一通", "大通",
        "高通", "開放", "解放", "追放", "変化", "強化", "悪化", "消化", "文化", "酸化", "電化", "激化", "緩和", "大化", "進化", "深化", "東化", "保証", "検証", "認証", "証証", "欠航", "運航", "就航", "出航", "海運", "水運", "不運",
        "大運", "陸運", "宝石", "鉱石", "磁石", "大石", "都市ガス", "大ガス", "至急", "緊急", "特急", "救急", "応急", "早急", "大急", "火急",
    }.ToFrozenSet();

    /// <summary>Words of names and hosts that anyone may write, in lower case; English ones that read as Japanese among them.</summary>
    static readonly FrozenSet<string> Generic = new[]
    {
        "japan", "nippon", "nihon", "national", "international", "global", "world", "asia", "pacific", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "general", "united", "first", "group",
        "holdings", "company", "limited", "corporation", "incorporated", "association", "federation", "foundation", "organization", "organisation", "institute", "agency", "authority", "ministry", "office", "council", "cooperative",
        "cooperatives", "union", "center", "centre", "service", "services", "system", "systems", "solution", "solutions", "technology", "technologies", "information", "regional", "public", "municipal", "government", "prefecture",
        "prefectural", "metropolitan", "waterworks", "water", "sewerage", "supply", "electric", "electricity", "power", "energy", "railway", "railways", "railroad", "transit", "transport", "transportation", "logistics", "warehouse",
        "express", "airline", "airlines", "airways", "airport", "aviation", "banks", "shinkin", "credit", "finance", "financial", "trust", "securities", "insurance", "marine", "mutual", "hospital", "medical", "health", "clinic",
        "memorial", "university", "college", "school", "telecom", "telecommunications", "telephone", "mobile", "network", "networks", "internet", "communication", "communications", "cable", "television", "broadcasting", "radio",
        "fibre", "fiber", "chemical", "chemicals", "petrochemical", "petroleum", "refining", "refinery", "industry", "industries", "industrial", "manufacturing", "trading", "example", "portal", "online", "mails", "login", "secure",
        "cloud", "server", "servers", "shiyakusho", "kencho", "denryoku", "tsushin", "ginko", "suido", "dentetsu", "tetsudo", "byoin", "kagaku", "sekiyu", "unyu", "hoken", "shoken", "hoso", "koku", "kitakyushu", "okinawan",
        "remote", "domain", "minute", "house", "route", "noise", "usage", "image", "reuse", "japanese", "machine", "genome", "arena", "opera", "tomato", "potato", "piano", "suite", "mango", "sigma", "gamma", "omega", "kappa", "panda",
        "kotsu", "shimbun", "intranet", "extranet", "webmail", "gateway", "kaisha", "gaisha", "kabushiki", "shiritsu", "kokuritsu", "kyokai", "renmei", "kumiai", "kyokumiai", "jichitai", "yakuba", "kaiun", "soko", "gasu", "terebi", "keburu", "kanto", "kansai", "kinki", "tohoku", "chubu", "chugoku", "shikoku", "kyushu", "hokuriku", "tokai", "sapporo", "sendai", "yokohama", "kawasaki", "nagoya", "kobe", "sakai", "kitakyusyu", "hakata",
    }.Concat(PrefectureTable.All.Select(p => p.Code)).ToFrozenSet();

    static readonly FrozenSet<string> TechnicalWords = new[]
    {
        "dns", "vpn", "sql", "api", "cpu", "ram", "ssd", "hdd", "lan", "wan", "ntp", "tcp", "udp", "tls", "ssl", "ssh", "ftp", "smb", "rdp", "url", "uri", "csv", "xml", "pdf", "apt", "ips", "ids", "waf", "edr", "xdr", "soc", "noc",
        "cve", "cvs", "poc", "ioc", "ttp", "iot", "ict", "scada", "plc", "hmi", "ics", "dos", "ddos", "isp", "cdn", "ups", "usb", "bgp", "mac", "nat", "dhcp", "smtp", "imap", "http", "https", "json", "html", "mfa", "otp", "pki",
        "ceo", "cio", "ciso", "cfo", "coo", "faq", "bcp", "drp", "jst", "utc", "the", "and", "for", "not", "was", "are", "has", "our", "all", "any", "can", "out", "new", "now", "net", "web", "com", "org", "gov", "edu", "mil",
        "amber", "green", "clear", "red", "tlp", "cat", "act", "map", "set", "get", "run", "log", "tmp", "var", "bin", "etc", "usr", "npa", "ipa", "nict", "nisc", "meti", "mlit", "mhlw", "fsa", "mic", "cert", "csirt", "isac",
    }.ToFrozenSet();

    static readonly FrozenSet<string> SmallWords = new[] { "of", "the", "and", "for", "in", "co", "ltd", "inc", "corp", "llc", "kk", "company", "limited", "corporation", "incorporated" }.ToFrozenSet();

    /// <summary>All proposals, each value once, without what is given already.</summary>
    public static IReadOnlyList<Proposal> For(string name, string? nameEn, IdentifyingStrings given)
    {
        var known = given.Names.Concat(given.Aliases).Append(name).ToHashSet(StringComparer.Ordinal);
        var names = given.Names.Prepend(name).Distinct();
        return
        [
            .. names.SelectMany(FromName).Concat(FromEnglish(nameEn)).Concat(given.Domains.SelectMany(FromDomain))
                .Where(p => p.Value.Length is >= 2 and <= Organisation.MaxName && known.Add(p.Value))
                .Take(Most),
        ];
    }

    static IEnumerable<Proposal> FromName(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormKC).Trim();
        if (plain != name) yield return new(plain, "width", "全角・半角をそろえた表記", "in the usual width");

        var core = Core(plain);
        if (core != plain) yield return new(core, "legalForm", "法人格を除いた名称", "without its legal form");

        foreach (var office in OfficesOf(core)) yield return office;
        foreach (var shorter in ShortFormsOf(core)) yield return shorter;
    }

    static string Core(string name)
    {
        var core = name;
        foreach (var form in LegalForms)
        {
            if (core.Length > form.Length && core.StartsWith(form, StringComparison.Ordinal)) core = core[form.Length..].Trim();
            if (core.Length > form.Length && core.EndsWith(form, StringComparison.Ordinal)) core = core[..^form.Length].Trim();
        }

        return core;
    }

    static IEnumerable<Proposal> OfficesOf(string core)
    {
        var place = WithoutPrefecture(core);
        if (Array.Find(Waterworks, w => place.Length > w.Length + 1 && place.EndsWith(w, StringComparison.Ordinal)) is { } works)
        {
            var town = place[..^works.Length];
            if (place != core) yield return new(place, "office", "都道府県名を除いた名称", "without its prefecture");
            if (town.Length < 3 || town[^1] is not ('市' or '町' or '村')) yield break;

            yield return new(town, "waterworks", "水道事業体の市町村", "the town of the waterworks");
            yield return new(town[..^1] + works, "waterworks", "市町村の字を除いた水道事業体", "the waterworks without the word for town");
            if (works != "水道局") yield return new(town + "水道局", "waterworks", "水道局としての呼び方", "called a waterworks bureau");
            yield break;
        }

        var (ending, office) = Array.Find(Offices, o => place.EndsWith(o.Ending, StringComparison.Ordinal));
        if (ending is null || (place.Length < 2 && ending.Length < 2)) yield break;

        if (place != core) yield return new(place, "office", "都道府県名を除いた名称", "without its prefecture");
        yield return new(place[..^ending.Length] + office, "office", "庁舎としての呼び方", "as its office is called");
    }

    static string WithoutPrefecture(string name) =>
        PrefectureTable.All.FirstOrDefault(p => name.Length > p.Name.Length + 1 && name.StartsWith(p.Name, StringComparison.Ordinal)) is { } prefecture ? name[prefecture.Name.Length..] : name;

    /// <summary>東京電力 → 東電: what is left of the trade behind the first kanji of the place, and behind the place.</summary>
    static IEnumerable<Proposal> ShortFormsOf(string core)
    {
        var (trade, forms) = Array.Find(Trades, t => core.Length > t.Trade.Length + 1 && core.EndsWith(t.Trade, StringComparison.Ordinal));
        if (trade is null) yield break;

        var place = core[..^trade.Length];
        foreach (var form in forms)
        {
            foreach (var value in new[] { Kanji(place[0]) ? place[0] + form : "", place + form })
            {
                if (value.Length >= 2 && value != core && !Words.Contains(value)) yield return new(value, "shortForm", "名称の略し方による略称", "as such names are shortened");
            }
        }
    }

    static IEnumerable<Proposal> FromEnglish(string? nameEn)
    {
        if (string.IsNullOrWhiteSpace(nameEn)) yield break;

        var name = nameEn.Normalize(NormalizationForm.FormKC).Trim();
        yield return new(name, "nameEn", "英語の名称", "its English name");

        string[] words = [.. Word().Matches(name).Select(m => m.Value)];
        var core = LegalEnding().Replace(name, "").Trim();
        if (core != name && core.Contains(' ', StringComparison.Ordinal)) yield return new(core, "legalForm", "法人格を除いた英語の名称", "its English name without the legal form");

        var initials = string.Concat(words.Where(w => !SmallWords.Contains(w.ToLowerInvariant())).Select(w => char.ToUpperInvariant(w[0])));
        if (initials.Length is >= 3 and <= 6 && !TechnicalWords.Contains(initials.ToLowerInvariant())) yield return new(initials, "acronym", "英語の名称の頭字語", "the initials of its English name");

        foreach (var word in words.Where(w => Telling(w) && Japanese().IsMatch(w))) yield return new(word, "romanised", "英語の名称に含まれる固有の語", "a word of its English name that is its own");
    }

    /// <summary>The label nearest to the top that is its own: what stands before it are hosts.</summary>
    static IEnumerable<Proposal> FromDomain(string domain) => domain.Trim().TrimEnd('.').Split('.').SkipLast(1)
        .Select(label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) ? Unicode(label) : label)
        .Where(label => Ascii.IsValid(label) ? Telling(label) : label.Length >= 2)
        .TakeLast(1)
        .Select(label => new Proposal(label, "domain", "ドメイン名の一部", "part of its domain"));

    static string Unicode(string label)
    {
        try
        {
            return new IdnMapping().GetUnicode(label);
        }
        catch (ArgumentException)
        {
            return label;
        }
    }

    static bool Telling(string word) => word.Length >= ShortestWord && word.Any(char.IsAsciiLetter) && !Generic.Contains(word.ToLowerInvariant());

    static bool Kanji(char c) => c is >= '\u4E00' and <= '\u9FFF';

    [GeneratedRegex("[A-Za-z][A-Za-z0-9'-]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Word();

    /// <summary>A word that can be read as Japanese in Hepburn's spelling: English words, which anyone may write, seldom can.</summary>
    [GeneratedRegex(@"^(?:(?:[kgszbpmnrh]|[kgbpmnrh]y|sh|ch|j|ts(?=u)|[td](?=[aeo])|w(?=a)|y(?=[auo])|f(?=u))?[aiueo]|n(?![aiueoy])|m(?=[bmp])|(?<twice>[ksptc])(?=\k<twice>)|t(?=ch))+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Japanese();

    [GeneratedRegex(@"[,\s]+(?:co\.?,?\s*ltd\.?|company,?\s+limited|corporation|incorporated|limited|corp\.?|inc\.?|ltd\.?|llc|k\.k\.|kk)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex LegalEnding();
}
