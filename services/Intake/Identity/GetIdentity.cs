using Ceptoar.Contracts.Intake;
using Ceptoar.Directory;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Identity;

/// <summary>Shows who reported to the analyst who asked and the approver who agreed, while the opening lasts. Each look is recorded before anything is shown, and told to the reporter.</summary>
public static class GetIdentity
{
    public record Query(Guid ReportId) : IRequest<View?>;

    /// <summary><c>Name</c> is null where the directory no longer knows the organisation.</summary>
    public record View(Guid ReportId, string Number, Guid OrganisationId, string? Name, DateTimeOffset OpenUntil);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/identity", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(IntakeDb db, CaseVault vault, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var members = await directory.Now(cancellationToken);
            if (!members.IsTheCentre(caller.OrganisationId)) return null;

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken); // a read has none
            if (await db.LockReport(request.ReportId, cancellationToken) is not { OwnerKey: not null } report) return null;

            var now = clock.GetUtcNow();
            var openings = await db.Openings.Where(o => o.ReportId == report.Id).OrderByDescending(o => o.AskedAt).ToListAsync(cancellationToken);
            var mine = openings.FindAll(o => o.Concerns(caller.Subject));
            if ((mine.Find(o => o.IsOpen(now)) ?? mine.FirstOrDefault()) is not { } opening)
            {
                await db.AuditDenialNow(report.Id, "look");
                return null;
            }

            await db.OrAuditDenial(report.Id, "look", () =>
            {
                report.RefuseWithdrawn();
                members.RefuseWithoutHandlingRules(caller.OrganisationId);
                opening.Look(now);
            });
            var version = await db.Versions.AsNoTracking().SingleAsync(v => v.ReportId == report.Id && v.Version == report.Version, cancellationToken);
            var reporter = vault.Decrypt<CaseFile>((await vault.Find(report.Id, cancellationToken))!, version.Content).OrganisationId;
            db.Audit(AuditActions.IdentitySeen, $"report/{report.Id}", $"opening={opening.Id}");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
            return new(report.Id, report.Number, reporter, members.Organisations.GetValueOrDefault(reporter)?.Name, opening.OpenUntil!.Value);
        }
    }
}
