using Ceptoar.Drills.Runs;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Drills.Surveys;

/// <summary>An organisation that takes part fills in a sheet, or fills it in anew while it is open.</summary>
public static class AnswerSheet
{
    /// <param name="Answers">By the question's id: yes or no, the id of an option, ids of options, a number, or a text.</param>
    public record Command(Dictionary<string, string[]>? Answers) : IRequest<GetSheet.View?>
    {
        internal Guid DrillId { get; init; }
        internal string Kind { get; init; } = "";
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Answers).NotNull().Must(a => a is null || a.Count <= ChangeSheet.MostQuestions)
            .WithMessage(_ => Problems.Say($"{ChangeSheet.MostQuestions} 問までの回答を指定してください。", $"Must be the answers to at most {ChangeSheet.MostQuestions} questions."));
    }

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapPut("/{id:guid}/sheets/{kind}", async Task<Results<Ok<GetSheet.View>, NotFound>> (Guid id, string kind, Command command, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(command with { DrillId = id, Kind = kind }, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillsDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, GetSheet.View?>
    {
        public async Task<GetSheet.View?> Handle(Command request, CancellationToken cancellationToken)
        {
            var (own, now) = (caller.OrganisationId, clock.GetUtcNow());
            // for share: it is open until this is kept; the participant's row: two of its people wait for one another
            if (await db.Drills.FromSql($"select * from drill where id = {request.DrillId} for share").AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } drill) return null;
            if (await db.Participants.FromSql($"select * from participant where drill_id = {drill.Id} and organisation_id = {own} for update").AsNoTracking().SingleOrDefaultAsync(cancellationToken) is null) return null;
            if (await db.Sheets.AsNoTracking().SingleOrDefaultAsync(s => s.CampaignId == drill.CampaignId && s.Kind == request.Kind, cancellationToken) is not { } sheet) return null;

            RefuseUnlessOpen(sheet, drill, now);
            var given = request.Answers!.Where(a => a.Value is { Length: > 0 }).ToDictionary(a => a.Key, a => a.Value);
            var wrong = SheetRules.Wrong(sheet.Questions, given).ToArray();
            if (wrong.Length > 0) throw new ValidationException(wrong);

            var answer = await db.SheetAnswers.SingleOrDefaultAsync(a => a.DrillId == drill.Id && a.OrganisationId == own && a.Kind == sheet.Kind, cancellationToken);
            if (answer is null) db.SheetAnswers.Add(answer = new() { DrillId = drill.Id, OrganisationId = own, Kind = sheet.Kind, Answers = given, At = now });
            (answer.Answers, answer.At) = (given, now);
            await db.SaveChangesAsync(cancellationToken);
            return GetSheet.ViewOf(sheet, answer, drill, now);
        }

        static void RefuseUnlessOpen(Sheet sheet, Drill drill, DateTimeOffset now)
        {
            if (SheetRules.IsOpen(sheet.Kind, drill, now)) return;

            throw sheet.Kind == Sheet.SelfCheck
                ? new RuleViolation("自己点検票に記入できるのは訓練の終了までです。", "The self-check is filled in until the drill ends.")
                : new RuleViolation("調査票に記入できるのは訓練の終了から 14 日間です。", "The survey is filled in from the drill's end on, for 14 days.");
        }
    }
}
