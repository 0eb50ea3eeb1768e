using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>Addresses and hosts of the victim: inner ones, those the reporter says are its own, and indicators given in that role.</summary>
public static partial class VictimAddressSignals
{
    const int Behind = 40;
    const int Source = 16;
    const int Told = 60;

    static readonly WordSet InnerAnchors = new(
        ["10.", "172.", "192.168.", "100.", "169.254.", "fd", "fc", "fe80:", "\\\\", ".local", ".lan", ".corp", ".internal", ".intra", ".home.arpa", ".localdomain", ".private", ".ad."]);

    static readonly Anchored Ours = new(
        OursBefore(),
        [
            .. from whose in new[] { "当", "弊", "自" } from what in new[] { "社", "院", "行", "局", "庁", "組合", "市", "町", "村", "県", "区", "所", "校", "店", "署", "方", "庫", "館", "協会", "グループ", "大学", "学", "団体", "機構", "法人", "センター", "事業所" } select whose + what,
            "本学", "うちの", "会員", "公式", "公開", "予約", "採用", "顧客", "お客様", "利用者", "職員", "患者", "問い合", "問合", "受付", "申請", "申込", "発券", "vpn", "ファイアウォール", "メールサーバ", "answer", "listen", "exposed", "reachable", "mail ", "firewall", "edge router", "border router", "load balancer",
            "member ", "booking ", "customer ", "patient ", "staff ", "official ", "public ", "我が社", "わが社", "被害側", "被害サーバ", "被害端末", "被害ホスト", "被害機器", "被害pc", "被害システム", "被害組織", "被害サイト", "被害先", "被害ip", "攻撃対象", "攻撃先", "攻撃を受けた", "標的", "侵害された", "改ざん", "改竄ん", "感染端末", "感染した端末",
            "対象サーバ", "対象ホスト", "対象機器", "対象端末", "対象サイト", "対象システム", "our", "victim", "target", "affected", "compromised", "infected", "defaced",
        ])
    {
        // every address has one of them; what may stand before it is at most half as long
        Signs = SearchValues.Create(".:"),
        Reach = 1_000,
    };

    static readonly WordSet OursBehindAnchors = new(
        ["当社", "弊社", "自社", "当院", "当行", "当局", "当庁", "当市", "当町", "当県", "当所", "当組合", "当方", "当協会", "当機構", "当大学", "当センター", "本学", "被害", "で待受", "待ち受", "で公開", "が公開", "が露出", " ours", "(ours", "belongs to us", "belong to us", ", our ", "(our ", "is our ", "our server", "our site", "our host", "our own", "our vpn", "our mail", "our web", "our gateway", "our portal", "our public", "one of our", "victim"]);

    static readonly WordSet HarmAnchors = new(
        ["書き", "改ざん", "改竄ん", "差し替", "差替", "誰でも", "だれでも", "露出", "丸見え", "乗っ取", "踏み台", "侵入", "入られ", "置い", "置か", "設置", "切り離", "切離", "初期化", "再起動", "暗号化", "公開状態", "公開設定", "見られ", "見える", "閲覧でき", "開け", "応答", "defaced", "altered", "replaced", "exposed", "reachable", "compromised", "encrypted", "wiped", "breached", "rebooted", "isolated", "unplugged", "answered", "open to", "stood open", "world-readable", "public by mistake", "left open", "据え", "運用し", "使って", "所有", "保有", "管理する", "clean", "rebuild", "restor", "isolat", "unplug", "patch", "reboot", "we run", "we host", "we own", "we operate", "was open", "were open", "offline", "restored", "rebuilt"]);

    static readonly WordSet NamedAnchors = new(
        [.. new[] { "sv", "srv", "svr", "pc", "db", "nas", "ws", "ap", "dc", "fs", "vm", "gw", "nb", "hmi", "ews", "term", "mail", "web" }.SelectMany(kind => new[] { kind + "-", "-" + kind, kind + "0", kind + "1", kind + "2" })]);

    static readonly Anchored Machines = new(MachineName(), "ホスト", "サーバ", "端末", "パソコン", "号機", "ワークステーション", "機器", "マシン", "host", "server", "workstation", "machine", "laptop", "desktop", "nas ", "pc ", "endpoint", "terminal");

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        if (field.Indicator is { Role: "victim", Value.Length: > 0 }) found.Add(SignalTable.VictimAddress, new(0, field.Plain.Original.Length));

