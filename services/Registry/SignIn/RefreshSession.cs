using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.People;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Registry.SignIn;

/// <summary>
/// The next ticket of a session, for its refresh token, which is used up. A token that comes a second time was stolen, from the person
/// or by it: nobody knows which of the two uses was the person's, so the session ends. Of two uses at once the later one ends it.
/// </summary>
public static class RefreshSession
{
    /// <param name="RefreshToken">The token.</param>
    /// <param name="IsCookie">Whether a browser sent it, which no script did.</param>
    public record Command(string RefreshToken, bool IsCookie) : IRequest<Token?>;

    public class Handler(RegistryDb db, Sessions sessions, AccessTickets tickets, PeopleSealer sealer, IOptions<SignInSettings> settings, TimeProvider clock) : IRequestHandler<Command, Token?>
    {
        public Task<Token?> Handle(Command request, CancellationToken cancellationToken) => db.InOneTransaction(async () =>
        {
            var (hash, now) = (Client.Hash(request.RefreshToken), clock.GetUtcNow());
            var owner = await db.RefreshTokens.Where(t => t.Hash == hash).Join(db.Sessions, t => t.SessionId, s => s.Id, (t, s) => (Guid?)s.PersonId).SingleOrDefaultAsync(cancellationToken);
            if (owner is null || await db.LockedPerson(owner.Value, cancellationToken) is not { } person) return null;

            // first the person, as whoever changes it does, then the session; what was read of either before would be old
            var session = (await db.Sessions.FromSql($"select s.* from session s join refresh_token t on t.session_id = s.id where t.hash = {hash} for update of s").ToListAsync(cancellationToken)).SingleOrDefault();
            if (session is null || session.IsOver(now, settings.Value.SessionIdle)) return null;

            var token = await db.RefreshTokens.SingleAsync(t => t.Hash == hash, cancellationToken);
            if (token.UsedAt is { } used && !(request.IsCookie && now - used < settings.Value.CookieLeeway))
            {
                db.Audit(AuditActions.SessionRevoked, $"session/{session.Id}", "reuse", AuditActor.Unknown);
                await sessions.End([session], cancellationToken);
                return null;
            }

            if (!person.MaySignIn || !await db.Organisations.AnyAsync(o => o.Id == person.OrganisationId && o.Active, cancellationToken)) return null;

            (token.UsedAt, session.LastUsedAt) = (token.UsedAt ?? now, now);
            return tickets.For(person, person.DetailsOf(sealer).Name, session) with { RefreshToken = sessions.NextToken(session) };
        }, cancellationToken);
    }
}
