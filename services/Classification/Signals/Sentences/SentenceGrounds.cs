using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals.Sentences;

/// <summary>
/// What must stand in a sentence for a learned fact to be there at all, however it reads: a value for a secret, a name for a person,
/// a word for the police. Facts that are not named here need nothing.
/// </summary>
public static partial class SentenceGrounds
{
    const int Several = 2;

    delegate bool Ground(FieldText field, TextSpan at, FinderFacts facts);

    static readonly FrozenDictionary<string, Ground> Grounds = new Dictionary<Code, Ground>
    {
        [SignalTable.MarkingSecret] = NotOfALowerGrade,
        [SignalTable.Secret] = Value,
        [SignalTable.VictimAddress] = Address,
        [SignalTable.Person] = Person,
        [SignalTable.PeopleList] = People,
        [SignalTable.OtherVictim] = Organisation,
        [SignalTable.MarkingRestricted] = Unless(Admission()),
        [SignalTable.HandlingDestroy] = Unless(Done()),
        [SignalTable.Unpublished] = (field, at, _) => !VulnerabilitySignals.IsKnown(field.Prose, at.Start, at.Length),
        [SignalTable.Embargo] = NotOver,
        [SignalTable.Police] = Told,
        [SignalTable.Investigation] = Says(Authority()),
        [SignalTable.Ongoing] = GoesOn,
    }.ToFrozenDictionary(g => g.Key.Value, g => g.Value);

    /// <param name="fact">Code of <see cref="SignalTable"/>.</param>
    /// <param name="field">The text.</param>
    /// <param name="at">The sentence or sentences, in its prose.</param>
    /// <param name="facts">The day, and the reporter's own names.</param>
    public static bool Hold(string fact, FieldText field, TextSpan at, FinderFacts facts) => !Grounds.TryGetValue(fact, out var ground) || ground(field, at, facts);

    static Ground Unless(Regex words) => (field, at, _) => !words.IsMatch(field.Prose.Text.AsSpan(at.Start, at.Length));

    static Ground Says(Regex words) => (field, at, _) => words.IsMatch(field.Prose.Text.AsSpan(at.Start, at.Length));

    static bool Person(FieldText field, TextSpan at, FinderFacts facts)
    {
        var text = field.Prose.Text.AsSpan(at.Start, at.Length);
        return !Pretended().IsMatch(text) && !OfAPlace().IsMatch(text) && Somebody(field, at);
    }

    static bool Somebody(FieldText field, TextSpan at)
    {
        var text = field.Prose.Text.AsSpan(at.Start, at.Length);
        return Reachable().IsMatch(text) || Labelled().IsMatch(text) || text.ContainsAny(Surnames.Search) || Name(field.Prose, at, [], acronyms: false);
    }

    /// <summary>Two names or ways to reach someone, or a word that says there are several.</summary>
    static bool People(FieldText field, TextSpan at, FinderFacts facts)
    {
        var text = field.Prose.Text.AsSpan(at.Start, at.Length);
        if (Pretended().IsMatch(text)) return false;
        if (SeveralPeople().IsMatch(text)) return Somebody(field, at);

        var (names, capitals) = (0, 0);
        for (var i = 0; i < text.Length && names < Several && text[i..].IndexOfAny(Surnames.Search) is >= 0 and var next; names++) i += next + Math.Max(1, Surnames.LengthAt(text[(i + next)..]));

        foreach (var word in LatinWord().EnumerateMatches(text)) capitals += word.Index > 0 && field.Prose.Capital(at.Start + word.Index) && !field.Prose.Capital(at.Start + word.Index + 1) ? 1 : 0;
        return names >= Several || capitals > Several || Honorific().Count(text) >= Several || Contact().Count(text) >= Several;
    }

    /// <summary>Something that may let someone in, and that is not plainly something else.</summary>
    static bool Value(FieldText field, TextSpan at, FinderFacts facts)
    {
        var text = field.Prose.Text.AsSpan(at.Start, at.Length);
        foreach (var match in SecretValue().EnumerateMatches(text))
        {
            if (!SecretSignals.OtherThing(text.Slice(match.Index, match.Length))) return true;
        }

        return false;
    }

    /// <summary>An address or a host; where the sentence says whose, the reporter's.</summary>
    static bool Address(FieldText field, TextSpan at, FinderFacts facts)
    {
        var text = field.Prose.Text.AsSpan(at.Start, at.Length);
        return Place().IsMatch(text) && (!Attackers().IsMatch(text) || Ours().IsMatch(text));
    }

