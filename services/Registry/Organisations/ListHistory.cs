using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>What changed in the entries of an organisation, for itself, its secretariat and the centre. Identifying strings are shown to those who may see them; others learn that they changed.</summary>
public static class ListHistory
{
    public record Query(Guid OrganisationId, string? After, int? Limit) : IRequest<Page<View>?>;

    /// <summary><c>FromStrings</c> and <c>ToStrings</c> of the field identifying; null where the caller may not see them.</summary>
    public record View(DateTimeOffset At, string By, string Field, string? From, string? To, OwnStrings? FromStrings, OwnStrings? ToStrings);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => this.Cursor(q => q.After, q => q.Limit);
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/{id:guid}/history", async Task<Results<Ok<Page<View>>, NotFound>> (Guid id, string? after, int? limit, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id, after, limit), ct) is { } page ? TypedResults.Ok(page) : TypedResults.NotFound());

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer) : IRequestHandler<Query, Page<View>?>
    {
        public async Task<Page<View>?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.VisibleTo(caller).AnyAsync(o => o.Id == request.OrganisationId, cancellationToken)) return null;

            var entries = db.History.AsNoTracking().Where(e => e.OrganisationId == request.OrganisationId);
            var page = Paging.Position(request.After) is { } after
                ? entries.Where(e => e.Number > after).OrderBy(e => e.Number)
                : entries.OrderByDescending(e => e.Number);
            var found = await page.Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);

            if (caller.OrganisationId != request.OrganisationId && caller.MaySeeStringsOf(request.OrganisationId) && found.Any(e => e.FromSealed is not null || e.ToSealed is not null))
            {
                await db.AuditNow(AuditActions.IdentityLookedUp, $"organisation/{request.OrganisationId}", "history");
            }

            var next = found.Count == 0 ? request.After : Paging.Cursor(found.Max(e => e.Number));
            return new([.. found.Select(e => new View(e.At, e.Subject, e.Field, e.FromValue, e.ToValue, Strings(e.FromSealed), Strings(e.ToSealed)))], next);

            OwnStrings? Strings(string? text) => text is not null && caller.MaySeeStringsOf(request.OrganisationId) ? sealer.Open<OwnStrings>(new SealedText { Sealed = text }) : null;
        }
    }
}
