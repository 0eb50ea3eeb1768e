using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ceptoar.Registry.Contacts;

/// <summary>
/// Watches what is saved: where anything of an organisation's sheet changes, whoever changes it, the new sheet is said with the same
/// transaction. What goes past the context (<c>ExecuteUpdate</c>, SQL) it does not see.
/// </summary>
public sealed class TellContacts(ContactSheets sheets) : SaveChangesInterceptor
{
    readonly HashSet<Guid> touched = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db) touched.UnionWith(db.ChangeTracker.Entries().Select(OrganisationOf).OfType<Guid>());
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (touched.Count > 0 && eventData.Context is RegistryDb db)
        {
            Guid[] organisations = [.. touched];
            touched.Clear();
            await sheets.SayChanged(db, organisations, cancellationToken);
        }

        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        touched.Clear();
        return Task.CompletedTask;
    }

    /// <returns>Whose sheet a change is of; null where it is of none.</returns>
    static Guid? OrganisationOf(EntityEntry entry) => entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted) ? null : entry.Entity switch
    {
        Organisation o when Changed(entry, nameof(o.Ceptoars), nameof(o.SecondHop)) => o.Id,
        OrganisationChannel c when Changed(entry, nameof(c.Contact), nameof(c.Bouncing)) => c.OrganisationId,
        OrganisationContacts c => c.OrganisationId,
        OrganisationWebhook w => w.OrganisationId,
        RosterEntry e => e.OrganisationId,
        RosterAbsence a => a.OrganisationId,
        Person p when Changed(entry, nameof(p.Details), nameof(p.Email), nameof(p.Active), nameof(p.TwoFactorEnabled)) && (MaySignIn(entry.CurrentValues) || MaySignIn(entry.OriginalValues)) => p.OrganisationId,
        _ => null,
    };

    static bool Changed(EntityEntry entry, params string[] properties) => entry.State != EntityState.Modified || properties.Any(p => entry.Property(p).IsModified);

    static bool MaySignIn(PropertyValues person) => person.GetValue<bool>(nameof(Person.Active)) && person.GetValue<bool>(nameof(Person.TwoFactorEnabled));
}
