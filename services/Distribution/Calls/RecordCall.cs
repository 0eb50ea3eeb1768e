using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Hosting.Text;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Calls;

/// <summary>Writes down that a recipient was called about an advisory, and whether it was reached.</summary>
public static class RecordCall
{
    /// <param name="OrganisationId">A recipient that the caller's organisation may name.</param>
    /// <param name="Channel">One of <see cref="Call.Channels"/>.</param>
    /// <param name="Reached">Whether someone was reached.</param>
    /// <param name="By">Who called.</param>
    /// <param name="Comment">At most 2000 characters.</param>
    public record Command(Guid? OrganisationId, string? Channel, bool? Reached, string? By, string? Comment) : IRequest<ListCalls.Item?>
    {
        internal Guid AdvisoryId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.OrganisationId).NotNull();
            RuleFor(c => c.Channel).NotEmpty().OneOf(Call.Channels);
            RuleFor(c => c.Reached).NotNull();
            RuleFor(c => c.By).NotEmpty().MaximumLength(100).Plain();
            RuleFor(c => c.Comment).MaximumLength(2_000).Readable();
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/calls", async Task<Results<Created<ListCalls.Item>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } call ? TypedResults.Created($"/api/advisories/{id}/calls", call) : TypedResults.NotFound());

    public class Handler(DistributionDb db, CallDesk desk, Caller caller, TimeProvider clock) : IRequestHandler<Command, ListCalls.Item?>
    {
        public async Task<ListCalls.Item?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await desk.Look(request.AdvisoryId, cancellationToken) is not { } board) return null;

            CallDesk.RefuseWithoutRecipients(board);
            if (!board.Named.ContainsKey(request.OrganisationId!.Value)) throw new ValidationException([new("organisationId", Problems.Say("貴組織が連絡する相手に含まれない組織です。", "Is not among those whom your organisation calls."))]);

            var call = new Call
            {
                AdvisoryId = board.Advisory.Id,
                Version = board.Advisory.Version,
                RecipientId = request.OrganisationId.Value,
                CalledBy = caller.OrganisationId,
                Channel = request.Channel!,
                Reached = request.Reached!.Value,
                By = request.By!,
                Comment = string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment,
                CalledAt = clock.GetUtcNow(),
            };
            db.Calls.Add(call);
            db.Audit(AuditActions.CallRecorded, $"advisory/{call.AdvisoryId}", $"channel={call.Channel} reached={(call.Reached ? "yes" : "no")}");
            await db.SaveChangesAsync(cancellationToken);
            return ListCalls.Item.Of(call, board.Named[call.RecipientId]);
        }
    }
}

/// <summary>The call list of an advisory: who is silent, and every call that was made. Of the recipients that the caller's organisation may name alone; how to reach them stands in their channel plans.</summary>
public static class ListCalls
{
    public record Query(Guid AdvisoryId) : IRequest<View?>;

    public record View(Guid AdvisoryId, int Version, bool Drill, IReadOnlyList<SilentOne> Silent, IReadOnlyList<Item> Calls);

    /// <summary>Newest first. <c>Version</c>: of the advisory, when the call was made.</summary>
    public record Item(Guid OrganisationId, string Name, int Version, string Channel, bool Reached, string By, string? Comment, DateTimeOffset CalledAt)
    {
        public static Item Of(Call c, string name) => new(c.RecipientId, name, c.Version, c.Channel, c.Reached, c.By, c.Comment, c.CalledAt);
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapGet("/{id:guid}/calls", async Task<Results<Ok<View>, FileContentHttpResult, NotFound>> (Guid id, string? format, HttpRequest request, IMediator mediator, CancellationToken ct) =>
        {
            var asCsv = CallSheet.IsWanted(request, format);
            if (await mediator.Send(new Query(id), ct) is not { } view) return TypedResults.NotFound();

            return asCsv ? TypedResults.File(CallSheet.Csv(view), CsvSheet.MediaType + "; charset=utf-8", $"{(view.Drill ? "drill-" : "")}calls-{id}.csv") : TypedResults.Ok(view);
        });

    public class Handler(DistributionDb db, CallDesk desk) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await desk.Look(request.AdvisoryId, cancellationToken) is not { } board) return null;

            Guid[] named = [.. board.Named.Keys];
            var calls = await db.Calls.AsNoTracking().Where(c => c.AdvisoryId == request.AdvisoryId && named.Contains(c.RecipientId)).OrderByDescending(c => c.Position).ToListAsync(cancellationToken);
            return new(board.Advisory.Id, board.Advisory.Version, board.Advisory.Drill, board.Silent ?? [], [.. calls.Select(c => Item.Of(c, board.Named[c.RecipientId]))]);
        }
    }
}
