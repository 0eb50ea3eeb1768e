namespace Ceptoar.Directory;

/// <summary>The directory at one moment: who is there and which groups they form.</summary>
public sealed class DirectorySnapshot(IEnumerable<DirectoryOrganisation> organisations, IEnumerable<DirectoryGroup> groups)
{
    public IReadOnlyDictionary<Guid, DirectoryOrganisation> Organisations { get; } = organisations.ToDictionary(o => o.Id);
    public IReadOnlyDictionary<Guid, DirectoryGroup> Groups { get; } = groups.ToDictionary(g => g.Id);

    /// <summary>The organisation, or null where it is unknown or no longer active.</summary>
    public DirectoryOrganisation? Active(Guid organisationId) => Organisations.TryGetValue(organisationId, out var found) && found.Active ? found : null;

    /// <summary>Every active organisation that is in at least one of the groups, once, in the order of their ids. An unknown group has no members.</summary>
    public IReadOnlyList<DirectoryOrganisation> MembersOf(IReadOnlyCollection<Guid> groupIds)
    {
        var named = groupIds.Where(Groups.ContainsKey).Select(id => Groups[id]).ToArray();
        return [.. Organisations.Values.Where(o => named.Any(g => g.Has(o))).OrderBy(o => o.Id)];
    }

    /// <summary>The CEPTOAR groups of an organisation.</summary>
    public IEnumerable<DirectoryGroup> CeptoarsOf(DirectoryOrganisation organisation) =>
        Groups.Values.Where(g => g.Kind == "ceptoar" && g.Ceptoars.Intersect(organisation.Ceptoars).Any());
}
