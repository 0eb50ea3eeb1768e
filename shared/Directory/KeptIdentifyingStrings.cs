namespace Ceptoar.Directory;

/// <summary>The identifying strings of an organisation, sealed as they came, in a service that may open them (table <c>kept_identifying_strings</c>).</summary>
public class KeptIdentifyingStrings
{
    public required Guid OrganisationId { get; init; }
    public required long Version { get; set; }
    public required string Sealed { get; set; }
}
