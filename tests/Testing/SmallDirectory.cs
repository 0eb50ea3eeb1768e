using Ceptoar.Contracts.Registry;

namespace Ceptoar.Testing;

/// <summary>
/// A directory small enough to know by heart: the telecom CEPTOAR with six operators, its secretariat and its ministry; the aviation
/// CEPTOAR with three operators, whose ministry is its secretariat; the centre; and the groups an audience may name.
/// </summary>
public sealed class SmallDirectory
{
    readonly Dictionary<Guid, IdentifyingStrings> strings = [];

    public SmallDirectory()
    {
        Telecom =
        [
            Member("青葉通信株式会社", "aoba-tsushin", 1), Member("若葉ネットワーク株式会社", "wakaba-net", 2), Member("紅葉電話株式会社", "momiji-denwa", 3),
            Member("白樺ケーブル株式会社", "shirakaba-cable", 4), Member("黒潮衛星株式会社", "kuroshio-sat", 5), Member("緑丘データ株式会社", "midorioka-data", 6),
        ];
        Aviation =
        [
            Member("大鷲航空株式会社", "owashi-air", 7, "aviation"), Member("飛燕エアライン株式会社", "hien-airline", 8, "aviation"), Member("朱鷺空港株式会社", "toki-airport", 9, "aviation"),
        ];
        TelecomSecretariat = Member("双葉連絡協議会", "futaba-renraku", 10) with { Kind = "secretariat" };
        TelecomMinistry = Member("霞電波庁", "kasumi-denpa", 11) with { Kind = "ministry", Ceptoars = [], Region = null, Size = null };
        AviationMinistry = Member("蒼穹運輸庁", "sokyu-unyu", 12, "aviation") with { Kind = "ministry", Region = null, Size = null };
        Centre = Member("暁防護本部", "akatsuki-bogo", 13) with { Kind = "centre", Sectors = [], Ceptoars = [], Region = null, Size = null };

        TelecomGroup = Fake.Group("telecom", TelecomSecretariat.OrganisationId, TelecomMinistry.OrganisationId);
        AviationGroup = Fake.Group("aviation", AviationMinistry.OrganisationId, AviationMinistry.OrganisationId);
        AllCeptoars = Fake.Group() with { Kind = "allCeptoars", Name = "全セプター", NameEn = "all CEPTOARs", Ceptoars = ["telecom", "aviation"] };
        Ministries = Fake.Group() with { Kind = "ministries", Name = "所管省庁", NameEn = "ministries", Ceptoars = [], Kinds = ["ministry"] };
        CentreGroup = Fake.Group() with { Kind = "centre", Name = "センター", NameEn = "centre", Ceptoars = [], Kinds = ["centre"] };
    }

    public IReadOnlyList<OrganisationChanged> Telecom { get; }
    public IReadOnlyList<OrganisationChanged> Aviation { get; }
    public OrganisationChanged TelecomSecretariat { get; }
    public OrganisationChanged TelecomMinistry { get; }

    /// <summary>Runs the aviation CEPTOAR's secretariat itself.</summary>
    public OrganisationChanged AviationMinistry { get; }
    public OrganisationChanged Centre { get; }

    public GroupChanged TelecomGroup { get; }
    public GroupChanged AviationGroup { get; }
    public GroupChanged AllCeptoars { get; }
    public GroupChanged Ministries { get; }
    public GroupChanged CentreGroup { get; }

    public IEnumerable<OrganisationChanged> Organisations => [.. Telecom, .. Aviation, TelecomSecretariat, TelecomMinistry, AviationMinistry, Centre];
    public IEnumerable<GroupChanged> Groups => [TelecomGroup, AviationGroup, AllCeptoars, Ministries, CentreGroup];

    /// <summary>What would identify an organisation: its name, domain, network, system, vendor and people.</summary>
    public IdentifyingStrings StringsOf(OrganisationChanged organisation) => strings[organisation.OrganisationId];

    /// <summary>Every identifying string of an organisation, networks aside.</summary>
    public IEnumerable<string> AllStringsOf(OrganisationChanged organisation) =>
        StringsOf(organisation) is var s ? [.. s.Names, .. s.Aliases, .. s.Domains, .. s.Systems, .. s.Vendors, .. s.People] : [];

    /// <summary>Lets a service hear all organisations and groups.</summary>
    public async Task HeardBy<TProgram>(ServiceFixture<TProgram> service) where TProgram : class
    {
        await Task.WhenAll(Organisations.Select(o => service.Hears(o)));
        await Task.WhenAll(Groups.Select(g => service.Hears(g)));
    }

    /// <summary>Lets a service hear what identifies the organisations, but for those in <paramref name="but"/>.</summary>
    public Task StringsHeardBy<TProgram>(ServiceFixture<TProgram> service, params Guid[] but) where TProgram : class =>
        Task.WhenAll(Organisations.Where(o => !but.Contains(o.OrganisationId)).Select(o => service.Hears(StringsChanged(service, o))));

    /// <summary>The message that tells a service what identifies an organisation, sealed for it.</summary>
    public IdentifyingStringsChanged StringsChanged<TProgram>(ServiceFixture<TProgram> service, OrganisationChanged organisation) where TProgram : class => new()
    {
        OrganisationId = organisation.OrganisationId,
        Version = 1,
        Strings = service.Identifying.Seal(StringsOf(organisation)),
    };

    OrganisationChanged Member(string name, string latin, int number, string ceptoar = "telecom")
    {
        var member = Fake.Organisation(ceptoar == "telecom" ? "ict" : ceptoar, ceptoar) with { Name = name };
        strings[member.OrganisationId] = new()
        {
            Names = [name],
            Aliases = [latin.ToUpperInvariant()],
            Domains = [$"{latin}.example"],
            Cidrs = [$"198.18.{number}.0/24"],
            Systems = [$"{name[..2]}基幹系"],
            Vendors = [$"{name[..2]}保守サービス"],
            People = [$"{name[..2]}谷太郎"],
        };
        return member;
    }
}
