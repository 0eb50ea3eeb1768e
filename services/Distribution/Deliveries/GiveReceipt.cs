using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>A recipient says that it has an advisory, opened it, confirms it or cannot act on it. Only ever a POST: a scanner that follows links confirms nothing.</summary>
public static class GiveReceipt
{
    public record Command(string? State, string? Comment) : IRequest<ReceiptView?>
    {
        internal Guid AdvisoryId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.State).NotEmpty().Must(s => s is null || Receipts.States.Contains(s))
                .WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", Receipts.States));
            RuleFor(c => c.Comment).MaximumLength(2_000).Readable();
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/{id:guid}/receipts", async Task<Results<Ok<ReceiptView>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound())
        .WithMetadata(new WithoutTransaction { ButWithKey = true }); // it is written with those of others, in their transaction

    public class Handler(Receipts receipts, Reading reading, Caller caller) : IRequestHandler<Command, ReceiptView?>
    {
        public async Task<ReceiptView?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await reading.FindTold(request.AdvisoryId, caller, cancellationToken) is not { } found) return null;

            return await receipts.Take(found.Row.MailboxId, request.AdvisoryId, request.State!, request.Comment, caller.PersonId(), cancellationToken);
        }
    }
}
