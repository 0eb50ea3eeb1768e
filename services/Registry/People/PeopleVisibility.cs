using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>Which people a caller may see and keep, as part of the query.</summary>
public static class PeopleVisibility
{
    /// <summary>An administrator sees all; a secretariat also its CEPTOARs' members' people, whose contacts it keeps; everyone those of the own organisation.</summary>
    public static IQueryable<Person> PeopleVisibleTo(this RegistryDb db, Caller caller)
    {
        if (caller.Is(Role.Administrator)) return db.People;

        var own = caller.OrganisationId;
        if (!caller.Is(Role.Secretariat)) return db.People.Where(p => p.OrganisationId == own);

        var organisations = db.VisibleTo(caller);
        return db.People.Where(p => p.OrganisationId == own || organisations.Any(o => o.Id == p.OrganisationId));
    }

    /// <summary>
    /// An administrator keeps all, a manager those of the own organisation. A secretariat keeps none: one that could bring in people
    /// of its member could read what the member keeps from it (invariant I10).
    /// </summary>
    public static IQueryable<Person> PeopleKeptBy(this RegistryDb db, Caller caller)
    {
        var organisations = db.PeopledBy(caller);
        return db.People.Where(p => p.RemovedAt == null && organisations.Any(o => o.Id == p.OrganisationId));
    }

    /// <summary>The organisations whose people the caller keeps.</summary>
    public static IQueryable<Organisation> PeopledBy(this RegistryDb db, Caller caller)
    {
        var (all, manages, own) = (caller.Is(Role.Administrator), caller.Is(Role.Manager), caller.OrganisationId);
        return db.Organisations.Where(o => all || (manages && o.Id == own));
    }

    /// <summary>The clients that a caller may change where it keeps their organisation's people: an administrator's or auditor's, administrators alone.</summary>
    public static IQueryable<Client> ClientsKeptBy(this RegistryDb db, Caller caller)
    {
        var (all, reserved) = (caller.Is(Role.Administrator), PeopleRules.Reserved);
        return db.Clients.Where(c => c.RevokedAt == null && (all || !reserved.Contains(c.Role)));
    }

    /// <summary>Lets one writer of people in at a time, until its transaction ends: there is always a last keeper, and a mail address is one person's.</summary>
    public static Task OneKeeperAtATime(this RegistryDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('people', 0))", ct);

    /// <summary>Reads a person and keeps others from changing it until the transaction ends.</summary>
    public static async Task<Person?> LockedPerson(this RegistryDb db, Guid id, CancellationToken ct) =>
        (await db.People.FromSql($"select * from person where id = {id} for update").ToListAsync(ct)).SingleOrDefault();

    /// <inheritdoc cref="LockedPerson"/>
    public static async Task<Person?> LockedPersonByMail(this RegistryDb db, string normalizedEmail, CancellationToken ct) =>
        (await db.People.FromSql($"select * from person where normalized_email = {normalizedEmail} for update").ToListAsync(ct)).SingleOrDefault();
}
