using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>Organisations that suffered beside the reporter's own, and members that are named at all. Those who are told of it, and makers of products, are none.</summary>
public static partial class OtherVictimSignals
{
    const int Near = 40;
    const int LongestName = 14;
    const int LongestKana = 5;
    const int ShortestHonoured = 3;

    // What organisations are; the name stands before, but for the legal forms, where it may follow.
    static readonly string[] Sorts =
    [
        "病院", "医療センター", "診療所", "クリニック", "銀行", "信用金庫", "信用組合", "証券", "生命", "損保", "電力", "ガス", "企業団", "水道局", "水道", "鉄道", "電鉄", "交通", "航空", "空港", "港湾", "運輸", "運送", "物流", "倉庫", "通信", "テレコム", "放送", "石油", "化学", "製油", "カード", "信販", "工業", "製作所", "製鉄", "大学",
        "市役所", "町役場", "村役場", "区役所", "県庁", "市", "町", "県", "広域連合", "組合", "機構", "協会", "財団", "公社", "事業団", "ホールディングス", "システムズ", "ソリューションズ", "商事", "商会", "建設", "製薬", "薬品", "食品", "自動車", "電機", "電気", "精工", "精機", "テクノ", "テック", "フーズ", "フード", "印刷", "製紙", "繊維", "重工", "造船", "海運", "汽船", "ターミナル", "信託", "共済", "農協", "漁協", "生協", "学園", "高校", "学院", "研究所", "会館", "医院", "薬局", "交通局", "新聞社", "不動産", "送配電", "ケミカル", "エナジー", "エンジニアリング", "ロジスティクス", "急送", "急便", "フェリー", "観光", "トラベル", "百貨店", "電化", "商店", "水産", "鉄工", "鋼業", "金属", "化成", "信金", "信組", "労働金庫", "メディカル", "出版", "産業", "興業", "物産", "貿易", "消防本部", "監査法人", "法律事務所", "会計事務所", "工務店", "電工", "ケーブルテレビ", "さん", "様", "殿", "社", "株式会社", "有限会社", "合同会社", "(株)", "(有)",
    ];

    static readonly string[] LegalForms = ["株式会社", "有限会社", "合同会社", "医療法人社団", "医療法人", "社団法人", "財団法人", "学校法人", "社会福祉法人", "(株)", "(有)"];

    static readonly WordSet SortAnchors = new(Sorts);
    static readonly Anchored Prefixed = new(NameBehindForm(), LegalForms);
    static readonly Anchored EnglishHarm = new(HarmEnglish(), "was ", "were ", "has been", "have been", "had been", "is ", "are ", "got ", "also ", "likewise", "similarly", "suffered", "fell victim", "reported ");
    static readonly Anchored EnglishBefore = new(HarmBefore(), "also ", "likewise ", "same ", "similar ", "identical ", "victim");

