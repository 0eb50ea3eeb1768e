namespace Ceptoar.Anonymisation.Recognisers.Learned;

/// <summary>
/// What the other recognisers say of each token. The directory and the reporter's list are left out, for they decide alone, and no
/// weight may come to lean on them.
/// </summary>
sealed class Claims
{
    readonly int[] first;
    readonly List<(uint Rule, uint Place, int Next)> claims = [];

    public Claims(List<Token> tokens, List<Finding> findings)
    {
        first = new int[tokens.Count];
        Array.Fill(first, -1);
        foreach (var finding in findings)
        {
            if (finding.Rule.StartsWith("directory", StringComparison.Ordinal) || finding.Rule.StartsWith("reported", StringComparison.Ordinal)) continue;

            var rule = (TokenFeatures.Hash(finding.Rule) * 31) + (uint)finding.Verdict + (finding.Role == "attacker" ? 16u : 0);
            for (var i = FirstBehind(tokens, finding.Start); i < tokens.Count && tokens[i].Original.Start < finding.End; i++)
            {
                var place = (tokens[i].Original.Start <= finding.Start ? 1u : 0) | (tokens[i].Original.End >= finding.End ? 2u : 0);
                claims.Add((rule, place, first[i]));
                first[i] = claims.Count - 1;
            }
        }
    }

    /// <summary>The first token that ends behind a place of the original.</summary>
    public static int FirstBehind(List<Token> tokens, int start)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Original.End > start) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>All that is said of a token, in whatever order; 0 where nothing is.</summary>
    public uint All(int token)
    {
        var all = 0u;
        for (var i = first[token]; i >= 0; i = claims[i].Next) all += TokenFeatures.Mixed(claims[i].Rule);
        return all;
    }

    /// <summary>The same as a set of bits, which other occurrences of the token can be joined to.</summary>
    public uint Set(int token)
    {
        var set = 0u;
        for (var i = first[token]; i >= 0; i = claims[i].Next) set |= 1u << (int)(TokenFeatures.Mixed(claims[i].Rule) >> 27);
        return set;
    }

    /// <summary>Adds each rule that claims a token, and whether its claim begins or ends there.</summary>
    public void Each(int token, List<int> into, uint kind)
    {
        for (var i = first[token]; i >= 0; i = claims[i].Next)
        {
            TokenFeatures.Add(kind, claims[i].Rule, into);
            TokenFeatures.Add(kind + 1, (claims[i].Rule * 4) + claims[i].Place, into);
        }
    }
}
