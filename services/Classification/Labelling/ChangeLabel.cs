using Ceptoar.Contracts;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Classification.Labelling;

/// <summary>
/// A person changes the labels of a report. Up: at once, for everyone who has something of it. Down: a task for the source, which sees what
/// would become visible to whom, and for a second person (I3); never below the reporter's wish.
/// </summary>
public static class ChangeLabel
{
    /// <summary>A label that is left out stays; an original is never less strict than the ceiling.</summary>
    public record Command(Tlp? Original, Tlp? Ceiling, string? Reason) : IRequest<LabelReceipt?>
    {
        internal Guid ReportId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Ceiling).NotNull().When(c => c.Original is null).WithMessage(_ => Problems.Say("original か ceiling を指定してください。", "Give original or ceiling."));
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(2_000).Readable();
        }
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPut("/{id:guid}/label", async Task<Results<Ok<LabelReceipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { ReportId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, CaseVault vault, OwnerKey ownerKey, Caller caller, TimeProvider clock) : IRequestHandler<Command, LabelReceipt?>
    {
        public async Task<LabelReceipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            var label = await db.LockedLabel(request.ReportId, cancellationToken);
            var own = ownerKey.Of(caller.OrganisationId);
            if (label is null || !LabelVisibilityRules.MayChange(label, own, caller) || await vault.Find(label.ReportId, cancellationToken) is not { } key) return null;

            var (original, ceiling) = Wanted(request, label);
            var now = clock.GetUtcNow();
            var source = LabelVisibilityRules.IsSource(label, own);
            var change = new LabelChange
            {
                Id = Guid.NewGuid(),
                ReportId = label.ReportId,
                ReportVersion = label.Version,
                State = IsLower(original, ceiling, label) ? LabelChange.Awaiting : LabelChange.Applied,
                FromOriginal = label.Original,
                FromCeiling = label.Ceiling,
                ToOriginal = original,
                ToCeiling = ceiling,
                Reason = vault.Encrypt(key, request.Reason!),
                AskedBy = source ? ownerKey.Of(caller.Subject) : caller.Subject,
                AskedBySource = source,
                AskedAt = now,
            };
            await db.OvertakeOpenChange(label.ReportId, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken); // one change at a time waits
            if (change.State == LabelChange.Applied) Raise(label, change, key);
            else if (source) change.Consent(now);

            db.Changes.Add(change);
            db.AuditLabel(change.State == LabelChange.Applied ? AuditActions.LabelRaised : AuditActions.LabelLoweringAsked, label, caller, source, change.Labels);
            await db.SaveChangesAsync(cancellationToken);
            return LabelReceipt.Of(change);
        }

        static (Tlp Original, Tlp Ceiling) Wanted(Command request, LabelDecision label)
        {
            var ceiling = request.Ceiling ?? label.Ceiling;
            // raising the ceiling alone takes the original along
            var original = request.Original ?? TlpLabels.Stricter(label.Original, ceiling);
            if (original < ceiling) throw Invalid("original", "原文のラベルを提供の上限より緩くすることはできません。", "The original's label cannot be less strict than the ceiling.");
            if (ceiling < label.RequestedTlp) throw Invalid("ceiling", $"報告者の希望 TLP:{label.RequestedTlp.Label()} より緩くすることはできません。", $"Cannot be less strict than the reporter's wish, TLP:{label.RequestedTlp.Label()}.");
            if (original < label.RequestedTlp) throw Invalid("original", $"報告者の希望 TLP:{label.RequestedTlp.Label()} より緩くすることはできません。", $"Cannot be less strict than the reporter's wish, TLP:{label.RequestedTlp.Label()}.");
            if ((original, ceiling) == (label.Original, label.Ceiling) && (label.FloorOriginal, label.FloorCeiling) == (original, ceiling)) throw new RuleViolation("ラベルは既にそのとおりです。", "The labels are that already.");
            if (IsLower(original, ceiling, label) && (original > label.Original || ceiling > label.Ceiling))
            {
                throw new RuleViolation("引上げと引下げは別々に行ってください。", "Raise one and lower the other separately.");
            }

            return (original, ceiling);
        }

        static bool IsLower(Tlp original, Tlp ceiling, LabelDecision label) => original < label.Original || ceiling < label.Ceiling;

        static ValidationException Invalid(string field, string ja, string en) => new([new(field, Problems.Say(ja, en))]);

        /// <summary>What a person says a label is at least holds for later versions too, be it what it was already.</summary>
        void Raise(LabelDecision label, LabelChange change, CaseKey key)
        {
            (label.FloorOriginal, label.FloorCeiling) = (change.ToOriginal, change.ToCeiling);
            change.DecidedAt = change.AskedAt;
            if ((label.Original, label.Ceiling) == (change.ToOriginal, change.ToCeiling)) return;

            label.Explain(vault, key, [.. PersonReasons.Raised(change.ToOriginal > label.Original ? change.ToOriginal : null, change.ToCeiling > label.Ceiling ? change.ToCeiling : null)]);
            (label.Original, label.Ceiling) = (change.ToOriginal, change.ToCeiling);
            label.LabelVersion++;
            db.Publish(label.Changed());
        }
    }
}
