using System.Collections.Concurrent;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Directory;

/// <summary>The directory at one moment: who is there and which groups they form.</summary>
public sealed class DirectorySnapshot
{
    readonly GroupAlgebra algebra;
    readonly ConcurrentDictionary<Guid, HashSet<Guid>> members = new();

    public DirectorySnapshot(IEnumerable<DirectoryOrganisation> organisations, IEnumerable<DirectoryGroup> groups)
    {
        Organisations = organisations.ToDictionary(o => o.Id);
        Groups = groups.ToDictionary(g => g.Id);
        algebra = new(Groups.Values.Select(g => g.Rule));
    }

    public IReadOnlyDictionary<Guid, DirectoryOrganisation> Organisations { get; }
    public IReadOnlyDictionary<Guid, DirectoryGroup> Groups { get; }

    /// <summary>The organisation, or null where it is unknown or no longer active.</summary>
    public DirectoryOrganisation? Active(Guid organisationId) => Organisations.TryGetValue(organisationId, out var found) && found.Active ? found : null;

    /// <summary>Whether an organisation belongs to a group. No one belongs to an unknown group, and an unknown organisation to none.</summary>
    public bool Has(Guid groupId, Guid organisationId) => Ids(groupId).Contains(organisationId);

    /// <summary>The ids of the active organisations of a group.</summary>
    public IReadOnlySet<Guid> IdsOf(Guid groupId) => Ids(groupId);

    /// <summary>Every active organisation that is in at least one of the groups, once, in the order of their ids.</summary>
    public IReadOnlyList<DirectoryOrganisation> MembersOf(IReadOnlyCollection<Guid> groupIds) =>
        [.. groupIds.SelectMany(Ids).Distinct().Order().Select(id => Organisations[id])];

    /// <summary>The CEPTOAR groups of an organisation.</summary>
    public IEnumerable<DirectoryGroup> CeptoarsOf(DirectoryOrganisation organisation) =>
        Groups.Values.Where(g => g.Kind == "ceptoar" && g.Members.Ceptoars.Intersect(organisation.Ceptoars).Any());

    HashSet<Guid> Ids(Guid groupId) => Groups.ContainsKey(groupId)
        ? members.GetOrAdd(groupId, id => [.. Organisations.Values.Where(o => algebra.Has(id, new(o.Id, o.Kind, o.Sectors, o.Ceptoars, o.Active))).Select(o => o.Id)])
        : [];
}
