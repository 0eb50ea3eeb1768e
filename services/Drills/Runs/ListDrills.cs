using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Runs;

/// <summary>The drills that the caller may see, newest first, or what came after a number, oldest first.</summary>
public static class ListDrills
{
    public record Query(Guid? Campaign, string? Ceptoar, string? State, string? After, int? Limit) : IRequest<Page<Item>>;

    /// <summary>As <see cref="GetDrill.View"/> has it, without the text.</summary>
    public record Item(
        Guid Id, Guid CampaignId, string Ceptoar, string CeptoarName, string State, int Revision, bool Announced, DateTimeOffset? StartsAt, Window? Window, int Minutes, int Pace, Tlp Tlp,
        bool TwoWay, DateTimeOffset? StartedAt, DateTimeOffset? ClosesAt, DateTimeOffset? EndedAt, int Participants);

    /// <summary>A drill with the number of those chosen for it.</summary>
    public record Found(Drill Drill, int Participants);

    public class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.Cursor(q => q.After, q => q.Limit);
            RuleFor(q => q.State).OneOf(Drill.States);
        }
    }

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapGet("/", (Guid? campaign, string? ceptoar, string? state, string? after, int? limit, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new Query(campaign, ceptoar, state, after, limit), ct));

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = await directory.Now(cancellationToken);
            var wanted = db.Drills.AsNoTracking().Where(DrillRules.Sees(caller, now)).Where(d =>
                (request.Campaign == null || d.CampaignId == request.Campaign) && (request.Ceptoar == null || d.Ceptoar == request.Ceptoar) && (request.State == null || d.State == request.State));
            var page = await (Paging.Position(request.After) is { } after
                ? wanted.Where(d => d.CreatedNo > after).OrderBy(d => d.CreatedNo)
                : wanted.OrderByDescending(d => d.CreatedNo)).Take(request.Limit ?? Paging.DefaultLimit)
                .Select(d => new Found(d, db.Participants.Count(p => p.DrillId == d.Id && !p.IsBody)))
                .ToListAsync(cancellationToken);
            return new([.. page.Select(f => ItemOf(f, caller, now))], page.Count == 0 ? request.After : Paging.Cursor(page.Max(f => f.Drill.CreatedNo)));
        }
    }

    internal static Item ItemOf(Found found, Caller caller, DirectorySnapshot directory)
    {
        var d = found.Drill;
        return new(
            d.Id, d.CampaignId, d.Ceptoar, GetDrill.NameOf(d.Ceptoar, directory), d.State, d.Revision, d.Announced, DrillRules.MayKnowMoment(caller, d, directory) ? d.StartsAt : null,
            GetDrill.WindowOf(d), d.Minutes, d.Pace, d.Tlp, d.TwoWay, d.StartedAt, d.ClosesAt, d.EndedAt, found.Participants);
    }
}
