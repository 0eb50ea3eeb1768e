using Ceptoar.Contracts.Registry;
using Ceptoar.Registry.Organisations;

namespace Ceptoar.Registry.Import;

/// <summary>A column of the directory as CSV: what stands in it of an organisation, and how it is taken over from it.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Identifying">Whether it holds identifying strings, which administrators alone may export.</param>
/// <param name="Of">The values of an organisation.</param>
/// <param name="Set">The details with other values.</param>
public sealed record DirectoryColumn(string Name, bool Identifying, Func<OrganisationDetails, IEnumerable<string?>> Of, Func<OrganisationDetails, string[], OrganisationDetails> Set)
{
    /// <summary>The cell of an organisation.</summary>
    public string Cell(OrganisationDetails details) => CsvCell.Join(Of(details).OfType<string>());
}

/// <summary>The columns in which the directory is imported and exported, after <c>id</c>.</summary>
public static class DirectoryColumns
{
    public const string Id = "id";
    public const string Name = "name";

    public static IReadOnlyList<DirectoryColumn> All { get; } =
    [
        One(Name, d => d.Name, (d, v) => d with { Name = v }),
        One("nameEn", d => d.NameEn, (d, v) => d with { NameEn = v }),
        One("kind", d => d.Kind, (d, v) => v is null ? d : d with { Kind = v }),
        One("partnerOf", d => d.PartnerOf, (d, v) => d with { PartnerOf = v }),
        new("sectors", Identifying: false, d => d.Sectors ?? [], (d, v) => d with { Sectors = v }),
        new("ceptoars", Identifying: false, d => d.Ceptoars ?? [], (d, v) => d with { Ceptoars = v }),
        new("secondHop", Identifying: false, d => d.SecondHop ?? [], (d, v) => d with { SecondHop = v }),
        One("prefecture", d => d.Prefecture, (d, v) => d with { Prefecture = v }),
        One("size", d => d.Size, (d, v) => d with { Size = v }),
        Strings("names", s => s.Names, (s, v) => s with { Names = v }),
        Strings("aliases", s => s.Aliases, (s, v) => s with { Aliases = v }),
        Strings("domains", s => s.Domains, (s, v) => s with { Domains = v }),
        Strings("cidrs", s => s.Cidrs, (s, v) => s with { Cidrs = v }),
        Strings("asns", s => s.Asns, (s, v) => s with { Asns = v }),
        Strings("systems", s => s.Systems, (s, v) => s with { Systems = v }),
        Strings("brands", s => s.Brands, (s, v) => s with { Brands = v }),
        Strings("vendors", s => s.Vendors, (s, v) => s with { Vendors = v }),
        Strings("sites", s => s.Sites, (s, v) => s with { Sites = v }),
        Strings("telephones", s => s.Telephones, (s, v) => s with { Telephones = v }),
        Strings("people", s => s.People, (s, v) => s with { People = v }),
    ];

    /// <summary>An organisation as it is now, in the form in which it is said.</summary>
    public static OrganisationDetails Details(Organisation o, IdentifyingStrings identifying) => new()
    {
        Name = o.Name,
        NameEn = o.NameEn,
        Kind = o.Kind,
        PartnerOf = o.PartnerOf,
        Sectors = o.Sectors,
        Ceptoars = o.Ceptoars,
        SecondHop = o.SecondHop,
        Prefecture = o.Prefecture,
        Size = o.Size,
        Identifying = identifying,
    };

    /// <summary>A single value; a <c>;</c> in it is part of it.</summary>
    static DirectoryColumn One(string name, Func<OrganisationDetails, string?> of, Func<OrganisationDetails, string?, OrganisationDetails> set) =>
        new(name, Identifying: false, d => [of(d)], (d, v) => set(d, v.Length == 0 ? null : string.Join(';', v)));

    static DirectoryColumn Strings(string name, Func<IdentifyingStrings, string[]> of, Func<IdentifyingStrings, string[], IdentifyingStrings> set) =>
        new(name, Identifying: true, d => of(d.Identifying ?? new()), (d, v) => d with { Identifying = set(d.Identifying ?? new(), v) });
}
