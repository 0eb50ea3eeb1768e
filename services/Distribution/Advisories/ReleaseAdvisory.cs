using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Distribution.Advisories;

/// <summary>
/// Lets an advisory, or a correction of one, out to its audience: at once, or at the end of its embargo. Where it needs a second person
/// the first call asks for one, and the call of that person lets it out. Calling again changes nothing.
/// </summary>
public static class ReleaseAdvisory
{
    public record Command(int? Revision) : IRequest<Receipt?>
    {
        internal Guid AdvisoryId { get; init; }
    }

    /// <summary><c>State</c>: released, scheduled or awaitingApproval.</summary>
    public record Receipt(Guid Id, string? Number, int Version, string State);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Revision).NotNull();
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/release", async Task<Results<Ok<Receipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(Authoring authoring, Reading reading) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await authoring.Own(request.AdvisoryId, cancellationToken) is not { } draft) return null;

            draft.RefuseUnless(request.Revision!.Value);
            if (draft.State is Draft.Writing or Draft.AwaitingApproval)
            {
                if (await authoring.Against(draft, cancellationToken) is { Count: > 0 } failures) throw new ValidationException(failures);

                await authoring.Release(draft, cancellationToken);
            }

            return await ReceiptOf(draft, reading, cancellationToken);
        }
    }

    internal static async Task<Receipt> ReceiptOf(Draft draft, Reading reading, CancellationToken ct)
    {
        var advisory = await reading.Written(draft.Id, draft.Author, ct);
        return new(draft.Id, advisory?.Number, advisory?.Version ?? 0, draft.State);
    }
}
