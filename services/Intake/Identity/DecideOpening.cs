using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Intake.Identity;

/// <summary>An approver of the centre, another person than who asked, agrees that the two of them learn who reported, or refuses.</summary>
public static class DecideOpening
{
    static readonly string[] Decisions = ["approve", "refuse"];

    /// <param name="Opening">Id of the opening that waits.</param>
    /// <param name="Decision">approve or refuse.</param>
    public record Command(Guid? Opening, string? Decision) : IRequest<Receipt?>
    {
        internal Guid ReportId { get; init; }
    }

    /// <summary><c>OpenUntil</c> is null where it was refused.</summary>
    public record Receipt(Guid Id, Guid ReportId, string State, DateTimeOffset DecidedAt, DateTimeOffset? OpenUntil);

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Opening).NotNull();
            RuleFor(c => c.Decision).NotNull().OneOf(Decisions);
        }
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/identity/decision", async Task<Results<Ok<Receipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { ReportId = id }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(IntakeDb db, DirectoryReader directory, Caller caller, IOptions<IdentitySettings> settings, TimeProvider clock) : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!(await directory.Now(cancellationToken)).IsTheCentre(caller.OrganisationId)) return null;
            if (await db.LockReport(request.ReportId, cancellationToken) is not { OwnerKey: not null } report) return null;
            if (await db.Openings.SingleOrDefaultAsync(o => o.Id == request.Opening && o.ReportId == report.Id, cancellationToken) is not { } opening) return null;

            var approve = request.Decision == "approve";
            await db.OrAuditDenial(report.Id, "decide", () => opening.Decide(approve, caller.Subject, clock.GetUtcNow(), settings.Value.OpenFor));
            db.Audit(approve ? AuditActions.IdentityApproved : AuditActions.IdentityRefused, $"report/{report.Id}", $"opening={opening.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return new(opening.Id, report.Id, opening.State, opening.DecidedAt!.Value, opening.OpenUntil);
        }
    }
}
