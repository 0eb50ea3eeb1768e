namespace Ceptoar.Contracts.Drills;

/// <summary>A drill closed, and these of its participants could not be reached by what the directory holds: Registry asks them to confirm their entries. Hearing it twice changes nothing.</summary>
public record StaleContactsFound
{
    public required Guid DrillId { get; init; }
    public required Guid[] OrganisationIds { get; init; }
}
