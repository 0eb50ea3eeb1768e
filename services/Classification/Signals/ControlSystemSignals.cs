using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>How a control system is built or was manipulated; that there is one, or that it was not touched, tells nothing.</summary>
public static partial class ControlSystemSignals
{
    const int Reach = 60;
    const int LongestDetail = 60;

    static readonly Anchored Systems = new(
        System(),
        "制御", "監視制御", "遠方監視", "遠隔監視", "テレメータ", "テレコン", "シーケンサ", "計装", "安全計装", "保護リレー", "保護継電", "連動装置", "運行管理", "エンジニアリング", "scada", "plc", "dcs", "hmi", "rtu", "ied", "modbus", "dnp", "iec", "opc", "bacnet", "profinet", "profibus",
        "ethernet/ip", "cc-link", "s7comm", "s7-", "simatic", "step 7", "step7", "wincc", "melsec", "sysmac", "centum", "deltav", "controllogix", "compactlogix", "modicon", "tricon", "goose", "industrial control", "control ", "process control", "train control", "traffic control", "engineering ", "ot network", "ot機器", "otシステム", "ot環境", "ot asset", "ot device", "ot 機器", "ot システム", "ot 環境", "ot ネットワーク", "otネットワーク", "otnetwork", "safety instrumented", "historian", "substation", "protection relay",
        "fcs", "vnet", "fl-net", "tm/tc", "hart", "canopen", "knx", "lonworks", "mms", "dlms", "c37.118", "foundation fieldbus", "devicenet", "ethercat", "mitsubishi q", "三菱", "横河", "オムロン", "キーエンス", "日立", "富士電機", "東芝", "yokogawa", "omron", "rockwell", "allen-bradley", "schneider", "siemens", "honeywell", "emerson", "unitronics", "wago", "beckhoff", "codesys", "experion", "ovation", "toyopuc", "hidic", "micrex", "wonderware", "ifix", "factorytalk", "ignition", "citect", "niagara", "tank gaug", "building management", "bms", "ビル管理", "中央監視", "安全plc", "loop controller");

    static readonly Anchored Equipment = new(
        Plant(),
        "ポンプ", "バルブ", "弁", "ボイラ", "タービン", "発電", "変圧器", "遮断器", "開閉器", "断路器", "継電器", "リレー", "インバータ", "コンプレッサ", "圧縮機", "攪拌", "撹拌", "薬注", "塩素", "配水池", "炉", "計装", "液位計", "水位", "流量計", "圧力計", "伝送器", "計器", "センサ", "空調", "冷凍機", "チラー", "変電", "信号", "転てつ", "転轍", "踏切", "呼吸器", "透析", "輸液", "撮影装置", "麻酔", "コントローラ", "パワコン", "パワーコンディショナ", "蓄電", "スマートメータ", "クレーン", "コンベ", "昇降機", "エレベータ", "水門", "ダム", "ラダー", "ガバナ", "整圧器", "荷役", "ミキサ", "フィーダ",
        "pump", "valve", "boiler", "turbine", "generator", "transformer", "breaker", "relay", "feeder", "inverter", "compressor", "chiller", "furnace", "gauge", "meter", "transmitter", "sensor", "actuator", "hvac", "signalling", "signaling", "interlocking", "point machine", "crossing", "ventilator", "dialysis", "conveyor", "crane", "elevator", "lift ", "wind farm", "controller", "ladder", "reactor", "dosing", "chlorin", "reservoir", "sluice", "anaesthesia", "scanner", "imaging", "battery", "kiln", "burner", "governor", "reclos");

