using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Identity;

/// <summary>An analyst of the centre asks to learn who reported. The reporter is told, with the reason.</summary>
public static class AskForIdentity
{
    public record Command(string? Reason) : IRequest<Receipt?>
    {
        internal Guid ReportId { get; init; }
    }

    /// <summary>The reason is not repeated: an answer that is kept for its <c>Idempotency-Key</c> is not encrypted.</summary>
    public record Receipt(Guid Id, Guid ReportId, string State, DateTimeOffset AskedAt);

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2_000).Readable();
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/identity", async Task<Results<Created<Receipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { ReportId = id }, ct) is { } receipt ? TypedResults.Created($"/api/reports/{id}/identity", receipt) : TypedResults.NotFound());

    public class Handler(IntakeDb db, CaseVault vault, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!(await directory.Now(cancellationToken)).IsTheCentre(caller.OrganisationId)) return null;
            if (await db.LockReport(request.ReportId, cancellationToken) is not { OwnerKey: not null } report) return null;

            var waits = await db.Openings.AnyAsync(o => o.ReportId == report.Id && o.State == IdentityOpening.Awaiting, cancellationToken);
            await db.OrAuditDenial(report.Id, "ask", () =>
            {
                report.RefuseWithdrawn();
                if (waits) throw new RuleViolation("この情報連絡の開示申請が既に判断を待っています。", "An opening of this report waits for a decision already.");
            });

            var opening = new IdentityOpening
            {
                Id = Guid.NewGuid(),
                ReportId = report.Id,
                Reason = vault.Encrypt((await vault.Find(report.Id, cancellationToken))!, request.Reason!),
                AskedBy = caller.Subject,
                AskedAt = clock.GetUtcNow(),
            };
            db.Openings.Add(opening);
            db.Audit(AuditActions.IdentityAsked, $"report/{report.Id}", $"opening={opening.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return new(opening.Id, report.Id, opening.State, opening.AskedAt);
        }
    }
}
