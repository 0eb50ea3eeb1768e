using Ceptoar.Anonymisation.Attachments;
using Ceptoar.Anonymisation.Members;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Anonymisation.Teaching;
using Ceptoar.Contracts.Anonymisation;
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
/// A person of the reporter's organisation approves exactly the rendition of a hash, edits it (the text passes every stage again and
/// gets a new hash, which is then approved) or refuses it.
/// </summary>
public static class DecideRendition
{
    const int MostFiles = 50;

    static readonly string[] Decisions = ["approve", "edit", "refuse"];

    /// <summary>
    /// Narrative: at GREEN and CLEAR the text goes out only where this is true; at AMBER and AMBER+STRICT unless it is false. Files: those
    /// whose anonymised texts go with it; where two must approve, those that both name.
    /// </summary>
    public record Command(string? Decision, string? Hash, string? Title, string? Body, bool? Narrative, string? Comment, FileChoice[]? Files) : IRequest<Receipt?>
    {
        internal Guid ReportId { get; init; }
    }

    public record Receipt(Guid ReportId, string Status, string FlashState, long Version, string Hash, bool SecondApprovalNeeded)
    {
        internal static Receipt Of(CaseRendition rendition) => new(
            rendition.ReportId, rendition.Narrative, rendition.Flash, rendition.Version, rendition.Hash,
            rendition is { Narrative: CaseRendition.AwaitingApproval, FirstApprover: not null });
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Decision).NotEmpty().Must(d => d is null || Decisions.Contains(d))
                .WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", Decisions));
            RuleFor(c => c.Hash).NotEmpty();
            RuleFor(c => c.Title).NotEmpty().MaximumLength(200).Readable().When(c => c.Decision == "edit");
            RuleFor(c => c.Body).NotEmpty().MaximumLength(100_000).Readable().When(c => c.Decision == "edit");
            RuleFor(c => c.Comment).MaximumLength(2_000).Readable();
            RuleFor(c => c.Files).Must(f => f is null || (f.Length <= MostFiles && f.DistinctBy(c => c?.Id).Count() == f.Length))
                .WithMessage(_ => Problems.Say($"重複なく {MostFiles} 件以内としてください。", $"At most {MostFiles}, each once."));
            RuleForEach(c => c.Files).NotNull().ChildRules(file =>
            {
                file.RuleFor(f => f.Id).NotNull();
                file.RuleFor(f => f.Hash).NotEmpty();
            });
        }
    }

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/rendition/decision", async Task<Results<Ok<Receipt>, NotFound>> (Guid id, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { ReportId = id }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(
        AnonymisationDb db, CaseVault vault, OwnerKey ownerKey, MemberDirectory members, AnonymitySettings anonymity, RenderAgain again, FilesToRelease files, Proposals proposals, Saying saying, Caller caller)
        : IRequestHandler<Command, Receipt?>
    {
        public async Task<Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.LockCase(request.ReportId, cancellationToken);
            var mine = ownerKey.Of(caller.OrganisationId);
            var rendition = await db.Cases.SingleOrDefaultAsync(c => c.ReportId == request.ReportId && c.OwnerKey == mine, cancellationToken);
            if (rendition is null || await vault.Find(rendition.ReportId, cancellationToken) is not { } key) return null;

            var content = vault.Decrypt<CaseContent>(key, rendition.Content);
            switch (request.Decision)
            {
                case "approve":
                    await Approve(rendition, content, request, key, cancellationToken);
                    break;
                case "edit":
                    await Edit(rendition, content, request, key, cancellationToken);
                    break;
                default:
                    rendition.Refuse(request.Hash!);
                    saying.Changed(rendition, []);
                    break;
            }

            db.AuditOwnReport(AuditActions.RenditionDecided, rendition.ReportId, $"decision={request.Decision} version={rendition.Version}");
            await db.SaveChangesAsync(cancellationToken);
            return Receipt.Of(rendition);
        }

        async Task Approve(CaseRendition rendition, CaseContent content, Command request, CaseKey key, CancellationToken ct)
        {
            // the directory may have grown since the rendition was made
            if (await members.Complete(content.Report.OrganisationId, ct) is not { } directory || Verification.Check([content.Rendition.Title, content.Rendition.Body], content.Rendition.Flash, directory, []).Length > 0)
            {
                throw new RuleViolation("名簿の更新により再確認が必要です。編集して新しい版を作成してください。", "The directory has changed: make a new version by editing.");
            }

            rendition.RequireCurrent(request.Hash!);
            var released = await files.Of(rendition, key, request.Files ?? [], directory, ct);
            var flashWaited = rendition.Flash == ReleaseRules.Held;
            var firstFiles = rendition.FirstApprover is null ? null : content.FilesApprovedFirst;
            var narrativeMayGo = rendition.Approve(request.Hash!, ownerKey.Of(caller.Subject));
            if (!narrativeMayGo) rendition.Keep(vault.Encrypt(key, content with { FilesApprovedFirst = [.. released.Select(FileHash)] }));
            if (narrativeMayGo && (request.Narrative ?? ReleaseRules.NarrativeByDefault(rendition.Tlp)))
            {
                saying.NarrativeApproved(rendition, content, RenditionPolicy.Of(rendition.Tlp, anonymity).Version, [.. released.Where(f => firstFiles?.Contains(FileHash(f)) ?? true)]);
                await proposals.Kept(rendition, content, ct);
            }
            else if (flashWaited)
            {
                saying.FlashReady(rendition, content);
            }

            saying.Changed(rendition, narrativeMayGo ? [] : [SecondNeeded]);
        }

        async Task Edit(CaseRendition rendition, CaseContent content, Command request, CaseKey key, CancellationToken ct)
        {
            rendition.RequireCurrent(request.Hash!);
            await again.Render(rendition, content with { Edited = new(request.Title!, request.Body!) }, key, ct);
        }

        static string FileHash(ApprovedFile file) => RenditionHash.Of(file.Name, file.Text);

        static Notice SecondNeeded => new()
        {
            Code = "approval.second",
            Ja = "推測される危険が高いため、文章の提供には別の方の承認が必要です。",
            En = "The risk is high: the text needs a second person's approval.",
        };
    }
}
