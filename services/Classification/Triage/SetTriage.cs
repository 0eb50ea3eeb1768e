using Ceptoar.Classification.Labelling;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Classification.Triage;

/// <summary>A person says how severe and how urgent a report is, whatever was proposed.</summary>
public static class SetTriage
{
    /// <summary>What is left out stays.</summary>
    public record Command(string? Severity, string? Urgency) : IRequest<View?>
    {
        internal Guid ReportId { get; init; }
    }

    public record View(Guid ReportId, int LabelVersion, string Severity, string Urgency);

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Severity).NotNull().When(c => c.Urgency is null).WithMessage(_ => Problems.Say("severity か urgency を指定してください。", "Give severity or urgency."));
            RuleFor(c => c.Severity).OneOf([.. Taxonomy.Severities.Select(s => s.Value).Where(s => s != "unknown")]);
            RuleFor(c => c.Urgency).OneOf([.. Taxonomy.Urgencies.Select(u => u.Value)]);
        }
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPut("/{id:guid}/triage", async Task<Results<Ok<View>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { ReportId = id }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(ClassificationDb db, OwnerKey ownerKey, Caller caller) : IRequestHandler<Command, View?>
    {
        public async Task<View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var label = await db.LockedLabel(request.ReportId, cancellationToken);
            if (label is null || !LabelVisibilityRules.MayChange(label, ownerKey.Of(caller.OrganisationId), caller)) return null;

            (label.PersonSeverity, label.PersonUrgency) = (request.Severity ?? label.PersonSeverity, request.Urgency ?? label.PersonUrgency);
            (label.Severity, label.Urgency) = (request.Severity ?? label.Severity, request.Urgency ?? label.Urgency);
            label.LabelVersion++;
            db.Publish(label.Changed());
            db.AuditLabel(AuditActions.TriageChanged, label, caller, LabelVisibilityRules.IsSource(label, ownerKey.Of(caller.OrganisationId)), $"severity={label.Severity} urgency={label.Urgency}");
            await db.SaveChangesAsync(cancellationToken);
            return new(label.ReportId, label.LabelVersion, label.Severity, label.Urgency);
        }
    }
}
