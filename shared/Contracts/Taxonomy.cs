namespace Ceptoar.Contracts;

/// <summary>A code of the hub with its names. Codes are data: unknown and other are always among them.</summary>
public record Code(string Value, string Ja, string En);

/// <summary>
/// Events, causes and the other codes a report may carry. Modelled on the event and cause categories of the action plans'
/// report form; the spelling is the wire's.
/// </summary>
public static class Taxonomy
{
    public static IReadOnlyList<Code> Events { get; } =
    [
        new("precursor.sign", "予兆・ヒヤリハット", "sign, near miss"),
        new("confidentiality.leak", "情報の漏えい", "information leaked"),
        new("integrity.tampering", "情報の破壊・改ざん", "information destroyed or altered"),
        new("availability.serviceDown", "システム等の利用困難", "system or site unavailable or slow"),
        new("leading.malware", "マルウェア等の感染", "malware infection"),
        new("leading.codeExecution", "不正コード等の実行", "malicious code executed"),
        new("leading.intrusion", "システム等への侵入", "intrusion"),
        new("other", "その他", "other"),
        new("unknown", "不明", "unknown"),
    ];

    public static IReadOnlyList<Code> Causes { get; } =
    [
        new("intentional.suspiciousMail", "不審メール等の受信", "suspicious mail received"),
        new("intentional.credentialAbuse", "ユーザID等の偽り", "forged or stolen credentials"),
        new("intentional.dos", "DoS攻撃等の大量アクセス", "DoS, mass access"),
        new("intentional.unauthorisedAccess", "情報の不正取得・不正アクセス", "unauthorised access, theft"),
        new("intentional.malware", "マルウェア", "malware as the means"),
        new("intentional.insider", "内部不正", "insider"),
        new("intentional.other", "その他の意図的要因", "other intentional"),
        new("accidental.userError", "操作ミス", "mistake in use"),
        new("accidental.userManagement", "管理ミス", "mistake in management"),
        new("accidental.suspiciousFile", "不審ファイルの実行", "suspicious file run"),
        new("accidental.suspiciousSite", "不審サイトの閲覧", "suspicious site visited"),
        new("accidental.contractor", "外部委託先の管理ミス", "contractor's mistake"),
        new("accidental.equipmentFailure", "機器等の故障", "equipment failure"),
        new("accidental.vulnerability", "システムの脆弱性", "weakness in a system"),
        new("accidental.otherSector", "他分野の障害からの波及", "spread from another sector's failure"),
        new("environmental", "災害・疾病等", "disaster, disease"),
        new("other", "その他", "other"),
        new("unknown", "不明", "unknown"),
    ];

    public static IReadOnlyList<Code> Kinds { get; } =
    [
        new("incident", "IT障害", "incident"),
        new("sign", "予兆情報", "sign"),
    ];

    public static IReadOnlyList<Code> Stages { get; } =
    [
        new("first", "第一報", "first report"),
        new("followUp", "続報", "follow-up"),
        new("final", "最終報", "final report"),
    ];

    public static IReadOnlyList<Code> ServiceImpacts { get; } =
    [
        new("none", "影響なし", "none"),
        new("degraded", "低下", "degraded"),
        new("stopped", "停止", "stopped"),
        new("unknown", "不明", "unknown"),
    ];

    public static IReadOnlyList<Code> Severities { get; } =
    [
        new("low", "低", "low"),
        new("medium", "中", "medium"),
        new("high", "高", "high"),
        new("critical", "緊急", "critical"),
        new("unknown", "不明", "unknown"),
    ];

    public static IReadOnlyList<Code> Urgencies { get; } =
    [
        new("normal", "通常", "normal"),
        new("urgent", "至急", "urgent"),
    ];

    /// <summary>Who besides the reporter's organisation may read original and source (invariant I10).</summary>
    /// <summary>The eight regions of Japan, and its halves where a region would point to a source.</summary>
    public static IReadOnlyList<Code> Regions { get; } =
    [
        new("hokkaido", "北海道", "Hokkaido"),
        new("tohoku", "東北", "Tohoku"),
        new("kanto", "関東", "Kanto"),
        new("chubu", "中部", "Chubu"),
        new("kinki", "近畿", "Kinki"),
        new("chugoku", "中国地方", "Chugoku"),
        new("shikoku", "四国", "Shikoku"),
        new("kyushu", "九州・沖縄", "Kyushu and Okinawa"),
        new("east", "東日本", "eastern Japan"),
        new("west", "西日本", "western Japan"),
    ];

    public static IReadOnlyList<Code> OrganisationSizes { get; } =
    [
        new("small", "小規模", "small"),
        new("medium", "中規模", "medium-sized"),
        new("large", "大規模", "large"),
    ];

    /// <summary>How exactly a time is told.</summary>
    public static IReadOnlyList<Code> TimeGrains { get; } =
    [
        new("hour", "1時間単位", "to the hour"),
        new("day", "日単位", "to the day"),
        new("month", "月単位", "to the month"),
    ];

