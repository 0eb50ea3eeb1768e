using Ceptoar.Anonymisation.Attachments;
using Ceptoar.Anonymisation.Teaching;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Cases;

/// <summary>
/// A person of the reporter's organisation says of a stretch of its text: remove this too, or keep this. It holds wherever the same words
/// stand in the case, its later versions included; what may stay holds against guesses alone. The rendition is made anew and waits for approval.
/// </summary>
public static class MarkRendition
{
    const string Remove = "remove";
    const string Keep = "keep";
    const int MostMarks = 500;
    const int Longest = 500;

    /// <param name="Hash">Of the rendition that was looked at.</param>
    /// <param name="Action">remove, keep, or none to take an earlier word back.</param>
    public record Command(string? Hash, Span? Span, string? Action, string? Reason) : IRequest<DecideRendition.Receipt?>
    {
        internal Guid ReportId { get; init; }
    }

    /// <summary>UTF-16 units of the text that the rendition was made of: the report's, or the edited one.</summary>
    /// <param name="Field">title, body or plainSummary.</param>
    public record Span(string? Field, int? Start, int? Length);

    public class Validator : AbstractValidator<Command>
    {
        static readonly string[] Fields = [Renditions.Anonymiser.Title, Renditions.Anonymiser.Body, Renditions.Anonymiser.PlainSummary];

        public Validator()
        {
            RuleFor(c => c.Hash).NotEmpty();
            RuleFor(c => c.Action).NotEmpty().OneOf([Remove, Keep, "none"]);
            RuleFor(c => c.Reason).MaximumLength(2_000);
            RuleFor(c => c.Span).NotNull().ChildRules(span =>
            {
                span.RuleFor(s => s!.Field).NotEmpty().OneOf(Fields);
                span.RuleFor(s => s!.Start).NotNull().GreaterThanOrEqualTo(0);
                span.RuleFor(s => s!.Length).NotNull().InclusiveBetween(1, Longest);
            });
        }
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/rendition/marks", async Task<Results<Ok<DecideRendition.Receipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { ReportId = id }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(AnonymisationDb db, CaseVault vault, OwnerKey ownerKey, RenderAgain again, FileIndicators files, Proposals proposals, Caller caller) : IRequestHandler<Command, DecideRendition.Receipt?>
    {
        public async Task<DecideRendition.Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.LockCase(request.ReportId, cancellationToken);
            var mine = ownerKey.Of(caller.OrganisationId);
            var rendition = await db.Cases.SingleOrDefaultAsync(c => c.ReportId == request.ReportId && c.OwnerKey == mine, cancellationToken);
            if (rendition is null || await vault.Find(rendition.ReportId, cancellationToken) is not { } key) return null;

            rendition.RequireCurrent(request.Hash!);
            var content = vault.Decrypt<CaseContent>(key, rendition.Content);
            var text = Words(content, request.Span!);
            CaseMark[] others = [.. content.Marks.Where(m => m.Text != text)];
            if (others.Length >= MostMarks) throw new RuleViolation("印が多すぎます。文章を修正してください。", "There are too many marks; edit the text instead.");

            content = content with { Marks = request.Action is Remove or Keep ? [.. others, new(text, request.Action == Remove)] : others };
            await again.Render(rendition, content, key, cancellationToken);
            await files.RenderAll(rendition.ReportId, cancellationToken);
            await proposals.Removed(rendition, content, cancellationToken);
            db.AuditOwnReport(AuditActions.RenditionMarked, rendition.ReportId, $"action={request.Action} version={rendition.Version}");
            await db.SaveChangesAsync(cancellationToken);
            return DecideRendition.Receipt.Of(rendition);
        }

        static string Words(CaseContent content, Span span)
        {
            var text = content.Fields.Single(f => f.Field == span.Field).Text;
            var (start, length) = (span.Start!.Value, span.Length!.Value);
            if (start > text.Length - length || string.IsNullOrWhiteSpace(text.Substring(start, length)))
            {
                throw new RuleViolation("指定の範囲に文字がありません。", "There is no text at that place (span).");
            }

            return text.Substring(start, length);
        }
    }
}
