using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Advisories;

/// <summary>What the caller's organisation has written, released or not: newest first, or what came after a number, oldest first.</summary>
public static class ListDrafts
{
    public record Query(string? After, int? Limit, string? State) : IRequest<Page<Item>>;

    public record Item(Guid Id, int Revision, string State, int Issued, string Template, string Title, Tlp Tlp, DateTimeOffset WrittenAt, DateTimeOffset? EmbargoUntil);

    public class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.Cursor(q => q.After, q => q.Limit);
            RuleFor(q => q.State).OneOf([Draft.Writing, Draft.AwaitingApproval, Draft.Scheduled, Draft.Released]);
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/drafts", (string? after, int? limit, string? state, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(after, limit, state), ct));

    public class Handler(DistributionDb db, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            var wanted = db.Drafts.AsNoTracking().Where(d => d.Author == own && (request.State == null || d.State == request.State));
            var page = await (Paging.Position(request.After) is { } after
                ? wanted.Where(d => d.CreatedNo > after).OrderBy(d => d.CreatedNo)
                : wanted.OrderByDescending(d => d.CreatedNo)).Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);
            return new(
                [.. page.Select(d => new Item(d.Id, d.Revision, d.State, d.Issued, d.Content.Kind, Problems.Say(d.Content.TitleJa, d.Content.TitleEn), d.Tlp, d.WrittenAt, d.EmbargoUntil))],
                page.Count == 0 ? request.After : Paging.Cursor(page.Max(d => d.CreatedNo)));
        }
    }
}