    public static IReadOnlyList<Code> SourceVisibilities { get; } =
    [
        new("hidden", "誰にも開示しない", "nobody"),
        new("ceptoar", "所属セプター事務局", "the CEPTOAR's secretariat"),
        new("ministry", "所管省庁とセンター", "the ministry and the centre"),
        new("centre", "センターのみ", "the centre alone"),
    ];

    public static IReadOnlyList<Code> ReleaseModes { get; } =
    [
        new("review", "確認後に提供", "after review"),
        new("auto", "速報を自動で提供", "flash at once"),
    ];

    public static IReadOnlyList<Code> OnwardPartners { get; } =
    [
        new("jpcert", "JPCERT/CC", "JPCERT/CC"),
        new("ipa", "IPA", "IPA"),
        new("police", "警察", "police"),
    ];

    /// <summary>What a recipient may not do with an item, or must do (取扱制限).</summary>
    public static IReadOnlyList<Code> HandlingRestrictions { get; } =
    [
        new("noCopy", "複製禁止", "no copies"),
        new("noRedistribution", "再配布禁止", "not to be passed on"),
        new("noTakeOut", "持出禁止", "not to be taken out"),
        new("encrypt", "暗号化必須", "keep encrypted"),
        new("destroyAfterReading", "読後廃棄", "destroy after reading"),
    ];

    /// <summary>What an advisory is for (情報共有の目的).</summary>
    public static IReadOnlyList<Code> Purposes { get; } =
    [
        new("prevention", "未然防止", "prevention"),
        new("containment", "拡大防止・迅速な復旧", "containment and quick recovery"),
        new("analysis", "原因等の分析・検証", "analysis"),
    ];

    /// <summary>The sharing scheme that what an advisory tells came by.</summary>
    public static IReadOnlyList<Code> Origins { get; } =
    [
        new("own", "発信元による分析", "the issuer's own analysis"),
        new("reports", "情報連絡", "reports of operators"),
        new("c4tap", "C4TAP", "C4TAP"),
        new("jcsip", "J-CSIP", "J-CSIP"),
        new("gsoc", "GSOC", "GSOC"),
        new("jpcert", "JPCERT/CC", "JPCERT/CC"),
        new("ipa", "IPA", "IPA"),
        new("police", "警察", "police"),
        new("vendor", "製品開発者", "vendor"),
        new("public", "公開情報", "published information"),
        new("other", "その他", "other"),
    ];

    /// <summary>Kinds of indicator; the names are STIX 2.1's where it has one.</summary>
    public static IReadOnlyList<Code> IndicatorTypes { get; } =
    [
        new("ipv4", "IPv4アドレス", "IPv4 address"),
        new("ipv6", "IPv6アドレス", "IPv6 address"),
        new("domain", "ドメイン名", "domain name"),
        new("url", "URL", "URL"),
        new("email", "メールアドレス", "e-mail address"),
        new("md5", "MD5", "MD5"),
        new("sha1", "SHA-1", "SHA-1"),
        new("sha256", "SHA-256", "SHA-256"),
        new("asn", "AS番号", "AS number"),
        new("cve", "CVE", "CVE"),
        new("fileName", "ファイル名", "file name"),
        new("product", "製品", "product"),
        new("other", "その他", "other"),
    ];

    public static IReadOnlyList<Code> IndicatorRoles { get; } =
    [
        new("attacker", "攻撃側", "attacker"),
        new("victim", "被害側", "victim"),
        new("unknown", "不明", "unknown"),
    ];

    /// <summary>The sentences in which a reporter may answer a question through the hub.</summary>
    public static IReadOnlyList<Code> SourceAnswers { get; } =
    [
        new("yes", "はい。", "Yes."),
        new("no", "いいえ。", "No."),
        new("notKnown", "分かりません。", "That is not known."),
        new("checking", "確認中です。分かり次第お答えします。", "It is being checked; an answer will follow."),
        new("asItSays", "提供済みの情報のとおりです。", "It is as the advisory says."),
        new("followUp", "続報でお知らせします。", "A follow-up report will tell."),
        new("cannotSay", "お答えできません。", "That cannot be answered."),
    ];

    public static bool Knows(this IReadOnlyList<Code> codes, string? value) => codes.Any(c => c.Value == value);

    public static Code Of(this IReadOnlyList<Code> codes, string? value) =>
        codes.FirstOrDefault(c => c.Value == value) ?? new("unknown", "不明", "unknown");
}

/// <summary>The sectors of critical infrastructure (重要インフラ分野), 13 since FY2014.</summary>
public static class Sectors
{
    public static IReadOnlyList<Code> All { get; } =
    [
        new("ict", "情報通信", "information and communication"),
        new("finance", "金融", "finance"),
        new("aviation", "航空", "aviation"),
        new("rail", "鉄道", "rail"),
        new("electricity", "電力", "electricity"),
        new("gas", "ガス", "gas"),
        new("government", "政府・行政サービス", "government services"),
        new("medical", "医療", "medical"),
        new("water", "水道", "water"),
        new("logistics", "物流", "logistics"),
        new("chemical", "化学", "chemical"),
        new("credit", "クレジット", "credit"),
        new("petroleum", "石油", "petroleum"),
    ];
}
