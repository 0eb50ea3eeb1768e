namespace Ceptoar.Contracts.Registry;

/// <summary>
/// What would identify an organisation in a text. Travels sealed with the ring of the directory: Registry, Classification and
/// Anonymisation can open it. A hearer ignores a version not newer than its own.
/// </summary>
public record IdentifyingStringsChanged
{
    public required Guid OrganisationId { get; init; }
    public required long Version { get; init; }

    /// <summary>JSON of <see cref="IdentifyingStrings"/>.</summary>
    public required SealedText Strings { get; init; }
}

/// <summary>What is sealed in <see cref="IdentifyingStringsChanged"/>.</summary>
public record IdentifyingStrings
{
    /// <summary>The legal name first, then further official names.</summary>
    public string[] Names { get; init; } = [];
    public string[] Aliases { get; init; } = [];
    public string[] Domains { get; init; } = [];

    /// <summary>IPv4 and IPv6 ranges, such as 198.51.100.0/24.</summary>
    public string[] Cidrs { get; init; } = [];

    /// <summary>Autonomous systems, such as AS64500.</summary>
    public string[] Asns { get; init; } = [];
    public string[] Systems { get; init; } = [];
    public string[] Brands { get; init; } = [];

    /// <summary>Plants, offices, stations and other places that point to it.</summary>
    public string[] Sites { get; init; } = [];

    /// <summary>Numbers, or the digits that a range of numbers begins with, such as 03-5555-.</summary>
    public string[] Telephones { get; init; } = [];
    public string[] Vendors { get; init; } = [];
    public string[] People { get; init; } = [];
}
