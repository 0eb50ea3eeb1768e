using Ceptoar.Contracts.Registry;

namespace Ceptoar.Directory;

/// <summary>A group as Registry last said it (table <c>directory_group</c>).</summary>
public class DirectoryGroup
{
    public required Guid Id { get; init; }
    public long Version { get; private set; }

    /// <summary>See <see cref="GroupChanged.Kind"/>.</summary>
    public string Kind { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public Circle Members { get; private set; } = new();
    public Circle? Except { get; private set; }
    public bool WithoutMinistries { get; private set; }
    public bool Closed { get; private set; }
    public Guid? Secretariat { get; private set; }
    public Guid? Ministry { get; private set; }

    public GroupRule Rule => new(Id, Members, Except, WithoutMinistries, Closed);

    /// <inheritdoc cref="DirectoryOrganisation.Hear"/>
    public void Hear(GroupChanged heard)
    {
        if (heard.Version <= Version) return;

        (Version, Kind, Name, NameEn) = (heard.Version, heard.Kind, heard.Name, heard.NameEn);
        Members = new() { Ceptoars = heard.Ceptoars, Sectors = heard.Sectors, Kinds = heard.Kinds, Organisations = heard.Organisations, Groups = heard.Groups };
        (Except, WithoutMinistries, Closed) = (heard.Except, heard.WithoutMinistries, heard.Closed);
        (Secretariat, Ministry) = (heard.Secretariat, heard.Ministry);
    }
}
