using Ceptoar.Anonymisation.Recognisers;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>What was removed in one place is removed in all: the surfaces of a case, as terms to search for.</summary>
static class Propagation
{
    /// <summary>The surfaces of all removals, the names that go with them, and the family names of the reporter's own people.</summary>
    public static Term[] Surfaces(IEnumerable<(string Text, IReadOnlyList<Finding> Findings)> fields, IEnumerable<(string Surface, string Identity)> ownFamilies)
    {
        var terms = new Dictionary<string, Term>();
        foreach (var (text, findings) in fields)
        {
            var kept = new FindingIndex(Resolution.Settle(text, findings).Kept);
            var known = new FindingIndex(findings.Where(f => f.Verdict == Verdict.Known));
            foreach (var finding in findings.Where(f => f.Verdict >= Verdict.RemoveLikely && f.Verdict != Verdict.Keep && f.Coarser is null && !kept.Overlap(f) && !(f.Verdict == Verdict.RemoveLikely && known.Cover(f))))
            {
                var surface = text.Substring(finding.Start, finding.Length);
                Add(surface, finding.Type, finding.Rule, finding.Identity);
                foreach (var also in finding.Also) Add(also, finding.Type, finding.Rule, finding.Identity ?? finding.Type + ":" + SearchTerm.Key(surface));
            }
        }

        foreach (var (surface, identity) in ownFamilies) Add(surface, FindingTypes.Person, "directory.person", identity);

        return [.. terms.Values];

        void Add(string surface, string type, string rule, string? identity)
        {
            var key = SearchTerm.Key(surface);
            var reach = SearchTerm.Reach(key);
            if (reach == Reach.None) return;

            terms.TryAdd(key, new() { Key = key, Reach = reach, Type = type, Rule = "propagated." + rule, Identity = identity ?? type + ":" + key });
        }
    }

    public static IEnumerable<Finding> Find(FieldViews field, TermSearch surfaces) =>
        field.SqueezedViews.SelectMany(view => surfaces.Find(view).Select(hit =>
            view.Finding(hit.Start, hit.Length, hit.Term.Type, hit.Term.Rule, Verdict.Remove) with { Identity = hit.Term.Identity }));
}
