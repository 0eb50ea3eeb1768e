using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Intake.Attachments;

/// <summary>Deletes files without a row, each quarter of an hour: what a process that was killed had written and not committed, or not yet deleted.</summary>
public sealed class SweepAttachments(IServiceScopeFactory scopes, BlobStore blobs, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <summary>A file is written before its row; no upload takes longer than this.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public async Task Sweep(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        foreach (var some in blobs.WrittenBefore(clock.GetUtcNow() - Grace).Chunk(1_000))
        {
            var kept = await db.Attachments.Where(a => some.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct);
            foreach (var id in some.Except(kept)) blobs.Delete(id);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or UnauthorizedAccessException or InvalidOperationException { InnerException: NpgsqlException })
            {
                // the next quarter of an hour sweeps
            }
        }
    }
}
