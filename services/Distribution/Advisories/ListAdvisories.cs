using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Lists the mailbox of the caller's organisation, or the caller's own (<c>mailbox=person</c>), where what is RED and names the caller arrives: each advisory once as it now stands: newest first, or what came after a number, oldest first.</summary>
public static class ListAdvisories
{
    public record Query : InboxFilter, IRequest<Page<Item>>
    {
        [FromQuery(Name = "after")] public string? After { get; init; }
        [FromQuery(Name = "limit")] public int? Limit { get; init; }

        /// <summary>organisation, or person.</summary>
        [FromQuery(Name = "mailbox")] public string? Mailbox { get; init; }
    }

    /// <summary>Title is null once it was recalled. Sequence is the mailbox's own number of the newest version.</summary>
    public record Item(
        Guid Id, string Number, int Version, string State, long Sequence, string? Title, Tlp Tlp, string? Kind, string? Severity, string? Urgency, string? Sector,
        DateTimeOffset IssuedAt, DateTimeOffset? Due, DateTimeOffset? ExpiresAt, bool Drill, int Reports, ReceiptView MyReceipt);

    public class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.Cursor(q => q.After, q => q.Limit);
            RuleFor(q => q.Mailbox).OneOf(["organisation", "person"]);
            Include(new InboxFilter.Validator());
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/", ([AsParameters] Query query, IMediator mediator, CancellationToken ct) => mediator.Send(query, ct));

    public class Handler(Reading reading, Caller caller, TimeProvider clock) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            await reading.RefuseWithoutHandlingRules(caller.OrganisationId, cancellationToken);
            if (request.Mailbox == "person" && caller.PersonId() is null) return new([], request.After);

            var page = await reading.Page(request.Mailbox == "person" ? new Mailbox(caller.PersonId()!.Value, caller.OrganisationId) : Directory.Mailbox.Of(caller.OrganisationId), mine => request.Of(mine, now), Paging.Position(request.After), request.Limit ?? Paging.DefaultLimit, cancellationToken);
            return new([.. page.Select(f => ItemOf(f, now))], page.Count == 0 ? request.After : Paging.Cursor(page.Max(f => f.Row.Sequence)));
        }
    }

    internal static Item ItemOf(Reading.Found found, DateTimeOffset now)
    {
        var (a, row) = (found.Advisory, found.Row);
        var c = a.State == Advisory.Recalled ? null : a.Content;
        return new(
            a.Id, a.Number, a.Version, a.StateAt(now), row.Sequence, c is null ? null : DrillMark.TitleOf(a), a.Tlp, c?.Kind, c?.Severity, c?.Urgency, c?.Sector,
            a.IssuedAt, c?.Due, a.ExpiresAt, a.Drill, c?.Reports ?? 0, row.Receipt);
    }
}
