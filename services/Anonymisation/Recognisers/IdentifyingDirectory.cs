using System.Collections.Concurrent;
using System.Collections.Frozen;
using Ceptoar.Anonymisation.Lexicon;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>An organisation of the directory with what identifies it; null while that has not been heard.</summary>
public sealed record DirectoryMember(OrganisationChanged Organisation, IdentifyingStrings? Strings);

/// <summary>A string of the directory that is not searched for, and why: <c>tooShortOrCommon</c>, <c>unreadableNetwork</c>, <c>networkTooWide</c> or <c>unreadableNumber</c>.</summary>
public sealed record IgnoredString(Guid OrganisationId, string Text, string Reason);

/// <summary>
/// All identifying strings of all members, compiled: seconds for thousands of members, so build it once per change of the directory
/// and share it. Immutable, for any number of threads.
/// </summary>
public sealed class IdentifyingDirectory
{
    // A range wider than this would call half the Internet a member.
    const int WidestV4 = 8;
    const int WidestV6 = 16;

    readonly FrozenDictionary<Guid, DirectoryMember> members;
    readonly FrozenDictionary<string, int> operatorsByCeptoar;
    readonly FrozenDictionary<string, int> operatorsBySector;

    readonly ConcurrentDictionary<Guid, IReadOnlyList<(string Surface, string Identity)>> families = [];
    readonly OrganisationChanged[] operators;
    readonly IdentifyingDirectory? rest;

    IdentifyingDirectory(DirectoryMember[] members, Term[] terms, Networks networks, MemberNumbers numbers, IgnoredString[] ignored, IEnumerable<string> kept, IdentifyingDirectory? rest)
    {
        this.rest = rest;
        Kept = new(kept.Select(k => KeyValuePair.Create(TextView.Of(k).Text, new KeptName("taught", NeedsContext: false))));
        this.members = members.ToFrozenDictionary(m => m.Organisation.OrganisationId);
        Terms = terms;
        Networks = networks;
        Numbers = numbers;
        Ignored = ignored;
        Search = new(terms.Concat(terms.Where(t => t.Type != FindingTypes.Domain).Select(BareTerm).OfType<Term>()));
        Guard = new(terms);
        Domains = terms.Where(t => t.Type == FindingTypes.Domain).Select(t => t.Key).ToFrozenSet();
        var latin = terms.Where(t => t.Type == FindingTypes.Organisation && t.Key.All(char.IsAsciiLetterOrDigit)).Select(t => t.Key).ToLookup(key => key.Length >= 6);
        LookAlikes = new(Domains.SelectMany(OwnLabels).Concat(latin[true]).Distinct(), latin[false].Where(key => key.Length >= Recognisers.LookAlikes.Shortest));

        operators = [.. members.Select(m => m.Organisation).Where(o => o is { Active: true, Kind: "operator" })];
        operatorsByCeptoar = Count(operators.SelectMany(o => o.Ceptoars.Distinct()));
        operatorsBySector = Count(operators.SelectMany(o => o.Sectors.Distinct()));
    }

    public IReadOnlyList<IgnoredString> Ignored { get; }
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Names that stay unless they are a member's, beside those of the lexicon, by their compared form.</summary>
    StringTrie<KeptName> Kept { get; }
    Networks Networks { get; }
    MemberNumbers Numbers { get; }

    /// <summary>The strings, and those with punctuation also without it.</summary>
    TermSearch Search { get; }
    Renditions.DirectoryGuard Guard { get; }
    FrozenSet<string> Domains { get; }
    LookAlikes LookAlikes { get; }

    /// <summary>Compiles the directory. The order of the members does not matter.</summary>
    /// <param name="members">All of them.</param>
    /// <param name="kept">Names that stay: they hold against guesses alone.</param>
    public static IdentifyingDirectory Compile(IEnumerable<DirectoryMember> members, IEnumerable<string>? kept = null) => Compile(members, kept ?? [], rest: null);

    /// <summary>This directory with one more member, or with more that identifies one it has; the rest is shared.</summary>
    public IdentifyingDirectory With(DirectoryMember member) => Compile([member], [], this);

    static IdentifyingDirectory Compile(IEnumerable<DirectoryMember> members, IEnumerable<string> kept, IdentifyingDirectory? rest)
    {
        var sorted = members.OrderBy(m => m.Organisation.OrganisationId).ToArray();
        var terms = new Dictionary<string, Term>();
        var networks = new List<Network>();
        var (systems, telephones) = (new List<long>(), new List<string>());
        var ignored = new List<IgnoredString>();
        var told = new HashSet<string>();
        foreach (var member in sorted)
        {
            var id = member.Organisation.OrganisationId;
            foreach (var (text, term, required) in DirectoryStrings.Of(member))
            {
                if (term.Reach != Reach.None) terms.TryAdd(term.Key, term);
                else if (required) ignored.Add(new(id, text, "tooShortOrCommon"));
            }

            foreach (var term in DirectoryStrings.Derived(member, told)) terms.TryAdd(term.Key, term);

            foreach (var cidr in member.Strings?.Cidrs ?? [])
            {
                if (Network.Parse(cidr) is not { } network) ignored.Add(new(id, cidr, "unreadableNetwork"));
                else if (network.Prefix < (network.Address.V6 ? WidestV6 : WidestV4)) ignored.Add(new(id, cidr, "networkTooWide"));
                else networks.Add(network);
            }

            foreach (var asn in member.Strings?.Asns ?? [])
            {
                if (MemberNumbers.System(asn) is { } system) systems.Add(system);
                else ignored.Add(new(id, asn, "unreadableNumber"));
            }

            foreach (var telephone in member.Strings?.Telephones ?? [])
            {
                if (MemberNumbers.TelephoneDigits(telephone) is { } digits) telephones.Add(digits);
                else ignored.Add(new(id, telephone, "tooShortOrCommon"));
            }
        }

        return new(sorted, [.. terms.Values], new(networks), new(systems, telephones), [.. ignored], kept, rest);
    }

