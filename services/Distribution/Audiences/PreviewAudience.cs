using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Escalation;
using Ceptoar.Distribution.Relays;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Audiences;

/// <summary>Shows the author's organisation to how many an advisory, or a correction of it, would go now, and what to think over. Numbers alone.</summary>
public static class PreviewAudience
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    /// <summary>
    /// <c>Recipients</c> counts mailboxes, each once, and the bodies on the way; one in several CEPTOARs stands in each of them. <c>UnreachableByChannel</c>: those of them that nothing but the hub
    /// reaches; of RED all, for nothing of it leaves the hub. <c>FourEyes</c> counts those of a correction, too, whom later hops will bring it to.
    /// </summary>
    public record View(
        int Recipients, IReadOnlyList<InCeptoar> ByCeptoar, int OutsideCeptoars, IReadOnlyList<InHop> ByHop, bool FourEyes, IReadOnlyList<AudienceWarning> Warnings, int UnreachableByChannel = 0);

    /// <summary>One who is reached by several hops stands in each of them. <c>Ceptoar</c> is null of those before whom nobody stands, and of a correction.</summary>
    public record InHop(string Hop, string? Ceptoar, int Recipients);

    public record InCeptoar(string Ceptoar, string Name, int Recipients);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/audience", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, DirectoryReader directory, Authoring authoring, ContactFacts contacts, Caller caller) : IRequestHandler<Query, View?>
    {
        const int Latest = 20;

        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.AdvisoryId && d.Author == own, cancellationToken) is not { } draft) return null;

            var now = await directory.Now(cancellationToken);
            var earlier = await db.Advisories.Where(a => a.Author == own && a.Id != draft.Id && !a.Drill).OrderByDescending(a => a.FirstIssuedAt).Take(Latest).Select(a => a.Recipients).ToListAsync(cancellationToken);
            var fourEyes = (await authoring.Weigh(draft, cancellationToken)).FourEyes;
            if (draft.Tlp == Tlp.Red)
            {
                // whose people these are, Distribution does not know until they read
                var people = (await authoring.Recipients(draft, cancellationToken)).Count;
                return new(people, [], people, [], fourEyes, [.. AudienceWarnings.OfPeople(people)], people);
            }

            var (recipients, hops) = draft.Issued > 0 ? OfCorrection(await authoring.Corrected(draft, cancellationToken), now) : OfFirst(draft, now);
            var facts = await contacts.Of([.. recipients.Select(r => r.Id)], cancellationToken);
            return Of(draft, recipients, hops, earlier, recipients.Count(r => facts.GetValueOrDefault(r.Id) is not { IsReachable: true }), now, fourEyes);
        }

        static (IReadOnlyList<DirectoryOrganisation> Recipients, IReadOnlyList<InHop> Hops) OfFirst(Draft draft, DirectorySnapshot now)
        {
            var scope = Authoring.ScopeOf(draft, now);
            return (AudienceRules.Recipients(draft.Tlp, scope, now), [.. HopPlan.Of(draft.Tlp, scope, now).Select(h => new InHop(h.Name, h.Ceptoar, h.Members.Count))]);
        }

        /// <summary>Those whom it reached and who may still see it: a correction goes to nobody else.</summary>
        static (IReadOnlyList<DirectoryOrganisation> Recipients, IReadOnlyList<InHop> Hops) OfCorrection(IReadOnlyList<Delivery> reached, DirectorySnapshot now) =>
            ([.. reached.Select(d => now.Organisations[d.Mailbox]).OrderBy(o => o.Id)], [.. reached.CountBy(d => d.Hop).OrderBy(h => HopName.Place(h.Key)).Select(h => new InHop(h.Key, Ceptoar: null, h.Value))]);

        static View Of(Draft draft, IReadOnlyList<DirectoryOrganisation> recipients, IReadOnlyList<InHop> hops, IReadOnlyCollection<int> earlier, int withoutChannel, DirectorySnapshot now, bool fourEyes)
        {
            var ceptoars = recipients.Select(r => (Recipient: r, Ceptoars: now.CeptoarsOf(r).ToArray())).ToArray();
            var gone = draft.Issued > 0 ? 0 : draft.Audience.Where(now.Groups.ContainsKey).SelectMany(id => now.Groups[id].Members.Organisations).Distinct().Count(id => now.Active(id) is null);
            return new(
                recipients.Count,
                [
                    .. from member in ceptoars
                       from ceptoar in member.Ceptoars
                       group member by ceptoar into c
                       orderby c.Key.Members.Ceptoars[0]
                       select new InCeptoar(c.Key.Members.Ceptoars[0], Problems.Say(c.Key.Name, c.Key.NameEn), c.Count()),
                ],
                ceptoars.Count(c => c.Ceptoars.Length == 0),
                hops,
                fourEyes,
                [.. AudienceWarnings.Of(recipients, gone, earlier, withoutChannel)],
                withoutChannel);
        }
    }
}
