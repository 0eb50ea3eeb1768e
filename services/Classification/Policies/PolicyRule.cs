using Ceptoar.Contracts;

namespace Ceptoar.Classification.Policies;

/// <summary>
/// One rule of a policy: where its condition holds, the labels it raises are at least <see cref="Tlp"/>. Rules only ever ask for more,
/// so neither their order nor their number can lower a label.
/// </summary>
public sealed record PolicyRule
{
    /// <summary>Unique within its policy: letters, digits, dots.</summary>
    public required string Id { get; init; }
    public required PolicyCondition When { get; init; }
    public Tlp Tlp { get; init; }

    /// <summary>original, both, or none: a rule that only carries handling restrictions.</summary>
    public required string Raises { get; init; }

    /// <summary>Handling restrictions that the item then carries, codes of <see cref="Taxonomy.HandlingRestrictions"/>.</summary>
    public string[] Handling { get; init; } = [];
    public required string Ja { get; init; }
    public required string En { get; init; }
}

/// <summary>
/// What a report must show: one of each list that is not empty. Facts and codes alone, never words: a rule that looked for words would let its
/// owner find out what stands in reports it may not read.
/// </summary>
public sealed record PolicyCondition
{
    /// <summary>Codes of <see cref="Signals.SignalTable"/>.</summary>
    public string[] Signals { get; init; } = [];
    public string[] Kinds { get; init; } = [];
    public string[] Events { get; init; } = [];
    public string[] Causes { get; init; } = [];
    public string[] ServiceImpacts { get; init; } = [];
}
