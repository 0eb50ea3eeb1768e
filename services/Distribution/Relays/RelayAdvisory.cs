using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Relays;

/// <summary>
/// A liaison or a secretariat hands an advisory of the centre down, with words of its own, to all of its next hop or to those of it
/// that it chooses. Calling again reaches those whom it did not reach before, with the same words; where there are none it changes nothing.
/// </summary>
public static class RelayAdvisory
{
    /// <summary><c>Hop</c>: secondHop for that one; without it the body's other hops. <c>Members</c>: ids of organisations of the hop; without it all of them.</summary>
    public record Command(string? Hop, string? Note, Guid[]? Members) : IRequest<GetRelay.View?>
    {
        internal Guid AdvisoryId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Hop).OneOf(HopName.Relayed);
            RuleFor(c => c.Note).MaximumLength(4_000).Readable();
            RuleFor(c => c.Members).Must(m => m is null or { Length: > 0 and <= 10_000 })
                .WithMessage(_ => Problems.Say("1 件以上 10000 件以内としてください。", "Must name between 1 and 10000."));
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/relay", async Task<Results<Ok<GetRelay.View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, Issuing issuing, Relaying relaying, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Command, GetRelay.View?>
    {
        public async Task<GetRelay.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            if (await reading.Find(request.AdvisoryId, own, cancellationToken) is null) return null;

            var advisory = await issuing.Locked(request.AdvisoryId, cancellationToken);
            if (advisory.StateAt(clock.GetUtcNow()) != Advisory.Released) throw new RuleViolation("撤回された、または期限が過ぎた情報提供は展開できません。", "What is recalled or expired is not relayed.");

            var hops = await db.RelayHops.Where(h => h.AdvisoryId == advisory.Id && h.Body == own && h.OpenedAt != null).ToListAsync(cancellationToken);
            hops = [.. hops.Where(IsMeant)];
            if (hops.Count == 0 || !AudienceRules.HasHops(advisory.Tlp)) throw new RuleViolation("この情報提供に、貴組織が展開する先はありません。", "There is nobody to whom your organisation relays this advisory.");

            if (hops.Exists(h => h.EndedAt is not null)) throw new RuleViolation("訓練は終了しました。", "The drill has ended.");

            await RefuseStrangers(request.Members, advisory, hops, cancellationToken);
            var isFirst = hops.Exists(h => h.IsWaiting);
            // the drill of a hop that was relayed in time may have ended since
            if (isFirst || (await db.Ended([advisory], cancellationToken)).Count == 0)
            {
                var deliveries = await relaying.Relay(advisory, h => h.Body == own && IsMeant(h), request.Note, request.Members, cancellationToken);
                if (isFirst || deliveries.Count > 0) await issuing.Fill(advisory, deliveries, cancellationToken);
                else await db.SaveChangesAsync(cancellationToken); // who has it by another way reads the words from now on
            }

            return await GetRelay.ViewOf(advisory, own, db, relaying, await directory.Now(cancellationToken), cancellationToken);

            bool IsMeant(RelayHop hop) => request.Hop is null ? hop.Name != HopName.SecondHop : hop.Name == request.Hop;
        }

        async Task RefuseStrangers(Guid[]? members, Advisory advisory, List<RelayHop> hops, CancellationToken ct)
        {
            if (members is null) return;

            var plan = HopPlan.Of(advisory.Tlp, advisory.Scope, await directory.Now(ct));
            var known = plan.Where(p => hops.Exists(h => h.Name == p.Name && h.Ceptoar == p.Ceptoar)).SelectMany(p => p.Members).Concat(hops.SelectMany(h => h.Reached)).ToHashSet();
            var strangers = members.Index().Where(m => !known.Contains(m.Item)).Select(m => new FluentValidation.Results.ValidationFailure($"members[{m.Index}]", Problems.Say("展開先に含まれない組織です。", "Is not among those to whom you relay."))).ToArray();
            if (strangers.Length > 0) throw new ValidationException(strangers);
        }
    }
}

/// <summary>Shows a body what it relays of an advisory, and until when it has words of its own to add.</summary>
public static class GetRelay
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    public record View(IReadOnlyList<HopView> Hops);

    /// <summary><c>DueAt</c>: when it goes on by itself; null where it waits for the body, or is done. <c>Recipients</c>: how many it reached, or would reach now.</summary>
    public record HopView(string Hop, string Ceptoar, int Recipients, DateTimeOffset? OpenedAt, DateTimeOffset? DueAt, DateTimeOffset? RelayedAt, string? Note);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/relay", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Reading reading, Relaying relaying, DirectoryReader directory, Caller caller) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken) =>
            await reading.Find(request.AdvisoryId, caller.OrganisationId, cancellationToken) is { } found
                ? await ViewOf(found.Advisory, caller.OrganisationId, db, relaying, await directory.Now(cancellationToken), cancellationToken)
                : null;
    }

    internal static async Task<View> ViewOf(Advisory advisory, Guid body, DistributionDb db, Relaying relaying, DirectorySnapshot directory, CancellationToken ct)
    {
        var hops = await db.RelayHops.AsNoTracking().Where(h => h.AdvisoryId == advisory.Id && h.Body == body).ToListAsync(ct);
        var plan = HopPlan.Of(advisory.Tlp, advisory.Scope, directory);
        var dueAt = await relaying.DueAt(ct);
        return new(
        [
            .. hops.OrderBy(h => HopName.Place(h.Name)).ThenBy(h => h.Ceptoar, StringComparer.Ordinal).Select(h => new HopView(
                h.Name, h.Ceptoar, h.RelayedAt is null ? plan.FirstOrDefault(p => p.Name == h.Name && p.Ceptoar == h.Ceptoar)?.Members.Count ?? 0 : h.Reached.Length,
                h.OpenedAt, h.IsWaiting ? dueAt(h) : null, h.RelayedAt, h.Note)),
        ]);
    }
}
