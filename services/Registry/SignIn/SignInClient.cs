using System.Security.Cryptography;
using Ceptoar.Hosting.Audit;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>A system signs in. Its secret is random, so a plain hash is enough: this costs microseconds, for systems do it often.</summary>
public static class SignInClient
{
    public record Command(string ClientId, string ClientSecret) : IRequest<Token?>;

    public class Handler(RegistryDb db, AccessTickets tickets, TimeProvider clock) : IRequestHandler<Command, Token?>
    {
        static readonly byte[] Nobody = new byte[SHA256.HashSizeInBytes];

        public async Task<Token?> Handle(Command request, CancellationToken cancellationToken)
        {
            // an unknown client costs the same work and gets the same answer as a wrong secret
            var id = Client.IsId(request.ClientId) ? request.ClientId : "";
            var known = await db.Clients.AsNoTracking().Where(c => c.Id == id && c.RevokedAt == null)
                .Join(db.Organisations.Where(o => o.Active), c => c.OrganisationId, o => o.Id, (c, o) => new { Client = c, Organisation = o.Name })
                .SingleOrDefaultAsync(cancellationToken);
            var given = Client.Hash(request.ClientSecret);
            var right = CryptographicOperations.FixedTimeEquals(given, known?.Client.SecretHash ?? Nobody)
                | CryptographicOperations.FixedTimeEquals(given, known?.Client.OldSecretAt(clock.GetUtcNow()) ?? Nobody);
            if (known is null || !right)
            {
                await db.AuditNow(AuditActions.SignInFailed, known is null ? null : $"client/{id}", "grant=client", AuditActor.Unknown);
                return null;
            }

            await db.AuditNow(AuditActions.SignInSucceeded, $"client/{id}", "grant=client", new(known.Client.Id, known.Client.OrganisationId));
            return tickets.For(known.Client, known.Client.Name ?? known.Organisation);
        }
    }
}
