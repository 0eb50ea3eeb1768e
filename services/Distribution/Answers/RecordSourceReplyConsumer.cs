using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Answers;

/// <summary>Puts a reporter's answer under the question, as "source". Hearing it twice, an older one late, or one in no sentence that the hub knows changes nothing.</summary>
public class RecordSourceReplyConsumer(DistributionDb db, TimeProvider clock) : IConsumer<QuestionAnswered>
{
    public async Task Consume(ConsumeContext<QuestionAnswered> context)
    {
        var heard = context.Message;
        if (!Taxonomy.SourceAnswers.Knows(heard.Answer)) return;

        var now = clock.GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into question_reply (question_id, said_by, source_id, source_version, source_answer, said_at)
            select q.id, {QuestionReply.Source}, {heard.SourceId}, {heard.Version}, {heard.Answer}, {hour}
            from question q where q.id = {heard.QuestionId}
              and not exists (select from question_reply r where r.question_id = q.id and r.source_id = {heard.SourceId} and r.source_version >= {heard.Version})
            on conflict do nothing
            """, context.CancellationToken);
    }
}
