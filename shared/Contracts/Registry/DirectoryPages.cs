namespace Ceptoar.Contracts.Registry;

/// <summary>Up to 500 organisations at once: an import, or what a service asked for. Each counts as if it had come alone.</summary>
public record OrganisationsPage
{
    public required OrganisationChanged[] Organisations { get; init; }
}

/// <summary>What identifies up to 500 organisations, sealed each for itself. Each counts as if it had come alone.</summary>
public record IdentifyingStringsPage
{
    public required IdentifyingStringsChanged[] Strings { get; init; }
}