    static readonly Anchored Kin = new(KinName(), "取引先", "委託", "グループ", "子会社", "関連会社", "親会社", "協力会社", "提携", "加盟店", "同業", "近隣", "隣", "仕入先", "納入", "発注先", "系列", "姉妹", "暴露サイト", "リークサイト", "保守");
    static readonly Anchored EnglishFar = new(HarmFar(), "was ", "were ", "been ", "got ", "went ", "had ", "has ", "saw ", "lost ", "fell ", "suffered", "intruders", "attackers", "hackers", "criminals", "thieves", "paid ", "same thing", "ransomed", "intruder had", "intruder has", "confirmed");
    static readonly Anchored EnglishAt = new(HarmAt(), "stolen ", "taken ", "leaked ", "breach", "break-in ", "intrusion ", "ransomware ", "compromise ", "hack", "attack on ", "attack at ", "attack against ", "incident at ", "infection at ", "outbreak at ");
    static readonly Anchored EnglishKin = new(KinEnglish(), "supplier", "partner", "contractor", "customer", "client", "neighbour", "neighbor", "subsidiary", "affiliate", "carrier", "provider", "peer", "reseller", "tenant", "sister");
    static readonly Anchored EnglishSpoken = new(SpokenEnglish(), "passed ", "sent ", "told ", "rang ", "called ", "asked ", "warned ", "informed ", "shared ", "forwarded ", "phoned ", "mailed ", "notified ", "alerted ", "with ", "from ", "uses ", "another member", "(a peer");

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        var ours = Members(field, facts, found);
        Japanese(field.Prose, found, ours);
        English(field.Prose, found, ours);
    }

    /// <summary>Members named; gives back where the reporter's own name stands.</summary>
    static List<TextSpan> Members(FieldText field, FinderFacts facts, SignalList found)
    {
        var ours = new List<TextSpan>();
        foreach (var hit in facts.Members.Find(field.Squeezed))
        {
            var span = field.Squeezed.ToOriginal(hit.Start, hit.Length);
            if (hit.Owners.Contains(facts.Reporter))
            {
                ours.Add(span);
                continue;
            }

            if (found.Enough(SignalTable.OtherMember) && found.Enough(SignalTable.OtherVictim)) break;

            found.Add(SignalTable.OtherMember, span);
            var behind = field.Squeezed.Text.AsSpan(hit.Start + hit.Length);
            if (Suffers().IsMatch(behind[..Math.Min(Near, behind.Length)])) found.Add(SignalTable.OtherVictim, span);
        }

        return ours;
    }

    static void Japanese(ProseView prose, SignalList found, List<TextSpan> ours)
    {
        var text = prose.Text;
        foreach (var i in prose.Words.Of(SortAnchors))
        {
            var sort = Array.Find(Sorts, s => text.AsSpan(i).StartsWith(s, StringComparison.Ordinal))!;
            if (sort is "さん" or "様" or "殿") Honoured(i);
            else Judge(NameStart(text, i, i + sort.Length), i + sort.Length);
        }

        foreach (var match in Kin.In(prose.Words))
        {
            var name = match.Groups["name"];
            Victim(name.Index, name.Index + name.Length);
        }

        foreach (var match in Prefixed.In(prose.Words))
        {
            // the name ends where a particle of the sentence begins
            for (var end = match.Index + match.Length; end > match.Groups["form"].Index + match.Groups["form"].Length + 1; end--) Judge(match.Index, end);
        }

        void Judge(int start, int end)
        {
            if (start < 0 || (found.Enough(SignalTable.OtherVictim) && found.Enough(SignalTable.OtherMember))) return;

            var after = text.AsSpan(end, Math.Min(Near + Near, text.Length - end));
            var before = text.AsSpan(Math.Max(0, start - Near), Math.Min(Near, start));
            if (!Too().IsMatch(after) && !Suffered().IsMatch(after) && !(Subject().IsMatch(after) && Related().IsMatch(before)) && !(Ends().IsMatch(after) && VictimsAre().IsMatch(before)))
            {
                if (Operator().IsMatch(text.AsSpan(start, end - start)) && (Spoken().IsMatch(after) || (Ends().IsMatch(after) && Present().IsMatch(before)))) Name(SignalTable.OtherMember, start, end);
                return;
            }

            Victim(start, end);
        }

        // An organisation that is spoken of as a person would be: 白鷹パーツさんもやられた
        void Honoured(int end)
        {
            var start = NameStart(text, end, end);
            if (start < 0 || end - start < ShortestHonoured || Surnames.LengthAt(text.AsSpan(start, end - start)) > 0 || NoOrganisation().IsMatch(text.AsSpan(start, end - start))) return;
            if (Suffered().IsMatch(text.AsSpan(end, Math.Min(Near + Near, text.Length - end)))) Victim(start, end);
        }

        void Victim(int start, int end)
        {
            if (!Accident(prose, start, end)) Name(SignalTable.OtherVictim, start, end);
        }

        void Name(Code signal, int start, int end)
        {
            var span = prose.ToOriginal(start, end - start);
            if (!ours.Exists(o => o.Start < span.End && span.Start < o.End)) found.Add(signal, span);
        }
    }

    /// <summary>Where the name before its sort begins; negative where there is none, as in 近隣の病院 or 同社.</summary>
    static int NameStart(string text, int sort, int end)
    {
        var start = sort;
        while (start > 0 && sort - start < LongestName && (People.Kanji(text[start - 1]) || text[start - 1] is (>= 'ァ' and <= 'ヺ') or 'ー' or '&' or '・' || char.IsAsciiLetterOrDigit(text[start - 1]))) start--;
        if (start < sort && !Generic().IsMatch(text.AsSpan(start, end - start))) return start;

        var kana = start;
        while (kana > 0 && start - kana < LongestKana && text[kana - 1] is >= 'ぁ' and <= 'ん') kana--;

        return start - kana is >= 2 and <= LongestKana && KanaName().IsMatch(text.AsSpan(kana, start - kana)) ? kana : -1;
    }

    static void English(ProseView prose, SignalList found, List<TextSpan> ours)
    {
        foreach (var match in EnglishHarm.In(prose.Words))
        {
            var from = Math.Max(0, match.Index - Near - Near);
            if (Capitals(prose, from, match.Index) && NameAtEnd().Match(prose.Text, from, match.Index - from) is { Success: true } name) Add(name.Groups["name"], SignalTable.OtherVictim);
        }

        foreach (var match in EnglishBefore.In(prose.Words)) Add(match.Groups["name"], SignalTable.OtherVictim);
        foreach (var match in EnglishFar.In(prose.Words))
        {
            var from = Math.Max(0, match.Index - Near - Near - Near);
            if (!Capitals(prose, from, match.Index)) continue;

            if (NameFar().Match(prose.Text, from, match.Index - from) is { Success: true } name) Add(name.Groups["name"], SignalTable.OtherVictim);
            else if (CapitalsBefore(prose, match.Index) is { Length: > 0 } words) Found(SignalTable.OtherVictim, words.Start, words.Length);
        }

        foreach (var match in EnglishAt.In(prose.Words))
        {
            if (CapitalsAt(prose, match.Index + match.Length) is { Length: > 0 } words && !Products.Contains(prose.Text.Substring(words.Start, words.Length).Split(' ')[0])) Found(SignalTable.OtherVictim, words.Start, words.Length);
        }

        foreach (var match in EnglishKin.In(prose.Words))
        {
            var name = match.Groups["name"];
            if (prose.Capital(name.Index) && !Common.Contains(name.Value)) Found(SignalTable.OtherVictim, name.Index, name.Length);
        }

        foreach (var match in EnglishSpoken.In(prose.Words))
        {
            var from = Math.Max(0, match.Index - Near);
            if (match.Groups["name"] is { Success: true } behind) Add(behind, SignalTable.OtherMember);
            else if (Capitals(prose, from, match.Index) && NameSpoken().Match(prose.Text, from, match.Index - from) is { Success: true } name) Add(name.Groups["name"], SignalTable.OtherMember);
        }

        void Add(Group name, Code signal)
        {
            var start = Proper(prose, name);
            if (start >= 0) Found(signal, start, name.Index + name.Length - start);
        }

        void Found(Code signal, int start, int length)
        {
            if (signal == SignalTable.OtherVictim && Accident(prose, start, start + length)) return;

            var span = prose.ToOriginal(start, length);
            if (!ours.Exists(o => o.Start < span.End && span.Start < o.End)) found.Add(signal, span);
        }
    }

    /// <summary>The sentence tells of an accident or of work that was planned, and of no attack.</summary>
    public static bool Accident(ReadOnlySpan<char> sentence) => Mishap().IsMatch(sentence) && !Attack().IsMatch(sentence);

    static bool Accident(ProseView prose, int start, int end) => Accident(prose.SentenceAt(start, end - start).Whole);

    /// <summary>The last two or more words with capitals before a place in its sentence, where nothing between speaks of the reporter; empty where there are none.</summary>
    static TextSpan CapitalsBefore(ProseView prose, int place)
    {
        var sentence = prose.SentenceAt(place, 1);
        var (last, words, run) = (default(TextSpan), 0, default(TextSpan));
        foreach (var word in Word().EnumerateMatches(sentence.Before))
        {
            var at = sentence.From + word.Index;
            if (!prose.Capital(at) || NoName(prose.Text.Substring(at, word.Length)))
            {
                words = 0;
                continue;
            }

            run = words++ > 0 && at == run.End + 1 ? new(run.Start, at + word.Length - run.Start) : new(at, word.Length);
            if (run.Length > word.Length) last = run;
        }

        return last.Length > 0 && !FirstPerson().IsMatch(prose.Text.AsSpan(last.End, place - last.End)) ? last : default;
    }

    /// <summary>The words with capitals at a place, behind an article or what the reporter calls them; empty where there are none.</summary>
    static TextSpan CapitalsAt(ProseView prose, int place)
    {
        var run = default(TextSpan);
        foreach (var word in Word().EnumerateMatches(prose.Text.AsSpan(place, Math.Min(Near, prose.Text.Length - place))))
        {
            var at = place + word.Index;
            if (run.Length > 0 ? at != run.End + 1 : at > place && prose.Text[at - 1] != ' ') break;
            if (prose.Capital(at) && !NoName(prose.Text.Substring(at, word.Length))) run = run.Length > 0 ? new(run.Start, at + word.Length - run.Start) : new(at, word.Length);
            else if (run.Length > 0 || !Common.Contains(prose.Text.Substring(at, word.Length)) || prose.Text.AsSpan(at, word.Length) is "our") break;
        }

        return run;
    }

    static bool NoName(string word) => Common.Contains(word) || Things.Contains(word);

    /// <summary>Whether a name may stand in a stretch at all.</summary>
    static bool Capitals(ProseView prose, int start, int end)
    {
        for (var place = start; place < end; place++)
        {
            if (prose.Capital(place)) return true;
        }

        return false;
    }

    /// <summary>Where a proper name begins among the words before its sort, as Hokuto in "our supplier Hokuto Systems"; negative where there is none.</summary>
    static int Proper(ProseView prose, Group name)
    {
        var place = name.Index;
        foreach (var word in name.Value.Split(' ')[..^1])
        {
            if (prose.Capital(place) && !Common.Contains(word.TrimEnd(','))) return place;
            place += word.Length + 1;
        }

        return -1;
    }

    // Makers and products, whose names stand where a victim's might: "an attack on Citrix".
    static readonly FrozenSet<string> Products = new[]
    {
        "microsoft", "windows", "linux", "cisco", "citrix", "fortinet", "fortigate", "ivanti", "exchange", "outlook", "office", "azure", "aws", "google", "gmail", "chrome", "firefox", "android", "ios", "oracle", "sap", "vmware", "esxi", "log4j", "wordpress", "active", "entra", "okta", "teams", "sharepoint", "apache", "nginx", "java", "python", "adobe", "acrobat",
        "openssl", "sonicwall", "juniper", "palo", "barracuda", "zimbra", "moveit", "confluence", "jira", "jenkins", "gitlab", "github", "telegram", "line", "facebook", "twitter", "slack", "zoom", "tokyo", "osaka", "japan", "europe", "asia", "china", "russia", "korea", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    }.ToFrozenSet();

    // What an operator has many of and writes with a capital.
    static readonly FrozenSet<string> Things = new[]
    {
        "server", "servers", "portal", "controller", "directory", "online", "system", "systems", "hall", "plant", "station", "substation", "floor", "unit", "line", "site", "centre", "center", "gateway", "cloud", "page", "desk", "room", "database", "platform", "app", "application", "service", "services", "website", "webmail", "api", "vpn", "lan", "wlan", "wi-fi", "wifi", "pc", "pcs", "section", "department", "team",
        "unit", "report", "case", "ticket", "ministry", "agency", "police", "cert", "isac", "ceptoar", "ransomware", "malware", "trojan", "windows", "linux", "active", "exchange", "office", "internet", "web", "ddos", "dos", "iot", "mfa", "sms", "jst", "utc", "tlp", "i", "we", "they", "he", "she", "it", "on", "at", "there", "here", "now", "then", "not", "first", "second", "third", "last", "no",
    }.ToFrozenSet();

    // Words that begin with a capital without being a name.
    static readonly FrozenSet<string> Common = new[]
    {
        "the", "our", "a", "an", "another", "other", "one", "some", "this", "that", "these", "those", "no", "any", "each", "every", "its", "their", "several", "many", "two", "three", "local", "nearby", "neighbouring", "neighboring", "all", "both", "and", "or", "if", "when", "while", "because", "since", "after", "before", "in", "on", "at", "of", "for", "from", "to", "by", "with",
        "production", "business", "office", "corporate", "internal", "external", "control", "backup", "computer", "information", "operating", "drinking", "natural", "electric", "main", "legacy", "billing", "ticketing", "affected", "payment", "mail", "email", "web", "central", "national", "regional", "public", "private", "supplier", "contractor", "partner", "customer", "subsidiary", "vendor", "client",
        "parent", "it", "ot", "ics", "scada", "erp", "crm", "hr", "jpcert", "nisc", "ipa", "ministry", "police", "yesterday", "today", "also", "only", "most", "monitoring", "booking", "reservation", "patient", "hospital", "safety", "cooling", "waste", "tap", "emergency", "network", "industrial",
    }.ToFrozenSet();

    const string Harm = "(?:被害|感染|攻撃|侵害|漏え|漏洩|停止|障害|改[ざ竄]ん|暗号化|同様|同じ|狙われ|不正アクセス|侵入|ダウン|利用できな|使えな|使用できな|つなが|影響|流出|盗|止ま[っり]|不正な通信|やられ|乗っ取|突かれ|破られ|遭[いっわ]|抜[きか]|脅迫|身代金|ランサム|マルウェア|ウイルス|漏れ|落ち[てた]|踏み台|詐取|入られ|不通|名が載|掲載|操られ|何者か|全滅)";
    const string Harmed = @"(?:被害に[遭あ]|被害を(?:受|出)|感染(?:し|が|さ)|侵入(?:さ|を許|が)|やられ|暗号化され|暗号化の|改[ざ竄]んされ|漏えい(?:し|が|さ)|漏洩(?:し|が|さ)|流出(?:し|が|さ)|攻撃(?:を受け|され|に[遭あ])|不正アクセスを受け|乗っ取られ|突かれ|(?:止まっ|停止し|ダウンし)[^。\n]{0,6}(?:そう|らし|模様|との|と聞|と連絡)|受けた(?:侵入|攻撃|被害|不正)|同じ(?:症状|被害|手口|目|こと)|同様の(?:症状|被害|事象|手口)|脅迫され|盗まれ|抜かれ|ランサム(?:ウェア)?に|入られ|落とされ|破られ|侵され|侵害(?:され|を受|が(?:あ|確認|見つか))|(?:ランサム(?:ウェア)?|ウイルス|マルウェア|サイバー攻撃|不正アクセス|攻撃|侵入|感染|暗号化|乗っ取り|改[ざ竄]ん)(?:の|による|に伴う|で)(?:大き?な|大規模な|深刻な)?被害(?!は(?:な|出て|確認)|の?(?:有無|お?それ|可能性|防止|状況を))|感染(?:で|のため|により|による|、)[^。\n]{0,10}(?:停止|止ま|休|ダウン|閉)|感染が(?:見つか|判明|分か|発覚|広が|確認され(?!て(?:い)?(?:ない|ません))))";
    const string Tail = @"(?:様|さん|殿)?(?:\([^)]{1,20}\))?(?:の(?:サイト|サーバー?|システム|ネットワーク|端末|電子カルテ|ホームページ|web|業務|工場|拠点|職員端末)[^。、\n]{0,6}?)?(?:など|等|ほか)?";

    [GeneratedRegex(@"\G(?<form>株式会社|有限会社|合同会社|医療法人(?:社団)?|(?:社団|財団|学校|社会福祉)法人|\([株有]\)) ?[一-龯々ぁ-んァ-ヺーa-z0-9&・]{2,16}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NameBehindForm();

    [GeneratedRegex(@"\A" + Tail + @"(?:でも|にも|も|においても|にて?も)(?=[^。\n]{0,25}" + Harm + ")", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Too();

    [GeneratedRegex(@"\A[」)]?" + Tail + @"(?:が|は|で|において|の|を|へ|に対)(?=[^。\n]{0,25}" + Harm + ")", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Subject();

    [GeneratedRegex(@"(?:取引先|委託先|再委託先|グループ会社|子会社|関連会社|親会社|協力会社|提携先|顧客|同業|近隣|隣接|別|他|保守(?:会社|業者)|納入先|接続先|系列)(?:企業|会社|組織|病院|団体|する)?(?:である|にある|の)?[、「(]?[ぁ-ん]{0,5}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Related();

    [GeneratedRegex(@"\A(?:[」。、\n)]|\z|様|など|等|ほか|と|及び|および|で|の|です|が|だ)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Ends();

    [GeneratedRegex(@"被害(?:を受けた|に遭った|に遭われた|を出した|が出た|が確認された|の?あった)?(?:他の)?(?:企業|会社|組織|団体|機関|病院|先|者|社)?(?:名)?(?:は|:|=|として|には|の|、)[、「 ]{0,2}[ぁ-ん]{0,5}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex VictimsAre();

    // Organisations without a name of their own, those who are told, and words that only end alike.
    [GeneratedRegex(
        @"\A(?:当|弊|自|同|本|某|各|全|他|別|両|貴|御|我が?|同業他?|数|複数|一部|近隣|周辺|国内|海外|全国|県内|市内|都内|地域|民間|公立|市立|県立|国立|私立|大手|中小|地方|基幹|その他|取引先|委託先|関連|関係|系列|協力|提携|グループ|子|親|保守|開発|運営|受託|多数|十数|今回|被害|総合|大|一|二|三|四|[0-9]{1,3})(?:該|様)?(?:社|院|行|局|市|町|県|組合|協会|機構|法人)?(?:総合|中核|地域|災害拠点|救急)?(?:病院|医療センター|診療所|クリニック|銀行|信用金庫|信用組合|証券|生命|損保|電力|ガス|企業団|水道局?|鉄道|電鉄|交通|航空|空港|港湾|運輸|運送|物流|倉庫|通信|放送|石油|化学|カード|信販|工業|製作所|大学|市役所|県庁|市|町|県|組合|機構|協会|財団|公社|商社|建設|製薬|食品|自動車|電機|電気|社|株式会社)\z" +
        @"|\A[a-z○△□◯x]{1,2}(?:社|病院|銀行|市|県|町|大学|組合)\z|jpcert|(?<![a-z])nisc|(?<![a-z])ipa(?![a-z])|警察|(?:クレジット|デビット|プリペイド|sim|ic|sd|メモリ|lan|キャッシュ|ネットワーク|グラフィック|id|入館)カード\z|(?:有線|無線|データ|不審|外部|暗号化?|c2|不正|内部|相互|正常|専用|光|衛星|情報|移動|電気|音声|疎)通信\z|(?:公共|道路)交通\z|都市\z|(?<!株式|有限|合同)会社\z|\A(?:利用|使用|出|入|退|帰|来|商|神|本|支)社\z|(?:都|道|府)?県\z(?<=\A.{1,2})|総合通信\z|(?:公営|都市|天然|排|可燃性)ガス\z|(?:上|下|工業用|簡易)水道\z|(?:個人|会員|顧客|業務|機密|内部)\p{L}{0,4}(?:生命|証券|カード|通信)\z",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Generic();

    [GeneratedRegex("(?:客|者|員|先|元|方|皆|主|医師?|看護師|業者|会社|他社|企業|各社|担当|部長|課長|社長|院長|所長|係長|室長|主任|先生|利用|患者|会員|契約|住民|市民|職員|社員|ユーザー?|ベンダー?|メーカー?|オーナー|スタッフ|オペレータ?ー?|ドライバー|メンバー|パートナー|テナント)\\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoOrganisation();

    [GeneratedRegex(@"\A(?!また|すで|さら|ほか|より|など|まで|なお|ただ|および|ならび|それ|これ|いく|すべ|ある|その|この|どの|いず|とも|ため|こと|ごと|もと|もの|うち|あと|のち|おける|まわり)[ぁ-ん]+(?<![にではがをのくたてもらいるなよ])\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KanaName();

    [GeneratedRegex("\\A(?:株式会社|\\(株\\))?(?:様|さん)?(?:\\([^)]{1,20}\\))?(?:でも|にも|も|が|は|で|に|の|において)?[^。]{0,25}" + Harm + "|\\A[^.]{0,6}(?:was|were|hasbeen|alsosuffered|suffered|also|reported|isa?victim)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Suffers();

    const string Hit = "(?:hit|affected|attacked|compromised|infected|breached|encrypted|targeted|impacted|struck|victimi[sz]ed)";

    const string EnglishName = @"(?<name>(?:[a-z][a-z0-9&'-]{1,20} ){0,4}[a-z][a-z0-9&'-]{1,20},? (?:corp(?:oration)?|inc|ltd|co|company|llc|gmbh|plc|group|holdings|hospital|clinic|medical cent(?:er|re)|bank|credit union|insurance|securities|power|electric|energy|gas|water|waterworks|utility|utilities|university|railways?|rail|metro|airlines?|airways|airport|port authority|telecom|communications|networks|logistics|shipping|print(?:ing|ers)?|air|tramways?|trams?|transport|freight|lines?|services|solutions|technolog(?:y|ies)|tech|data|terminals?|works|school|college|institute|association|cooperative|healthcare|health|pharma|laborator(?:y|ies)|media|broadcasting|cable|broadband|hotels?|stores?|trading|consulting|engineering|electronics|precision|village|ward|council|buses|ferr(?:y|ies)|card|finance|chemicals?|petroleum|oil|refinery|city|county|prefecture|town|systems|industries|manufacturing|motors|foods|steel|construction)(?![a-z])\.?)";

    [GeneratedRegex(@"(?<![a-z0-9'-])" + EnglishName + @"(?:'s (?:\w{1,12} ){1,2}\w{1,12})?(?: \([^)]{1,20}\))?,? \z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NameAtEnd();

    [GeneratedRegex(@"(?<![a-z0-9'-])" + EnglishName + @"(?!(?:(?! (?:told|tells) us)[^.\n]){0,70}(?: (?:we|i|published|released|advisory|product|devices?)|(?:,| and| but| while| so| that) our)(?![a-z]))(?:[ ,'(][^.\n]{0,70})? ?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NameFar();

    [GeneratedRegex(@"\G(?<![a-z])(?:(?:was|were|been|got) (?:\w{2,12}ly |also |all )?(?:hit|attacked|compromised|infected|breached|encrypted|ransomed|entered|knocked|defaced|hacked|owned|popped|locked|flooded|stolen|broken into|brought down|taken (?:down|over|offline)|shut down|struck|targeted)|went (?:down|dark|offline)|(?:had|has|saw) (?:the |a |an )?(?:same|similar|identical|breach|intrusion|ransomware|infection)|lost (?:its|their|control|data|files|records)|fell (?:victim|to)|suffered|(?:intruders|attackers|hackers|criminals|thieves) (?:\w{2,10} )?(?:took|stole|got|entered|encrypted|copied|broke|wiped|locked|leaked)|paid (?:a |the )?ransom|same thing|ransomed|(?:had|has) (?:its|their|an?) (?:\w{1,12} ){0,2}(?:mailbox|account|network|server|database|system|record|file|website|domain|data|mail)(?:es|s)? (?:\w{1,12} ){0,2}(?:taken|stolen|broken|copied|encrypted|wiped|hijacked|compromised|breached|defaced|altered|leaked)|intruder ha[ds]|confirmed (?:the |an? |that (?:its|their) )?(?:\w{1,12} ){0,2}(?:breach|theft|intrusion|hack|compromise|ransomware|infection))(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HarmFar();

    [GeneratedRegex(@"\G(?<![a-z])(?:(?:stolen|taken|leaked) from|(?:data |security )?breach (?:at|of)|break-in (?:at|into)|intrusion (?:at|into|in)|ransomware (?:at|in)|compromise of|hack(?:ed|ing)? (?:of|at|into)?|attack (?:on|at|against)|(?:incident|infection|outbreak) at) ?", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HarmAt();

    [GeneratedRegex("[a-z][a-z0-9&'-]*", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Word();

    [GeneratedRegex("(?<![a-z])(?:our|ours|we|us|i|my)(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"メンテナンス|計画(?:停止|停電|保守|的に)|故障|台風|落雷|大雪|地震|豪雨|(?<!で)停電|工事|操作(?:の)?(?:誤り|ミス)|設定(?:の)?(?:誤り|ミス|漏れ|を誤)|期限切れ|更新作業|老朽|(?<![a-z])(?:maintenance|power (?:cut|failure)|hardware|broken (?:disk|part|router)|failed disk|typhoon|storm|snow|expired|misconfigur|by mistake|human error|clerical)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Mishap();

    [GeneratedRegex(@"攻撃|不正|侵入|感染|ウイルス|マルウェア|ランサム|暗号化|乗っ取|改[ざ竄]ん|脅迫|盗|流出|漏|被害|サイバー|やられ|入られ|同じ手口|(?<![a-z])(?:attack|intru|malware|ransom|hack|breach|compromis|stolen|encrypt|infect|victim|leak|wip(?:ed|ing)|crimin)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Attack();

    // Those with whom the reporter has to do need no word that says what they are.
    [GeneratedRegex(@"\G(?:suppliers?|partners?|contractors?|customers?|clients?|neighbou?rs?|subsidiar(?:y|ies)|affiliates?|carriers?|providers?|peers?|resellers?|tenants?|sister company)(?: of ours| (?:utility|company|firm|bank|hospital|plant|operator|agency|city|railway))?,? \(?(?<name>[a-z][a-z0-9&'-]{2,20})(?![a-z0-9])(?=(?:(?! (?:we|our|us|i) )[^.\n]){0,70}(?:(?:was|were|been|got) (?:\w{1,10} )?" + Hit + "|ransom|went (?:down|dark|offline)|breach|same (?:thing|intru|attack|malware)|suffered|fell victim|lost (?:its|their)|hacked|stolen|down since))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KinEnglish();

    const string MemberKind = @"(?<name>(?:[a-z][a-z0-9&'-]{1,20} ){1,4}(?:hospital|clinic|medical cent(?:er|re)|bank|credit union|insurance|securities|power|electric|energy|gas|water|waterworks|utilit(?:y|ies)|railways?|rail|metro|airlines?|airways|air|airport|port|telecom|communications|logistics|freight|shipping|transport|chemicals?|petroleum|oil|refinery|tramways?|broadcasting)(?![a-z]))";

    [GeneratedRegex(@"(?<![a-z0-9'-])" + MemberKind + @"(?:, [^.,\n]{2,24},| \([^)]{1,20}\))?,? (?:has |have |had |kindly |just |also )?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NameSpoken();

    [GeneratedRegex(@"\G(?<![a-z])(?:(?:passed|sent|told|rang|called|asked|warned|informed|forwarded|phoned|mailed|notified|alerted) (?:\w{1,6} ){0,2}?us(?![a-z])|shared (?:\w{1,12} ){0,4}with us|uses the same|another member|\(a peer|(?:with(?<=(?:compared|exchanged|discussed|checked|agreed|aligned|spoke|call|meeting|exercise|drill|session|talks)[^.\n]{0,50} with)|from(?<=(?:call|mail|note|letter|question|inquiry|enquiry|hint|sample|warning|visit) from)) (?:the )?" + MemberKind + ")", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SpokenEnglish();

    [GeneratedRegex(@"\G(?:(?:取引先|再?委託(?:先|して(?:い)?る|業者)|グループ(?:会社)?|子会社|関連会社|親会社|協力会社|提携(?:先|会社|店|する|して(?:い)?る)?|加盟店|同業(?:他社)?|近隣|隣(?:接|町|市)?|仕入先|納入(?:先|業者|元)|発注先|系列|姉妹会社|保守(?:会社|業者))(?:の|である|にあたる|する|、)|(?:暴露|リーク)サイト(?:に|へ|上に|で|上で)[^。\n「]{0,6})(?:「(?<name>[^」\n]{2,24})」(?:\([^)\n]{1,20}\))?|(?<name>(?!企業|会社|各社|複数|一部|担当|従業員|職員|社員|皆|方々|被害|感染|攻撃|うち|もの|こと|サー|シス|ネット|メール|アカ|サイト|端末|パソ|データ|クラ|環境|設備|病院[^一-龯]|情報|工場|拠点|vpn|pc|web|it|利用|業務|作業|機器|全|他|事業者|団体|組織|者)(?=[一-龯々ァ-ヺーa-zぁ-ん]{0,8}[一-龯々ァ-ヺーa-z])[一-龯々ァ-ヺー・&a-z0-9ぁ-ん]{3,16}?)(?:様|さん|殿)?)(?:でも|にも|も|が|は|では?|において|の|を|から|へ)(?=[^。\n]{0,30}" + Harm + ")", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KinName();

    [GeneratedRegex(@"\A[」)]?" + Tail + @"(?:にお[かい][れて](?:まし)?(?:て)?は?|が|は|では?|の|を|に|へ|、)(?=[^。\n]{0,25}" + Harmed + ")", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Suffered();

    // Kinds of operators that are members of the hub.
    [GeneratedRegex(@"(?:病院|医療センター|銀行|信用金庫|信用組合|証券|生命|損保|電力|ガス|企業団|水道局?|鉄道|電鉄|交通局?|航空|空港|港湾|運輸|運送|物流|海運|汽船|テレコム|放送|石油|化学|製油|カード|信販|ターミナル)\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Operator();

    [GeneratedRegex(@"\A[」)]?(?:株式会社)?(?:様|さん|殿)?(?:の[^。、\n]{1,10}?)?(?:から|より|とは?|とも|に|へ|が|は|の)(?=[^。\n]{0,24}(?:問い?合わ?せ|照会|連絡|電話|回答|共有|提供(?:を|が)|協議|調整|照らし合|突き合|確認し|出席|同席|注意|助言|合同|依頼|申し?入れ|相談|意見交換|見学|聞[いき]|伺[いっ]|頂[戴い]))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"(?:出席|参加|同席|相手|共同|合同)(?:者|先)?[:はで、][^。\n]{0,24}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Present();

    [GeneratedRegex(@"\G(?:(?:was|were|has been|have been|had been|is|are|got) (?:also |likewise |similarly |too )?" + Hit + "|(?:also|likewise|similarly) (?:was |were |got |has been |had been )?(?:" + Hit + "|suffered|reported|experienced|fell victim)|suffered|fell victim|reported (?:the same|a similar|similar|an identical|being))(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HarmEnglish();

    [GeneratedRegex(@"\G(?:(?:also|likewise) (?:" + Hit + "|hitting|affecting|affects|hits) (?:the )?|(?:same|similar|identical)(?: \\w{1,14}){1,3} (?:hit|at|against|on|struck|in|affected|seen at|reported by|observed at) (?:the )?|victims?(?: \\w{1,10}){0,2}(?: include| are| is|:|,? including| such as) (?:the )?)" + EnglishName, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HarmBefore();
}
