namespace Ceptoar.Contracts.Registry;

/// <summary>An organisation of the directory as it now stands. A hearer ignores a version not newer than the one it holds.</summary>
public record OrganisationChanged
{
    public required Guid OrganisationId { get; init; }
    public required long Version { get; init; }
    public required string Name { get; init; }

    /// <summary>operator, secretariat, ministry, centre, partner or observer.</summary>
    public required string Kind { get; init; }

    /// <summary>Codes of <see cref="Contracts.Sectors"/>.</summary>
    public required string[] Sectors { get; init; }

    /// <summary>Codes of the CEPTOARs it is a member or the secretariat of.</summary>
    public required string[] Ceptoars { get; init; }

    /// <summary>Codes of the CEPTOARs that relay to it though it is no member; gives no place in an audience.</summary>
    public string[] SecondHop { get; init; } = [];

    /// <summary>One of the eight regions, such as kanto; null where it has none.</summary>
    public string? Region { get; init; }

    /// <summary>Size band: small, medium or large; null where unknown.</summary>
    public string? Size { get; init; }

    /// <summary>The version of the handling rules it accepted last; null where it accepted none.</summary>
    public int? HandlingRulesVersion { get; init; }

    /// <summary>False once it left: it keeps its past and receives nothing new.</summary>
    public required bool Active { get; init; }
}
