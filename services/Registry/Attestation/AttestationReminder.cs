using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Attestation;

/// <summary>Asks an organisation's managers by mail to confirm its entries; goes out with the transaction at hand.</summary>
public sealed class AttestationReminder(RegistryDb db, Mailer mailer, PeopleSealer sealer)
{
    public async Task Post(IReadOnlyCollection<Guid> organisations, CancellationToken ct)
    {
        var managers = await db.People.AsNoTracking()
            .Where(p => organisations.Contains(p.OrganisationId) && p.Active && p.TwoFactorEnabled && p.Email != null && p.Roles.Contains(Role.Manager))
            .Join(db.Organisations, p => p.OrganisationId, o => o.Id, (p, o) => new { Person = p, Organisation = o.Name }).ToListAsync(ct);
        foreach (var manager in managers) mailer.Post(manager.Person.Email, Letters.AttestationDue(manager.Person.DetailsOf(sealer).Name, manager.Organisation));
        await db.SaveChangesAsync(ct);
    }
}
