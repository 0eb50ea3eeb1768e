using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Ceptoar.Classification.Signals;

namespace Ceptoar.Classification.Triage;

/// <summary>What the text says of harm, each with the places; null where it says none, or denies it.</summary>
sealed partial class TriageWords
{
    /// <summary>From this number on a leak concerns many persons.</summary>
    const int ManyPersonsFrom = 1_000;
    const int SeveralSectors = 2;
    const int PlacesOfAFact = 5;
    const int Subject = 40;

    static readonly WordSet Anchors = new(
        ["影響", "被害", "障害", "停止", "中断", "中止", "不能", "できな", "ダウン", "休止", "見合わせ", "運休", "欠航", "休診", "波及", "拡大", "拡散", "横展開", "分野", "業界", "患者", "乗客", "住民", "利用者", "人命", "生命", "負傷", "けが", "死亡", "人的", "安全", "救急", "手術", "断水", "停電", "爆発", "有毒", "脱線", "衝突", "水質", "塩素", "飲料水", "飲用水", "漏え", "漏洩", "流出", "暗号化", "身代金", "悪用", "攻撃に",
            "affected", "impact", "disrupt", "hit", "stopped", "down", "outage", "unavailable", "halt", "suspend", "shut", "offline", "spread", "propagat", "lateral", "sector", "patient", "passenger", "public", "resident", "injur", "death", "died", "killed", "safety", "surger", "ambulance", "blackout", "leak", "stolen", "expos", "breach", "exfiltrat", "encrypt", "ransom", "exploit", "in the wild", "explosion", "toxic", "derail", "collision", "emergency", "drinking", "casualt", "cancel",]);

    static readonly Anchored Halts = new(StoppedWords(), "停止", "中断", "利用でき", "利用不", "使用でき", "使用不", "ダウン", "休止", "見合わせ", "運休", "欠航", "休診", "is ", "are ", "was ", "were ", "has been", "have been", "went ", "remain", "stopped", "halted", "suspended", "shut down", "outage");
    static readonly Anchored Spreads = new(SpreadWords(), "他社", "他組織", "他の", "取引先", "グループ会社", "関連会社", "委託先", "顧客", "複数の", "感染", "被害", "影響", "障害", "spread", "propagat", "lateral movement");
    static readonly Anchored Harms = new(SafetyWords(), "患者", "乗客", "乗員", "住民", "利用者", "公衆", "市民", "作業員", "従業員", "国民", "人命", "生命", "人的被害", "死傷", "負傷", "けが人", "死者", "死亡", "救急", "手術", "広域", "大規模", "断水", "停電", "爆発", "有毒", "脱線", "衝突", "水質", "塩素濃度", "飲用水", "飲料水", "patient", "passenger", "resident", "public", "staff", "worker", "citizen", "human ", "injur", "casualt", "death", "died", "killed", "ambulance", "surger", "emergency", "blackout", "power ", "explosion", "toxic", "derail", "collision", "drinking water");
    static readonly Anchored Exploits = new(ExploitedWords(), "悪用", "攻撃に", "actively ", "being ", "was ", "were ", "been ", "already ", "exploit", "used in", "attacker");
    static readonly Anchored Encryptions = new(EncryptedWords(), "暗号化", "were ", "was ", "been ", "got ", "are ", "is ", "and ", "files ", "encrypt");

    readonly Dictionary<string, List<Found>> found = new(StringComparer.Ordinal);

    public bool Failed { get; private set; }
    public IReadOnlyList<Found>? Stopped => found.GetValueOrDefault(nameof(Stopped));
    public IReadOnlyList<Found>? Sectors => found.GetValueOrDefault(nameof(Sectors));
    public IReadOnlyList<Found>? Spread => found.GetValueOrDefault(nameof(Spread));
    public IReadOnlyList<Found>? Safety => found.GetValueOrDefault(nameof(Safety));
    public IReadOnlyList<Found>? ManyPersons => found.GetValueOrDefault(nameof(ManyPersons));
    public IReadOnlyList<Found>? Ransomware => found.GetValueOrDefault(nameof(Ransomware));
    public IReadOnlyList<Found>? Exploited => found.GetValueOrDefault(nameof(Exploited));

    public static TriageWords In(ReportText text)
    {
        var words = new TriageWords { Failed = text.Failed };
        foreach (var field in text.Fields.Where(f => f.Indicator is null))
        {
            try
            {
                words.Read(field);
            }
            catch (Exception) // that of a regular expression carries its input, so it ends here
            {
                words.Failed = true;
            }
        }

        return words;
    }

