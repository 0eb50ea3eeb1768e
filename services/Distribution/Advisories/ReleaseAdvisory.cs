using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using FluentValidation;
using FluentValidation.Results;
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

    public class Handler(Authoring authoring, Reading reading, DirectoryReader directory, TimeProvider clock) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await authoring.Own(request.AdvisoryId, cancellationToken) is not { } draft) return null;

            draft.RefuseUnless(request.Revision!.Value);
            if (draft.State is Draft.Writing or Draft.AwaitingApproval)
            {
                await RefuseWhatMayNotGoOut(draft, cancellationToken);
                await authoring.Release(draft, cancellationToken);
            }

            return await ReceiptOf(draft, reading, cancellationToken);
        }

        /// <summary>A draft may be half written, and what was good when it was written need not be so any more.</summary>
        async Task RefuseWhatMayNotGoOut(Draft draft, CancellationToken ct)
        {
            var failures = MissingFields.Of(draft).Select(field => new ValidationFailure(field, MissingFields.Message(field))).ToList();
            if (draft.ExpiresAt <= clock.GetUtcNow()) failures.Add(new("expiresAt", Problems.Say("これからの日時を指定してください。", "Must lie in the future.")));
            if (draft.Issued == 0) failures.AddRange(AuthorRules.Refused(draft.Audience, draft.Author, await directory.Now(ct)).Select(f => new ValidationFailure(f.Field, f.Message)));
            if (failures.Count == 0 && (await authoring.Recipients(draft, ct)).Count == 0) failures.Add(new("audience", Problems.Say("届く相手がいません。", "It would reach nobody.")));
            if (failures.Count > 0) throw new ValidationException(failures);
        }
    }

    internal static async Task<Receipt> ReceiptOf(Draft draft, Reading reading, CancellationToken ct)
    {
        var advisory = await reading.Written(draft.Id, draft.Author, ct);
        return new(draft.Id, advisory?.Number, advisory?.Version ?? 0, draft.State);
    }
}
