using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Ceptoars;

/// <summary>A ministry with competence for sectors of critical infrastructure (重要インフラ所管省庁).</summary>
public record MinistryFacts(string Code, string Name, string NameEn)
{
    public Guid Id => WellKnownId.Of("ministry", Code);

    /// <summary>The sectors whose CEPTOARs it oversees.</summary>
    public string[] Sectors => [.. CeptoarTable.All.Where(c => c.Ministry == Code).Select(c => c.Sector).Distinct()];

    /// <summary>The CEPTOARs whose secretariat it runs itself, and so belongs to.</summary>
    public string[] Ceptoars => [.. CeptoarTable.All.Where(c => c.SecretariatId == Id).Select(c => c.Code)];
}

/// <summary>The five competent ministries.</summary>
public static class MinistryTable
{
    public static IReadOnlyList<MinistryFacts> All { get; } =
    [
        new("MIC", "総務省", "Ministry of Internal Affairs and Communications"),
        new("FSA", "金融庁", "Financial Services Agency"),
        new("MLIT", "国土交通省", "Ministry of Land, Infrastructure, Transport and Tourism"),
        new("METI", "経済産業省", "Ministry of Economy, Trade and Industry"),
        new("MHLW", "厚生労働省", "Ministry of Health, Labour and Welfare"),
    ];
}
