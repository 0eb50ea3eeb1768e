using Ceptoar.Contracts.Registry;

namespace Ceptoar.Directory;

/// <summary>A group as Registry last said it (table <c>directory_group</c>).</summary>
public class DirectoryGroup
{
    public required Guid Id { get; init; }
    public long Version { get; private set; }

    /// <summary>ceptoar, allCeptoars, financialCouncil, council, ministries or centre.</summary>
    public string Kind { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public string[] Ceptoars { get; private set; } = [];
    public string[] Kinds { get; private set; } = [];
    public Guid[] Organisations { get; private set; } = [];
    public Guid? Secretariat { get; private set; }
    public Guid? Ministry { get; private set; }

    /// <summary>Whether an organisation belongs to the group: active, and by its CEPTOAR, by its kind or by name.</summary>
    public bool Has(DirectoryOrganisation organisation) => organisation.Active
        && (Ceptoars.Intersect(organisation.Ceptoars).Any() || Kinds.Contains(organisation.Kind) || Organisations.Contains(organisation.Id));

    /// <inheritdoc cref="DirectoryOrganisation.Hear"/>
    public void Hear(GroupChanged heard)
    {
        if (heard.Version <= Version) return;

        (Version, Kind, Name, NameEn) = (heard.Version, heard.Kind, heard.Name, heard.NameEn);
        (Ceptoars, Kinds, Organisations) = (heard.Ceptoars, heard.Kinds, heard.Organisations);
        (Secretariat, Ministry) = (heard.Secretariat, heard.Ministry);
    }
}
