using Ceptoar.Contracts.Distribution;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake.Questions;

/// <summary>Keeps a question for the reporters it is for. Hearing it twice changes nothing; of a withdrawn report nothing is kept.</summary>
public class KeepQuestionConsumer(IntakeDb db) : IConsumer<QuestionAsked>
{
    public Task Consume(ConsumeContext<QuestionAsked> context)
    {
        var heard = context.Message;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into asked_question (question_id, source_id, number, text, asked_at)
            select {heard.QuestionId}, s.id, {heard.Number}, {heard.Text}, {heard.AskedAt} from unnest({heard.SourceIds}) as s (id)
            where not exists (select from report r where r.source_id = s.id and r.status = 'withdrawn')
            on conflict do nothing
            """, context.CancellationToken);
    }
}
