using System.Buffers;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>That the police were told, and that they investigate. One's own search for the cause is neither.</summary>
public static partial class InvestigationSignals
{
    static readonly WordSet Anchors = new(
        ["警察", "県警", "府警", "道警", "警視庁", "所轄", "110番", "被害届", "告訴", "告発", "捜査", "押収", "令状", "差押", "差し押", "任意提出", "家宅捜索", "事情聴取", "刑事", "立件", "検察", "police", "law enforcement", "fbi", "europol", "interpol", "criminal", "prosecutor", "seized", "warrant", "subpoena", "detective", "investigators", "authorities", "officer", "constable", "cyber", "crime", "evidence", "warrants", "署", "地検", "内偵", "サイバー", "交番", "駐在", "送検", "起訴", "逮捕", "海上保安", "おまわり", "鑑識", "実況見分", "受理番号"]);

    // One of them stands in whatever says that the police were told, or that they investigate.
    static readonly WordSet ReportingWords = new(
        "通報", "相談", "届", "告訴", "告発", "連絡", "申告", "情報提供", "渡し", "共有", "提供", "説明", "話し", "見せ", "報告", "一報", "知らせ", "申し出", "申し入れ", "申出", "通知", "伝達", "伝え", "説明し", "駆け込", "臨場", "受理", "受付", "実況見分", "現場検証", "110番",
        "police", "crime", "cyber", "constab", "officer", "detective", "sheriff", "prosecutor", "law enforcement", "fbi", "europol", "interpol", "criminal");

    static readonly WordSet SecretWords = new(
        "捜査", "家宅捜索", "内偵", "送検", "起訴", "逮捕", "鑑識", "証拠", "口止め", "伏せ", "他言", "口外", "気取ら", "気づか", "悟ら", "漏らさ", "話さない", "触れない", "言わない", "公に", "内密", "秘", "公表", "公開", "開示", "押収", "差押", "差し押", "任意提出", "令状", "提出", "引渡", "引き渡", "預", "共有し", "控え", "調べ", "聴取", "解析し", "検証", "立件", "刑事事件",
        "police", "detective", "prosecutor", "investigat", "officer", "law enforcement", "fbi", "evidence", "warrant", "cybercrime", "criminal", "tip", "suspect", "culprit", "offender", "inquiry", "probe", "authorities", "seized", "subpoena");

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        var prose = field.Prose;
        if (!prose.Words.Any(Anchors)) return;

