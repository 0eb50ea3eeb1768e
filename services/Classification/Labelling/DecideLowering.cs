using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>The source consents to a lower label or refuses it, and a second person of those who may change it agrees or refuses. Once both have agreed, it holds.</summary>
public static class DecideLowering
{
    static readonly string[] Decisions = ["agree", "refuse"];

    /// <param name="Change">Id of the change that waits.</param>
    public record Command(Guid? Change, string? Decision) : IRequest<LabelReceipt?>
    {
        internal Guid ReportId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Change).NotNull();
            RuleFor(c => c.Decision).NotNull().OneOf(Decisions);
        }
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/label/decision", async Task<Results<Ok<LabelReceipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { ReportId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, CaseVault vault, OwnerKey ownerKey, Caller caller, TimeProvider clock) : IRequestHandler<Command, LabelReceipt?>
    {
        public async Task<LabelReceipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            var label = await db.LockedLabel(request.ReportId, cancellationToken);
            var own = ownerKey.Of(caller.OrganisationId);
            if (label is null || !(caller.Is(Role.Approver) || LabelVisibilityRules.MayChange(label, own, caller)) || await vault.Find(label.ReportId, cancellationToken) is not { } key) return null;
            if (await db.Changes.SingleOrDefaultAsync(c => c.Id == request.Change && c.ReportId == label.ReportId, cancellationToken) is not { } change) return null;

            var source = LabelVisibilityRules.IsSource(label, own);
            if (request.Decision == "refuse") change.Refuse(clock.GetUtcNow());
            else if (source) change.Consent(clock.GetUtcNow());
            else change.Approve(caller.Subject, clock.GetUtcNow());

            db.AuditLabel(request.Decision == "refuse" ? AuditActions.LabelLoweringRefused : AuditActions.LabelLoweringAgreed, label, caller, source, change.Labels);
            if (change is { IsDecided: true, State: LabelChange.Awaiting }) Lower(label, change, key);
            await db.SaveChangesAsync(cancellationToken);
            return LabelReceipt.Of(change);
        }

        void Lower(LabelDecision label, LabelChange change, CaseKey key)
        {
            (change.State, change.DecidedAt) = (LabelChange.Applied, clock.GetUtcNow());
            (label.Original, label.Ceiling) = (change.ToOriginal, change.ToCeiling);
            (label.FloorOriginal, label.FloorCeiling) = (Lowered(label.FloorOriginal, change.ToOriginal), Lowered(label.FloorCeiling, change.ToCeiling));
            label.Explain(vault, key, [PersonReasons.Lowered(change.ToOriginal, change.ToCeiling)]);
            label.LabelVersion++;
            db.Publish(label.Changed());
            db.Audit(AuditActions.LabelLowered, $"report/{label.ReportId}", change.Labels, by: AuditActor.Unknown);
        }

        static Tlp? Lowered(Tlp? floor, Tlp to) => floor is { } held && held > to ? to : floor;
    }
}
