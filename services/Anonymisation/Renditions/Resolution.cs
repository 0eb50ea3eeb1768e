using Ceptoar.Anonymisation.Recognisers;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>A stretch to take out, after all who claimed a part of it were heard.</summary>
sealed record Cut(int Start, int End, string Type, string Rule, string Identity, string? Coarser = null);

/// <summary>
/// Settles overlapping findings. What is certain beats an indicator, an indicator beats a guess; claims that overlap are taken
/// out together, named after the one that covers the whole, the directory first.
/// </summary>
static class Resolution
{
    public static (IReadOnlyList<Cut> Cuts, IReadOnlyList<Finding> Kept) Settle(string text, IReadOnlyList<Finding> findings)
    {
        var indicators = findings.Where(f => f.Verdict == Verdict.Keep).ToList();
        var certain = Grown(new(findings.Where(f => f.Verdict == Verdict.Remove)), indicators);

        var left = indicators.Where(i => !certain.Overlap(i)).OrderBy(i => i.Start).ThenByDescending(i => i.Length).ToList();
        var widest = new FindingIndex(left);
        var kept = left.Where((i, at) => !widest.Overlapping(i).Any(k => k.Covers(i) && (k.Length > i.Length || (at > 0 && ReferenceEquals(k, left[at - 1]))))).ToList();

        var keptAt = new FindingIndex(kept);
        var known = new FindingIndex(findings.Where(f => f.Verdict == Verdict.Known));
        var likely = findings.Where(f => f.Verdict == Verdict.RemoveLikely && !keptAt.Overlap(f) && !known.Cover(f)).ToList();
        var claimed = new FindingIndex([.. certain.All, .. likely]);
        var unknown = findings.Where(f => f.Verdict == Verdict.Unknown && !keptAt.Overlap(f) && !known.Overlap(f) && (f.Coarser is null || !claimed.Overlap(f)));
        return (Merged(text, [.. claimed.All, .. unknown]), kept);
    }

    /// <summary>What is certain, with each indicator that it touches taken in as far as it must be.</summary>
    static FindingIndex Grown(FindingIndex certain, List<Finding> indicators)
    {
        while (true)
        {
            var more = indicators
                .Select(i => certain.Overlapping(i).FirstOrDefault(c => !c.Covers(i)) is { } cut ? Grown(cut, i) : null)
                .OfType<Finding>()
                .Where(g => !certain.Cover(g))
                .ToList();
            if (more.Count == 0) return certain;

            certain = new(certain.All.Concat(more));
        }
    }

    /// <summary>
    /// An address of which a part must go goes as a whole, for the rest tells the part; of a URL with a tell-tale path the host
    /// stays. Null where the rest may stand, as with a file name.
    /// </summary>
    static Finding? Grown(Finding cut, Finding indicator)
    {
        if (indicator.Type == "url" && cut.Rule == "encoded" && cut.Start >= indicator.HostEnd) return null;

        var from = indicator.Type == "url" && cut.Start >= indicator.HostEnd ? indicator.HostEnd : indicator.Start;
        return indicator.Type is "url" or "domain" or "email" or "ipv4" or "ipv6"
            ? cut with { Start = Math.Min(cut.Start, from), Length = Math.Max(cut.End, indicator.End) - Math.Min(cut.Start, from), Identity = null, Type = Removed(cut, indicator, from) }
            : null;
    }

    static string Removed(Finding cut, Finding indicator, int from) => from > indicator.Start ? cut.Type : VictimRecogniser.Removed(indicator.Type);

    static List<Cut> Merged(string text, List<Finding> claims)
    {
        var cuts = new List<Cut>();
        var sorted = claims.OrderBy(c => c.Start).ThenBy(c => c.End).ThenBy(c => c.Rule, StringComparer.Ordinal).ToList();
        for (var i = 0; i < sorted.Count;)
        {
            var (start, end) = (sorted[i].Start, sorted[i].End);
            var group = new List<Finding>();
            for (; i < sorted.Count && sorted[i].Start < end; i++)
            {
                end = Math.Max(end, sorted[i].End);
                group.Add(sorted[i]);
            }

            cuts.Add(Named(text, start, end, group));
        }

        return cuts;
    }

    static Cut Named(string text, int start, int end, List<Finding> group)
    {
        var winner = group
            .OrderByDescending(f => f.Start == start && f.End == end)
            .ThenByDescending(f => f.Rule.StartsWith("directory.", StringComparison.Ordinal))
            .ThenByDescending(f => f.Verdict)
            .ThenByDescending(f => f.Length)
            .First();
        var rule = string.Join('+', group.Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal));
        return new(start, end, winner.Type, rule, winner.Identity ?? winner.Type + ":" + SearchTerm.Key(text[start..end]), winner.Start == start && winner.End == end ? winner.Coarser : null);
    }
}