    // One of them stands in every detail.
    static readonly WordSet DetailCues = new("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "レジスタ", "設定", "固着", "二重化", "冗長", "替わ", "セグメント", "指令", "出力", "開度", "水位", "流量", "セキュリティモード", "タグ", "トレンド", "点数表", "i/oリスト", "帳票", "プロジェクトファイル", "シリアル", "平文", "暗号化され", "脆弱", "cve", "乗っ取", "不正", "停止", "整定値", "閾値", "しきい値", "ラダー", "ファーム", "インターロック", "保護", "安全計装", "図", "ネットワーク構成", "認証", "書込", "書き込", "書換", "書き換", "改ざん", "改竄ん", "コイル", "ファンクション", "機能コード", "ポート", "アドレス", "入出力", "遮断器", "開閉器", "バルブ", "弁", "塩素", "注入", "目標値", "命令", "コマンド", "運転モード", "緊急停止", "パスワード", "共有アカウント", "型番", "型式", "機種", "スレーブ", "局番", "バージョン", "ロジック", "プログラム", "接続", "リモート", "経由", "register", " map", " list", " mode", "flat ", "jump ", "bus", "crc", "subnet", "vlan", "segment", "redundan", "changeover", "dual", "plaintext", "coded", "exploit", "vulnerab", "remotely", "command", "denial", "point", "ladder", "firmware", "interlock", "relay", "topology", "diagram", "authenticat", "write", "wrote", "written", "coil", "code", "port", "tcp", "udp", "address", "tag", "breaker", "valve", "dosing", "default ", "slave", "unit id", "node id", "asdu", "logic", "emergency ", "safety ", "model ", "version", "project", "changed", "altered", "modified", "manipulated", "overrode", "overridden", "disabled", "tampered", "recipe", "value", "parameter", "goose");

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        Told(Systems, Detail(), DetailCues, field, found);
        Told(Equipment, Manipulation(), null, field, found);
    }

    static void Told(Anchored things, Regex said, WordSet? cues, FieldText field, SignalList found)
    {
        var text = field.Prose.Text;
        if (cues is not null && !field.Prose.Words.Any(cues)) return;

        var (searched, last) = (0, -1);
        foreach (var match in things.In(field.Prose.Words))
        {
            if (found.Enough(SignalTable.ControlSystem)) return;
            if (match.ValueSpan is "dcs" && !field.Prose.Capital(match.Index + 2)) continue; // data centres

            var sentence = field.Prose.SentenceAt(match.Index, match.Length);
            var (from, to) = (Math.Max(sentence.From, match.Index - Reach), Math.Min(sentence.To, match.Index + match.Length + Reach));
            if (!Detailed(said, text, from, to, ref searched, ref last) || (Untouched().IsMatch(sentence.Whole) && !Manipulated().IsMatch(sentence.Whole))) continue;

            found.Add(SignalTable.ControlSystem, field.Prose.ToOriginal(match.Index, match.Length));
        }
    }

    /// <summary>Whether a detail begins in a stretch. Stretches come in order and overlap: what was searched is not searched again.</summary>
    /// <param name="said">What a detail reads like.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="from">Start of the stretch.</param>
    /// <param name="to">End of the stretch.</param>
    /// <param name="searched">How far earlier stretches were searched.</param>
    /// <param name="last">Where the last detail begins; -1 where none did.</param>
    static bool Detailed(Regex said, string text, int from, int to, ref int searched, ref int last)
    {
        foreach (var detail in said.EnumerateMatches(text.AsSpan(0, Math.Min(text.Length, to + LongestDetail)), Math.Max(from, searched)))
        {
            if (detail.Index >= to) break;

            last = detail.Index;
        }

        searched = Math.Max(searched, to);
        return last >= from;
    }

