namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Names of hosts that are made to be taken for another's.</summary>
static class LookAlikes
{
    /// <summary>Shorter labels are met in many words.</summary>
    public const int Shortest = 4;
    const int ShortestAmiss = 6;

    // Digits and pairs that are read as a letter.
    static readonly (string Seen, string Meant)[] Seen = [("0", "o"), ("1", "l"), ("3", "e"), ("4", "a"), ("5", "s"), ("7", "t"), ("8", "b"), ("9", "g"), ("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u")];

    /// <summary>A member's label in the two forms it is compared in.</summary>
    internal sealed record Label(string Plain, string Meant);

    internal static Label Of(string label) => new(Plain(label), Meant(Plain(label)));

    /// <summary>Whether a label of a host spells one of the members' labels.</summary>
    public static bool Spells(ReadOnlySpan<char> label, Label[] members)
    {
        const int longest = 63;
        if (label.Length is < Shortest or > longest) return false;

        var written = label.ToString();
        var plain = Plain(written);
        var meant = Meant(plain);
        var parts = written.Length == plain.Length ? [] : Array.ConvertAll(Array.FindAll(written.Split('-', '_'), p => p.Length >= ShortestAmiss - 1), Meant);
        var digits = written.AsSpan().ContainsAnyInRange('0', '9');
        foreach (var member in members)
        {
            var own = member.Plain;
            if (plain.Contains(own, StringComparison.Ordinal) || meant.Contains(member.Meant, StringComparison.Ordinal)) return true;
            if (digits && plain.Length >= ShortestAmiss && member.Meant.Contains(meant, StringComparison.Ordinal)) return true;
            if (own.Length < ShortestAmiss) continue;

            var most = own.Length < 8 ? 1 : 2;
            if (Near(plain, own, most)) return true;
            if (Array.Exists(parts, part => Near(part, member.Meant, most))) return true;
        }

        return false;
    }

    static string Plain(string label) => label.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    /// <summary>One spelling for all that are read alike; l and i and 1 are one letter.</summary>
    static string Meant(string label)
    {
        foreach (var (seen, meant) in Seen)
        {
            if (label.Contains(seen, StringComparison.Ordinal)) label = label.Replace(seen, meant, StringComparison.Ordinal);
        }

        return label.Replace('i', 'l');
    }

    static bool Near(string a, string b, int most) => Math.Abs(a.Length - b.Length) <= most && Distance(a, b, most) <= most;

    /// <summary>Letters to add, leave out, change or swap with their neighbour; more than <paramref name="most"/> is not counted further.</summary>
    static int Distance(string a, string b, int most)
    {
        const int longest = 64;
        if (b.Length >= longest) return most + 1;

        Span<int> before = stackalloc int[longest];
        Span<int> last = stackalloc int[longest];
        Span<int> row = stackalloc int[longest];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most) return least;

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }
}