    /// <summary>A word for the police, and neither a plan nor a denial nor somebody who only says he is one.</summary>
    static bool Told(FieldText field, TextSpan at, FinderFacts facts)
    {
        var text = field.Prose.Text.AsSpan(at.Start, at.Length);
        return Authority().IsMatch(text) && !Untold().IsMatch(text);
    }

    static bool Organisation(FieldText field, TextSpan at, FinderFacts facts)
    {
        if (OtherVictimSignals.Accident(field.Prose.Text.AsSpan(at.Start, at.Length))) return false;

        var (prose, own) = (field.Prose, facts.Members.Find(field.Squeezed).Where(hit => hit.Owners.Contains(facts.Reporter)).Select(hit => field.Squeezed.ToOriginal(hit.Start, hit.Length)).ToList());
        var text = prose.Text.AsSpan(at.Start, at.Length);
        foreach (var match in OrganisationName().EnumerateMatches(text.ContainsAny(OrganisationSorts) ? text : []))
        {
            var place = at.Start + match.Index;
            if (!Unnamed().IsMatch(prose.Text.AsSpan(place, match.Length)) && !Own(prose, place, match.Length, own)) return true;
        }

        return Name(prose, at, own, acronyms: true);
    }

    static bool Own(ProseView prose, int start, int length, List<TextSpan> own)
    {
        var at = prose.ToOriginal(start, length);
        return own.Exists(o => o.Start < at.End && at.Start < o.End);
    }

    /// <summary>A word with a capital that does not begin a sentence.</summary>
    static bool Name(ProseView prose, TextSpan at, List<TextSpan> own, bool acronyms)
    {
        foreach (var word in LatinWord().EnumerateMatches(prose.Text.AsSpan(at.Start, at.Length)))
        {
            var place = at.Start + word.Index;
            var begins = word.Index == 0 || prose.Text.AsSpan(at.Start, word.Index).TrimEnd() is [.., '.' or '\n' or ':' or '!' or '?'];
            if (!begins && prose.Capital(place) && (acronyms || !prose.Capital(place + 1)) && !Trade().IsMatch(prose.Text.AsSpan(place, word.Length)) && !Own(prose, place, word.Length, own)) return true;
        }

        return false;
    }

    /// <summary>The grades 機密性１ and 機密性２ read much like the third.</summary>
    static bool NotOfALowerGrade(FieldText field, TextSpan at, FinderFacts facts)
    {
        var text = field.Prose.Text.AsSpan(at.Start, at.Length);
        return !LowerGrade().IsMatch(text) || HighestGrade().IsMatch(text);
    }

    /// <summary>What goes on is not merely the answer to the attack, and is not said to have ended.</summary>
    static bool GoesOn(FieldText field, TextSpan at, FinderFacts facts)
    {
        var text = field.Prose.Text.AsSpan(at.Start, at.Length);
        return (!Remedy().IsMatch(text) || Attack().IsMatch(text)) && (!Ended().IsMatch(text) || Still().IsMatch(text));
    }

    /// <summary>No day is named, or one that is still to come.</summary>
    static bool NotOver(FieldText field, TextSpan at, FinderFacts facts)
    {
        var named = WrittenDates.In(field.Prose.Text.Substring(at.Start, at.Length), facts.Today).ToList();
        return (named.Count == 0 || named.Exists(day => day >= facts.Today)) && !VulnerabilitySignals.NoEmbargo(field.Prose.Text.AsSpan(at.Start, at.Length));
    }

