using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>How a control system is built or was manipulated; that there is one, or that it was not touched, tells nothing.</summary>
public static partial class ControlSystemSignals
{
    const int Near = 60;

    static readonly Anchored Systems = new(
        System(),
        "制御", "監視制御", "遠方監視", "遠隔監視", "テレメータ", "テレコン", "シーケンサ", "計装", "安全計装", "保護リレー", "保護継電", "連動装置", "運行管理", "エンジニアリング", "scada", "plc", "dcs", "hmi", "rtu", "ied", "modbus", "dnp", "iec", "opc", "bacnet", "profinet", "profibus",
        "ethernet/ip", "cc-link", "s7comm", "s7-", "simatic", "step 7", "step7", "wincc", "melsec", "sysmac", "centum", "deltav", "controllogix", "compactlogix", "modicon", "tricon", "goose", "industrial control", "control ", "process control", "train control", "traffic control", "engineering ", "ot network", "ot機器", "otシステム", "ot環境", "ot asset", "ot device", "ot 機器", "ot システム", "ot 環境", "ot ネットワーク", "otネットワーク", "otnetwork", "safety instrumented", "historian", "substation", "protection relay", "process control");

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        var text = field.Prose.Text;
        int[]? details = null;
        foreach (var match in Systems.In(text))
        {
            if (found.Enough(SignalTable.ControlSystem)) return;
            if (match.ValueSpan is "dcs" && !field.Prose.Capital(match.Index + 2)) continue; // data centres

            var sentence = field.Prose.SentenceAt(match.Index, match.Length);
            var (from, to) = (Math.Max(sentence.From, match.Index - Near), Math.Min(sentence.To, match.Index + match.Length + Near));
            if (!Any(details ??= Details(text), from, to) || (Untouched().IsMatch(sentence.Whole) && !Manipulated().IsMatch(sentence.Whole))) continue;

            found.Add(SignalTable.ControlSystem, field.Prose.ToOriginal(match.Index, match.Length));
        }
    }

    static int[] Details(string text)
    {
        var places = new List<int>();
        foreach (var match in Detail().EnumerateMatches(text)) places.Add(match.Index);

        return [.. places];
    }

    static bool Any(int[] places, int from, int to)
    {
        var found = Array.BinarySearch(places, from);
        var first = found < 0 ? ~found : found;
        return first < places.Length && places[first] < to;
    }

    [GeneratedRegex(
        @"\G(?:制御(?:システム|系|機器|装置|ネットワーク|盤|用|端末|サーバ|コントローラ|プログラム|室|ロジック|パラメータ|動作(?:条件|設定)|警報(?:の)?(?:抑止|無効)|操作(?:画面|盤)|(?:不正|勝手|何者か|遠隔|第三者)[^。\n]{0,15}(?:変更|操作|消去|停止|無効|解除|起動|実行)|設備)|監視制御|遠方監視|遠隔監視|テレメータ|テレコン|シーケンサ|安全計装|計装(?:システム|盤|機器)|保護リレー|保護継電器?|連動装置|運行管理(?:システム|装置)|エンジニアリング(?:ワークステーション|端末|ステーション|pc)|(?<![a-z])(?:scada|plc|dcs|hmi|rtu|ied)s?(?![a-z])|modbus|(?<![a-z])dnp ?3|iec ?-?6(?:0870|1850|1131)|(?<![a-z])opc[ -]?(?:ua|da|classic)|bacnet|profi(?:net|bus)|ethernet/ip|cc-link|(?<![a-z0-9])s7(?:comm|-[0-9]{3,4})|simatic|step ?7|wincc|melsec|sysmac|centum|deltav|(?:control|compact)logix|modicon|tricon(?:ex)?(?![a-z])|(?<![a-z])goose(?![a-z])" +
        @"|industrial control|(?:process |train |traffic )?control (?:systems?|networks?|devices?|servers?|units?|logic)|engineering (?:work)?stations?|(?<![a-z])ot ?(?:network|ネットワーク|機器|システム|環境|assets?|devices?)|safety instrumented|(?<![a-z])historian|substation|protection relays?)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex System();

    [GeneratedRegex(
        @"レジスタ|設定値|整定値|閾値|しきい値|ラダー|ファームウェア?(?=[^。\n]{0,20}(?:[0-9]|版|バージョン|改ざん|書き?換|脆弱|更新|ダウングレード))|(?:[0-9]|版|バージョン)[^。\n]{0,8}ファームウェア?|インターロック|保護リレー|保護継電|安全計装|(?:構成|系統|結線|配線|配置|回路|ネットワーク)図|ネットワーク構成|認証(?:なし|無し|を要し|が不要|不要|が無|がな|を回避|が設定されていない)|無認証|未認証|書き?込[みめまん]|書き?換え|改[ざ竄]ん|コイル|ファンクション|機能コード|ポート|(?:ip ?)アドレス|タグ名|入出力|遮断器|開閉器|バルブ|弁(?:の|を|が)|塩素|注入(?:量|率|ポンプ)|目標値|制御(?:コマンド|命令|ロジック|指令)|コマンド|運転モード|緊急停止|既定(?:の)?パスワード|初期パスワード|デフォルトパスワード|共有アカウント|型[番式]|機種|スレーブ|局番|バージョン|ロジック|プログラム(?:の|を|が)|接続(?:構成|経路|方式)|リモート(?:接続|保守|デスクトップ|アクセス)|vpn経由" +
        @"|registers?(?![a-z])|set ?-?points?|ladder|firmware|interlocks?(?![a-z])|protection relays?|topology|network diagram|single[ -]line diagram|unauthenticated|without authentication|no authentication|authentication bypass|(?<![a-z])(?:over)?(?:write|writes|wrote|written)(?![a-z])|(?<![a-z])coils?(?![a-z])|function codes?|(?<![a-z])ports?(?![a-z])|(?<![a-z])(?:tcp|udp)[/ ]?[0-9]|[0-9]{2,5}/(?:tcp|udp)|:502(?![0-9])|(?<![0-9])(?:[0-9]{1,3}\.){3}[0-9]{1,3}|ip address|(?<![a-z])tags?(?![a-z])|breakers?(?![a-z])|valves?(?![a-z])|dosing|default (?:password|credential)|slave id|unit id|node id|asdu|control (?:commands?|logic)|operating mode|emergency (?:stop|shutdown)|safety (?:logic|function|instrumented)|model (?:number|[a-z]{0,4}[0-9])|version [0-9]|(?<![a-z])v[0-9]+\.[0-9]|project files?|(?<![a-z])(?:logic|changed|altered|modified|manipulated|overrode|overridden|disabled|tampered)(?![a-z])|(?<![a-z])recipes?(?![a-z])|set ?values?|control parameters?|(?<![a-z])goose(?![a-z])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Detail();

    [GeneratedRegex(
        @"(?:影響|被害|異常|侵害|侵入|到達|改[ざ竄]ん|変更|不審な(?:通信|操作|書き?込み))(?:の|した|された)?(?:痕跡|形跡|事実|兆候)?(?:は|も|が)?(?:一切|特に|現時点で|現在のところ|確認の?結果)?、?(?:なし|な[いくか]|無[しいく]|ありません|なかった|及んで(?:い)?(?:ない|ません)|及ばな|認められ(?:て(?:い)?)?(?:ない|ず|ません|なかった)|確認(?:は)?(?:され|でき)(?:て(?:い)?)?(?:ない|ず|ません|なかった|おらず)|出て(?:い)?(?:ない|ません)|受けて(?:い)?(?:ない|ません|おらず)|検知されて(?:い)?ない)|(?:とは|から|と)(?:物理的に|論理的に|完全に|独立して)?(?:分離|独立|切り離|隔離|遮断)|接続(?:されて|して)(?:い|お)?(?:ない|ません|らず)|(?:分離|隔離)(?:されて|して)(?:い|お)" +
        @"|(?<![a-z])(?:not|un|never|n't) ?(?:been |be |have been )?(?:affected|reached|touched|impacted|compromised|involved|connected|reachable|accessible)|no (?:impact|effect|evidence|sign|signs|indication|trace|traces|change|changes)(?![a-z])|isolated from|(?:is|are|was|were|fully|physically|logically) (?:separated?|segregated|segmented|isolated)|air-?gapped|remains? (?:intact|unaffected|normal)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Untouched();

    // A denial and a fact in one sentence: "the PLC is isolated, yet registers were written".
    [GeneratedRegex(@"(?:が|を|は)(?:不正に)?(?:書き?換え|変更|改[ざ竄]ん|操作|書き?込)(?:され(?!(?:て(?:い)?)?(?:ない|ず|ません|なかった|おらず|た(?:痕跡|形跡|事実)))|ま)|(?:was|were|been) (?:written|overwritten|changed|modified|altered|manipulated|tampered|downloaded)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Manipulated();
}