    void Read(FieldText field)
    {
        if (!field.Prose.Words.Any(Anchors)) return;

        Said(nameof(Stopped), field, Halts, Service());
        Said(nameof(Spread), field, Spreads);
        Said(nameof(Safety), field, Harms);
        Said(nameof(Exploited), field, Exploits);
        if (RansomwareWords().IsMatch(field.Prose.Text)) Said(nameof(Ransomware), field, Encryptions);

        SectorsIn(field);
        PersonsIn(field);
    }

    /// <param name="of">What the words must be said of, a little before them; anything where it is null.</param>
    void Said(string fact, FieldText field, Anchored words, Regex? of = null)
    {
        foreach (var match in words.In(field.Prose.Words))
        {
            var sentence = field.Prose.SentenceAt(match.Index, match.Length);
            if (of?.IsMatch(sentence.Before[Math.Max(0, sentence.Before.Length - Subject)..]) == false) continue;
            if (!DeniedBehind().IsMatch(sentence.After) && !DeniedBefore().IsMatch(sentence.Before)) Add(fact, field, match.Index, match.Length);
        }
    }

    /// <summary>Sectors count where their sentence tells of harm.</summary>
    void SectorsIn(FieldText field)
    {
        var text = field.Prose.Text;
        foreach (var match in SeveralSectorsWords().EnumerateMatches(text))
        {
            var sentence = field.Prose.SentenceAt(match.Index, match.Length);
            if (Harm().IsMatch(sentence.Whole) && !DeniedBehind().IsMatch(sentence.After) && !NoHarm().IsMatch(sentence.Whole)) Add(nameof(Sectors), field, match.Index, match.Length);
        }

        var named = new HashSet<int>();
        foreach (Match match in SectorWords().Matches(text))
        {
            var sentence = field.Prose.SentenceAt(match.Index, match.Length);
            if (!Harm().IsMatch(sentence.Whole) || NoHarm().IsMatch(sentence.Whole)) continue;

            for (var group = 1; group < match.Groups.Count; group++)
            {
                if (match.Groups[group].Success) named.Add(group);
            }

            if (named.Count >= SeveralSectors)
            {
                Add(nameof(Sectors), field, match.Index, match.Length);
                return;
            }
        }
    }

    void PersonsIn(FieldText field)
    {
        foreach (Match match in Persons().Matches(field.Prose.Text))
        {
            var sentence = field.Prose.SentenceAt(match.Index, match.Length);
            if (Number(match) >= ManyPersonsFrom && Leak().IsMatch(sentence.Whole) && !NoHarm().IsMatch(sentence.Whole)) Add(nameof(ManyPersons), field, match.Index, match.Length);
        }
    }

    static decimal Number(Match match) =>
        decimal.Parse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        * match.Groups["scale"].Value switch { "万" => 10_000, "千" or "k" or "thousand" => 1_000, "百万" or "million" => 1_000_000, "億" => 100_000_000, _ => 1 };

    void Add(string fact, FieldText field, int start, int length)
    {
        if (!found.TryGetValue(fact, out var places)) found[fact] = places = [];
        if (places.Count >= PlacesOfAFact) return;

        var span = field.Prose.ToOriginal(start, length);
        places.Add(new(field.Name, span.Start, span.Length));
    }

