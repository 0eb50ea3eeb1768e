using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.SignIn;

namespace Ceptoar.Registry.People;

public static class EntryVisibility
{
    /// <summary>The organisations whose clients and contacts a caller keeps: those it manages, and its own, for a manager.</summary>
    public static IQueryable<Organisation> EntriesKeptBy(this RegistryDb db, Caller caller)
    {
        var (managed, manages, own) = (db.ManagedBy(caller), caller.Is(Role.Manager), caller.OrganisationId);
        return db.Organisations.Where(o => managed.Any(m => m.Id == o.Id) || (manages && o.Id == own));
    }

    /// <summary>The clients that a caller may change where it keeps their organisation: an administrator's or auditor's, administrators alone.</summary>
    public static IQueryable<Client> ClientsKeptBy(this RegistryDb db, Caller caller)
    {
        var (all, reserved) = (caller.Is(Role.Administrator), PeopleRules.Reserved);
        return db.Clients.Where(c => c.RevokedAt == null && (all || !reserved.Contains(c.Role)));
    }
}
