using Ceptoar.Hosting.Http;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Audit;

/// <summary>The blocks of the trail with their hashes, so that the auditor can check the chain without the hub.</summary>
public static class ListAuditBlocks
{
    public record Query(string? After, int? Limit) : IRequest<Page<View>>;

    /// <summary>Hashes are hexadecimal.</summary>
    public record View(long Number, long FirstEntry, long LastEntry, int Count, DateTimeOffset SealedAt, string ContentHash, string PreviousHash, string Hash);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder audit) => audit
        .MapGet("/blocks", (string? after, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(after, limit), ct));

    public class Handler(RegistryDb db) : IRequestHandler<Query, Page<View>>
    {
        public async Task<Page<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var blocks = db.AuditBlocks.AsNoTracking();
            var page = Paging.Position(request.After) is { } after ? blocks.Where(b => b.Number > after).OrderBy(b => b.Number) : blocks.OrderByDescending(b => b.Number);
            var found = await page.Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);

            return new([.. found.Select(ViewOf)], found.Count == 0 ? request.After : Paging.Cursor(found.Max(b => b.Number)));
        }

        static View ViewOf(AuditBlock b) => new(
            b.Number, b.FirstEntry, b.LastEntry, b.Count, b.SealedAt, Convert.ToHexStringLower(b.ContentHash), Convert.ToHexStringLower(b.PreviousHash), Convert.ToHexStringLower(b.Hash));
    }
}
