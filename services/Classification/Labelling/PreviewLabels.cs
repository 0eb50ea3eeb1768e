using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Triage;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;

namespace Ceptoar.Classification.Labelling;

/// <summary>Says before a report is handed in which labels it would get and why, and whether a wider circle might be warned. Keeps nothing of it.</summary>
public static class PreviewLabels
{
    /// <summary>As much of a report as is written so far.</summary>
    public record Command(
        string? Title, string? Body, string? PlainSummary, string? Kind, Tlp? RequestedTlp, string[]? Events, string[]? Causes, string? ServiceImpact, IndicatorInput[]? Indicators) : IRequest<View>;

    public record IndicatorInput(string? Type, string? Value, string? Role);

    /// <param name="Suggestion">A wider circle that the reporter may choose; it changes nothing by itself.</param>
    public record View(
        Tlp Original, Tlp Ceiling, IReadOnlyList<Reason> Reasons, IReadOnlyList<string> Handling, string Severity, string Urgency, IReadOnlyList<TriageReason> Triage, Suggestion? Suggestion);

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).MaximumLength(200);
            RuleFor(c => c.Body).NotEmpty().MaximumLength(100_000);
            RuleFor(c => c.PlainSummary).MaximumLength(2_000);
            RuleFor(c => c.Kind).OneOf([.. Taxonomy.Kinds.Select(k => k.Value)]);
            RuleFor(c => c.RequestedTlp).NotNull().WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", TlpLabels.All));
            RuleForEach(c => c.Events).OneOf([.. Taxonomy.Events.Select(e => e.Value)]).NotNull();
            RuleForEach(c => c.Causes).OneOf([.. Taxonomy.Causes.Select(e => e.Value)]).NotNull();
            RuleFor(c => c.ServiceImpact).OneOf([.. Taxonomy.ServiceImpacts.Select(s => s.Value)]);
            RuleFor(c => c.Indicators).Must(i => i is null || i.Length <= 500).WithMessage(_ => Problems.Say("500 件までです。", "At most 500."));
            RuleForEach(c => c.Indicators).NotNull().ChildRules(indicator => indicator.RuleFor(i => i.Value).MaximumLength(500));
        }
    }

    public static void Map(IEndpointRouteBuilder labels) => labels
        .MapPost("/preview", (Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct));

    public class Handler(Labeller labeller, Caller caller) : IRequestHandler<Command, View>
    {
        public async Task<View> Handle(Command request, CancellationToken cancellationToken)
        {
            var report = new CaseFile
            {
                OrganisationId = caller.OrganisationId,
                Title = request.Title ?? "",
                Body = request.Body!,
                PlainSummary = request.PlainSummary,
                Kind = request.Kind ?? "incident",
                Audience = [],
                Events = request.Events ?? [],
                Causes = request.Causes ?? [],
                ServiceImpact = request.ServiceImpact,
                SourceVisibility = "hidden",
                ReleaseMode = "review",
                Indicators = [.. (request.Indicators ?? []).Select(i => new ReportedIndicator { Type = i.Type ?? "other", Value = i.Value ?? "", Role = i.Role ?? "unknown" })],
            };
            var (labels, signals, proposal) = await labeller.Preview(report, request.RequestedTlp!.Value, cancellationToken);
            return new(
                labels.Original, labels.Ceiling, labels.Reasons, labels.Handling, proposal.Severity, proposal.Urgency, proposal.Reasons,
                Suggestions.For(report, request.RequestedTlp.Value, signals));
        }
    }
}
