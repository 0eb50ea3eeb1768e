using System.Collections.Frozen;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>An organisation of the directory with what identifies it; null while that has not been heard.</summary>
public sealed record DirectoryMember(OrganisationChanged Organisation, IdentifyingStrings? Strings);

/// <summary>A string of the directory that is not searched for, and why: <c>tooShortOrCommon</c>, <c>unreadableNetwork</c>, <c>networkTooWide</c> or <c>unreadableNumber</c>.</summary>
public sealed record IgnoredString(Guid OrganisationId, string Text, string Reason);

/// <summary>
/// All identifying strings of all members, compiled: build it once per change of the directory (60,000 strings take well under a
/// second) and share it. Immutable, for any number of threads.
/// </summary>
public sealed class IdentifyingDirectory
{
    // A range wider than this would call half the Internet a member.
    const int WidestV4 = 8;
    const int WidestV6 = 16;

    readonly FrozenDictionary<Guid, DirectoryMember> members;
    readonly FrozenDictionary<string, int> operatorsByCeptoar;
    readonly FrozenDictionary<string, int> operatorsBySector;

    IdentifyingDirectory(DirectoryMember[] members, Term[] terms, Networks networks, MemberNumbers numbers, IgnoredString[] ignored)
    {
        this.members = members.ToFrozenDictionary(m => m.Organisation.OrganisationId);
        Terms = terms;
        Networks = networks;
        Numbers = numbers;
        Ignored = ignored;
        Search = new(terms);
        Guard = new(terms);
        Domains = terms.Where(t => t.Type == FindingTypes.Domain).Select(t => t.Key).ToFrozenSet();

        var operators = members.Select(m => m.Organisation).Where(o => o is { Active: true, Kind: "operator" }).ToArray();
        operatorsByCeptoar = Count(operators.SelectMany(o => o.Ceptoars.Distinct()));
        operatorsBySector = Count(operators.SelectMany(o => o.Sectors.Distinct()));
    }

    public IReadOnlyList<IgnoredString> Ignored { get; }
    public IReadOnlyList<Term> Terms { get; }
    public Networks Networks { get; }
    public MemberNumbers Numbers { get; }
    internal TermSearch Search { get; }
    internal Renditions.DirectoryGuard Guard { get; }
    FrozenSet<string> Domains { get; }

    /// <summary>Compiles the directory. The order of the members does not matter.</summary>
    public static IdentifyingDirectory Compile(IEnumerable<DirectoryMember> members)
    {
        var sorted = members.OrderBy(m => m.Organisation.OrganisationId).ToArray();
        var terms = new Dictionary<string, Term>();
        var networks = new List<Network>();
        var (systems, telephones) = (new List<long>(), new List<string>());
        var ignored = new List<IgnoredString>();
        foreach (var member in sorted)
        {
            var id = member.Organisation.OrganisationId;
            foreach (var (text, term, required) in DirectoryStrings.Of(member))
            {
                if (term.Reach != Reach.None) terms.TryAdd(term.Key, term);
                else if (required) ignored.Add(new(id, text, "tooShortOrCommon"));
            }

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

        return new(sorted, [.. terms.Values], new(networks), new(systems, telephones), [.. ignored]);
    }

    public DirectoryMember? Find(Guid organisationId) => members.GetValueOrDefault(organisationId);

    /// <summary>Active organisations of kind operator in a CEPTOAR.</summary>
    public int OperatorsInCeptoar(string ceptoar) => operatorsByCeptoar.GetValueOrDefault(ceptoar);

    /// <summary>Active organisations of kind operator in a sector.</summary>
    public int OperatorsInSector(string sector) => operatorsBySector.GetValueOrDefault(sector);

    /// <summary>Whether a lower-case host is a member's domain or lies within one.</summary>
    public bool OwnsHost(string host)
    {
        for (var rest = host.TrimEnd('.'); rest.Length > 0;)
        {
            if (Domains.Contains(rest)) return true;

            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return false;
            rest = rest[(dot + 1)..];
        }

        return false;
    }

    static FrozenDictionary<string, int> Count(IEnumerable<string> codes) => codes.CountBy(c => c).ToFrozenDictionary(c => c.Key, c => c.Value);
}
