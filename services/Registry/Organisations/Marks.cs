using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>Something that is allowed and yet probably wrong.</summary>
/// <param name="Field">JSON path of the field.</param>
/// <param name="Message">In the caller's language; names another organisation only to those who may see its strings.</param>
public record Warning(string Field, string Message);

/// <summary>A range of addresses.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AddressRange(bool V6, UInt128 First, UInt128 Last)
{
    public static AddressRange Of(IPNetwork network)
    {
        var v6 = network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6;
        var first = UInt128.Zero;
        foreach (var part in network.BaseAddress.GetAddressBytes()) first = first << 8 | part;

        var free = (v6 ? 128 : 32) - network.PrefixLength;
        return new(v6, first, free == 128 ? UInt128.MaxValue : first + (UInt128.One << free) - 1);
    }

    public bool Overlaps(AddressRange other) => V6 == other.V6 && First <= other.Last && other.First <= Last;
}

/// <summary>A domain, and how it looks.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MarkedDomain(string Key, string Skeleton);

/// <summary>What belongs to one organisation alone, of what identifies it: its domains and ranges of addresses.</summary>
public sealed record Marks(Guid OrganisationId, string Name, long Version, MarkedDomain[] Domains, AddressRange[] Ranges)
{
    public static Marks Of(Organisation organisation, IdentifyingStrings strings) => new(organisation.Id, organisation.Name, organisation.IdentifyingVersion,
        [.. strings.Domains.Select(d => new MarkedDomain(Homographs.Key(d), Homographs.Skeleton(d)))],
        [.. strings.Cidrs.Select(c => AddressRange.Of(IPNetwork.Parse(c)))]);
}

/// <summary>Tells what of an organisation's strings another has too, or looks as if.</summary>
public static class WarningRules
{
    const int Most = 50;

    /// <param name="own">The organisation's.</param>
    /// <param name="strings">The strings that they were made of, in the same order.</param>
    /// <param name="all">Everyone's.</param>
    /// <param name="naming">Whether the caller may know which other organisation it is.</param>
    public static IReadOnlyList<Warning> Check(Marks own, IdentifyingStrings strings, IReadOnlyCollection<Marks> all, bool naming)
    {
        var found = new List<Warning>();
        for (var i = 0; i < own.Domains.Length; i++)
        {
            if (Homographs.MixesScripts(strings.Domains[i])) found.Add(Domain(i, Problems.Say("一つのラベルに異なる文字体系(ラテン・キリル・ギリシャ)が混ざっています。", "One label mixes Latin, Cyrillic or Greek letters.")));
            if (Array.Exists(own.Domains, d => Alike(d, own.Domains[i]))) found.Add(Domain(i, Problems.Say("自組織の別のドメイン名と見分けがつきません。", "It looks like another domain of its own.")));
        }

        foreach (var other in all)
        {
            if (other.OrganisationId == own.OrganisationId) continue;

            for (var i = 0; i < own.Ranges.Length; i++)
            {
                if (Overlaps(own.Ranges[i], other.Ranges)) found.Add(new($"identifying.cidrs[{i}]", Of(other, naming, "他の組織のアドレス範囲と重なっています。", "It overlaps a range of another organisation.")));
            }

            for (var i = 0; i < own.Domains.Length; i++)
            {
                foreach (var domain in other.Domains)
                {
                    if (domain.Key == own.Domains[i].Key) found.Add(Domain(i, Of(other, naming, "他の組織にも登録されているドメイン名です。", "Another organisation has this domain too.")));
                    else if (domain.Skeleton == own.Domains[i].Skeleton) found.Add(Domain(i, Of(other, naming, "他の組織のドメイン名と見分けがつきません。", "It looks like a domain of another organisation.")));
                }
            }
        }

        return [.. found.Distinct().Take(Most)];
    }

    static Warning Domain(int i, string message) => new($"identifying.domains[{i}]", message);