        var view = field.Refanged;
        if (field.RefangedWords.Any(InnerAnchors))
        {
            foreach (var match in Inner().EnumerateMatches(view.Text))
            {
                if (Address(view.Text.AsSpan(match.Index, match.Length))) found.Add(SignalTable.VictimAddress, view.ToOriginal(match.Index, match.Length));
                if (found.Enough(SignalTable.VictimAddress)) return;
            }
        }

        foreach (var match in Ours.In(field.RefangedWords))
        {
            if (found.Enough(SignalTable.VictimAddress)) return;

            var address = match.Groups["address"];
            found.Add(SignalTable.VictimAddress, view.ToOriginal(address.Index, address.Length));
        }

        foreach (var match in Machines.In(field.RefangedWords))
        {
            if (found.Enough(SignalTable.VictimAddress)) return;

            var name = match.Groups["name"];
            if (Theirs().IsMatch(view.Text.AsSpan(Math.Max(0, match.Index - Source), Math.Min(Source, match.Index)))) continue;

            found.Add(SignalTable.VictimAddress, view.ToOriginal(name.Index, name.Length));
        }

        foreach (var match in Named().EnumerateMatches(field.RefangedWords.Any(NamedAnchors) ? view.Text : ""))
        {
            if (found.Enough(SignalTable.VictimAddress)) return;
            if (!char.IsUpper(view.Original, view.ToOriginal(match.Index, 1).Start) || Theirs().IsMatch(view.Text.AsSpan(Math.Max(0, match.Index - Source), Math.Min(Source, match.Index)))) continue;

            found.Add(SignalTable.VictimAddress, view.ToOriginal(match.Index, match.Length));
        }

