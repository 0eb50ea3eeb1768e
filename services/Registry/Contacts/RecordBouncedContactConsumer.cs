using Ceptoar.Contracts.Distribution;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.Attestation;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>
/// Marks whatever of an organisation has the address that a sending came back from, and asks the organisation to confirm its entries.
/// What was tested since, or has another address by now, stays as it is: so does everything when it is heard twice.
/// </summary>
public class RecordBouncedContactConsumer(RegistryDb db, ContactsSealer sealer, IdentifyingSealer identifying, PeopleSealer people, AttestationAsking asking, TimeProvider clock) : IConsumer<ContactBounced>
{
    const string Note = "登録された宛先に届かなかった連絡があります。連絡先を直し、登録内容を確認してください。 / Something that was sent to a registered contact came back. Mend the contact and confirm your entries.";

    public async Task Consume(ConsumeContext<ContactBounced> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        await db.OneWriterAtATime(ct);
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == heard.OrganisationId, ct) is not { } organisation) return;

        var address = sealer.Open<string>(heard.Address);
        var at = new DateTimeOffset(heard.At.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero); // as the database keeps it
        var marked = await MarkChannels(heard, address, at, ct);
        if (heard.Channel == Channel.Mail) marked.AddRange(await MarkMail(organisation.Id, address, at, ct));
        if (marked.Count == 0) return;

        var now = clock.GetUtcNow();
        db.Remember(organisation.Id, HistoryEntry.Hub, now, "contactBounced", from: null, string.Join(';', marked));
        db.Audit(AuditActions.ContactsChanged, $"organisation/{organisation.Id}", $"bounced={string.Join('+', marked)}");
        await db.SaveChangesAsync(ct);
        if (organisation.Active) await asking.Ask([organisation.Id], Note, HistoryEntry.Hub, ct);
    }

    async Task<List<string>> MarkChannels(ContactBounced heard, string address, DateTimeOffset at, CancellationToken ct)
    {
        var marked = new List<string>();
        foreach (var channel in await db.Channels.Where(c => c.OrganisationId == heard.OrganisationId && c.Channel == heard.Channel).OrderBy(c => c.Position).ToListAsync(ct))
        {
            if (!Same(channel.Opened(identifying)?.Address, address) || channel.TestedAt >= at) continue;

            channel.Tested(OrganisationChannel.Bounced, at);
            marked.Add($"channel:{channel.Position}");
        }

        return marked;
    }

    async Task<List<string>> MarkMail(Guid organisation, string address, DateTimeOffset at, CancellationToken ct)
    {
        var normalized = address.Trim().ToUpperInvariant();
        var having = await db.People.Where(p => p.OrganisationId == organisation && p.NormalizedEmail == normalized).Select(p => ContactTrial.Person(p.Id)).ToListAsync(ct);
        if (Same((await db.ContactOf<Desk>(organisation, c => c.Desk, people, ct))?.Email, address)) having.Add(ContactTrial.Desk);
        if (Same((await db.ContactOf<Executive>(organisation, c => c.Executive, people, ct))?.Email, address)) having.Add(ContactTrial.Executive);

        var marked = new List<string>();
        foreach (var contact in having.Order(StringComparer.Ordinal))
        {
            var trial = await db.TrialOf(organisation, contact, ct);
            if (trial.TestedAt >= at) continue;

            trial.Tested(OrganisationChannel.Bounced, at);
            marked.Add(contact);
        }

        return marked;
    }

    static bool Same(string? one, string other) => string.Equals(one?.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
