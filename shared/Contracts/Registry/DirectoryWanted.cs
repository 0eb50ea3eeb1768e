namespace Ceptoar.Contracts.Registry;

/// <summary>A service tells which directory it holds; Registry says again all that it lacks. Hearing it twice costs a replay, no more.</summary>
public record DirectoryWanted
{
    public required string Service { get; init; }
    public required int Organisations { get; init; }

    /// <summary>Sum of the versions of all organisations held.</summary>
    public required long OrganisationVersions { get; init; }
    public required int Groups { get; init; }
    public required long GroupVersions { get; init; }

    /// <summary>Organisations whose identifying strings are held; null from a service that keeps none.</summary>
    public int? IdentifyingStrings { get; init; }
    public long? IdentifyingStringVersions { get; init; }

    /// <summary>Organisations whose contacts are held; null from a service that keeps none.</summary>
    public int? Contacts { get; init; }
    public long? ContactVersions { get; init; }
}
