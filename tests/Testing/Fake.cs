using Bogus;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Testing;

/// <summary>Whatever a test is not about: invented, and the same at each run. Override what the test names with <c>with</c>.</summary>
public static class Fake
{
    static readonly Lock Turn = new();
    static readonly Faker Bogus = new("ja") { Random = new Randomizer(20261120) };
    static int count;

    /// <summary>A version of a report as it was accepted, without anything that identifies.</summary>
    public static CaseFile CaseFile(Guid? organisationId = null, params Guid[] audience) => Invent(b => new CaseFile
    {
        OrganisationId = organisationId ?? b.Random.Guid(),
        Title = $"不審な通信の検知 {++count}",
        Body = $"{b.Random.Int(1, 12)}月{b.Random.Int(1, 28)}日、監視装置が外部との不審な通信を検知した。影響の範囲を調査している。",
        Kind = b.PickRandom("incident", "sign"),
        Audience = audience.Length > 0 ? audience : [b.Random.Guid()],
        DetectedAt = new DateTimeOffset(2026, 11, b.Random.Int(1, 19), b.Random.Int(0, 23), b.Random.Int(0, 59), 0, TimeSpan.Zero),
        Events = [b.PickRandom(Taxonomy.Events.AsEnumerable()).Value],
        Causes = [b.PickRandom(Taxonomy.Causes.AsEnumerable()).Value],
        ServiceImpact = "none",
        Severity = b.PickRandom("low", "medium", "high"),
        Urgency = "normal",
        SourceVisibility = "hidden",
        ReleaseMode = "review",
    });

    /// <summary>An active operator of a CEPTOAR, in its first version.</summary>
    /// <param name="sector">Code of a sector.</param>
    /// <param name="ceptoars">Codes of its CEPTOARs.</param>
    public static OrganisationChanged Organisation(string sector = "ict", params string[] ceptoars) => Invent(b => new OrganisationChanged
    {
        OrganisationId = b.Random.Guid(),
        Version = 1,
        Name = $"{b.Name.LastName()}通信 {++count}",
        Kind = "operator",
        Sectors = [sector],
        Ceptoars = ceptoars.Length > 0 ? ceptoars : ["telecom"],
        Region = b.PickRandom("hokkaido", "tohoku", "kanto", "chubu", "kinki", "chugoku", "shikoku", "kyushu"),
        Size = b.PickRandom("small", "medium", "large"),
        Active = true,
        HandlingRulesVersion = HandlingRules.Current,
    });

    /// <summary>The group of a CEPTOAR, in its first version.</summary>
    public static GroupChanged Group(string ceptoar = "telecom", Guid? secretariat = null, Guid? ministry = null) => Invent(b => new GroupChanged
    {
        GroupId = b.Random.Guid(),
        Version = 1,
        Kind = "ceptoar",
        Name = $"{ceptoar} CEPTOAR",
        NameEn = $"{ceptoar} CEPTOAR",
        Ceptoars = [ceptoar],
        Kinds = [],
        Organisations = [],
        Secretariat = secretariat,
        Ministry = ministry,
    });

    /// <summary>What identifies an organisation of this name.</summary>
    public static IdentifyingStrings Identifying(string name) => Invent(b =>
    {
        var number = ++count % 16;
        return new IdentifyingStrings
        {
            Names = [name],
            Aliases = [$"{b.Name.LastName()}グループ"],
            Domains = [$"operator-{count}.example"],
            Cidrs = [$"198.18.{number}.0/28"],
            Systems = [$"第{number}基幹システム"],
            Vendors = [$"{b.Name.LastName()}システムズ"],
            People = [$"{b.Name.LastName()}{b.Name.FirstName()}"],
        };
    });

    static T Invent<T>(Func<Faker, T> invent)
    {
        lock (Turn) return invent(Bogus);
    }
}
