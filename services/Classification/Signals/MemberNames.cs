using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>Names by which members of the hub are known, to be found in any spelling. Immutable; compiled once for a state of the directory.</summary>
public sealed class MemberNames
{
    public static readonly MemberNames None = new([]);

    // In folded spelling; the name without it tells as much.
    static readonly string[] LegalForms = ["株式会社", "有限会社", "合同会社", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "独立行政法人", "地方独立行政法人", "国立大学法人", "医療法人社団", "医療法人", "(株)", "(有)", "(同)", "co.,ltd.", "co.,ltd", "corporation", "corp.", "inc.", "ltd.", "ltd"];

    readonly FrozenDictionary<string, Guid[]> owners;
    readonly FrozenDictionary<string, Guid[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    readonly SearchValues<string> keys;
    readonly int[] lengths;

    /// <param name="names">Names with the organisation each belongs to.</param>
    public MemberNames(IEnumerable<(string Name, Guid Organisation)> names)
    {
        owners = names.SelectMany(n => Spellings(n.Name).Select(key => (key, n.Organisation))).GroupBy(n => n.key, n => n.Organisation, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        lookup = owners.GetAlternateLookup<ReadOnlySpan<char>>();
        keys = SearchValues.Create(owners.Keys.ToArray(), StringComparison.Ordinal);
        lengths = [.. owners.Keys.Select(k => k.Length).Distinct().OrderDescending()];
    }

    /// <summary>Where names stand in a squeezed view, the longest at each place.</summary>
    internal IEnumerable<MemberHit> Find(TextView view)
    {
        if (owners.Count == 0) yield break;

        for (var i = Next(view.Text, 0); i >= 0; i = Next(view.Text, i))
        {
            var hit = LongestAt(view, i);
            if (hit is { } name) yield return name;

            i += hit?.Length ?? 1;
        }
    }

    int Next(string text, int from)
    {
        if (from >= text.Length) return -1;

        var found = text.AsSpan(from).IndexOfAny(keys);
        return found < 0 ? -1 : from + found;
    }

    MemberHit? LongestAt(TextView view, int place)
    {
        foreach (var length in lengths)
        {
            if (place + length <= view.Text.Length && lookup.TryGetValue(view.Text.AsSpan(place, length), out var found) && Stands(view, place, length)) return new(place, length, found);
        }

        return null;
    }

    /// <summary>A name of Latin letters stands between word boundaries: "do not escalate" does not name Notes.</summary>
    static bool Stands(TextView view, int start, int length) => Boundary(view, start) && Boundary(view, start + length);

    static bool Boundary(TextView view, int place) =>
        place == 0 || place == view.Text.Length || !char.IsAsciiLetterOrDigit(view.Text[place - 1]) || !char.IsAsciiLetterOrDigit(view.Text[place]) || WordBounds.Apart(view, place);

    static IEnumerable<string> Spellings(string name)
    {
        var key = TextView.Key(name);
        if (Tells(key)) yield return key;

        foreach (var form in LegalForms)
        {
            var bare = key.StartsWith(form, StringComparison.Ordinal) ? key[form.Length..] : key.EndsWith(form, StringComparison.Ordinal) ? key[..^form.Length].TrimEnd(',') : key;
            if (bare.Length == key.Length) continue;
            if (bare.Length > 2 && Tells(bare)) yield return bare;
            yield break;
        }
    }

    static bool Tells(string key) => key.Any(c => c >= 0x80) ? key.Length >= 2 : key.Count(char.IsAsciiLetterOrDigit) >= 3;
}

/// <summary>Where a member's name stands, and whose it is.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct MemberHit(int Start, int Length, Guid[] Owners);