        var (ours, harm) = (field.RefangedWords.Any(OursBehindAnchors), field.RefangedWords.Any(HarmAnchors));
        foreach (var match in Any().EnumerateMatches(ours || harm ? view.Text : ""))
        {
            if (found.Enough(SignalTable.VictimAddress)) return;

            var end = match.Index + match.Length;
            if ((ours && OursBehind().IsMatch(view.Text.AsSpan(end, Math.Min(Behind, view.Text.Length - end)))) || (harm && Harmed(view.Text, match.Index, end))) found.Add(SignalTable.VictimAddress, view.ToOriginal(match.Index, match.Length));
        }
    }

    /// <summary>What is told of it happens to the victim's alone, or it is said to stand with the reporter, and neither its sentence nor its spelling speaks of the attacker.</summary>
    static bool Harmed(string text, int start, int end)
    {
        var behind = text.AsSpan(end, Math.Min(Told, text.Length - end));
        if (behind.IndexOfAny('\n', '。') is >= 0 and var stop) behind = behind[..stop];
        var before = text.AsSpan(Math.Max(0, start - Told), Math.Min(Told, start));
        if (before.LastIndexOfAny('\n', '。') is >= 0 and var begin) before = before[(begin + 1)..];
        return (HarmBehind().IsMatch(behind) || OwnBefore().IsMatch(before)) && !TheirsNear().IsMatch(before) && !TheirsNear().IsMatch(behind);
    }

    /// <summary>Four numbers are an address only where each fits into a byte.</summary>
    static bool Address(ReadOnlySpan<char> match)
    {
        if (!char.IsAsciiDigit(match[0])) return true;

        foreach (var part in match.Split('.'))
        {
            if (!byte.TryParse(match[part], NumberStyles.None, CultureInfo.InvariantCulture, out _) && !match[part].ContainsAny("x*/")) return false;
        }

        return true;
    }

    [GeneratedRegex(
        @"(?<![0-9a-z.-])(?<!(?:(?<![a-z])v|ver|version|バージョン|版|build|release|rev)(?:番号)?[. :=はがを]{0,3})(?:10(?:\.[0-9]{1,3}){2}|172\.(?:1[6-9]|2[0-9]|3[01])\.[0-9]{1,3}|192\.168\.[0-9]{1,3}|100\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.[0-9]{1,3}|169\.254\.[0-9]{1,3})\.(?:[0-9]{1,3}|x{1,3}|\*)(?:/[0-9]{1,2})?(?![0-9]|\.[0-9])" +
        @"|(?<![0-9a-z:.])(?:f[cd][0-9a-f]{2}|fe80):[0-9a-f:]{2,39}(?![0-9a-z:])|(?<![0-9a-z._-])(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){1,6}(?:local|lan|corp|internal|intra|intranet|localdomain|private|home\.arpa)(?![a-z0-9-]|\.[a-z0-9])|(?<![\\a-z0-9])\\\\[a-z0-9][a-z0-9._-]{1,62}\\[a-z0-9$._-]{1,80}",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Inner();

    const string AnyAddress = @"(?<![0-9a-z.@_-])(?:(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9]|\.[0-9])|(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f:]{0,30}[0-9a-f](?![0-9a-z:])|(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,12}(?![a-z0-9@.-]*@)(?![a-z0-9]))";

    [GeneratedRegex(AnyAddress, RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Any();

    // The words that say so, then what may join them to the address.
    [GeneratedRegex(
        @"\G(?:(?:当|弊|自)(?:社|院|行|局|庁|組合|市|町|県|所|協会|グループ|大学|学|団体|機構|法人)|本学|我が社|わが社|被害(?:側|サーバー?|端末|ホスト|機器|pc|システム|組織|サイト|先|ip)|(?:攻撃|標的)(?:対象|先)|標的|攻撃を受けた|侵害された|改[ざ竄]んされた|感染(?:した)?端末|対象(?:サーバー?|ホスト|機器|端末|サイト|システム)|(?<![a-z])(?:our|victim|targeted|target|affected|compromised|infected|defaced))(?:側|の|公開|対象|業務|外部|内部|向け|社内|web|www|ウェブ|サイト|サーバー?|ホスト|ホスト名|ネットワーク|ルーター?|機器|端末|グローバル|ip|アドレス|url|ドメイン|メール|vpn|装置|ゲートウェイ|システム|ポータル|予約|会員|顧客|fw|ファイアウォール|dns|公式|ホームページ|プロキシ|gw|public|external|mail|server|servers|site|website|web site|address|addresses|host|hosts|hostname|gateway|firewall|router|portal|domain|network|machine|endpoint|system|proxy|own|name|web|dns|booking|customer|range|is|are|was|at|は|が|で|:|=|\s|\(|「|【|,|、|・|-|→|>|[0-9a-z.-]{4,24},){0,12}(?<address>" + AnyAddress + ")" +
        @"|\G(?:(?:当|弊|自)(?:社|院|行|局|庁|組合|市|町|村|県|区|所|校|店|署|方|庫|館|協会|グループ|大学|学|団体|機構|法人|センター|事業所)|本学|本市|本院|我が社|わが社|うちの|(?<!偽の?|偽装した|装った|装う|模した|似せた|悪性の?)(?:会員|公式|公開|予約|採用|顧客|お客様|利用者|職員|患者|問い?合わ?せ|受付|申請|申込|発券))(?:(?!攻撃元|攻撃者|送信元|接続元|発信元|通信元|不審|悪性|偽|遮断|検知|接続先|通信先|宛先|外部|不正|海外|ブロック)[一-龯々ァ-ヺーのはがで \n:=(「【,、・→-]|(?<![a-z])(?:web|www|vpn|ip|url|dns|fw|gw|mail|smtp|ssl|ssh|rdp|ntp|ad|mx)(?![a-z])){0,30}(?<address>" + AnyAddress + ")" +
        @"|\G(?<![a-z])our (?:[a-z0-9/'-]{1,15} ){1,6}?(?:at|on|is|=|:|under|behind|called|named) ?(?:the )?(?:ip |address )?\(?(?<address>" + AnyAddress + ")" +
        @"|\G(?<!(?:攻撃者|不審|悪性)の?)(?:vpn ?(?:装置|機器|ゲートウェイ|サーバー?|ルーター?)|ファイアウォール|メール(?:サーバー?|中継))(?:の|は|:|=|\(| |グローバル|ip|アドレス|外側|wan側){0,6}(?<address>" + AnyAddress + ")" +
        @"|\G(?<![a-z])(?:answer(?:ed|s|ing)|listen(?:ed|s|ing)|exposed|reachable) (?:on|at|as) (?:the internet at )?(?<address>" + AnyAddress + ")" +
        @"|\G(?<![a-z])(?:vpn (?:gateway|concentrator|appliance|server|box)|mail (?:server|gateway|relay)|firewall|(?:edge|border) router|load balancer|(?:booking|member|customer|patient|staff|official|public) (?:site|portal|page|website))(?: at| on| \(|,)* ?(?<address>" + AnyAddress + ")",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OursBefore();

    [GeneratedRegex(@"\A(?:/[0-9a-z/._-]{0,8})? ?(?:\(|は|の|,|、)? ?(?:(?:当|弊|自)(?:社|院|行|局|庁|市|町|県|所|学)|本学|被害側|被害サーバ|被害端末|当(?:組合|方|協会|機構|大学|センター|事業所)|(?:which is |that is |is |= ?)?(?:one of )?our(?:s(?![a-z])| (?:[a-z]{1,10} ){0,2}(?:servers?|site|host|own|vpn|gateway|mail|web|website|portal|dns|router|range|address|public|side|office|network))|belongs? to us|victim|(?:で|が)(?:外部から|インターネットに)?(?:待ち?受け|公開されて|露出))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OursBehind();

    [GeneratedRegex(@"\A(?:/[^\s、。」』)]{0,60})?[」』)""' ]{0,2}(?:の[^、]{1,14})?(?:が|は|を|に|で|から|へ|も)[^、]{0,24}(?:書き?[換替]え|改[ざ竄]ん|差し?替え|誰でも|だれでも|露出|丸見え|乗っ取ら|踏み台|侵入(?:され|を許)|入られ|置い(?:た|て)|置かれ|設置し|切り?離|初期化し|再起動し|暗号化され|公開(?:状態|設定)|見られ(?:た|る|て)|見える状態|閲覧でき|開け(?:た|る|て)|応答(?:し(?:な|て)|が(?:な|あ)))|\A(?:/\S{0,60})?[""')]? (?:(?:is|was|were|are|had been|has been|got|stood|answered|answers)(?: \w{1,12}){0,3} )(?:defaced|altered|replaced|open|exposed|reachable|compromised|encrypted|wiped|breached|rebooted|isolated|unplugged|world-readable|offline|rebuilt|restored|public by mistake|to (?:anybody|anyone|everybody|everyone))(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HarmBehind();

    [GeneratedRegex(@"(?:に(?:置い|設置し|据え)て?(?:い|あ|お)?(?:る|た)|で(?:使っ|運用し|公開し)て(?:い|お)(?:る|た)|(?:所有|保有|管理|運用)する|(?:置い|据え)た)[^、。]{0,10}\z|(?<![a-z])(?:we (?:\w{1,10} ){0,3}(?:clean|rebuil|restor|run|host|operate|own|isolat|unplug|shut|took|pull|reset|patch|reboot)\w{0,6}(?: down| off)?|cleaning|rebuilding|restoring|isolating|unplugging|patching) (?:the |up |on )?\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OwnBefore();

    [GeneratedRegex(@"攻撃(?:者|元|側|サーバ|用)|不審|悪性|悪意|偽|詐欺|フィッシング|騙|装(?:う|った)|なりすま|c2|犯人|(?:送信|接続|発信|通信|誘導|配布|アクセス)(?:元|先)|遮断|ブロック|リンク先|転送先|ダウンロード|(?<![a-z])(?:attackers?|malicious|rogue|actors?|phish\w*|fake|lure|bogus|fraud\w*|scam\w*|kit|c2|command and control|from|source|sources|blocked|sinkholed|downloaded|loader|dropper|abuse|look-?alike|typo-?squat\w*|redirect\w*|third[- ]party|vendor)(?![a-z])|hxxp", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex TheirsNear();

    const string Asset = @"(?!(?:cve|sha|md|tlp|rfc|iso|iec|nist|jis|apt|unc|fin|ta|ms|kb|utf|aes|rsa|ipv|usb|wpa|jvn|ghsa|inc|http|tcp|udp|ip|no|ver|win|windows|v)-?[0-9])[a-z](?=[a-z0-9_-]{0,24}[0-9])[a-z0-9]{0,14}(?:[-_][a-z0-9]{1,12}){0,4}(?<=[a-z0-9]{3})(?![a-z0-9.@-])";

    // A name that has letters and a number behind the word for a machine.
    [GeneratedRegex(
        @"\G(?:ホスト(?:名)?|サーバー?|端末|パソコン|号機|ワークステーション|機器名?|マシン|(?<![a-z])(?:hosts?|hostname|servers?|workstations?|machines?|laptops?|desktops?|nas|pc|endpoints?|terminals?))(?:名|の|は|:|=|「|\(| |called|named|name|is){0,4}(?<=[^a-z])(?<name>" + Asset + ")",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex MachineName();

    // A name that says by itself what machine it is, such as JMSV-KITA02.
    [GeneratedRegex(@"(?<![a-z0-9._/@:-])(?:[a-z]{0,5}(?:sv|srv|svr|pc|db|nas|ws|ap|dc|fs|vm|gw|nb|hmi|ews|term|mail|web)[0-9]{0,4}-[a-z]{0,8}[0-9]{1,4}|[a-z0-9]{2,8}-(?:sv|srv|svr|pc|db|nas|ws|ap|dc|fs|vm|nb|hmi|ews|term|mail|web)-?[0-9]{1,4})(?![a-z0-9.@-])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Named();

    [GeneratedRegex(@"攻撃(?:者|元|側)|不審な|c2|犯人|送信元|attacker|malicious|rogue|actor|型番|機種|model", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Theirs();
}
