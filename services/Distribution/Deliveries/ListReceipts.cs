using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>
/// What the mailbox of the caller's organisation, or the caller's own (<c>mailbox=person</c>), has confirmed: newest first, or what came after a number, oldest first. This alone stays of an advisory
/// for an organisation that left its audience: its number, and when it was confirmed.
/// </summary>
public static class ListReceipts
{
    public record Query(string? After, int? Limit, string? Mailbox) : IRequest<Page<View>>;

    /// <summary><c>AdvisoryId</c> is null where the caller may no longer see the advisory.</summary>
    public record View(string Number, int Version, DateTimeOffset ConfirmedAt, Guid? AdvisoryId);

    public class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.Cursor(q => q.After, q => q.Limit);
            RuleFor(q => q.Mailbox).OneOf(["organisation", "person"]);
        }
    }

    public static void Map(IEndpointRouteBuilder receipts) => receipts
        .MapGet("/", (string? after, int? limit, string? mailbox, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(after, limit, mailbox), ct));

    public class Handler(DistributionDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Query, Page<View>>
    {
        public async Task<Page<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (request.Mailbox == "person" && caller.PersonId() is null) return new([], request.After);

            var mailbox = request.Mailbox == "person" ? new Mailbox(caller.PersonId()!.Value, caller.OrganisationId) : Mailbox.Of(caller.OrganisationId);
            var confirmed = db.Inbox.AsNoTracking().Where(r => r.MailboxId == mailbox.Id && r.ConfirmedAt != null)
                .Join(db.Advisories.AsNoTracking(), r => r.AdvisoryId, a => a.Id, (row, advisory) => new { Row = row, Advisory = advisory });
            var page = await (Paging.Position(request.After) is { } after
                ? confirmed.Where(c => c.Row.Sequence > after).OrderBy(c => c.Row.Sequence)
                : confirmed.OrderByDescending(c => c.Row.Sequence)).Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);

            var now = await directory.Now(cancellationToken);
            return new(
                [.. page.Select(c => new View(c.Advisory.Number, c.Row.Version, c.Row.ConfirmedAt!.Value, AudienceRules.MaySee(c.Advisory.Tlp, c.Advisory.Scope, mailbox, now) ? c.Advisory.Id : null))],
                page.Count == 0 ? request.After : Paging.Cursor(page.Max(c => c.Row.Sequence)));
        }
    }
}