    [GeneratedRegex(
        @"\G(?:停止(?!しな|せず|していな|には至|はな|位置|時間|措置)|中断(?!せず)|利用(?:でき(?:ない|ず|なく)|不能|不可)|使用(?:でき(?:ない|ず|なく)|不能)|ダウン(?!ロード|グレード)|休止|見合わせ|運休|欠航|休診" +
        @"|(?:is|are|was|were|has been|have been|went|remains?) (?:currently |completely |fully |still )?(?:stopped|down(?![a-z])|unavailable|halted|suspended|shut down|offline|interrupted|cancelled|inoperable)|(?:stopped|halted|suspended|shut down)(?![a-z])|outage(?![a-z]))",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex StoppedWords();

    [GeneratedRegex(
        @"サービス|業務|システム|操業|運転|診療|外来|受付|窓口|取引|送金|決済|発券|配送|出荷|生産|供給|給水|送電|送ガス|運行|運航|列車|便|カルテ|サイト|予約|機能|工場|設備|放送|atm|オンライン|ネットワーク|サーバ|全面|service|system|server|site|operation|production|plant|network|atm|booking|ticketing|portal|record|train|flight|line|full|total|complete|nationwide",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Service();

    [GeneratedRegex(
        @"\G(?:(?:他社|他組織|他の(?:組織|企業|事業者|病院|機関|分野|拠点)|取引先|グループ会社|関連会社|委託先|顧客|複数の(?:組織|企業|事業者|拠点|病院))[^。\n]{0,15}(?:に|へ|にも|へも|でも)[^。\n]{0,12}(?:波及|拡大|拡散|感染|広が|影響(?!は?な))|(?:感染|被害|影響|障害)(?:の|が|は)?[^。\n]{0,10}(?:拡大(?!防止|を防|阻止|抑)|波及|広が(?:って|り|った)|拡散(?!防止))|(?:spread(?:ing|s)?|propagat(?:ed|ing|es)) (?:to|across|through|into) (?!the (?:test|lab))(?:\w{1,14} ?){1,4}|lateral movement (?:was |has been )?(?:observed|detected|confirmed|seen|to))",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SpreadWords();

    [GeneratedRegex(
        @"\G(?:(?:患者|乗客|乗員|住民|利用者|公衆|市民|作業員|従業員|国民)(?:の|へ|に|等の|への)?[^。、\n]{0,6}(?:安全|生命|健康|危険|被害|影響|けが|負傷|死亡|搬送|避難)|人命|生命(?:に|の|へ)(?:危険|関わ|影響)|人的被害|死傷者?|負傷者?|けが人|死者|死亡|救急(?:患者|外来|搬送|車)?(?:の)?(?:受け?入れ?)?(?:を|が|の)?(?:停止|制限|不能|中止|できな|断)|手術(?:を|が|の)?[^。\n]{0,8}(?:中止|延期|停止|できな)|(?:広域|大規模)?(?:断水|停電)(?!訓練|対策|時の)|爆発|有毒|脱線|衝突|(?:水質|塩素濃度)[^。\n]{0,10}(?:異常|基準超|上昇)|飲(?:用|料)水[^。\n]{0,12}(?:汚染|異常|危険)" +
        @"|(?:patients?|passengers?|residents?|public|staff|workers?|citizens?)(?:'s?)?(?: \w{1,10}){0,3} (?:safety|at risk|in danger|endangered|harmed|injured|affected|evacuated|health)|(?:patient|passenger|public|human) (?:safety|lives|life)|injur(?:y|ies|ed)|casualt(?:y|ies)|deaths?(?![a-z])|(?<![a-z])(?:died|killed)(?![a-z])|ambulances?(?: \w{1,12}){0,4} (?:diverted|redirected|refused|turned away)|surger(?:y|ies)(?: \w{1,12}){0,4} (?:cancell?ed|postponed|delayed|stopped|suspended)|(?:emergency (?:room|department|care))(?: \w{1,10}){0,3} (?:closed|suspended|stopped|diverted)|blackout|power (?:cut|outage) (?:affecting|for|in)|(?:explosion|toxic|derail\w{2,5}|collision)(?![a-z])|drinking water(?: \w{1,12}){0,4} (?:unsafe|contaminated|unfit))",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SafetyWords();

    [GeneratedRegex(@"\G(?:悪用(?:され|した攻撃|が確認|する攻撃|して)|攻撃に(?:使用|利用|使わ)され|(?:actively |being |was |were |been |already )exploited|exploit(?:ed|ation) in the wild|used in (?:the |an? |this )?attacks?|attackers? (?:\w{1,10} ){0,2}exploit(?:s|ed|ing))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex ExploitedWords();

    [GeneratedRegex(@"ランサム|身代金|脅迫文|ransom|lockbit|blackcat|alphv|conti(?![a-z])|akira|blackbasta|black basta|phobos|ryuk|royal|8base|play ransom|復号(?:鍵|キー)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex RansomwareWords();

    [GeneratedRegex(@"\G(?:暗号化(?:され|が確認|を確認|の被害|により|し)|(?:were|was|been|got|are|is|and|files) encrypted|encrypted (?:files|data|servers|systems|by)|encrypt(?:s|ed|ing|ion of) (?:\w{1,12} ){0,3}(?:files?|servers?|data|systems?|backups?|hosts?|volumes?))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EncryptedWords();

    [GeneratedRegex(@"(?:複数(?:の)?|他(?:の)?|多(?:くの)?|各|全)(?:重要インフラ)?(?:分野|業界|業種|セクター)|(?:several|multiple|other|many|all|various) (?:\w{1,14} ){0,2}sectors|cross-sector", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SeveralSectorsWords();

    // One group a sector.
    [GeneratedRegex(
        @"(?<ict>通信(?:事業者|分野|網|障害)|telecom)|(?<finance>銀行|金融(?:機関|分野)|(?<![a-z])banks?(?![a-z])|financial)|(?<aviation>航空(?:会社|分野)|空港|airports?|airlines?)|(?<rail>鉄道|railways?|trains)|(?<electricity>電力(?:会社|分野)|power (?:compan|utilit|grid))|(?<gas>ガス(?:会社|分野|事業)|gas (?:compan|utilit|suppl))|(?<government>自治体|行政(?:サービス|機関)|市役所|municipalit|government)|(?<medical>病院|医療(?:機関|分野)|hospitals?|clinics?)|(?<water>水道|浄水場|water (?:compan|utilit|suppl))|(?<logistics>物流|運送(?:会社|事業)|logistics)|(?<chemical>化学(?:工場|分野|メーカー)|chemical (?:plant|compan))|(?<credit>クレジット(?:カード)?(?:会社|分野|決済)|credit card compan)|(?<petroleum>石油(?:会社|分野|元売)|製油所|refiner)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SectorWords();

    [GeneratedRegex(@"影響|被害|停止|障害|波及|感染|利用でき|ダウン|affected|hit|impact|disrupt|outage|down(?![a-z])|stopped|compromised|infected|unavailable", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Harm();

    [GeneratedRegex(@"(?:影響|被害|障害|波及|漏[洩え]い?|流出)(?:は|も|が)?(?:一切|確認)?(?:され(?:て(?:い)?)?)?(?:なし|な[いく]|ありません|ない|ておらず|ていません|なかった|無[しい])|(?<![a-z])(?:no|not|never|n't|without|neither|nor)(?: \w{1,12}){0,4} (?:affected|hit|impact(?:ed)?|disruption|leak(?:ed)?|stolen|exposed|evidence)(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoHarm();

    [GeneratedRegex(@"(?<![0-9.])(?<number>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9}(?:\.[0-9])?) ?(?<scale>百万|万|千|億|k|thousand|million)?(?:人|名|件|世帯|口座|(?: \w{1,14}){0,3} ?(?:records?|customers?|persons?|people|patients?|accounts?|users?|subscribers?|employees|members)(?![a-z]))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Persons();

    [GeneratedRegex(@"(?:個人情報|顧客|患者|会員|氏名|利用者|職員|住民|個人|データ|情報)[^。\n]{0,40}(?:漏[洩え]|流出|窃取|持ち出|閲覧され|公開され|盗)|(?:漏[洩え]|流出|窃取|持ち出|盗)[^。\n]{0,40}(?:個人情報|顧客|患者|会員|氏名|[人名件])|leak|stolen|expos|breach|exfiltrat|disclosed|accessed by", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Leak();

    [GeneratedRegex(@"\A(?:等|など)?(?:の)?(?:事実|報告|恐れ|おそれ|可能性|発生|影響|被害|停止|支障|危険|懸念|兆候)?(?:は|も|に|が|には|へは|への|まで)?(?:は|も)?(?:現時点で(?:は)?|現在のところ|一切|特に|何ら)?(?:、)?(?:影響|支障|問題|被害|危険|確認|発生|報告)?(?:は|も|が)?(?:し(?:て)?|され(?:て)?|至って|及んで|及ば|出て|あり|て)?(?:い|お)?(?:なし|な[いくか]|無[しい]|ません|らず|ず(?:に|、|。|\z)|していな|せず|低い)|\A(?: \w{1,12}){0,3} (?:not|no|never|n't|ruled out)(?![a-z])|\A(?:は|が)(?:回避|防止|防げ)|\A(?:から)?(?:復旧|再開)済", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex DeniedBehind();

    [GeneratedRegex(@"(?<![a-z])(?:no|not|never|n't|without|neither|nor|none of the|zero|avoid(?:ed|ing)?|prevent(?:ed|ing)?|if|could|might)(?: \w{1,12}){0,4} ?\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex DeniedBefore();
}
