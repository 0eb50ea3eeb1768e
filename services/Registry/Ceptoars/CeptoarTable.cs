using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Ceptoars;

/// <summary>A CEPTOAR: its sector, its competent ministry, and the body that runs its secretariat (null where the ministry does).</summary>
public record CeptoarFacts(string Code, string Name, string NameEn, string Sector, string Ministry, SecretariatFacts? Body)
{
    public Guid MinistryId => WellKnownId.Of("ministry", Ministry);

    /// <summary>Relays what it gets to organisations that are no members: the waterworks to all utilities.</summary>
    public bool HasSecondHop { get; init; }

    public Guid SecretariatId => Body is null ? MinistryId : WellKnownId.Of("secretariat", Code);
}

/// <summary>The body that runs a secretariat.</summary>
public record SecretariatFacts(string Name, string NameEn);

/// <summary>The 18 CEPTOARs as of March 2014 (the centre's table of CEPTOARs and its map), in its order.</summary>
public static class CeptoarTable
{
    public static IReadOnlyList<CeptoarFacts> All { get; } =
    [
        new("telecom", "T-CEPTOAR", "T-CEPTOAR (telecommunications)", "ict", "MIC", new("一般財団法人日本データ通信協会 テレコム・アイザック推進会議", "Telecom-ISAC Japan, Japan Data Communications Association")),
        new("cable", "ケーブルテレビCEPTOAR", "Cable Television CEPTOAR", "ict", "MIC", new("一般社団法人日本ケーブルテレビ連盟", "Japan Cable and Telecommunications Association")),
        new("broadcasting", "放送CEPTOAR", "Broadcasting CEPTOAR", "ict", "MIC", new("一般社団法人日本民間放送連盟", "The Japan Commercial Broadcasters Association")),
        new("banks", "銀行等CEPTOAR", "Banks CEPTOAR", "finance", "FSA", new("一般社団法人全国銀行協会", "Japanese Bankers Association")),
        new("securities", "証券CEPTOAR", "Securities CEPTOAR", "finance", "FSA", new("日本証券業協会", "Japan Securities Dealers Association")),
        new("life", "生命保険CEPTOAR", "Life Insurance CEPTOAR", "finance", "FSA", new("一般社団法人生命保険協会", "The Life Insurance Association of Japan")),
        new("general", "損害保険CEPTOAR", "General Insurance CEPTOAR", "finance", "FSA", new("一般社団法人日本損害保険協会", "The General Insurance Association of Japan")),
        new("aviation", "航空分野におけるCEPTOAR", "Aviation CEPTOAR", "aviation", "MLIT", Body: null),
        new("rail", "鉄道CEPTOAR", "Railway CEPTOAR", "rail", "MLIT", Body: null),
        new("electricity", "電力CEPTOAR", "Electricity CEPTOAR", "electricity", "METI", new("電気事業連合会", "The Federation of Electric Power Companies of Japan")),
        new("gas", "GAS CEPTOAR", "Gas CEPTOAR", "gas", "METI", new("一般社団法人日本ガス協会", "The Japan Gas Association")),
        new("local-government", "自治体CEPTOAR", "Local Government CEPTOAR", "government", "MIC", new("地方公共団体情報システム機構", "Japan Agency for Local Authority Information Systems")),
        new("medical", "医療CEPTOAR", "Medical CEPTOAR", "medical", "MHLW", Body: null),
        new("water", "水道CEPTOAR", "Water CEPTOAR", "water", "MHLW", new("公益社団法人日本水道協会", "Japan Water Works Association")) { HasSecondHop = true },
        new("logistics", "物流CEPTOAR", "Logistics CEPTOAR", "logistics", "MLIT", new("一般社団法人日本物流団体連合会", "Japan Federation of Freight Industries")),
        new("chemical", "化学CEPTOAR", "Chemical CEPTOAR", "chemical", "METI", new("石油化学工業協会", "Japan Petrochemical Industry Association")),
        new("credit", "クレジットCEPTOAR", "Credit CEPTOAR", "credit", "METI", new("一般社団法人日本クレジット協会", "Japan Consumer Credit Association")),
        new("petroleum", "石油CEPTOAR", "Petroleum CEPTOAR", "petroleum", "METI", new("石油連盟", "Petroleum Association of Japan")),
    ];

    public static CeptoarFacts? Find(string? code) => All.FirstOrDefault(c => c.Code == code);

    /// <summary>The sectors of these CEPTOARs, each once.</summary>
    public static IEnumerable<string> SectorsOf(IEnumerable<string> ceptoars) => ceptoars.Select(Find).OfType<CeptoarFacts>().Select(c => c.Sector).Distinct();
}