    public DirectoryMember? Find(Guid organisationId) => members.GetValueOrDefault(organisationId) ?? rest?.Find(organisationId);

    /// <summary>The family names of a member's people in every reading, with whom each stands for: its own report names them without more.</summary>
    internal IReadOnlyList<(string Surface, string Identity)> FamiliesOf(Guid organisationId) =>
        families.GetOrAdd(organisationId, id => [.. Find(id)?.Strings is { } strings ? strings.People.SelectMany(DirectoryStrings.Families) : []]);

    /// <summary>The names that stay, of this directory and of what it adds to.</summary>
    internal IEnumerable<StringTrie<KeptName>> KeptNames => rest is null ? [Kept] : rest.KeptNames.Append(Kept);

    /// <summary>The members' strings in a squeezed view, or in one without punctuation.</summary>
    internal IEnumerable<(int Start, int Length, Term Term)> Hits(TextView view) => rest is null ? Search.Find(view) : Search.Find(view).Concat(rest.Hits(view));

    internal IEnumerable<NumberHit> NumberHits(TextView view) => rest is null ? Numbers.Find(view) : Numbers.Find(view).Concat(rest.NumberHits(view));

    /// <summary>Whether a string or a number of a member stands in folded text that still has its white space.</summary>
    internal bool Stands(string folded) => Guard.Stands(folded) || Numbers.Stands(folded) || (rest?.Stands(folded) ?? false);

    /// <summary>Whether a member's string stands in a text once its white space is gone.</summary>
    internal bool StandsSqueezed(string squeezed, Func<int, bool> joined) => Guard.StandsSqueezed(squeezed, joined) || (rest?.StandsSqueezed(squeezed, joined) ?? false);

    /// <summary>Whether an address lies in a member's network.</summary>
    public bool OwnsAddress(IpNumber address) => Networks.Contains(address) || (rest?.OwnsAddress(address) ?? false);

    public bool Overlaps(Network network) => Networks.Overlaps(network) || (rest?.Overlaps(network) ?? false);

    /// <summary>Whether a label of a host spells a member's: with digits for letters, a letter or two amiss, or words put round it.</summary>
    internal bool LooksAlike(ReadOnlySpan<char> host)
    {
        foreach (var part in host.Split('.'))
        {
            if (LookAlikes.Spells(host[part])) return true;
        }

        return rest is not null && rest.LooksAlike(host);
    }

    /// <summary>Active organisations of kind operator that fit.</summary>
    public int Operators(Func<OrganisationChanged, bool> fits) => operators.Count(fits) + (rest?.Operators(fits) ?? 0);

    /// <summary>Active organisations of kind operator in a CEPTOAR.</summary>
    public int OperatorsInCeptoar(string ceptoar) => operatorsByCeptoar.GetValueOrDefault(ceptoar) + (rest?.OperatorsInCeptoar(ceptoar) ?? 0);

    /// <summary>Active organisations of kind operator in a sector.</summary>
    public int OperatorsInSector(string sector) => operatorsBySector.GetValueOrDefault(sector) + (rest?.OperatorsInSector(sector) ?? 0);

    /// <summary>Whether a lower-case host is a member's domain or lies within one.</summary>
    public bool OwnsHost(string host)
    {
        for (var part = host.TrimEnd('.'); part.Length > 0;)
        {
            if (Domains.Contains(part)) return true;

            var dot = part.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) break;
            part = part[(dot + 1)..];
        }

        return rest?.OwnsHost(host) ?? false;
    }

    static Term? BareTerm(Term term)
    {
        if (term.Key.All(char.IsLetterOrDigit)) return null;

        var key = string.Concat(term.Key.Where(char.IsLetterOrDigit));
        var reach = SearchTerm.Reach(key);
        return reach == Reach.None ? null : term with { Key = key, Reach = reach };
    }

    /// <summary>The parts of a domain that its owner chose, but for those too short or too common to tell.</summary>
    static IEnumerable<string> OwnLabels(string domain) =>
        domain.Split('.').Where(label => label.Length >= Recognisers.LookAlikes.Shortest && label is not ("example" or "test" or "invalid") && !Dictionary.Morphology.Vocabulary.CommonLatin(label));

    static FrozenDictionary<string, int> Count(IEnumerable<string> codes) => codes.CountBy(c => c).ToFrozenDictionary(c => c.Key, c => c.Value);
}
