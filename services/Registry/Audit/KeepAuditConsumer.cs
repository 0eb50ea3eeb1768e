using Ceptoar.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Audit;

/// <summary>Keeps what a service recorded. The same entry heard twice is one.</summary>
public class KeepAuditConsumer(RegistryDb db) : IConsumer<AuditRecorded>
{
    public async Task Consume(ConsumeContext<AuditRecorded> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        await AuditSealer.WhileNobodySeals(db, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into audit_entry (entry_id, service, at, actor, organisation, action, item, detail)
            values ({heard.EntryId}, {heard.Service}, {heard.At.ToUniversalTime()}, {heard.Actor}, {heard.Organisation}, {heard.Action}, {heard.Item}, {heard.Detail})
            on conflict (entry_id) do nothing
            """, ct);
    }
}
