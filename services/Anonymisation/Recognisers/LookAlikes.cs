namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Names of hosts that are made to be taken for another's.</summary>
static class LookAlikes
{
    /// <summary>Shorter labels are met in many words.</summary>
    public const int Shortest = 4;
    const int ShortestAmiss = 6;

    // Digits and pairs that are read as a letter.
    static readonly (string Seen, string Meant)[] Seen = [("0", "o"), ("1", "l"), ("3", "e"), ("4", "a"), ("5", "s"), ("7", "t"), ("8", "b"), ("9", "g"), ("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u")];

    /// <summary>Whether a label of a host spells one of the members' labels.</summary>
    public static bool Spells(string label, IReadOnlyList<string> members)
    {
        if (label.Length < Shortest) return false;

        var plain = Plain(label);
        var meant = Meant(plain);
        var parts = label.Split('-', '_');
        foreach (var member in members)
        {
            var own = Plain(member);
            if (plain.Contains(own, StringComparison.Ordinal) || meant.Contains(Meant(own), StringComparison.Ordinal)) return true;
            if (plain.Length >= ShortestAmiss && label.Any(char.IsAsciiDigit) && Meant(own).Contains(meant, StringComparison.Ordinal)) return true;
            if (own.Length < ShortestAmiss) continue;

            var most = own.Length < 8 ? 1 : 2;
            if (Distance(plain, own, most) <= most || Array.Exists(parts, part => part.Length >= ShortestAmiss - 1 && Distance(Meant(part), Meant(own), most) <= most)) return true;
        }

        return false;
    }

    static string Plain(string label) => label.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    /// <summary>One spelling for all that are read alike; l and i and 1 are one letter.</summary>
    static string Meant(string label)
    {
        foreach (var (seen, meant) in Seen) label = label.Replace(seen, meant, StringComparison.Ordinal);
        return label.Replace('i', 'l');
    }

    /// <summary>Letters to add, leave out, change or swap with their neighbour; more than <paramref name="most"/> is not counted further.</summary>
    static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;

        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
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
            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
