using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Groups;

namespace Ceptoar.Registry.Organisations;

/// <summary>Whom a caller may see in the directory, and whom it may change (invariant I6), as part of the query.</summary>
public static class OrganisationVisibility
{
    /// <summary>The roles that only organisations of the kind centre have.</summary>
    public static IReadOnlyList<string> CentreRoles { get; } = [Role.Analyst, Role.Approver, Role.Controller, Role.Administrator, Role.Auditor];

    public static bool IsOfTheCentre(this Caller caller) => CentreRoles.Any(caller.Is);

    /// <summary>The centre sees all, a secretariat also its CEPTOARs' members and whom it relays to, everyone the own organisation.</summary>
    public static IQueryable<Organisation> VisibleTo(this RegistryDb db, Caller caller)
    {
        if (caller.IsOfTheCentre()) return db.Organisations;

        var own = caller.OrganisationId;
        return caller.Is(Role.Secretariat)
            ? db.Organisations.Where(o => o.Id == own || db.Groups.Any(g => g.Kind == Group.OfCeptoar && g.Secretariat == own
                && (g.Ceptoars.Any(c => o.Ceptoars.Contains(c)) || g.Ceptoars.Any(c => o.SecondHop.Contains(c)))))
            : db.Organisations.Where(o => o.Id == own);
    }

    /// <summary>Whom a caller may name in a group: whom it sees, and the bodies that <c>GET /api/ceptoars</c> names to all: secretariats, ministries, the centre.</summary>
    public static IQueryable<Organisation> KnownTo(this RegistryDb db, Caller caller)
    {
        var visible = db.VisibleTo(caller).Select(o => o.Id);
        return db.Organisations.Where(o => o.Kind == OrganisationKind.Secretariat || o.Kind == OrganisationKind.Ministry || o.Kind == OrganisationKind.Centre || visible.Contains(o.Id));
    }

    /// <summary>An administrator changes all, a secretariat the operators of its CEPTOARs and of their second hop.</summary>
    public static IQueryable<Organisation> ManagedBy(this RegistryDb db, Caller caller)
    {
        if (caller.Is(Role.Administrator)) return db.Organisations;
        if (!caller.Is(Role.Secretariat)) return db.Organisations.Where(_ => false);

        var own = caller.OrganisationId;
        return db.Organisations.Where(o => o.Kind == OrganisationKind.Operator
            && db.Groups.Any(g => g.Kind == Group.OfCeptoar && g.Secretariat == own
                && (g.Ceptoars.Any(c => o.Ceptoars.Contains(c)) || g.Ceptoars.Any(c => o.SecondHop.Contains(c)))));
    }

    /// <summary>The own organisation, where the caller speaks for it.</summary>
    public static IQueryable<Organisation> SpokenForBy(this RegistryDb db, Caller caller) =>
        caller.Is(Role.Operator) || caller.Is(Role.Manager) ? db.Organisations.Where(o => o.Id == caller.OrganisationId) : db.Organisations.Where(_ => false);

    /// <summary>Whose contacts, roster and clients the caller keeps: those it manages, and the own organisation's.</summary>
    public static IQueryable<Organisation> KeptBy(this RegistryDb db, Caller caller)
    {
        if (caller.Is(Role.Administrator)) return db.Organisations;

        var managed = db.ManagedBy(caller).Select(o => o.Id);
        var (own, keeps) = (caller.OrganisationId, caller.Is(Role.Operator) || caller.Is(Role.Manager) || caller.Is(Role.Secretariat));
        return db.Organisations.Where(o => (keeps && o.Id == own) || managed.Contains(o.Id));
    }

    /// <summary>Whether the caller may see what identifies an organisation in a text.</summary>
    public static bool MaySeeStringsOf(this Caller caller, Guid organisationId) => caller.Is(Role.Administrator) || caller.OrganisationId == organisationId;

    /// <summary>The codes of the CEPTOARs whose secretariat the caller's organisation runs.</summary>
    public static IQueryable<string> CeptoarsRunBy(this RegistryDb db, Caller caller) =>
        db.Groups.Where(g => g.Kind == Group.OfCeptoar && g.Secretariat == caller.OrganisationId).Select(g => g.Ceptoars[0]);
}