    static bool Overlaps(AddressRange range, AddressRange[] others)
    {
        foreach (var other in others)
        {
            if (range.Overlaps(other)) return true;
        }

        return false;
    }

    static bool Alike(MarkedDomain one, MarkedDomain other) => one.Skeleton == other.Skeleton && one.Key != other.Key;

    static string Of(Marks other, bool naming, string ja, string en) => Problems.Say(ja, en) + (naming ? $" ({other.Name})" : "");
}

/// <summary>Many marks, asked which of them have anything in common with others.</summary>
public sealed class MarksIndex
{
    readonly ILookup<string, Marks> bySkeleton;
    readonly (AddressRange Range, Marks Owner)[] ranges;

    /// <summary>The highest last address of the ranges up to this one, of its kind.</summary>
    readonly UInt128[] reach;

    public MarksIndex(IReadOnlyCollection<Marks> all)
    {
        bySkeleton = all.SelectMany(m => m.Domains.Select(d => (d.Skeleton, Owner: m))).ToLookup(d => d.Skeleton, d => d.Owner);
        ranges = [.. all.SelectMany(m => m.Ranges.Select(r => (Range: r, Owner: m))).OrderBy(r => r.Range.V6).ThenBy(r => r.Range.First)];
        reach = new UInt128[ranges.Length];
        for (var i = 0; i < ranges.Length; i++)
        {
            var last = ranges[i].Range.Last;
            reach[i] = i > 0 && ranges[i - 1].Range.V6 == ranges[i].Range.V6 ? UInt128.Max(reach[i - 1], last) : last;
        }
    }

    /// <summary>Whoever has a domain that looks like one of these, or a range that overlaps one.</summary>
    public IReadOnlyCollection<Marks> Alike(Marks own) => [.. own.Domains.SelectMany(d => bySkeleton[d.Skeleton]).Concat(own.Ranges.SelectMany(Overlapping)).Distinct()];

    IEnumerable<Marks> Overlapping(AddressRange range)
    {
        var (low, high) = (0, ranges.Length); // the first that begins behind this range
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].Range is var there && there.V6.CompareTo(range.V6) is var kind && (kind < 0 || (kind == 0 && there.First <= range.Last))) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= 0 && ranges[i].Range.V6 == range.V6 && reach[i] >= range.First; i--)
        {
            if (ranges[i].Range.Overlaps(range)) yield return ranges[i].Owner;
        }
    }
}

/// <summary>Everyone's marks, opened once a version and kept in memory.</summary>
public sealed class MarksCache
{
    readonly ConcurrentDictionary<Guid, Marks> held = new();

    /// <summary>The marks of all organisations as they are committed.</summary>
    public async Task<IReadOnlyCollection<Marks>> Now(RegistryDb db, IdentifyingSealer sealer, CancellationToken ct)
    {
        var versions = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.IdentifyingVersion }).ToListAsync(ct);
        var stale = versions.Where(v => !held.TryGetValue(v.Id, out var marks) || marks.Version != v.IdentifyingVersion).Select(v => v.Id).ToArray();
        if (stale.Length > 0)
        {
            foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => stale.Contains(o.Id)).ToListAsync(ct))
            {
                held[organisation.Id] = Marks.Of(organisation, organisation.IdentifiedBy(sealer));
            }
        }

        return [.. held.Values];
    }

    /// <summary>What is to be warned of in an organisation that is about to be saved.</summary>
    public async Task<IReadOnlyList<Warning>> Warnings(RegistryDb db, Organisation organisation, Caller caller, IdentifyingSealer sealer, CancellationToken ct)
    {
        var strings = organisation.IdentifiedBy(sealer);
        if (strings.Domains.Length == 0 && strings.Cidrs.Length == 0) return [];

        var all = await Now(db, sealer, ct);
        return WarningRules.Check(Marks.Of(organisation, strings), strings, all, naming: caller.Is(Role.Administrator));
    }
}
