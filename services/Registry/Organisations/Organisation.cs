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

    /// <summary>Bodies that partners are: IPA, JPCERT/CC, the police, another.</summary>
    public static readonly string[] Partners = ["ipa", "jpcert", "police", "other"];

    public required Guid Id { get; init; }

    /// <summary>Counts organisations in the order in which they came; the cursor of lists.</summary>
    public long Number { get; private set; }
    public long Version { get; private set; }
    public string Name { get; private set; } = "";
    public string? NameEn { get; private set; }
    public required string Kind { get; init; }

    /// <summary>Of a partner: one of <see cref="Partners"/>.</summary>
    public string? PartnerOf { get; private set; }
    public string[] Sectors { get; private set; } = [];
    public string[] Ceptoars { get; private set; } = [];

    /// <summary>CEPTOARs that relay to it though it is no member.</summary>
    public string[] SecondHop { get; private set; } = [];

    /// <summary>Code of <see cref="PrefectureTable"/>.</summary>
    public string? Prefecture { get; private set; }
    public string? Region => PrefectureTable.Find(Prefecture)?.Region;
    public string? Size { get; private set; }
    public bool Active { get; private set; } = true;
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The version of the handling rules it accepted last.</summary>
    public int? HandlingRulesVersion { get; private set; }

    /// <summary>All that counts in anonymisation, sealed: what is given, and what is proposed and was not rejected.</summary>
    public string Identifying { get; private set; } = "";

    /// <summary>Sealed <see cref="OwnStrings"/>; null from before there were proposals.</summary>
    public string? IdentifyingOwn { get; private set; }
    public long IdentifyingVersion { get; private set; }

    /// <summary>The version of its strings that it confirmed last.</summary>
    public long? ConfirmedVersion { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>How often its channels were changed.</summary>
    public long ChannelsVersion { get; set; }

    /// <summary>How often anything of its <see cref="ContactSheet"/> changed; counted by <see cref="Contacts.TellContacts"/>.</summary>
    public long ContactsVersion { get; private set; }

    /// <summary>Takes over what is said of it. The sectors of its CEPTOARs, of second hop too, are always among its sectors.</summary>
    /// <returns>False where nothing is new.</returns>
    /// <exception cref="RuleViolation">The kind would change, or the centre itself would leave.</exception>
    public bool Describe(OrganisationDetails details, bool active)
    {
        if (details.Kind != Kind) throw new RuleViolation("組織の種別は変更できません。", "The kind of an organisation cannot be changed.");
        if (!active && Id == WellKnownId.Centre) throw new RuleViolation("センターを無効にすることはできません。", "The centre cannot be made inactive.");

        var nameEn = string.IsNullOrWhiteSpace(details.NameEn) ? null : details.NameEn.Trim();
        string[] ceptoars = [.. (details.Ceptoars ?? []).Distinct()];
        string[] secondHop = [.. (details.SecondHop ?? []).Distinct()];
        string[] sectors = [.. (details.Sectors ?? []).Union(CeptoarTable.SectorsOf(ceptoars.Concat(secondHop)))];
        var prefecture = PrefectureTable.Find(details.Prefecture)?.Code;
        if (Version > 0 && (Name, NameEn, PartnerOf, Prefecture, Size, Active) == (details.Name!.Trim(), nameEn, details.PartnerOf, prefecture, details.Size, active)
            && Ceptoars.SequenceEqual(ceptoars) && SecondHop.SequenceEqual(secondHop) && Sectors.SequenceEqual(sectors)) return false;

        (Name, NameEn, PartnerOf, Prefecture, Size, Active) = (details.Name!.Trim(), nameEn, details.PartnerOf, prefecture, details.Size, active);
        (Ceptoars, SecondHop, Sectors) = (ceptoars, secondHop, sectors);
        Version++;
        return true;
    }

    public void AcceptHandlingRules(int version)
    {
        HandlingRulesVersion = version;
        Version++;
    }

    /// <summary>
    /// Takes over the strings that identify it; its legal name is always the first of them. What its names suggest counts too, but
    /// for what it rejected: what is not known to be harmless is removed (invariant I5).
    /// </summary>
    /// <param name="strings">What is said to identify it.</param>
    /// <param name="sealer">Seals it.</param>
    /// <param name="rejected">Proposals that do not count; null: those rejected before.</param>
    /// <returns>False where nothing is new.</returns>
    public bool Identify(IdentifyingStrings strings, IdentifyingSealer sealer, string[]? rejected = null)
    {
        var given = new IdentifyingStrings
        {
            Names = [Name, .. Tidy(strings.Names).Where(n => n != Name)],
            Aliases = Tidy(strings.Aliases),
            Domains = Tidy(strings.Domains),
            Cidrs = Tidy(strings.Cidrs),
            Asns = Tidy(strings.Asns),
            Systems = Tidy(strings.Systems),
            Brands = Tidy(strings.Brands),
            Sites = Tidy(strings.Sites),
            Telephones = Tidy(strings.Telephones),
            Vendors = Tidy(strings.Vendors),
            People = Tidy(strings.People),
        };
        var held = IdentifyingOwn is null ? null : Own(sealer);
        var own = new OwnStrings { Given = given, Rejected = Tidy(rejected ?? held?.Rejected) };
        var proposed = ProposalRules.For(Name, NameEn, given).Select(p => p.Value).Except(own.Rejected);
        var counting = given with { Aliases = [.. given.Aliases, .. proposed] };
        if (held is not null && Same(held, own) && Same(Counting(sealer), counting)) return false;

        Identifying = sealer.Seal(counting).Sealed;
        IdentifyingOwn = sealer.Seal(own).Sealed;
        IdentifyingVersion++;
        return true;
    }

    /// <summary>What is said to identify it, without what is proposed.</summary>
    public IdentifyingStrings IdentifiedBy(IdentifyingSealer sealer) => Own(sealer).Given;

    /// <summary>What counts in anonymisation: what is given, and what is proposed and not rejected.</summary>
    public IdentifyingStrings Counting(IdentifyingSealer sealer) => sealer.Open<IdentifyingStrings>(new SealedText { Sealed = Identifying });

    public OwnStrings Own(IdentifyingSealer sealer) => IdentifyingOwn is null
        ? new() { Given = Counting(sealer) }
        : sealer.Open<OwnStrings>(new SealedText { Sealed = IdentifyingOwn });

    /// <summary>The organisation itself says that a version of its strings is right.</summary>
    /// <exception cref="RuleViolation">They have changed since.</exception>
    public void Confirm(long version, DateTimeOffset at)
    {
        if (version != IdentifyingVersion) throw new RuleViolation("識別情報はその後変更されています。現在の版を確認してください。", "The identifying strings have changed since; look at the present version.");

        (ConfirmedVersion, ConfirmedAt) = (version, at);
    }

    public OrganisationChanged Changed() => new()
    {
        OrganisationId = Id,
        Version = Version,
        Name = Name,
        Kind = Kind,
        Sectors = Sectors,
        Ceptoars = Ceptoars,
        SecondHop = SecondHop,
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

    static bool Same<T>(T one, T other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    static string[] Tidy(string[]? strings) => [.. (strings ?? []).Select(s => s.Trim()).Distinct()];
}

/// <summary>What an organisation, or who keeps it, said itself of the strings that identify it.</summary>
public record OwnStrings
{
    public required IdentifyingStrings Given { get; init; }

    /// <summary>Values of proposals that the organisation says do not mean it.</summary>
    public string[] Rejected { get; init; } = [];
}
