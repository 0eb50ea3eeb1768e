using Ceptoar.Directory;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Surveys;

/// <summary>The centre writes a sheet of its campaign; without questions there is none. Once a drill of it began, or somebody filled it in, it stays as it is.</summary>
public static class ChangeSheet
{
    internal const int MostQuestions = 100;

    /// <param name="Kind">selfCheck or survey.</param>
    /// <param name="Questions">Up to 100.</param>
    public record Command(string? Kind, QuestionInput[]? Questions) : IRequest<ListSheets.View?>
    {
        internal Guid CampaignId { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).NotEmpty().OneOf(Sheet.Kinds);
            RuleFor(c => c.Questions).NotNull().Must(q => q is null || q.Length <= MostQuestions).WithMessage(_ => Problems.Say($"{MostQuestions} 問までです。", $"At most {MostQuestions}."));
            RuleFor(c => c.Questions).Must(q => QuestionInput.Validator.Distinct(q, x => x?.Id)).WithMessage(_ => QuestionInput.Validator.Twice());
            RuleForEach(c => c.Questions).NotNull().SetValidator(new QuestionInput.Validator());
        }
    }

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns
        .MapPut("/{campaignId:guid}/sheets", async Task<Results<Ok<ListSheets.View>, NotFound>> (Guid campaignId, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { CampaignId = campaignId }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillsDb db, DirectoryReader directory, Caller caller) : IRequestHandler<Command, ListSheets.View?>
    {
        public async Task<ListSheets.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!DrillRules.MayConduct(caller, await directory.Now(cancellationToken))) return null;
            if (await db.Campaigns.FromSql($"select * from campaign where id = {request.CampaignId} for update").SingleOrDefaultAsync(cancellationToken) is not { } campaign) return null;

            await RefuseOnceUsed(request, cancellationToken);
            var sheet = await db.Sheets.SingleOrDefaultAsync(s => s.CampaignId == campaign.Id && s.Kind == request.Kind, cancellationToken);
            Question[] questions = [.. request.Questions!.Select(q => q.ToQuestion())];
            if (sheet is null) db.Sheets.Add(sheet = new() { CampaignId = campaign.Id, Kind = request.Kind!, Questions = questions });
            sheet.Questions = questions;
            if (questions.Length == 0) db.Sheets.Remove(sheet);
            db.Audit(AuditActions.DrillCampaignChanged, $"drillCampaign/{campaign.Id}", $"sheet={sheet.Kind} questions={questions.Length}");
            await db.SaveChangesAsync(cancellationToken);
            return ListSheets.View.Of(sheet);
        }

        async Task RefuseOnceUsed(Command request, CancellationToken ct)
        {
            var drills = db.Drills.Where(d => d.CampaignId == request.CampaignId);
            if (await drills.AnyAsync(d => d.StartedAt != null, ct) || await db.SheetAnswers.AnyAsync(a => a.Kind == request.Kind && drills.Any(d => d.Id == a.DrillId), ct))
            {
                throw new RuleViolation("このキャンペーンの訓練が既に始まったか、回答した組織があるため、変更できません。", "A drill of this campaign began already, or somebody filled the sheet in; it stays as it is.");
            }
        }
    }
}
