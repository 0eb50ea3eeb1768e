using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Teaching;

/// <summary>
/// Accepts a word that a rendition's approver marked, for every report from now on, or refuses it, also one that was accepted before. A case
/// that waits takes it up with its next rendition.
/// </summary>
public static class DecideTerm
{
    const string Accept = "accept";
    const string Refuse = "refuse";

    public record Command(string? Decision) : IRequest<bool>
    {
        internal Guid Id { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Decision).NotEmpty().OneOf([Accept, Refuse]);
    }

    public static void Map(IEndpointRouteBuilder terms) => terms
        .MapPost("/{termId:guid}/decision", async Task<Results<NoContent, NotFound>> (Guid termId, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Id = termId }, ct) ? TypedResults.NoContent() : TypedResults.NotFound());

    public class Handler(AnonymisationDb db, TermsInSight inSight, OwnerKey ownerKey, Caller caller, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await (await inSight.Of(db.Terms, cancellationToken)).SingleOrDefaultAsync(t => t.Id == request.Id, cancellationToken) is not { } term) return false;

            if (request.Decision == Accept) term.Accept(clock.GetUtcNow());
            else db.Terms.Remove(term);
            // whose word a removed one is would tell that this organisation has reported
            var by = term.Action == TaughtTerm.Remove ? new AuditActor(ownerKey.Of(caller.Subject, term.Id.ToByteArray()), Organisation: null) : null;
            db.Audit(AuditActions.TermDecided, $"term/{term.Id}", $"action={term.Action} decision={request.Decision}", by);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