        foreach (var match in Reported().EnumerateMatches(prose.Words.Any(ReportingWords) ? prose.Text : ""))
        {
            if (found.Enough(SignalTable.Police)) break;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!NotReportedJapanese().IsMatch(sentence.After) && !NotReported().IsMatch(prose.Text.AsSpan(sentence.From, match.Index + match.Length - sentence.From))) found.Add(SignalTable.Police, prose.ToOriginal(match.Index, match.Length));
        }

        foreach (var match in Secret().EnumerateMatches(prose.Words.Any(SecretWords) ? prose.Text : ""))
        {
            if (found.Enough(SignalTable.Investigation)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!Closed().IsMatch(sentence.Whole)) found.Add(SignalTable.Investigation, prose.ToOriginal(match.Index, match.Length));
        }
    }

    const string Force = "(?:警察(?!庁(?:の|が|から|による|によると)|を(?:名乗|装|騙|かた))|[都道府県]警(?!備|報|戒)|警視庁(?!の(?:発表|資料|注意))|所轄(?:署)?|(?<![防務督険営健部])署(?:の(?:方|担当(?:者|の方)?|者|人))?(?=に|へ)|捜査(?:機関|当局|員|関係者)|サイバー(?:犯罪)?(?:対策|捜査|特別捜査|攻撃対策|警察)?(?:課|隊|係|相談窓口)|交番|駐在所|おまわりさん|生活安全課|地検|検察|海上保安(?:庁|部)|[都道府県]警(?:さん|本部))";

    [GeneratedRegex(
        Force + "[^。\n]{0,35}?(?:通報|相談|届出|届け出|届出書|届け|被害届|告訴|告発|連絡|申告|情報提供|報告|一報|知らせ|申し出|申し入れ|申出|届(?:い)?済|通知|伝達|伝え(?!て(?:い|お)?ない)|説明し|駆け込|臨場|受理|(?:情報|記録|ログ|資料|経緯|状況|事情|概要|内容)を?(?:渡し|共有し|提供し|話し|説明し|見せ))|(?:通報|相談|届出|届け出|被害届|告訴)[^。、\n]{0,6}(?:受理|受付)(?:番号|され|済)|受理番号|実況見分|(?:臨場|現場検証)(?!型)|(?:通報|相談|届出|届け出|連絡|報告)(?:先|した先)?(?:は|:|、|・)[^。\n]{0,12}警察|被害届(?!の様式)|110番|刑事告[訴発]" +
        @"|police (?:report|case|incident|crime|reference|file) ?(?:no|nr|number|ref|#|id)|crime (?:reference )?number|(?:filed|made|lodged|submitted|gave|sent|reported|raised|opened)(?: \w{1,12}){0,5} (?:with|to|at) (?:(?:the|our|local|national|a) ){0,3}(?:\w{1,12} ){0,2}(?:police|cyber ?-?(?:crime )?(?:division|unit|section|squad|team of the)|cybercrime|constabulary|officers?|detectives?|sheriff|prosecutors?)|(?:police|officers?|detectives?|constables?)(?: \w{1,12}){0,3} (?:came|attended|visited|arrived|(?:took|taken)(?: \w{1,10}){0,4} (?:statements?|report|notes|details|complaint)|interviewed|logged|registered|recorded|acknowledged|accepted|know|are aware|have been (?:told|here)|are involved)|(?:went|walked|turned|spoke|spoken|talked|gone|written|wrote|rang|rung|phoned|emailed|mailed) (?:\w{1,10} ){0,3}(?:the )?(?:\w{1,12} )?(?:police|detectives)(?! (?:impersonator|scam))|(?:police|law enforcement)(?: \w{1,10}){0,2} (?:involved|engaged|brought in)|(?:involved|brought in|engaged) (?:the )?(?:\w{1,12} )?(?:police|law enforcement)|(?:report(?:ed|ing)?|notif(?:ied|ying|ication)|inform(?:ed|ing)?|contacted|complaint|referred|told|called|alerted|filed|statement)(?: \w{1,14}){0,8} (?:the |to |with |local |prefectural |national |cyber |metropolitan )*(?:police|law enforcement|fbi|europol|interpol)|(?:police|law enforcement|fbi)(?: \w{1,14}){0,4} (?:were|was|have been|has been|had been) (?:\w{1,10} )?(?:notified|informed|told|contacted|alerted|called|involved)|police (?:report|complaint)(?: \w{1,12}){0,3} (?:filed|made|submitted|lodged)|(?:filed|made|submitted|lodged)(?: \w{1,12}){0,3} (?:police|criminal) (?:report|complaint)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Reported();

    [GeneratedRegex(@"\A(?:の|する|した|を行う|を要する)?(?:際の|場合の|ときの)?(?:要領|手順|体制|窓口(?!に)|方法|フロー|基準|様式|ルール|連絡先|連絡網|要否|是非|タイミング|判断)|\A(?:する|す(?:べき)?|した(?:方|ほう)がよい)?か(?:どうか|否か)?(?:は|を|も|、|につい)|\A(?:の|する)予定(?:は|も)(?:な|ありま|ござ)|\A(?:など|等|の提出)?(?:は|も)(?:、)?(?!(?:済|完了|行い|行った|し(?:た|、|まし)|終え))[^。\n]{0,30}(?:行って|して|出して|至って|なされて)(?:い|お)?(?:ない|ません|らず|りません)|\A(?:を|は|も)?(?:する)?(?:こと(?:を|も))?(?:予定|方針|検討)(?!どおり|通り)|\A(?:など|等|の提出|の届出)?(?:を|は|も|まで|には)?(?:まだ|現時点で(?:は)?|特に|未だ|一切)?(?:、)?(?:し|行|行な|おこな|実施し|提出し|出し|予定し)?(?:って|て|っ)?(?:い|お)?(?:ない|ません|らず|りません|な[しいかく]|ず(?:、|に)|せず|未(?:実施|了|提出)|不要|見送)|\A(?:し|行わ|行なわ|せ|提出し|出さ)(?:ない|ず)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NotReportedJapanese();

    [GeneratedRegex(@"(?<![a-z])(?:not|no|never|n't|nobody|without|neither|nor|yet to)(?: \w{1,14}){0,6} (?:report(?:ed|ing)?|notif\w{2,8}|inform\w{0,4}|contact(?:ed|ing)?|complaint|told|tell|called|filed?|police|law enforcement)(?![a-z])|(?:posing as|pretending to be|impersonat\w{2,5}|claiming to be)(?: \w{1,10}){0,3} police", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NotReported();

    [GeneratedRegex(
        "捜査(?!(?:機関|員|官|当局)(?:の(?:職員|者|人))?(?:だ)?(?:を|と)(?:名乗|装|かた|騙|称)|(?:機関|当局|員|課|隊|関係者)(?:に|へ)(?!よ|協力))|内偵|書類送検|送検され|起訴(?!状)|逮捕(?:状|に向け|前|予定)|鑑識(?:が|の|に)|強制捜査|(?:証拠)(?:品|物|物件)?として[^。\n]{0,8}(?:提出|預|押さえ|引き|持ち|渡)|" + Force + "[^。\n]{0,30}(?:口止め|伏せ|他言|口外|気取ら|気づか|悟ら|漏らさ|話さない|触れない|言わない|公にし|内密|秘密|秘匿|公表を(?:待|見合|差し控|控))|押収|家宅捜索|差し?押さ?え|任意提出|令状|" + Force + "[^。\n]{0,20}(?:証拠|ログ|サーバ|端末|機器|ディスク|hdd|pc|媒体)[^。\n]{0,12}(?:提出|引き?渡|預け)|" + Force + "[^。\n]{0,15}(?:要請|依頼|指示|求め)[^。\n]{0,20}(?:口外|公表|公開|開示|他言|伏せ|控え|非公開|共有し|秘)|" + Force + "[^。\n]{0,15}(?:口外|公表|公開|開示|他言)[^。\n]{0,8}(?:しない|控え|禁)|" + Force + "[^。\n]{0,8}(?:が|による)(?:調べ|聴取|鑑識|解析し|検証)|事情聴取|" + Force + "(?:に|へ)(?:(?!届)[^。\n]){0,20}(?:提出|引き?渡|預け)|立件(?!され(?:ない|ず))|刑事事件" +
        @"|(?:police|detectives?|prosecutors?|investigators?|officers?|law enforcement)(?:['’]?s?)(?: \w{1,12}){0,6} (?:asked|asks?|request\w{0,4}|wants?|wanted|told|order\w{0,3}|instruct\w{0,3}|urged|(?:do|does|did) not (?:allow|want|wish|permit)|forbade|forbid|prefer\w{0,3})(?: \w{1,12}){0,6} (?:not|nobody|no one|silence|silent|quiet|secre\w{1,4}|confiden\w{1,6}|tip(?:ped)?|disclose|describe|discuss|talk|keep|withhold|delay|hold back|publish|reveal)|(?:held|kept|seized|taken|secured|retained) as evidence|evidence in (?:a|an|the) (?:\w{1,12} )?(?:case|trial|proceedings?)|(?:search|arrest|court) warrants?|warrants? (?:are|is|was|were|being|for)|(?:police|detectives?|prosecutors?|officers?|cybercrime unit)(?: \w{1,12}){0,3} (?:working on|looking into|examining|looking at|on the case|following|watching|tracing|tracking)|criminal (?:case|proceedings)|tip(?:ped|ping)? off the (?:suspects?|offenders?|intruders?)|(?:suspects?|culprit|offender) (?:has been |was |is being |to be )(?:identified|arrested|surveilled|watched|charged)|(?:under|subject of an?|part of an?|ongoing|open|pending|active) (?:\w{1,12} )?(?:police|criminal|law enforcement|fbi) (?:investigation|inquiry|probe)|under investigation by (?:\w{1,14} ){0,3}(?:police|law enforcement|fbi|prosecutors?|authorities)|(?:police|law enforcement|fbi|prosecutors?|detectives?)(?: \w{1,12}){0,3} (?:are|is|have been|has been|was|were|started|opened|began) (?:\w{1,12} )?(?:investigat\w{2,4}|an? (?:investigation|inquiry))|(?:investigation|inquiry|probe) by (?:the )?(?:\w{1,14} ){0,2}(?:police|law enforcement|prosecutors?)|(?:police|criminal|law enforcement) (?:investigation|inquiry|probe|investigators?)|(?:asked|requested|instructed|told|ordered) by (?:the )?(?:\w{1,14} ){0,2}(?:police|law enforcement|prosecutors?)(?: \w{1,10}){0,2} not to|(?:police|law enforcement|prosecutors?)(?: \w{1,10}){0,2} (?:asked|requested|instructed|told|ordered)(?: \w{1,12}){0,3} (?:not|to keep|to withhold|confidential)|at the request of (?:the )?(?:\w{1,14} ){0,2}(?:police|law enforcement|prosecutors?)" +
        @"|seized (?:\w{1,12} ){0,3}by (?:the )?(?:\w{1,14} ){0,2}(?:police|authorities|investigators|law enforcement)|(?:police|authorities|investigators|law enforcement)(?: \w{1,10}){0,2} (?:have )?seized|(?:police|detectives?|investigators|law enforcement|prosecutors?)(?: \w{1,10}){0,3} (?:took|taken|collected|removed|imaged|copied|secured)(?![a-z])(?! (?:\w{1,8} ){0,3}(?:statements?|notes?|reports?|complaints?|fingerprints?|part|place|details)(?![a-z]))|search warrants?|subpoena|(?:handed|given|provided|turned over)(?: \w{1,12}){0,4} to (?:the )?(?:\w{1,14} ){0,2}(?:police|investigators|law enforcement)(?: as evidence)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Secret();

    [GeneratedRegex(@"捜査(?:は|も)?(?:既に|すでに)?(?:終了|終結|完了|終わ|行われて(?:い|お)?(?:ない|ません|らず)|されて(?:い|お)?(?:ない|ません|らず)|の?予定は?な|に至って(?:い|お)?(?:ない|ません|らず)|対象(?:では|に)な)|(?<![a-z])(?:no|not|never|n't|without)(?: \w{1,12}){0,4} (?:police|criminal|law enforcement|fbi)(?: \w{1,12}){0,2} (?:investigation|inquiry|probe)|not under investigation|(?:investigation|inquiry|probe) (?:was|is|has been|has) (?:closed|concluded|over|ended|completed)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Closed();
}
