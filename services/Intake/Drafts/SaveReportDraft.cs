using System.Text.Encodings.Web;
using System.Text.Json;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Reports;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Intake.Drafts;

/// <summary>Keeps what someone is writing: any part of a report, nothing required and nothing checked but its size. The report itself is checked when it is handed in.</summary>
public static class StartReportDraft
{
    /// <param name="Report">What is typed so far.</param>
    /// <param name="FollowsUp">The report that it is to be a new version of.</param>
    public record Command(ReportInput? Report, Guid? FollowsUp) : IRequest<Receipt>;

    public record Receipt(Guid Id, int Version, DateTimeOffset KeptAt, DateTimeOffset ExpiresAt);

    public class Validator : AbstractValidator<Command>
    {
        public Validator(ReportDrafts drafts)
        {
            RuleFor(c => c.Report).NotNull().SmallEnough();
            RuleFor(c => c.FollowsUp).MustAsync(async (id, ct) => id is null || await drafts.MayFollowUp(id.Value, ct))
                .WithMessage(_ => Problems.Say("続報を作成できる情報連絡ではありません。", "You may not follow up this report."));
        }
    }

    public static void Map(IEndpointRouteBuilder drafts) => drafts
        .MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
        {
            var receipt = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/report-drafts/{receipt.Id}", receipt);
        });

    public class Handler(IntakeDb db, ReportDrafts drafts, CaseVault vault, OwnerKey ownerKey, Caller caller, TimeProvider clock) : IRequestHandler<Command, Receipt>
    {
        public async Task<Receipt> Handle(Command request, CancellationToken cancellationToken)
        {
            await drafts.RequireRoom(cancellationToken);
            var draft = new ReportDraft { Id = Guid.NewGuid(), OwnerKey = ownerKey.Of(caller.OrganisationId), FollowsUp = request.FollowsUp };
            draft.Keep(vault.Encrypt(vault.NewKey(draft.Id), request.Report!), clock.GetUtcNow());
            db.Drafts.Add(draft);
            await db.SaveChangesAsync(cancellationToken);
            return new(draft.Id, draft.Version, draft.KeptAt, drafts.ExpiryOf(draft));
        }
    }
}

/// <summary>Keeps a draft anew in place of the version that was read.</summary>
public static class SaveReportDraft
{
    /// <param name="Version">The version that was read.</param>
    /// <param name="Report">What is typed so far.</param>
    public record Command(int? Version, ReportInput? Report) : IRequest<StartReportDraft.Receipt?>
    {
        internal Guid Id { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Version).NotNull();
            RuleFor(c => c.Report).NotNull().SmallEnough();
        }
    }

    public static void Map(IEndpointRouteBuilder drafts) => drafts
        .MapPut("/{draftId:guid}", async Task<Results<Ok<StartReportDraft.Receipt>, NotFound>> (Guid draftId, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { Id = draftId }, ct) is { } receipt ? TypedResults.Ok(receipt) : TypedResults.NotFound());

    public class Handler(IntakeDb db, ReportDrafts drafts, CaseVault vault, TimeProvider clock) : IRequestHandler<Command, StartReportDraft.Receipt?>
    {
        public async Task<StartReportDraft.Receipt?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await drafts.Locked(request.Id, cancellationToken) is not { } draft) return null;

            draft.RefuseUnless(request.Version!.Value);
            draft.Keep(vault.Encrypt((await vault.Find(draft.Id, cancellationToken))!, request.Report!), clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return new(draft.Id, draft.Version, draft.KeptAt, drafts.ExpiryOf(draft));
        }
    }
}

static class DraftSize
{
    const int MaxBytes = 1024 * 1024;
    static readonly JsonSerializerOptions AsSent = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void SmallEnough<T>(this IRuleBuilder<T, ReportInput?> report) => report
        .Must(r => r is null || JsonSerializer.SerializeToUtf8Bytes(r, AsSent).Length <= MaxBytes)
        .WithMessage(_ => Problems.Say("下書きは 1 MB までです。", "A draft may have 1 MB at most."));
}
