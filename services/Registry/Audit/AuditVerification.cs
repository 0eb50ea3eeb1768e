using System.Data;
using Ceptoar.Hosting.Audit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Audit;

/// <summary>Does the sums of the whole chain again, block by block, and stops at the first fault. Holds one block at a time.</summary>
public sealed class AuditVerification(RegistryDb db, TimeProvider clock)
{
    const int Page = 500;

    /// <param name="Blocks">How many blocks were found good.</param>
    /// <param name="Entries">How many entries were found good.</param>
    /// <param name="PastRetention">How many of the blocks have no entries any more.</param>
    /// <param name="Waiting">How many entries wait to be sealed.</param>
    /// <param name="Head">Hash of the newest block, hexadecimal: who keeps it sees later whether the end of the chain was cut off.</param>
    public record Result(long Blocks, long Entries, long PastRetention, long Waiting, string? Head, bool Intact, ChainFault? FirstFault);

    public async Task<Result> Run(CancellationToken ct)
    {
        // one state of the trail for all queries, though blocks are added and entries forgotten meanwhile
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var retainedSince = clock.GetUtcNow().AddDays(-AuditSettings.MinRetentionDays);
        AuditBlock? previous = null;
        var (entries, past) = (0L, 0L);
        while (await BlocksAfter(previous, ct) is { Count: > 0 } blocks)
        {
            await using var found = EntriesUpTo(previous, blocks[^1]).GetAsyncEnumerator(ct);
            var more = await found.MoveNextAsync();
            foreach (var block in blocks)
            {
                var own = new List<AuditEntry>();
                for (; more && found.Current.Number <= block.LastEntry; more = await found.MoveNextAsync())
                {
                    if (own.Count <= block.Count) own.Add(found.Current); // one too many tells enough
                }

                if (AuditChain.Check(previous, block, own, retainedSince) is { } fault) return Told(fault);

                previous = block;
                entries += own.Count;
                past += own.Count == 0 ? 1 : 0;
            }
        }

        return Told(fault: null) with { Waiting = await db.AuditEntries.LongCountAsync(e => previous == null || e.Number > previous.LastEntry, ct) };

        Result Told(ChainFault? fault) => new(previous?.Number ?? 0, entries, past, Waiting: 0, previous is null ? null : Convert.ToHexStringLower(previous.Hash), fault is null, fault);
    }

    Task<List<AuditBlock>> BlocksAfter(AuditBlock? previous, CancellationToken ct)
    {
        var after = previous?.Number ?? 0;
        return db.AuditBlocks.AsNoTracking().Where(b => b.Number > after).OrderBy(b => b.Number).Take(Page).ToListAsync(ct);
    }

    IAsyncEnumerable<AuditEntry> EntriesUpTo(AuditBlock? previous, AuditBlock last)
    {
        var after = previous?.LastEntry ?? 0;
        return db.AuditEntries.AsNoTracking().Where(e => e.Number > after && e.Number <= last.LastEntry).OrderBy(e => e.Number).AsAsyncEnumerable();
    }
}
