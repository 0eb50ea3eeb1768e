namespace Ceptoar.Registry.Contacts;

/// <summary>A drill could not reach an organisation by what the directory holds.</summary>
public class DrillUnreached
{
    public required Guid OrganisationId { get; init; }
    public required Guid DrillId { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
}
