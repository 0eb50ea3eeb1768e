namespace Ceptoar.Registry.Map;

/// <summary>What the map tells of a CEPTOAR beyond the table of CEPTOARs.</summary>
/// <param name="Desk">The desk of its secretariat (窓口); null where the secretariat itself is.</param>
/// <param name="MemberKinds">Who its members are; null while that is being settled (調整中), as the next two.</param>
/// <param name="Information">What is shared.</param>
/// <param name="HandlingRules">The month since which its rules on handling information stand, such as 2007-03.</param>
public record CeptoarProfile(string? Desk, string? MemberKinds, string? Information, string? HandlingRules)
{
    const string Failures = "障害事例情報等";

    /// <summary>The month that <see cref="Of"/> stands for.</summary>
    public const string AsOf = "2014-03";

    static readonly CeptoarProfile Unsettled = new(null, null, null, null);

    static readonly Dictionary<string, CeptoarProfile> All = new()
    {
        ["telecom"] = new(null, "固定系ネットワーク保有事業者、アクセス系事業者、ISP事業者、携帯電話事業者等", Failures, "2007-01"),
        ["cable"] = new(null, "正会員のうちケーブルテレビ事業者", Failures, "2012-11"),
        ["broadcasting"] = new(null, "日本放送協会、地上系民間放送事業者、日本民間放送連盟", Failures, "2007-03"),
        ["banks"] = new("事務システム部", "銀行、信用金庫、信用組合、労働金庫、商工組合中央金庫、農業協同組合等", Failures, "2007-03"),
        ["securities"] = new("IT管理部", "証券会社、金融商品取引所等", Failures, "2007-03"),
        ["life"] = new("総務部コンプライアンス統括グループ", "正会員、特別会員", Failures, "2007-03"),
        ["general"] = new("IT推進部共同システム開発室", "情報システム委員会の委員会社等", Failures, "2007-03"),
        ["aviation"] = new("航空局安全企画課", "航空運送事業者、定期航空協会、航空局、気象庁", Failures, "2007-03"),
        ["rail"] = new("鉄道局総務課危機管理室", "鉄道事業者22社、1団体、鉄道局", Failures, "2007-03"),
        ["electricity"] = new("情報通信部", "一般電気事業者、日本原子力発電、電源開発、電気事業連合会、電力中央研究所", "脆弱性に関する情報等", "2006-09"),
        ["gas"] = new("保安技術グループ", "主要な都市ガス事業者10社", Failures, "2007-03"),
        ["local-government"] = new(null, "都道府県、市区町村", Failures, "2007-03"),
        ["medical"] = new("医政局研究開発振興課医療技術情報推進室", "病院、日本医師会、保健医療福祉情報システム工業会", Failures, "2008-03"),
        ["water"] = new("総務部総務課", "会長都市、地方支部長都市(内容に応じ会員水道事業体へ二次展開)", Failures, "2008-03"),
        ["logistics"] = new(null, "物流事業者等", Failures, "2008-03"),
    };

    /// <summary>The profile of a CEPTOAR as the map of March 2014 has it.</summary>
    public static CeptoarProfile Of(string ceptoar) => All.GetValueOrDefault(ceptoar, Unsettled);
}
