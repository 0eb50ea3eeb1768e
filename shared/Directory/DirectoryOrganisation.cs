using Ceptoar.Contracts.Registry;

namespace Ceptoar.Directory;

/// <summary>An organisation as Registry last said it (table <c>directory_organisation</c>).</summary>
public class DirectoryOrganisation
{
    public required Guid Id { get; init; }
    public long Version { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>operator, secretariat, ministry, centre, partner or observer.</summary>
    public string Kind { get; private set; } = "";
    public string[] Sectors { get; private set; } = [];
    public string[] Ceptoars { get; private set; } = [];

    /// <summary>CEPTOARs that relay to it though it is no member.</summary>
    public string[] SecondHop { get; private set; } = [];
    public string? Region { get; private set; }
    public string? Size { get; private set; }
    public bool Active { get; private set; }

    /// <summary>The version of the handling rules it accepted last; null where it accepted none.</summary>
    public int? HandlingRulesVersion { get; private set; }

    /// <summary>Takes over what Registry says, unless it is not newer than what is held.</summary>
    public void Hear(OrganisationChanged heard)
    {
        if (heard.Version <= Version) return;

        (Version, Name, Kind, Sectors, Ceptoars) = (heard.Version, heard.Name, heard.Kind, heard.Sectors, heard.Ceptoars);
        (SecondHop, Region, Size, Active, HandlingRulesVersion) = (heard.SecondHop, heard.Region, heard.Size, heard.Active, heard.HandlingRulesVersion);
    }
}
