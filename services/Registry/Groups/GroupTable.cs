using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Groups;

/// <summary>A group that every hub has: everyone in one of the CEPTOARs, of one of the sectors or of one of the kinds.</summary>
public record GroupFacts(string Key, string Kind, string Name, string NameEn, string[] Ceptoars, string[] Kinds)
{
    public Guid Id => WellKnownId.Of("group", Key);
    public string[] Sectors { get; init; } = [];
    public Guid? Secretariat { get; init; }
    public Guid? Ministry { get; init; }
}

/// <summary>The groups that an audience may name: each CEPTOAR, each sector, and the circles that the CEPTOARs, the ministries and the centre form.</summary>
public static class GroupTable
{
    public static IReadOnlyList<GroupFacts> All { get; } =
    [
        .. CeptoarTable.All.Select(c => new GroupFacts($"ceptoar/{c.Code}", Group.OfCeptoar, c.Name, c.NameEn, [c.Code], []) { Secretariat = c.SecretariatId, Ministry = c.MinistryId }),
        .. Contracts.Sectors.All.Select(s => new GroupFacts($"sector/{s.Value}", "sector", $"{s.Ja}分野", $"{s.En} sector", [], []) { Sectors = [s.Value] }),
        new("allCeptoars", "allCeptoars", "全CEPTOAR", "All CEPTOARs", Codes(_ => true), []),
        new("financialCouncil", "financialCouncil", "金融CEPTOAR連絡協議会", "Financial CEPTOAR Liaison Council", Codes(c => c.Sector == "finance"), []),
        // rail and medical stand with the Council's observers
        new("council", "council", "セプターカウンシル", "CEPTOAR Council", Codes(c => c.Code is not ("rail" or "medical")), []),
        new("ministries", "ministries", "重要インフラ所管省庁", "Competent ministries", [], [OrganisationKind.Ministry]),
        new("centre", "centre", "センター", "National centre", [], [OrganisationKind.Centre]),
    ];

    static string[] Codes(Func<CeptoarFacts, bool> which) => [.. CeptoarTable.All.Where(which).Select(c => c.Code)];
}
