using Ceptoar.Contracts.Drills;
using Ceptoar.Registry.Attestation;
using Ceptoar.Registry.Organisations;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>Notes for the lint whom a drill could not reach, and asks them to confirm their entries. Hearing it twice changes nothing, though they confirmed meanwhile.</summary>
public class RecordStaleContactsConsumer(RegistryDb db, AttestationAsking asking, TimeProvider clock) : IConsumer<StaleContactsFound>
{
    const string Note = "訓練(セプター訓練)で、登録された連絡先では連絡がつきませんでした。連絡先を直し、登録内容を確認してください。 / A drill (セプター訓練) could not reach you by the contacts on file. Mend the contacts and confirm your entries.";

    public async Task Consume(ConsumeContext<StaleContactsFound> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        await db.OneWriterAtATime(ct);
        var found = await db.Database.SqlQuery<Guid>(
            $"""
            insert into drill_unreached (organisation_id, drill_id, found_at)
            select id, {heard.DrillId}, {clock.GetUtcNow()} from organisation where active and id = any({heard.OrganisationIds})
            on conflict do nothing
            returning organisation_id as "Value"
            """).ToListAsync(ct);
        await asking.Ask(found, Note, HistoryEntry.Hub, ct);
    }
}
