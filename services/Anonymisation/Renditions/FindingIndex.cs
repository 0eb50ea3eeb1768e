using Ceptoar.Anonymisation.Recognisers;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>Findings asked by place, so that a text full of them costs no more than its length.</summary>
sealed class FindingIndex
{
    readonly Finding[] sorted;

    // Of all findings up to this one, the end of the one that reaches farthest: never falls, so it can be searched.
    readonly int[] farthest;

    public FindingIndex(IEnumerable<Finding> findings)
    {
        sorted = [.. findings.OrderBy(f => f.Start)];
        farthest = new int[sorted.Length];
        for (var (i, end) = (0, 0); i < sorted.Length; i++) farthest[i] = end = Math.Max(end, sorted[i].End);
    }

    public IReadOnlyList<Finding> All => sorted;

    public bool Overlap(Finding finding)
    {
        for (var i = FirstThatReaches(finding.Start); i < sorted.Length && sorted[i].Start < finding.End; i++)
        {
            if (sorted[i].Overlaps(finding)) return true;
        }

        return false;
    }

    /// <summary>Whether one of them covers the whole of a finding.</summary>
    public bool Cover(Finding finding)
    {
        for (var i = FirstThatReaches(finding.Start); i < sorted.Length && sorted[i].Start < finding.End; i++)
        {
            if (sorted[i].Overlaps(finding) && sorted[i].Covers(finding)) return true;
        }

        return false;
    }

    public IEnumerable<Finding> Overlapping(Finding finding)
    {
        for (var i = FirstThatReaches(finding.Start); i < sorted.Length && sorted[i].Start < finding.End; i++)
        {
            if (sorted[i].Overlaps(finding)) yield return sorted[i];
        }
    }

    int FirstThatReaches(int start)
    {
        var (low, high) = (0, farthest.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (farthest[middle] > start) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
