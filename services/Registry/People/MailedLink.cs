using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.Mail;
using Ceptoar.Registry.SignIn;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Registry.People;

/// <summary>A link that was mailed to a person: its random token is stored as SHA-256, and it is deleted once used. The newest of a purpose alone counts.</summary>
public class MailedLink
{
    public const string Invitation = "invitation";
    public const string Reset = "reset";

    public required byte[] TokenHash { get; init; }
    public required Guid PersonId { get; init; }
    public required string Purpose { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Mails links and takes them back.</summary>
public sealed class MailedLinks(RegistryDb db, Mailer mailer, PeopleSealer sealer, IOptions<RegistrySettings> registry, IOptions<SignInSettings> settings, TimeProvider clock)
{
    /// <summary>Invites a person to set up authenticator and password; an earlier invitation counts no more.</summary>
    public async Task Invite(Person person, CancellationToken ct)
    {
        var organisation = await db.Organisations.Where(o => o.Id == person.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        var (token, expires) = await Add(person, MailedLink.Invitation, settings.Value.InvitationLifetime, ct);
        mailer.Post(person.Email, Letters.Invitation(person.DetailsOf(sealer).Name, organisation, Link("invitation", token), expires));
    }

    public async Task Reset(Person person, CancellationToken ct)
    {
        var (token, expires) = await Add(person, MailedLink.Reset, settings.Value.ResetLifetime, ct);
        mailer.Post(person.Email, Letters.Reset(person.DetailsOf(sealer).Name, Link("password-reset", token), expires));
    }

    /// <summary>The link behind a token and its person, kept from others until the transaction ends.</summary>
    /// <exception cref="ValidationException">It was used, replaced, has run out, or never was; names <c>token</c>.</exception>
    public async Task<(MailedLink Link, Person Person)> Open(string token, string purpose, CancellationToken ct)
    {
        var (hash, now) = (Client.Hash(token), clock.GetUtcNow());
        // first the person, as whoever changes it or its links does; then the link, which may be gone by now
        var owner = await db.MailedLinks.Where(l => l.TokenHash == hash).Select(l => (Guid?)l.PersonId).SingleOrDefaultAsync(ct);
        var person = owner is { } id ? await db.LockedPerson(id, ct) : null;
        var link = await db.MailedLinks.SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose && l.ExpiresAt > now, ct);
        if (person is { RemovedAt: null, Active: true } && link is not null) return (link, person);

        throw new ValidationException([new("token", Problems.Say("リンクは無効です。期限が切れたか、既に使われています。", "The link is not valid: it has run out or was used."))]);
    }

    async Task<(string Token, DateTimeOffset Expires)> Add(Person person, string purpose, TimeSpan lifetime, CancellationToken ct)
    {
        await db.MailedLinks.Where(l => l.PersonId == person.Id && l.Purpose == purpose).ExecuteDeleteAsync(ct);
        var (token, now) = (Client.NewSecret(), clock.GetUtcNow());
        db.Add(new MailedLink { TokenHash = Client.Hash(token), PersonId = person.Id, Purpose = purpose, CreatedAt = now, ExpiresAt = now + lifetime });
        return (token, now + lifetime);
    }

    string Link(string page, string token) => $"{registry.Value.PublicUrl.TrimEnd('/')}/{page}#{token}";
}
