using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>
/// The organisations that could not be reached now, or might not be, with the reasons: all for administrators, the members for their
/// secretariat, the own one for everyone else.
/// </summary>
public static class LintDirectory
{
    public record Query(string? Ceptoar, string? After, int? Limit) : IRequest<Page<View>>;

    /// <summary><c>Codes</c>: those of <see cref="LintRules"/>. <c>Bouncing</c>: the contacts that bounce: <c>channel:</c> and its position, desk, executive, <c>person:</c> and an id.</summary>
    public record View(Guid OrganisationId, string Name, string Kind, string[] Ceptoars, string[] SecondHop, IReadOnlyList<string> Codes, IReadOnlyList<string> Bouncing);

    public class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.Cursor(q => q.After, q => q.Limit);
            RuleFor(q => q.Ceptoar).OneOf([.. CeptoarTable.All.Select(c => c.Code)]);
        }
    }

    public static void Map(IEndpointRouteBuilder directory) => directory
        .MapGet("/lint", (string? ceptoar, string? after, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(ceptoar, after, limit), ct));

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Query, Page<View>>
    {
        public async Task<Page<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (own, ceptoar) = (caller.OrganisationId, request.Ceptoar);
            var visible = caller.Is(Role.Administrator) || caller.Is(Role.Secretariat) ? db.VisibleTo(caller) : db.Organisations.Where(o => o.Id == own);
            var organisations = await visible.AsNoTracking()
                .Where(o => o.Active && (ceptoar == null || o.Ceptoars.Contains(ceptoar) || o.SecondHop.Contains(ceptoar)))
                .Select(o => new
                {
                    o.Id,
                    o.Number,
                    o.Name,
                    o.Kind,
                    o.Ceptoars,
                    o.SecondHop,
                    StringsConfirmed = o.ConfirmedVersion == o.IdentifyingVersion,
                    Working = db.Channels.Count(c => c.OrganisationId == o.Id && c.Contact != null && !c.Bouncing),
                    Unreached = db.DrillsUnreached.Where(u => u.OrganisationId == o.Id).Max(u => (DateTimeOffset?)u.FoundAt),
                    AttestedAt = db.Attestations.Where(a => a.OrganisationId == o.Id).Max(a => (DateTimeOffset?)a.At),
                })
                .ToListAsync(cancellationToken);
            Guid[] ids = [.. organisations.Select(o => o.Id)];
            var reach = await FactsOf(ids, cancellationToken);
            var bounced = await BouncingOf(ids, cancellationToken);

            var now = clock.GetUtcNow();
            var nobody = new ReachFacts(People: 0, Deputies: 0, HasExecutive: false);
            var faulty = organisations
                .Select(o => (o.Number, View: new View(o.Id, o.Name, o.Kind, o.Ceptoars, o.SecondHop,
                    LintRules.Check(new(reach.GetValueOrDefault(o.Id, nobody), o.Working, bounced[o.Id].Any(b => b.Mail), o.AttestedAt, o.StringsConfirmed)
                    {
                        Bouncing = Facts(bounced[o.Id]),
                        UnreachedInDrill = o.Unreached is { } at && (o.AttestedAt is not { } attested || attested < at),
                    }, now),
                    [.. bounced[o.Id].Select(b => b.Contact)])))
                .Where(o => o.View.Codes.Count > 0);
            var page = (Paging.Position(request.After) is { } after
                ? faulty.Where(o => o.Number > after).OrderBy(o => o.Number)
                : faulty.OrderByDescending(o => o.Number)).Take(request.Limit ?? Paging.DefaultLimit).ToArray();
            return new([.. page.Select(o => o.View)], page.Length == 0 ? request.After : Paging.Cursor(page.Max(o => o.Number)));
        }

        /// <summary>The people, deputies and executives of these organisations; one who is not among the keys has none.</summary>
        async Task<Dictionary<Guid, ReachFacts>> FactsOf(Guid[] organisations, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var people = await db.People.Where(p => organisations.Contains(p.OrganisationId) && p.Active && p.TwoFactorEnabled).GroupBy(p => p.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var deputies = await db.RosterEntries
                .Where(e => organisations.Contains(e.OrganisationId) && e.Kind == RosterEntry.Deputy && e.StartsAt <= now && e.EndsAt > now)
                .Where(e => db.People.Any(p => p.Id == e.PersonId && p.Active) && !db.RosterAbsences.Any(a => a.PersonId == e.PersonId && a.StartsAt <= now && a.EndsAt > now))
                .GroupBy(e => e.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var executives = await db.Contacts.Where(c => organisations.Contains(c.OrganisationId) && c.Executive != null).Select(c => c.OrganisationId).ToListAsync(ct);
            return people.Keys.Union(deputies.Keys).Union(executives).ToDictionary(id => id, id => new ReachFacts(people.GetValueOrDefault(id), deputies.GetValueOrDefault(id), executives.Contains(id)));
        }

        /// <summary>The contacts of these organisations that bounce.</summary>
        async Task<ILookup<Guid, Bounced>> BouncingOf(Guid[] organisations, CancellationToken ct)
        {
            var channels = await db.Channels.Where(c => organisations.Contains(c.OrganisationId) && c.Bouncing).OrderBy(c => c.Position).Select(c => new { c.OrganisationId, c.Position, c.Channel }).ToListAsync(ct);
            var trials = await db.ContactTrials.Where(t => organisations.Contains(t.OrganisationId) && t.Result == OrganisationChannel.Bounced).OrderBy(t => t.Contact).Select(t => new { t.OrganisationId, t.Contact }).ToListAsync(ct);
            var there = (await db.People.Where(p => organisations.Contains(p.OrganisationId) && p.Active).Select(p => p.Id).ToListAsync(ct)).Select(ContactTrial.Person).ToHashSet(StringComparer.Ordinal);
            return channels.Select(c => new Bounced(c.OrganisationId, $"channel:{c.Position}", c.Channel == Channel.Mail))
                .Concat(trials.Where(t => t.Contact is ContactTrial.Desk or ContactTrial.Executive || there.Contains(t.Contact)).Select(t => new Bounced(t.OrganisationId, t.Contact, Mail: false)))
                .ToLookup(b => b.OrganisationId);
        }

        static BouncingFacts Facts(IEnumerable<Bounced> bounced)
        {
            string[] contacts = [.. bounced.Where(b => !b.Mail).Select(b => b.Contact)];
            return new(contacts.Any(c => c.StartsWith("channel:", StringComparison.Ordinal)), contacts.Contains(ContactTrial.Desk), contacts.Contains(ContactTrial.Executive), contacts.Any(c => c.StartsWith("person:", StringComparison.Ordinal)));
        }

        /// <param name="OrganisationId">Whose contact it is.</param>
        /// <param name="Contact">Which one.</param>
        /// <param name="Mail">Whether it is a mail channel of the plan.</param>
        sealed record Bounced(Guid OrganisationId, string Contact, bool Mail);
    }
}
