using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Lists the mailbox of the caller's organisation, or the caller's own (<c>mailbox=person</c>), where what is RED and names the caller arrives: each advisory once as it now stands: newest first, or what came after a number, oldest first.</summary>
public static class ListAdvisories
{
    public record Query(string? After, int? Limit, string? Status, string? Tlp, string? Mailbox) : IRequest<Page<Item>>;

    /// <summary>Title is null once it was recalled. Sequence is the mailbox's own number of the newest version.</summary>
    public record Item(
        Guid Id, string Number, int Version, string State, long Sequence, string? Title, Tlp Tlp, string? Kind, string? Severity, string? Urgency, string? Sector,
        DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, bool Drill, int Reports, ReceiptView MyReceipt);

    public class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.Cursor(q => q.After, q => q.Limit);
            RuleFor(q => q.Mailbox).OneOf(["organisation", "person"]);
            RuleFor(q => q.Status).OneOf([Advisory.Released, Advisory.Expired, Advisory.Recalled]);
            RuleFor(q => q.Tlp).Must(t => t is null || TlpLabels.Parse(t) is not null)
                .WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", TlpLabels.All));
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/", (string? after, int? limit, string? status, string? tlp, string? mailbox, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(after, limit, status, tlp, mailbox), ct));

    public class Handler(Reading reading, Caller caller, TimeProvider clock) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            await reading.RefuseWithoutHandlingRules(caller.OrganisationId, cancellationToken);
            if (request.Mailbox == "person" && caller.PersonId() is null) return new([], request.After);

            var mailbox = request.Mailbox == "person" ? new Mailbox(caller.PersonId()!.Value, caller.OrganisationId) : Mailbox.Of(caller.OrganisationId);
            var page = await reading.Page(mailbox, Wanted, request.Limit ?? Paging.DefaultLimit, cancellationToken);
            return new([.. page.Select(f => ItemOf(f, now))], page.Count == 0 ? request.After : Paging.Cursor(page.Max(f => f.Row.Sequence)));

            IQueryable<Reading.Found> Wanted(IQueryable<Reading.Found> mine)
            {
                if (request.Status is { } state) mine = mine.Where(f => f.Advisory.State == (state == Advisory.Expired ? Advisory.Released : state));
                if (request.Status is Advisory.Released) mine = mine.Where(f => f.Advisory.ExpiresAt == null || f.Advisory.ExpiresAt > now);
                if (request.Status is Advisory.Expired) mine = mine.Where(f => f.Advisory.ExpiresAt <= now);
                if (TlpLabels.Parse(request.Tlp) is { } tlp) mine = mine.Where(f => f.Advisory.Tlp == tlp);
                return Paging.Position(request.After) is { } after
                    ? mine.Where(f => f.Row.Sequence > after).OrderBy(f => f.Row.Sequence)
                    : mine.OrderByDescending(f => f.Row.Sequence);
            }
        }
    }

    internal static Item ItemOf(Reading.Found found, DateTimeOffset now)
    {
        var (a, row) = (found.Advisory, found.Row);
        var c = a.State == Advisory.Recalled ? null : a.Content;
        return new(
            a.Id, a.Number, a.Version, a.StateAt(now), row.Sequence, c is null ? null : Problems.Say(c.TitleJa, c.TitleEn), a.Tlp, c?.Kind, c?.Severity, c?.Urgency, c?.Sector,
            a.IssuedAt, a.ExpiresAt, a.Drill, c?.Reports ?? 0, row.Receipt);
    }
}
