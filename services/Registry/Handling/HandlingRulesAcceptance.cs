namespace Ceptoar.Registry.Handling;

/// <summary>Who accepted which version of the handling rules for an organisation, and when; never changed.</summary>
public class HandlingRulesAcceptance
{
    public required Guid OrganisationId { get; init; }
    public required int Version { get; init; }

    /// <summary>The person or client.</summary>
    public required string AcceptedBy { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }
}