    [GeneratedRegex(
        @"\G(?:制御(?:システム|系|機器|装置|ネットワーク|盤|用|端末|サーバ|コントローラ|プログラム|室|ロジック|パラメータ|動作(?:条件|設定)|警報(?:の)?(?:抑止|無効)|操作(?:画面|盤)|(?:不正|勝手|何者か|遠隔|第三者)[^。\n]{0,15}(?:変更|操作|消去|停止|無効|解除|起動|実行)|設備)|監視制御|遠方監視|遠隔監視|テレメータ|テレコン|シーケンサ|安全計装|計装(?:システム|盤|機器)|保護リレー|保護継電器?|連動装置|運行管理(?:システム|装置)|エンジニアリング(?:ワークステーション|端末|ステーション|pc)|(?<![a-z])(?:scada|plc|dcs|hmi|rtu|ied)s?(?![a-z])|modbus|(?<![a-z])dnp ?3|iec ?-?6(?:0870|1850|1131)|(?<![a-z])opc[ -]?(?:ua|da|classic)|bacnet|profi(?:net|bus)|ethernet/ip|cc-link|(?<![a-z0-9])s7(?:comm|-[0-9]{3,4})|simatic|step ?7|wincc|melsec|sysmac|centum|deltav|(?:control|compact)logix|modicon|tricon(?:ex)?(?![a-z])|(?<![a-z])goose(?![a-z])" +
        @"|industrial control|(?:process |train |traffic )?control (?:systems?|networks?|devices?|servers?|units?|logic)|engineering (?:work)?stations?|(?<![a-z])ot ?(?:network|ネットワーク|機器|システム|環境|assets?|devices?)|safety instrumented|(?<![a-z])historian|substation|protection relays?" +
        @"|(?<![a-z])fcs(?![a-z])|vnet|fl-net|tm/tc|(?<![a-z])hart(?: ?(?:通信|protocol|transmitter|interface|-?ip)|(?=通信))|canopen|(?<![a-z])knx(?![a-z])|lonworks|(?<![a-z])mms(?= ?(?:通信|server|report|write))|dlms|c37\.118|foundation fieldbus|devicenet|ethercat|(?:三菱|横河|オムロン|キーエンス|日立|富士電機|東芝)[^。\n]{0,8}?(?:[a-zq]シリーズ|plc|cpu|シーケンサ|コントローラ|制御|計装|[a-z]{1,6}[0-9]{1,4})|(?:yokogawa|omron|rockwell|allen-bradley|schneider|siemens|honeywell|emerson|mitsubishi)(?: \w{1,14}){0,3} (?:plcs?|controllers?|dcs|cpu|drives?|hmi|rtu|relays?)|unitronics|(?<![a-z])wago(?![a-z])|beckhoff|codesys|experion|(?<![a-z])ovation(?= )|toyopuc|hidic|micrex|wonderware|(?<![a-z])ifix(?![a-z])|factorytalk|(?<![a-z])ignition (?:gateway|scada|server)|citect|niagara|tank gaug(?:e|ing)|building management system|(?<![a-z])bms(?![a-z])|ビル管理|中央監視|loop controllers?)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex System();

    [GeneratedRegex(
        @"レジスタ|設定値|[0-9] ?(?:ma|hz|kv|kw|mw|[mk]pa|ppm|mg/l|℃|度|rpm|m3)(?![a-z])|固着|二重化|冗長|切り?替わ|セグメント|速度指令|指令(?:値|を|が)|出力(?:値|を|が)|開度|水位|流量|セキュリティモード|タグ|トレンド|点数表|i/oリスト|帳票|設定(?:の変更|を変更|が変更|を書|ファイル)|プロジェクトファイル|シリアル(?:変換|通信)|平文|暗号化されていない|脆弱|cve-|乗っ取|不正(?:な)?操作|停止(?:命令|指令|信号)|整定値|閾値|しきい値|ラダー|ファームウェア?(?=[^。\n]{0,20}(?:[0-9]|版|バージョン|改ざん|書き?換|脆弱|更新|ダウングレード))|(?:[0-9]|版|バージョン)[^。\n]{0,8}ファームウェア?|インターロック|保護リレー|保護継電|安全計装|(?:構成|系統|結線|配線|配置|回路|ネットワーク)図|ネットワーク構成|認証(?:なし|無し|を要し|が不要|不要|が無|がな|を回避|が設定されていない)|無認証|未認証|書き?込[みめまん]|書き?換え|改[ざ竄]ん|コイル|ファンクション|機能コード|ポート|(?:ip ?)アドレス|タグ名|入出力|遮断器|開閉器|バルブ|弁(?:の|を|が)|塩素|注入(?:量|率|ポンプ)|目標値|制御(?:コマンド|命令|ロジック|指令)|コマンド|運転モード|緊急停止|既定(?:の)?パスワード|初期パスワード|デフォルトパスワード|共有アカウント|型[番式]|機種|スレーブ|局番|バージョン|ロジック|プログラム(?:の|を|が)|接続(?:構成|経路|方式)|リモート(?:接続|保守|デスクトップ|アクセス)|vpn経由" +
        @"|registers?(?![a-z])|(?:modbus|register|memory|i/o|point|tag) (?:map|list)s?|security mode|flat (?:network|lan|vlan)|jump (?:host|server|box)|(?<![a-z])(?:bus|crc|subnet|vlan|segment|redundan\w{2,5}|changeover|dual-?homed|plaintext|hard-?coded|exploit\w{0,4}|cve-[0-9]|vulnerab\w{2,7}|remotely|stop command|denial of service)(?![a-z])|set ?-?points?|ladder|firmware|interlocks?(?![a-z])|protection relays?|topology|network diagram|single[ -]line diagram|unauthenticated|without authentication|no authentication|authentication bypass|(?<![a-z])(?:over)?(?:write|writes|wrote|written)(?![a-z])|(?<![a-z])coils?(?![a-z])|function codes?|(?<![a-z])ports?(?![a-z])|(?<![a-z])(?:tcp|udp)[/ ]?[0-9]|[0-9]{2,5}/(?:tcp|udp)|:502(?![0-9])|(?<![0-9])(?:[0-9]{1,3}\.){3}[0-9]{1,3}|ip address|(?<![a-z])tags?(?![a-z])|breakers?(?![a-z])|valves?(?![a-z])|dosing|default (?:password|credential)|slave id|unit id|node id|asdu|control (?:commands?|logic)|operating mode|emergency (?:stop|shutdown)|safety (?:logic|function|instrumented)|model (?:number|[a-z]{0,4}[0-9])|version [0-9]|(?<![a-z])v[0-9]+\.[0-9]|project files?|(?<![a-z])(?:logic|changed|altered|modified|manipulated|overrode|overridden|disabled|tampered)(?![a-z])|(?<![a-z])recipes?(?![a-z])|set ?values?|control parameters?|(?<![a-z])goose(?![a-z])",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Detail();

    // Equipment by itself is everyday; how it is set, addressed or was made to act is not.
    [GeneratedRegex(
        @"\G(?:ポンプ|バルブ|弁(?![護済当明理解証論])|ボイラ|タービン|発電機|発電所|変圧器|遮断器|開閉器|断路器|継電器|リレー(?!ション|ショナ|サーバ)|インバータ|コンプレッサ|圧縮機|[攪撹]拌|薬注|塩素注入|配水池|(?:加熱|焼却|溶解|反応)?炉|計装|液位計|水位計?|流量計|圧力計|伝送器|計器|センサ|空調|冷凍機|チラー|変電(?:所|設備)|信号(?:機|設備|装置|保安)|転(?:てつ|轍)|踏切|呼吸器|透析|輸液|撮影装置|麻酔|コントローラ|パワコン|パワーコンディショナ|蓄電|スマートメータ|クレーン|コンベ[ヤア]|昇降機|エレベータ|水門|ダム|ラダー|ガバナ|整圧器|荷役|ミキサ|フィーダ" +
        @"|(?<![a-z])(?:pumps?|valves?|boilers?|turbines?|generators?|transformers?|breakers?|relays?|feeders?|inverters?|compressors?|chillers?|furnaces?|(?:level|pressure|radar|tank) gauges?|(?:flow|smart|power) ?meters?|transmitters?|sensors?|actuators?|hvac|signall?ing|interlocking|point machines?|(?:level )?crossings?|ventilators?|dialysis|conveyors?|cranes?|elevators?|lift (?:controllers?|control)|wind farm|controllers?|ladder|reactors?|dosing|chlorin\w{2,6}|reservoirs?|sluices?|anaesthesia|scanners?|imaging (?:devices?|systems?)|battery (?:storage|management)|kilns?|burners?|governors?|reclosers?)(?![a-z]))",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Plant();

    [GeneratedRegex(
        @"設定値|整定|しきい値|閾値|目標値|指令値|速度指令|開度|(?<![a-z])[spm]v(?=[がをはの値 ])|レジスタ|ラダー|ファーム|インターロック|無認証|(?:認証|パスワード|暗証番号)(?:なし|無し|が(?:な|無|不要|かかって(?:い)?な)|を要し|も要ら)|(?:初期|既定|共通|工場出荷時)の?(?:パスワード|暗証番号)|modbus|bacnet|opc ?ua|hart|profi(?:net|bus)|dnp3|iec ?-?6|4-20 ?ma|(?:遠隔|外部|遠方|インターネット)(?:から|で)[^。\n]{0,12}(?:操作|起動|停止|変更|開|閉|入り?切)|(?:勝手に|何者かに?|不正に|第三者に|身に覚えのない)[^。\n]{0,20}(?:操作|開|閉|停止|起動|動|変|切|入)|強制(?:停止|出力|開|閉)|書き?換え|書き?込ま|(?:保守|デバッグ|前面|通信)ポート|パラメータ|[0-9] ?(?:hz|mpa|kpa|ppm|mg/l|℃|rpm|ml/h|a|v|kv)? ?(?:から|→|->) ?[0-9.]{1,6} ?(?:hz|[mk]pa|ppm|mg/l|℃|度|rpm|ml/h|a|v|kv|秒|%)|保持時間|制御(?:プログラム|ロジック|パラメータ)" +
        @"|set ?-?points?|set ?values?|(?<![a-z])registers?(?![a-z])|(?:protection|relay|trip|pickup) (?:settings?|limits?|values?)|(?<![a-z])pickup(?![a-z])|time dial|firmware|interlocks?(?![a-z])|ladder logic|unauthenticated|(?:without|with no|no) (?:a |any )?(?:password|authentication|log-?in|pin)(?![a-z])|(?:default|factory|hard-?coded|shared) (?:password|credential|pin|account|log-?in)s?|remotely|from (?:the internet|outside|abroad)|control (?:logic|commands?)|(?:stop|start|trip|open|close) commands?|from [0-9.]{1,7} ?\w{0,5} to [0-9.]{1,7}|(?:dosing|flow) rate|parameters? (?:were|was|had|could)|(?<![a-z])(?:overr(?:ode|idden)|overwr(?:ote|itten)|spoofed|forged)(?![a-z])|(?:holding|coil|tag) ?(?:[0-9]{3,5}|[a-z]{2,4}-?[0-9]{2,4})",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Manipulation();

    [GeneratedRegex(
        @"(?:影響|被害|異常|侵害|侵入|到達|改[ざ竄]ん|変更|不審な(?:通信|操作|書き?込み))(?:の|した|された)?(?:痕跡|形跡|事実|兆候)?(?:は|も|が)?(?:一切|特に|現時点で|現在のところ|確認の?結果)?、?(?:なし|な[いくか]|無[しいく]|ありません|なかった|及んで(?:い)?(?:ない|ません)|及ばな|認められ(?:て(?:い)?)?(?:ない|ず|ません|なかった)|確認(?:は)?(?:され|でき)(?:て(?:い)?)?(?:ない|ず|ません|なかった|おらず)|出て(?:い)?(?:ない|ません)|受けて(?:い)?(?:ない|ません|おらず)|検知されて(?:い)?ない)|(?:とは|から|と)(?:物理的に|論理的に|完全に|独立して)?(?:分離|独立|切り離|隔離|遮断)|接続(?:されて|して)(?:い|お)?(?:ない|ません|らず)|(?:分離|隔離)(?:されて|して)(?:い|お)" +
        @"|(?<![a-z])(?:not|un|never|n't) ?(?:been |be |have been )?(?:affected|reached|touched|impacted|compromised|involved|connected|reachable|accessible)|no (?:impact|effect|evidence|sign|signs|indication|trace|traces|change|changes)(?![a-z])|isolated from|(?:is|are|was|were|fully|physically|logically) (?:separated?|segregated|segmented|isolated)|air-?gapped|remains? (?:intact|unaffected|normal)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Untouched();

    // A denial and a fact in one sentence: "the PLC is isolated, yet registers were written".
    [GeneratedRegex(@"(?:が|を|は)(?:不正に)?(?:書き?換え|変更|改[ざ竄]ん|操作|書き?込)(?:され(?!(?:て(?:い)?)?(?:ない|ず|ません|なかった|おらず|た(?:痕跡|形跡|事実)))|ま)|(?:was|were|been) (?:written|overwritten|changed|modified|altered|manipulated|tampered|downloaded)|(?:somebody|someone|attackers?|intruders?|they|unknown) (?:\w{1,10} ){0,2}(?:changed|altered|raised|lowered|wrote|opened|closed|stopped|disabled)|from [0-9.]{1,7} ?[a-z/%]{0,5} to [0-9]|(?:書き?換え|変更|操作)した", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Manipulated();
}
