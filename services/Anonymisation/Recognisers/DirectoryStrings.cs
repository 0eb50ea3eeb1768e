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

    /// <summary>
    /// Spellings made from the registered ones. They are searched for like those, but never told to be ignored, and where one
    /// reads like a common word it is left out.
    /// </summary>
    /// <param name="told">What earlier members gave: names share their parts, and the first to have a spelling keeps it. Added to.</param>
    public static IEnumerable<Term> Derived(DirectoryMember member, HashSet<string> told)
    {
        var strings = member.Strings ?? new();
        var organisation = member.Organisation.OrganisationId.ToString("N", CultureInfo.InvariantCulture);
        var found = new List<(string Spelling, string Type, string Rule, string Identity)>();
        foreach (var name in strings.Names.Prepend(member.Organisation.Name).Concat(strings.Aliases)) Organisation(name, FindingTypes.Organisation, "directory.name", organisation);
        foreach (var vendor in strings.Vendors) Organisation(vendor, FindingTypes.Vendor, "directory.vendor", "vendor:" + SearchTerm.Key(Core(vendor)));
        foreach (var (own, type) in strings.Systems.Select(s => (s, FindingTypes.System)).Concat(strings.Brands.Select(b => (b, FindingTypes.System))).Concat(strings.Sites.Select(s => (s, FindingTypes.Place))))
        {
            var key = SearchTerm.Key(own);
            foreach (var spelling in NameVariants.Japanese(key).Append(Reversed(key))) found.Add((spelling, type, "directory.system", type + ":" + key));
            if (NameVariants.Head(key) is { Length: >= 3 } head) found.Add((head, type, "directory.system", type + ":" + key));
        }

        foreach (var domain in strings.Domains)
        {
            var label = domain.TrimStart('@', '.', '*').Split('.')[0].ToLowerInvariant();
            if (label.Length >= 4) found.Add((label, FindingTypes.Domain, "directory.label", organisation));
            foreach (var backward in new[] { Reversed(domain.TrimStart('@', '.', '*').ToLowerInvariant()), Reversed(label) }) found.Add((backward, FindingTypes.Domain, "directory.label", organisation));
            var first = label.Split('-', '_')[0];
            if (first.Length >= 5) found.Add((first, FindingTypes.Domain, "directory.label", organisation));
            foreach (var kana in NameVariants.FromLatin(first)) found.Add((kana, FindingTypes.Domain, "directory.label", organisation));
        }

        foreach (var person in strings.People.Where(p => told.Add("person:" + p))) Person(person);

        foreach (var (spelling, type, rule, identity) in found.Where(f => f.Spelling.Length > 0 && told.Add(f.Spelling)))
        {
            var key = SearchTerm.Key(spelling);
            var reach = Made(key);
            if (reach != Recognisers.Reach.None) yield return new() { Key = key, Reach = reach, Type = type == FindingTypes.Domain ? FindingTypes.Organisation : type, Rule = rule + ".derived", Identity = identity };
        }

        void Organisation(string name, string type, string rule, string identity)
        {
            // "医療法人社団青嵐会 葵総合病院" is two names.
            if (!System.Text.Ascii.IsValid(name) && name.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries) is [_, _, ..] parts)
            {
                foreach (var part in parts.Where(p => p.Length >= 3 && !System.Text.Ascii.IsValid(p)))
                {
                    found.Add((Core(part), type, rule, identity));
                    Organisation(part, type, rule, identity);
                }
            }

            var key = SearchTerm.Key(Core(name));
            var stem = NameVariants.Stem(key) ?? NameVariants.Head(key);
            foreach (var spelling in NameVariants.Japanese(key)) found.Add((spelling, type, rule, identity));
            if (stem is not null)
            {
                found.Add((stem, type, rule, identity));
                foreach (var spelling in NameVariants.Japanese(stem)) found.Add((spelling, type, rule, identity));
                if (key.Length > stem.Length && stem[0] >= 0x3400) found.Add((string.Concat(stem.AsSpan(0, 1), key.AsSpan(stem.Length, 1)), type, rule, identity));
            }

            found.Add((Reversed(key), type, rule, identity));
            if (NameVariants.Clipped(key) is { Length: >= 3 } clipped) found.Add((clipped, type, rule, identity));
            if (System.Text.Ascii.IsValid(name)) Latin(name, type, rule, identity);
        }

        // "Kitamori Electric Power Co., Ltd.": the leading words that are no common ones.
        void Latin(string name, string type, string rule, string identity)
        {
            var words = name.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries);
            var telling = string.Concat(words.TakeWhile(w => !Dictionary.Morphology.Vocabulary.CommonLatin(w.ToLowerInvariant())));
            if (telling.Length >= 4) found.Add((telling, type, rule, identity));
            foreach (var kana in words.Length > 0 ? NameVariants.FromLatin(words[0].ToLowerInvariant()) : []) found.Add((kana, type, rule, identity));

            // Without the legal form and what it does: Aoi General of Aoi General Hospital.
            var kept = words.TakeWhile(w => !LatinTrades.Contains(w.ToLowerInvariant().TrimEnd('.'))).ToArray();
            if (kept.Length >= 2 && kept.Length < words.Length) found.Add((string.Concat(kept), type, rule, identity));
        }

        void Person(string person)
        {
            var identity = "person:" + SearchTerm.Key(person);
            if (LatinNames(person) is [var firstName, .., { Length: >= 4 } lastName])
            {
                found.AddRange(NameVariants.Accounts(lastName, firstName).Append(lastName).Select(s => (s, FindingTypes.Person, "directory.person", identity)));
                return;
            }

            var (family, given) = Names(person);
            if (family is null) return;

            var families = NameVariants.Readings(family).Distinct().ToList();
            var givens = NameVariants.Readings(given).Distinct().Take(4).ToList();
            foreach (var reading in families.Where(r => r.Length >= 3)) AddPerson(NameVariants.Kana(reading));
            foreach (var first in families)
            {
                foreach (var second in givens)
                {
                    AddPerson(NameVariants.Kana(first + second));
                    foreach (var latin in Dictionary.Romaji.Spellings(first)) AddPerson(NameVariants.Accounts(latin, Dictionary.Romaji.Spellings(second).First()));
                }

                AddPerson(Dictionary.Romaji.Spellings(first).Where(r => r.Length >= 5));
            }

            AddPerson([family]);

            void AddPerson(IEnumerable<string> spellings) => found.AddRange(spellings.Select(s => (s, FindingTypes.Person, "directory.person", identity)));
        }
    }

    static readonly string[] LatinTrades = ["hospital", "bank", "railway", "railways", "gas", "water", "waterworks", "electric", "power", "energy", "airlines", "airways", "telecom", "chemical", "petroleum", "oil", "credit", "securities", "insurance", "logistics", "systems", "engineering", "co", "inc", "ltd", "llc", "corp", "corporation", "company", "limited", "holdings"];

    /// <summary>A name written from its end; empty where it is too short to be told from a word.</summary>
    static string Reversed(string key)
    {
        if (key.Length < (System.Text.Ascii.IsValid(key) ? 6 : 4)) return "";

        var letters = key.ToCharArray();
        Array.Reverse(letters);
        return new(letters);
    }

    /// <summary>How far a made spelling may be searched for: not at all where it is a word, or so short that it is met in many.</summary>
    static Reach Made(string key)
    {
        var reach = SearchTerm.Reach(key);
        if (reach == Recognisers.Reach.None || key.Length < 2) return Recognisers.Reach.None;

        var vocabulary = Dictionary.Morphology.Vocabulary;
        if (System.Text.Ascii.IsValid(key)) return key.Length < 4 || vocabulary.CommonLatin(key) || vocabulary.KeptWord(key) ? Recognisers.Reach.None : reach;

        var kana = key.All(c => c is >= 'ぁ' and <= 'ー');
        return (kana && key.Length < 3) || JapaneseWords.Word(key, vocabulary, Dictionary.Morphology.Dictionary) ? Recognisers.Reach.None : reach;
    }

    /// <summary>The names of a person in Latin letters, in lower case; empty of others.</summary>
    static string[] LatinNames(string person) => System.Text.Ascii.IsValid(person) ? person.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>The family name of a person, as written and as read, and both names in Latin letters; none where it is one character, common or cannot be told.</summary>
    public static IEnumerable<(string Surface, string Identity)> Families(string person)
    {
        if (LatinNames(person) is { Length: > 1 } latin) return latin.Where(name => name.Length >= 4 && !Dictionary.Morphology.Vocabulary.CommonLatin(name) && !Dictionary.Morphology.Vocabulary.KeptWord(name)).Select(name => (name, "person:" + SearchTerm.Key(person)));
        if (Names(person).Family is not { Length: >= 2 } family) return [];

        return NameVariants.Readings(family).Where(r => r.Length >= 3).SelectMany(NameVariants.Kana).Prepend(family).Distinct().Select(surface => (surface, "person:" + SearchTerm.Key(person)));
    }

    /// <summary>Family name and given name of a Japanese person in compared spelling; nulls where they cannot be told apart.</summary>
    internal static (string? Family, string Given) Names(string person)
    {
        if (System.Text.Ascii.IsValid(person)) return (null, "");

        var parts = person.Trim().Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var first, var second]) return (SearchTerm.Key(first), SearchTerm.Key(second));

        var key = SearchTerm.Key(person);
        for (var length = Math.Min(4, key.Length - 1); length >= 1; length--)
        {
            if (Dictionary.Morphology.Vocabulary.ReadingsOf(key[..length]).Length > 0 && (length > 1 || key.Length <= 3)) return (key[..length], key[length..]);
        }

        var words = Dictionary.Morphology.Split(key);
        return words.Count > 1 ? (key[..words[0].End], key[words[0].End..]) : key.Length > 3 ? (key[..2], key[2..]) : (null, "");
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
