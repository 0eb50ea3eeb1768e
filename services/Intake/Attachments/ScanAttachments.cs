using System.Security.Cryptography;
using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Intake.Attachments;

/// <summary>
/// Has every file scanned that was not yet. Where the scanner does not answer, or nothing that can be understood, the file stays in
/// quarantine and is asked of again; two instances that ask of the same file do no harm.
/// </summary>
public sealed class ScanAttachments(IServiceScopeFactory scopes, BlobStore blobs, Clamd clamd, IOptions<AttachmentSettings> settings) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.HasScanner) return;

        using var timer = new PeriodicTimer(settings.Value.ScanInterval);
        do
        {
            try
            {
                await Scan(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
            {
                // the next round asks again
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task Scan(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        var waiting = await db.Attachments.AsNoTracking().Where(a => a.State == Attachment.Quarantined).OrderBy(a => a.AddedAt).Take(100).ToListAsync(ct);
        if (waiting.Count == 0 || !await clamd.Answers(ct)) return;

        var vault = scope.ServiceProvider.GetRequiredService<CaseVault>();
        foreach (var attachment in waiting)
        {
            if (await vault.Find(attachment.ReportId, ct) is not { } key || await StateOf(attachment, vault, key, ct) is not { } state) continue;

            await db.Attachments.Where(a => a.Id == attachment.Id && a.State == Attachment.Quarantined).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, state), ct);
        }
    }

    async Task<string?> StateOf(Attachment attachment, CaseVault vault, CaseKey key, CancellationToken ct)
    {
        try
        {
            var content = vault.Decrypt<AttachmentContent>(key, attachment.Content);
            return await clamd.Scan(blobs.Read(attachment.Id, content.Key, ct), ct) switch
            {
                ScanAnswer.Clean => Attachment.Clean,
                ScanAnswer.Infected => Attachment.Infected,
                ScanAnswer.Refused => Attachment.Failed,
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            return Attachment.Failed; // it is not what was sent
        }
        catch (IOException)
        {
            return null; // removed meanwhile, or the disk has a fault
        }
    }
}
