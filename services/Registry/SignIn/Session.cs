using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Registry.SignIn;

/// <summary>A person's sign-in on one device, from which tickets come until it ends.</summary>
public class Session
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastUsedAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The family of the browser or program; what it says of itself in full is not kept.</summary>
    public required string Agent { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsOver(DateTimeOffset now, TimeSpan idle) => EndedAt is not null || ExpiresAt <= now || LastUsedAt + idle <= now;
}

/// <summary>A token that gets the next ticket of its session, once: stored as SHA-256, and kept after its use so that a second use is seen.</summary>
public class RefreshToken
{
    public required byte[] Hash { get; init; }
    public required Guid SessionId { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Starts and ends sessions.</summary>
public sealed class Sessions(RegistryDb db, IOptions<SignInSettings> settings, TimeProvider clock)
{
    /// <summary>Starts a session and forgets those of the person that are long over.</summary>
    public async Task<(Session Session, string RefreshToken)> Start(Person person, string? userAgent, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.PersonId == person.Id && s.ExpiresAt < now).ExecuteDeleteAsync(ct);
        var session = new Session
        {
            Id = Guid.NewGuid(),
            PersonId = person.Id,
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + settings.Value.SessionLifetime,
            Agent = AgentFamily.Of(userAgent),
        };
        db.Add(session);
        return (session, NextToken(session));
    }

    public string NextToken(Session session)
    {
        var token = Client.NewSecret();
        db.Add(new RefreshToken { Hash = Client.Hash(token), SessionId = session.Id });
        return token;
    }

    /// <summary>Ends sessions of a person; their tickets count no more.</summary>
    public async Task End(IReadOnlyList<Session> sessions, CancellationToken ct)
    {
        foreach (var session in sessions) session.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct); // waits for whoever is refreshing them
        foreach (var session in sessions) await db.VoidTickets(VoidTickets.Session, session.Id.ToString(), clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ends whatever a person, whose row the caller has locked, is signed in with.</summary>
    public async Task EndAll(Person person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
        await db.VoidTickets(VoidTickets.Subject, person.Id.ToString(), clock.GetUtcNow(), ct); // the update may have waited
    }

    /// <summary>The sessions of a person that are not over.</summary>
    public IQueryable<Session> Of(Guid personId)
    {
        var now = clock.GetUtcNow();
        var idleSince = now - settings.Value.SessionIdle;
        return db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null && s.ExpiresAt > now && s.LastUsedAt > idleSince);
    }
}

/// <summary>Names the family of a browser or program by its User-Agent: enough to know one's own sessions by.</summary>
public static class AgentFamily
{
    // in this order: each names those below it too
    static readonly (string Mark, string Family)[] Families =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    public const string Other = "other";

    public static string Of(string? userAgent) => Families.FirstOrDefault(f => userAgent?.Contains(f.Mark, StringComparison.Ordinal) is true).Family ?? Other;
}
