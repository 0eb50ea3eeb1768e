using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Signals;
using Ceptoar.Contracts;
using Ceptoar.Directory;

namespace Ceptoar.Classification.Policies;

/// <summary>The policies in force at one moment. Immutable.</summary>
public sealed class PolicySet
{
    readonly Dictionary<string, PolicyVersion> inForce;

    /// <param name="approved">Versions that were approved.</param>
    /// <param name="at">Of each scope the newest version counts whose effective date has come: one that was written later is never undone by an earlier one.</param>
    public PolicySet(IEnumerable<PolicyVersion> approved, DateTimeOffset at)
    {
        inForce = approved.Where(p => p.EffectiveFrom <= at).GroupBy(p => p.Scope).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Number)!);
        // a national default that cannot be read leaves the built-in one, and every report RED by the failure
        National = inForce.TryGetValue(PolicyScope.National, out var national) && Understands(national) ? Applied(national) : BuiltIn;
    }

    PolicySet(Dictionary<string, PolicyVersion> inForce)
    {
        this.inForce = inForce;
        National = inForce.TryGetValue(PolicyScope.National, out var national) ? Applied(national) : BuiltIn;
    }

    static AppliedPolicy BuiltIn { get; } = new("national/1", NationalPolicy.Rules);

    public AppliedPolicy National { get; }

    /// <summary>What holds for a reporter besides the national default; null where one of all that hold cannot be understood.</summary>
    public IReadOnlyList<AppliedPolicy>? For(DirectoryOrganisation reporter, DirectorySnapshot directory)
    {
        var versions = PolicyScope.Of(reporter, directory).Select(inForce.GetValueOrDefault).OfType<PolicyVersion>().ToArray();
        var all = inForce.TryGetValue(PolicyScope.National, out var national) ? versions.Append(national) : versions;
        if (!all.All(Understands)) return null;

        // what one CEPTOAR was granted is not granted to the others that the reporter belongs to
        var applied = versions.Select(Applied);
        return [.. PolicyScope.CeptoarsOf(reporter, directory).Count() == 1 ? applied : applied.Select(p => p with { Relaxed = [] })];
    }

    public bool InForce(PolicyVersion version) => inForce.TryGetValue(version.Scope, out var held) && held.Number == version.Number;

    /// <summary>As it would be with this version in force.</summary>
    public PolicySet With(PolicyVersion version) => new(new Dictionary<string, PolicyVersion>(inForce) { [version.Scope] = version });

    static AppliedPolicy Applied(PolicyVersion version) =>
        new($"{version.Scope}/{version.Number}", version.Rules, version.Relaxed);

    /// <summary>Written by a newer program, it may mean what this one does not know.</summary>
    static bool Understands(PolicyVersion version) =>
        version.Format == PolicyVersion.CurrentFormat
        && version.Rules.All(r => r.Raises is LabelRules.Both or LabelRules.OriginalOnly or LabelRules.None
            && r.When.Signals.All(s => SignalTable.All.Knows(s)) && r.When.Kinds.All(k => Taxonomy.Kinds.Knows(k)) && r.When.Events.All(e => Taxonomy.Events.Knows(e))
            && r.When.Causes.All(c => Taxonomy.Causes.Knows(c)) && r.When.ServiceImpacts.All(s => Taxonomy.ServiceImpacts.Knows(s)));
}
