using System.Globalization;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Audit;

/// <summary>The auditor reads the trail: what is sealed, newest first, or what came after a cursor, oldest first. Reading is recorded before anything is shown.</summary>
public static class ListAudit
{
    /// <param name="Action">A code of <see cref="AuditActions"/>.</param>
    /// <param name="Actor">A person's or client's id, in full.</param>
    /// <param name="From">The earliest time of an entry.</param>
    /// <param name="Until">The time before which an entry must lie.</param>
    public record Query(string? After, int? Limit, string? Action, string? Actor, DateTimeOffset? From, DateTimeOffset? Until) : IRequest<Page<View>>;

    /// <summary><c>ActionName</c> is in the caller's language. <c>Actor</c> is empty where it is unknown or the service itself acted.</summary>
    public record View(
        long Number, Guid EntryId, string Service, DateTimeOffset At, string Actor, Guid? Organisation, string Action, string ActionName, string? Item, string? Detail);

    public class Validator : AbstractValidator<Query>
    {
        const int MaxActor = 200;

        public Validator()
        {
            this.Cursor(q => q.After, q => q.Limit);
            RuleFor(q => q.Action).Must(a => a is null || AuditActions.All.ContainsKey(a))
                .WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", AuditActions.All.Keys));
            RuleFor(q => q.Actor).Must(a => a is null or { Length: > 0 and <= MaxActor } && a?.Any(char.IsControl) != true)
                .WithMessage(_ => Problems.Say("利用者またはクライアントの ID を指定してください。", "Must be the id of a person or client."));
            RuleFor(q => q.Until).Must((query, until) => !(until <= query.From))
                .WithMessage(_ => Problems.Say("from より後の時刻を指定してください。", "Must be later than from."));
        }
    }

    public static void Map(IEndpointRouteBuilder audit) => audit
        .MapGet("/", (string? after, int? limit, string? action, string? actor, DateTimeOffset? from, DateTimeOffset? until, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new Query(after, limit, action, actor, from, until), ct));

    public class Handler(RegistryDb db) : IRequestHandler<Query, Page<View>>
    {
        public async Task<Page<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            // numbers up to the newest seal have all been given out; above it one may still come late, and a cursor would pass it by
            var found = db.AuditEntries.AsNoTracking().Where(e => e.Number <= db.AuditBlocks.Max(b => (long?)b.LastEntry));
            if (request.Action is { } action) found = found.Where(e => e.Action == action);
            if (request.Actor is { } actor) found = found.Where(e => e.Actor == actor);
            if (request.From?.ToUniversalTime() is { } from) found = found.Where(e => e.At >= from);
            if (request.Until?.ToUniversalTime() is { } until) found = found.Where(e => e.At < until);
            found = Paging.Position(request.After) is { } after ? found.Where(e => e.Number > after).OrderBy(e => e.Number) : found.OrderByDescending(e => e.Number);
            var page = await found.Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);

            await db.AuditNow(AuditActions.AuditRead, request.Actor is null ? null : $"actor/{request.Actor}", string.Create(CultureInfo.InvariantCulture, $"action={request.Action ?? "any"} entries={page.Count}"));
            return new([.. page.Select(ViewOf)], page.Count == 0 ? request.After : Paging.Cursor(page.Max(e => e.Number)));
        }

        static View ViewOf(AuditEntry e)
        {
            var name = AuditActions.All.GetValueOrDefault(e.Action);
            return new(e.Number, e.EntryId, e.Service, e.At, e.Actor, e.Organisation, e.Action, name is null ? e.Action : Problems.Say(name.Ja, name.En), e.Item, e.Detail);
        }
    }
}
