using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>The organisations that the caller may see: its own; its members, for a secretariat; all, for the centre (invariant I6).</summary>
public static class ListOrganisations
{
    public record Query(string? After, int? Limit) : IRequest<Page<View>>;

    public record View(
        Guid Id, long Version, string Name, string? NameEn, string Kind, string? PartnerOf, string[] Sectors, string[] Ceptoars, string[] SecondHop, string? Prefecture, string? Region, string? Size, bool Active);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/", (string? after, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(after, limit), ct));

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Query, Page<View>>
    {
        public async Task<Page<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var visible = db.VisibleTo(caller).AsNoTracking();
            var page = Paging.Position(request.After) is { } after
                ? visible.Where(o => o.Number > after).OrderBy(o => o.Number)
                : visible.OrderByDescending(o => o.Number);
            var found = await page.Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);

            var next = found.Count == 0 ? request.After : Paging.Cursor(found.Max(o => o.Number));
            return new([.. found.Select(o => new View(o.Id, o.Version, o.Name, o.NameEn, o.Kind, o.PartnerOf, o.Sectors, o.Ceptoars, o.SecondHop, o.Prefecture, o.Region, o.Size, o.Active))], next);
        }
    }
}
