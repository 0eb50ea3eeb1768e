using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Organisations;

/// <summary>An organisation of the directory. The strings that identify it are sealed at rest as they travel.</summary>
public class Organisation
{
    public const int MaxName = 200;
    public static readonly string[] Sizes = ["small", "medium", "large"];

    public required Guid Id { get; init; }

    /// <summary>Counts organisations in the order in which they came; the cursor of lists.</summary>
    public long Number { get; private set; }
    public long Version { get; private set; }
    public string Name { get; private set; } = "";
    public string? NameEn { get; private set; }
    public required string Kind { get; init; }
    public string[] Sectors { get; private set; } = [];
    public string[] Ceptoars { get; private set; } = [];

    /// <summary>Code of <see cref="PrefectureTable"/>.</summary>
    public string? Prefecture { get; private set; }
    public string? Region => PrefectureTable.Find(Prefecture)?.Region;
    public string? Size { get; private set; }
    public bool Active { get; private set; } = true;
    /// <summary>The version of the handling rules it accepted last.</summary>
    public int? HandlingRulesVersion { get; private set; }
    public string Identifying { get; private set; } = "";
    public long IdentifyingVersion { get; private set; }

    /// <summary>Takes over what is said of it. The sectors of its CEPTOARs are always among its sectors.</summary>
    /// <exception cref="RuleViolation">The kind would change, or the centre itself would leave.</exception>
    public void Describe(OrganisationDetails details, bool active)
    {
        if (details.Kind != Kind) throw new RuleViolation("組織の種別は変更できません。", "The kind of an organisation cannot be changed.");
        if (!active && Id == WellKnownId.Centre) throw new RuleViolation("センターを無効にすることはできません。", "The centre cannot be made inactive.");

        Name = details.Name!.Trim();
        NameEn = string.IsNullOrWhiteSpace(details.NameEn) ? null : details.NameEn.Trim();
        Ceptoars = [.. (details.Ceptoars ?? []).Distinct()];
        Sectors = [.. (details.Sectors ?? []).Union(CeptoarTable.SectorsOf(Ceptoars))];
        Prefecture = PrefectureTable.Find(details.Prefecture)?.Code;
        Size = details.Size;
        Active = active;
        Version++;
    }

    public void AcceptHandlingRules(int version)
    {
        HandlingRulesVersion = version;
        Version++;
    }

    /// <summary>Takes over the strings that identify it; its legal name is always the first of them.</summary>
    /// <returns>False where nothing is new.</returns>
    public bool Identify(IdentifyingStrings strings, IdentifyingSealer sealer)
    {
        var all = new IdentifyingStrings
        {
            Names = [Name, .. Tidy(strings.Names).Where(n => n != Name)],
            Aliases = Tidy(strings.Aliases),
            Domains = Tidy(strings.Domains),
            Cidrs = Tidy(strings.Cidrs),
            Systems = Tidy(strings.Systems),
            Vendors = Tidy(strings.Vendors),
            People = Tidy(strings.People),
        };
        if (IdentifyingVersion > 0 && JsonSerializer.Serialize(IdentifiedBy(sealer)) == JsonSerializer.Serialize(all)) return false;

        Identifying = sealer.Seal(all).Sealed;
        IdentifyingVersion++;
        return true;
    }

    public IdentifyingStrings IdentifiedBy(IdentifyingSealer sealer) => sealer.Open<IdentifyingStrings>(new SealedText { Sealed = Identifying });

    public OrganisationChanged Changed() => new()
    {
        OrganisationId = Id,
        Version = Version,
        Name = Name,
        Kind = Kind,
        Sectors = Sectors,
        Ceptoars = Ceptoars,
        Region = Region,
        Size = Size,
        Active = Active,
        HandlingRulesVersion = HandlingRulesVersion,
    };

    public IdentifyingStringsChanged StringsChanged() => new()
    {
        OrganisationId = Id,
        Version = IdentifyingVersion,
        Strings = new() { Sealed = Identifying },
    };

    static string[] Tidy(string[]? strings) => [.. (strings ?? []).Select(s => s.Trim()).Distinct()];
}
