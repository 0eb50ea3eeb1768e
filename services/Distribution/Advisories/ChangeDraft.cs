using Ceptoar.Directory;
using Ceptoar.Distribution.Audiences;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Someone of the author's organisation writes a draft anew. Whoever asked for its release asks again.</summary>
public static class ChangeDraft
{
    public record Command : DraftInput, IRequest<GetDraft.View?>
    {
        /// <summary>The revision that was read.</summary>
        public int? Revision { get; init; }

        internal Guid AdvisoryId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator(DirectoryReader directory, Caller caller, TimeProvider clock)
        {
            Include(new DraftInputValidator(directory, caller, clock));
            RuleFor(c => c.Revision).NotNull();
        }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPut("/{id:guid}", async Task<Results<Ok<GetDraft.View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { AdvisoryId = id }, ct) is { } draft ? TypedResults.Ok(draft) : TypedResults.NotFound());

    public class Handler(DistributionDb db, Authoring authoring, DefaultAudience usual, Caller caller, TimeProvider clock) : IRequestHandler<Command, GetDraft.View?>
    {
        public async Task<GetDraft.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await authoring.Own(request.AdvisoryId, cancellationToken) is not { } draft) return null;

            draft.RefuseUnless(request.Revision!.Value);
            draft.Write(request, request.Audience ?? await usual.Of(request.Sector, cancellationToken), caller.Subject, clock.GetUtcNow());
            db.Audit(AuditActions.AdvisoryDraftChanged, $"advisory/{draft.Id}", $"revision={draft.Revision}");
            await db.SaveChangesAsync(cancellationToken);
            return GetDraft.View.Of(draft);
        }
    }
}
