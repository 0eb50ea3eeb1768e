using System.Text;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Groups;

/// <summary>Who may know of a group, who learns its members, and who keeps it (invariant I6).</summary>
public static class GroupVisibility
{
    /// <summary>Its owner and administrators; the groups that every hub has are nobody's.</summary>
    public static IQueryable<Group> KeptBy(this IQueryable<Group> groups, Caller caller)
    {
        var own = caller.OrganisationId;
        return caller.Is(Role.Administrator) ? groups : groups.Where(g => g.Owner == own && g.Owner != null);
    }

    /// <summary>
    /// Whom a group names is told to the secretariat of the CEPTOAR, to the owner and to the centre; of a group without ministries, to
    /// its owner and administrators only. Of the members each sees those that it sees in the directory: an owner that names another's
    /// CEPTOAR does not learn who is in it.
    /// </summary>
    public static bool MaySeeMembers(this Caller caller, Group group) =>
        group.Owner == caller.OrganisationId || caller.Is(Role.Administrator)
        || (!group.WithoutMinistries && (caller.IsOfTheCentre() || (caller.Is(Role.Secretariat) && group.Kind == Group.OfCeptoar && group.Secretariat == caller.OrganisationId)));

    /// <summary>A group without ministries is known to whom it has, its owner and administrators; a closed one to who learns its members; every other to all.</summary>
    public static bool MayKnow(this Caller caller, SizedGroup group) =>
        caller.MaySeeMembers(group.Group) || (!group.Group.Closed && (!group.Group.WithoutMinistries || group.Members.Contains(caller.OrganisationId)));
}

/// <summary>A group and the ids of who belongs to it.</summary>
public record SizedGroup(Group Group, IReadOnlySet<Guid> Members);

public static class GroupMembers
{
    /// <summary>Every group with its members, in the order of lists.</summary>
    public static async Task<List<SizedGroup>> GroupsWithMembers(this RegistryDb db, CancellationToken ct)
    {
        var groups = await db.Groups.AsNoTracking().OrderBy(g => g.Position).ToListAsync(ct);
        var organisations = await db.Organisations.Where(o => o.Active).Select(o => new { o.Id, o.Kind, o.Sectors, o.Ceptoars }).ToListAsync(ct);
        var algebra = new GroupAlgebra(groups.Select(g => g.Rule));
        return [.. groups.Select(g => new SizedGroup(g, organisations.Where(o => algebra.Has(g.Id, new(o.Id, o.Kind, o.Sectors, o.Ceptoars, Active: true))).Select(o => o.Id).ToHashSet()))];
    }

    /// <exception cref="RuleViolation">Another group is called so, in either language: an audience is chosen by its name.</exception>
    public static async Task RefuseTakenName(this RegistryDb db, Group group, CancellationToken ct)
    {
        var taken = (await db.Groups.AsNoTracking().Where(g => g.Id != group.Id && !g.Closed).Select(g => new { g.Name, g.NameEn }).ToListAsync(ct)).SelectMany(g => new[] { Folded(g.Name), Folded(g.NameEn) });
        if (taken.Intersect([Folded(group.Name), Folded(group.NameEn)]).Any()) throw new RuleViolation("同じ名称のグループが既にあります。", "There is a group of this name already.");
    }

    static string Folded(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c)));
}