    [GeneratedRegex(@"[!-~]{0,40}[0-9][!-~]{3,}|[!-~]{3,}[0-9][!-~]{0,40}|[「『""'`(:=]\s?[!-~]{4,}|[0-9](?:[ -]?[0-9]){3,}|(?:[a-z0-9] ){3,}|(?:phrase|sentence|(?<![a-z])words|合い?言葉|フレーズ|ワード|パス)[^。\n]{0,40}?[a-z]{3,}(?:[- ][a-z]{3,}){3,}|[a-z]+[!#$%&@^*+=_~][!-~]+|[〇零一二三四五六七八九]{4}|[0-9一-九](?:、[0-9一-九]){3}|(?:は|が)[「『]?[!-~ぁ-んァ-ヺー]{4,}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SecretValue();

    [GeneratedRegex(@"[a-z0-9-]+\.[a-z0-9]|\\|//?[a-z0-9]|[a-z]+[-_]?[0-9]|[a-z]{2,}[-_][a-z]{2,}|[0-9a-f]{2}[:-][0-9a-f]{2}|[0-9]{1,3}\.[0-9]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Place();

    [GeneratedRegex("さん|さま|様|氏|殿|先生|くん|ちゃん|君|(?<![a-z])(?:mr|ms|mrs|dr|prof)(?![a-z])|-san", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Honorific();

    [GeneratedRegex(@"@|0[0-9]{1,4}[-( ][0-9]{1,4}[-) ][0-9]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Contact();

    // Heads of places, and people who are spoken of in general.
    [GeneratedRegex("[市町村区]長|知事|大臣|患者さん|お客|皆さん|皆様", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OfAPlace();

    [GeneratedRegex("入室|入館|入場|立ち?入|通行|駐車|ログイン|アクセス", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Admission();

    [GeneratedRegex("(?:削除|破棄|廃棄|消去|処分|裁断)(?:し(?:た(?!ら)|て(?:い|お)|まし)|済|され)|(?<![a-z])(?:deleted|destroyed|shredded|wiped|erased)(?![a-z])(?<!(?:be|to be) [a-z]{1,9})", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Done();

    [GeneratedRegex(@"@|0[0-9]{1,4}[-( ][0-9]{1,4}|さん|さま|様|氏|殿|先生|くん|ちゃん|君|(?<![a-z])(?:mr|ms|mrs|dr|prof)(?![a-z])|-san|内線|ext", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Reachable();

    [GeneratedRegex("氏名|名前|名簿|roster|各委員", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Labelled();

    [GeneratedRegex("実在しない|架空|偽名|を名乗|と名乗|を騙|をかた|を装|なりすま|差出人|表示名|calling (?:him|her|it|them)sel|calls (?:him|her)sel|no such person|invented|pretend|posing as|fictitious|the lure", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Pretended();

    [GeneratedRegex("(?:送信|接続|発信|攻撃|通信|アクセス)元|攻撃者|攻撃側|遮断|拒否|偽サイト|リンク先|参照|hxxp|c2|(?<![a-z])(?:scans? from|sources?|attackers?|blocked|phishing|fake)(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Attackers();

    [GeneratedRegex("当社|弊社|自社|当院|当行|当庁|本市|当市|当町|当組合|当局|当方|当所|被害|端末|社内|(?<![a-z])(?:our|ours|we|us|victim|affected)(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Ours();

    [GeneratedRegex("かどうか|か否か|要否|要領|手順|予定|見送|検討|判断する|(?:して|行って|出して|届けて|伝えて)(?:い|お)?(?:ない|ません|らず|りません)|せず|不要|必要はな|ほどで(?:は)?な|を名乗|を騙|をかた|を装|だが御社|統計|注意喚起|公表(?:している|した)手口|(?<![a-z])(?:not|never|if|whether|fake|without|no need|no police|unless|would)(?![a-z])|n['’]t(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Untold();

    [GeneratedRegex(@"名簿|一覧|リスト|座席表|ほか|[0-9一二三四五六七八九十数] ?(?:名|人|軒|世帯|通|職員|people|persons|customers|patients|names|applicants|students)(?![a-z目口])|各(?:委員|員|氏)|(?:委員|職員|社員|会員|患者|応募者|利用者)(?:ら|たち)|(?<![a-z])(?:lists?|roster|names|rows|records|customers|patients|applicants|members|each other)(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SeveralPeople();

    const string Sorts = "株式会社|有限会社|ホールディングス|グループ|社|銀行|信用金庫|信金|信組|農協|組合|生命|損保|証券|病院|医院|クリニック|医療センター|市役所|市|町|村|県|区役所|府|大学|学園|電力|電気|ガス|水道|企業団|鉄道|鉄軌道|電鉄|交通|空港|航空|運輸|運送|物流|倉庫|通運|海運|港湾|石油|化学|製作所|製薬|工業|重工|電機|通信|放送|テレビ|ケーブル|ネット|システム|情報|食品|建設|商事|商会|産業|サービス|センター|機構|協会|財団";
    const string LegalForms = "株式会社|医療法人|社会福祉法人|学校法人";

    // One of them stands in every name of an organisation.
    static readonly SearchValues<string> OrganisationSorts = SearchValues.Create([.. Sorts.Split('|'), .. LegalForms.Split('|')], StringComparison.Ordinal);

    [GeneratedRegex(@"(?:[一-龯々]{1,10}|[ァ-ヺー]{2,14}|[ぁ-ん]{2,6}|[a-z]{2,20})[ 々ノヶ・]?(?:" + Sorts + ")|(?:" + LegalForms + ")[ ・]?[^ 、。の]{2,}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OrganisationName();

    [GeneratedRegex(@"\A(?:(?:都市|天然|液化|プロパン)ガス|(?:同業|他|各|同|当|弊|自|本|支|会|両|数|複数|関連会|子会|親会|協力会|全|貴|御|グループ|取引先|委託先|別|ある|某|民間|地方|近隣|周辺|県内|国内|市内|関係)+(?:他)?(?:社|グループ(?:会社)?|病院|市|町|村|県|銀行|大学|センター|電力|組合|機構|協会)|[a-z]社|.{0,6}(?:監視|情報|運用|通信|制御|業務|基幹|予約|管理|決済|電算|コール|データ|サポート|ネット)(?:システム|サービス|センター|通信|情報)|システム|サービス|センター|.{0,8}(?:共通|検索|都道府)(?:県|市))\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Unnamed();

    [GeneratedRegex("[a-z][a-z'-]+", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"\A(?:windows|linux|vpn|ddos|dns|http|https|ssh|rdp|mfa|soc|csirt|noc|it|ot|ip|pc|pcs|usb|cve|ransomware|japan|jpcert|ipa|nisc|nco|cert|tls|pdf|word|excel|outlook|office|teams|sharepoint|cloud|active|directory|internet|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jst|utc|i|ministry|ceptoar|tlp|red|amber|green|clear|id|api|url|web|wi-fi|lan|sim|plc|scada|hmi|sql|ceo|ciso|ok)\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Trade();

    [GeneratedRegex(@"警|捜査|検察|検事|刑事|公安|署(?!名)|当局|被害届|告訴|告発|事件化|押収|差し?押|令状|立件|逮捕|容疑|被疑|犯人|犯罪|サイバー(?:課|犯罪|対策課|捜査)|110番|県本部|所轄|鑑識|立ち?入り|家宅|官憲|デカ|police|investigat|detective|prosecut|constab|officer|authorit|law enforcement|fbi|interpol|europol|secret service|cyber ?crime|warrant|court|subpoena|suspect|arrest|seiz|forensic|inspector|precinct|sheriff|criminal|crime|nca(?![a-z])|npa(?![a-z])|inquir|enquir|evidence|statement|complaint", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Authority();

    [GeneratedRegex("調査|対応|復旧|監視|確認|分析|作業|検討|運用|investigat|restor|recover|monitor|repair|rebuild|analys|clean", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Remedy();

    [GeneratedRegex("(?:続い|継続し|発生し|受け|届い|来)て(?:い|お)(?:まし|た(?!め)|な[いか]|ません|らず)|(?:終息|収束|沈静|途絶|終了|解消)(?:し|え|済)|止(?:んだ|んで|みまし|まった|まりまし)|終わ(?:った|りまし|って)|(?<![a-z])(?:ended|over|stopped|ceased|subsided)(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Ended();

    [GeneratedRegex("再び|再開|また(?!は)|まだ|なお(?!、)|いまだ|未だ|依然|(?<![昨先前])今|いま(?!し)|現在も|さっき|始ま|(?<![a-z])(?:not|never|again|still|anew|now|no|continues?)(?![a-z])|n['’]t", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Still();

    [GeneratedRegex("攻撃|不正|侵入|感染|暗号化|流出|漏|改[ざ竄]|スキャン|アクセス|ログイン|試行|dos|メール|通信|トラフィック|負荷|パケット|要求|電話|書き?込|潜|居座|盗|被害|止ま|収ま|拡|広が|attack|intru|infect|encrypt|exfiltrat|scan|flood|traffic|phish|mail|request|log-?in|sign-?in|password|connection|bot|actor|they|stolen|leak|spread|wave|brute|spray|stop|malware|ransom|beacon|c2", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Attack();

    [GeneratedRegex("機密性 ?[12一二]|[内外]秘", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex LowerGrade();

    [GeneratedRegex("機密性 ?[3三]|(?<![内外])秘|最高|secret|confiden|classified", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HighestGrade();
}
