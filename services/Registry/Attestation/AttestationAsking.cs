using Ceptoar.Registry.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Attestation;

/// <summary>Asks organisations to confirm their entries, whoever it is that wants it. Goes out with the transaction at hand, whose writer has the directory to itself.</summary>
public sealed class AttestationAsking(RegistryDb db, AttestationReminder reminder, TimeProvider clock)
{
    /// <param name="organisations">Ids of organisations that are there.</param>
    /// <param name="note">Why, for everyone who sees the task.</param>
    /// <param name="subject">Who stands in the history for it.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What was opened; nothing for an organisation that has been asked and has not answered.</returns>
    public async Task<IReadOnlyList<AttestationTask>> Ask(IReadOnlyCollection<Guid> organisations, string note, string subject, CancellationToken ct)
    {
        var asked = await db.AttestationTasks.Where(t => organisations.Contains(t.OrganisationId) && t.Reason == AttestationTask.Requested && t.DoneAt == null).Select(t => t.OrganisationId).ToListAsync(ct);
        Guid[] toAsk = [.. organisations.Except(asked)];
        if (toAsk.Length == 0) return [];

        var now = clock.GetUtcNow();
        AttestationTask[] tasks = [.. toAsk.Select(id => AttestationTask.Ask(id, note, now))];
        db.AddRange(tasks);
        foreach (var id in toAsk) db.Remember(id, subject, now, "attestationRequested", from: null, to: null);
        await reminder.Post(toAsk, ct);
        await db.SaveChangesAsync(ct);
        return tasks;
    }
}
