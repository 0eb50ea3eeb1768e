using System.Globalization;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>The spellings under which a member may appear: with and without its legal form, persons with their names in either order.</summary>
static class DirectoryStrings
{
    /// <summary>Legal forms in compared spelling (㈱ reads as (株)).</summary>
    internal static readonly string[] LegalForms =
    [
        "株式会社", "(株)", "有限会社", "(有)", "合同会社", "(同)", "合名会社", "合資会社", "地方独立行政法人", "独立行政法人", "国立研究開発法人", "国立大学法人", "特定非営利活動法人", "一般社団法人", "公益社団法人",
        "一般財団法人", "公益財団法人", "社会福祉法人", "医療法人社団", "医療法人財団", "社会医療法人", "医療法人", "学校法人", "特殊法人", "相互会社", "(一社)", "(公社)", "(一財)", "(公財)", "(独)", "(医)", "(学)",
        "co.,ltd.", "co.,ltd", "co.ltd.", "co.ltd", "company,limited", "companylimited", "corporation", "incorporated", "limited", "k.k.", "corp.", "inc.", "ltd.", "llc",
    ];

    /// <summary>
    /// Each spelling with the string it came from; <c>Required</c> where the string itself was given, so that ignoring it must be
    /// told, and not merely derived from one.
    /// </summary>
    public static IEnumerable<(string Text, Term Term, bool Required)> Of(DirectoryMember member)
    {
        var strings = member.Strings ?? new();
        var organisation = member.Organisation.OrganisationId.ToString("N", CultureInfo.InvariantCulture);

        foreach (var name in strings.Names.Prepend(member.Organisation.Name))
        {
            foreach (var spelling in Spellings(name)) yield return Entry(name, spelling, FindingTypes.Organisation, "directory.name", organisation, spelling == name);
        }

        foreach (var alias in strings.Aliases)
        {
            foreach (var spelling in Spellings(alias)) yield return Entry(alias, spelling, FindingTypes.Organisation, "directory.alias", organisation, spelling == alias);
        }

        foreach (var domain in strings.Domains)
        {
            var bare = domain.Trim().TrimStart('@', '.', '*').TrimEnd('.');
            yield return Entry(domain, bare, FindingTypes.Domain, "directory.domain", null, required: true);
        }

        foreach (var system in strings.Systems) yield return Entry(system, system, FindingTypes.System, "directory.system", null, required: true);
        foreach (var brand in strings.Brands) yield return Entry(brand, brand, FindingTypes.System, "directory.brand", null, required: true);
        foreach (var site in strings.Sites) yield return Entry(site, site, FindingTypes.Place, "directory.site", null, required: true);

        foreach (var vendor in strings.Vendors)
        {
            foreach (var spelling in Spellings(vendor)) yield return Entry(vendor, spelling, FindingTypes.Vendor, "directory.vendor", "vendor:" + SearchTerm.Key(Core(vendor)), spelling == vendor);
        }

        foreach (var person in strings.People)
        {
            foreach (var spelling in Orders(person))
            {
                var entry = Entry(person, spelling, FindingTypes.Person, "directory.person", "person:" + SearchTerm.Key(person), spelling == person);
                yield return entry with { Term = entry.Term with { Also = FamilyName(person) is { } family ? [family] : [] } };
            }
        }
    }

    /// <summary>The part before the blank of a Japanese name, from two characters on; null where none is told.</summary>
    public static string? FamilyName(string person) =>
        person.Trim().Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries) is [{ Length: >= 2 } family, _] && !System.Text.Ascii.IsValid(family) ? family : null;

    static (string Text, Term Term, bool Required) Entry(string text, string spelling, string type, string rule, string? identity, bool required)
    {
        var key = SearchTerm.Key(spelling);
        return (text, new() { Key = key, Reach = SearchTerm.Reach(key), Type = type, Rule = rule, Identity = identity ?? type + ":" + key }, required);
    }

    static IEnumerable<string> Spellings(string name)
    {
        yield return name;
        if (Core(name) is var core && core != name) yield return core;
        if (core.AsSpan().ContainsAny("・･·")) yield return core.Replace("・", "", StringComparison.Ordinal).Replace("･", "", StringComparison.Ordinal).Replace("·", "", StringComparison.Ordinal);
    }

    /// <summary>The name without its legal forms, in compared spelling; the name itself where it has none.</summary>
    static string Core(string name)
    {
        var key = SearchTerm.Key(name);
        var core = key;
        for (var before = ""; before != core;)
        {
            before = core;
            foreach (var form in LegalForms)
            {
                if (core.Length > form.Length && core.StartsWith(form, StringComparison.Ordinal)) core = core[form.Length..];
                if (core.Length > form.Length && core.EndsWith(form, StringComparison.Ordinal)) core = core[..^form.Length].TrimEnd(',');
            }
        }

        return core == key ? name : core;
    }

    /// <summary>A name of two Latin words is met in either order.</summary>
    static IEnumerable<string> Orders(string person)
    {
        yield return person;
        if (person.Split([' ', ',', '\u3000'], StringSplitOptions.RemoveEmptyEntries) is not [var first, var second] || !System.Text.Ascii.IsValid(person)) yield break;

        yield return second + first;
        yield return second + "," + first;
        yield return first + second;
        yield return first + "," + second;
        yield return first + "." + second;
        yield return second + "." + first;
    }
}
