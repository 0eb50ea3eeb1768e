namespace Ceptoar.Contracts.Registry;

/// <summary>
/// Access tickets that hold a claim are void where they were issued before a moment: a person, client or organisation was removed or
/// changed, or a session ended. Every service honours it at once. Hearing it twice, or late, changes nothing.
/// </summary>
public record TicketsVoided
{
    /// <summary>subject, session or organisation.</summary>
    public required string Claim { get; init; }
    public required string Value { get; init; }

    /// <summary>By Registry's clock, as the tickets are.</summary>
    public required DateTimeOffset IssuedBefore { get; init; }
}
