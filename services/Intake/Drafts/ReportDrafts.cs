using Ceptoar.Hosting;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Intake.Drafts;

/// <summary>The settings of section <c>Drafts</c>.</summary>
public record DraftSettings
{
    /// <summary>How long a draft is kept after its last change.</summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How many an organisation may have at once.</summary>
    public int Most { get; init; } = 100;
}

/// <summary>The drafts of the caller's organisation: no one else's are there for it (<c>docs/adr/0018-drafts-of-reports.md</c>).</summary>
public sealed class ReportDrafts(IntakeDb db, CaseVault vault, OwnerKey ownerKey, Caller caller, IOptions<DraftSettings> settings, TimeProvider clock)
{
    public IQueryable<ReportDraft> Own
    {
        get
        {
            var (own, since) = (ownerKey.Of(caller.OrganisationId), clock.GetUtcNow() - settings.Value.KeptFor);
            return db.Drafts.Where(d => d.OwnerKey == own && d.KeptAt > since);
        }
    }

    /// <summary>The draft, locked until the transaction ends; null where it is not the organisation's.</summary>
    public async Task<ReportDraft?> Locked(Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from report_draft where id = {id} for update", ct);
        return await Own.SingleOrDefaultAsync(d => d.Id == id, ct);
    }

    public DateTimeOffset ExpiryOf(ReportDraft draft) => draft.KeptAt + settings.Value.KeptFor;

    /// <exception cref="RuleViolation">The organisation has as many as it may.</exception>
    public async Task RequireRoom(CancellationToken ct)
    {
        var most = settings.Value.Most;
        if (await Own.CountAsync(ct) >= most) throw new RuleViolation($"下書きは組織で {most} 件までです。不要な下書きを削除してください。", $"Your organisation may keep {most} drafts; delete one that is not needed.");
    }

    /// <summary>Whether the organisation may write a follow-up of a report: its own one, or one that it entered and the reporter has not taken over.</summary>
    public async Task<bool> MayFollowUp(Guid reportId, CancellationToken ct)
    {
        var own = ownerKey.Of(caller.OrganisationId);
        return await db.LockReport(reportId, ct) is { Status: not ReportStatus.Withdrawn } report && (report.OwnerKey.AsSpan().SequenceEqual(own) || report.IsEnteredBy(own));
    }

    /// <summary>The drills of the reports that are followed up, by the draft's id; those of life are not among them.</summary>
    public Task<Dictionary<Guid, Guid>> FollowedDrills(CancellationToken ct) => Own.AsNoTracking()
        .Join(db.Reports, d => d.FollowsUp, r => r.Id, (draft, report) => new { draft.Id, report.DrillId }).Where(f => f.DrillId != null)
        .ToDictionaryAsync(f => f.Id, f => f.DrillId!.Value, ct);

    /// <summary>Destroys a draft with its key, in the caller's transaction.</summary>
    /// <returns>False where it is not the organisation's, or not there.</returns>
    public async Task<bool> Destroy(Guid id, CancellationToken ct)
    {
        if (await Own.Where(d => d.Id == id).ExecuteDeleteAsync(ct) == 0) return false;

        await vault.Destroy(id, ct);
        return true;
    }

    /// <summary>What a report was written in goes with the transaction that takes the report, so that no draft is handed in twice.</summary>
    /// <exception cref="RuleViolation">There is no such draft any more.</exception>
    public async Task HandIn(Guid? id, CancellationToken ct)
    {
        if (id is { } draft && !await Destroy(draft, ct))
        {
            throw new RuleViolation("この下書きは既に提出されたか、削除されています。一覧を確認してください。", "This draft was handed in already, or deleted; look at your list of reports.");
        }
    }
}

public static class DraftSetup
{
    public static void AddDrafts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReportDrafts>();
        builder.Services.AddSingleton<ForgetDrafts>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ForgetDrafts>());
        builder.Services.AddOptions<DraftSettings>().BindConfiguration("Drafts")
            .Validate(s => s.KeptFor > TimeSpan.Zero && s.KeptFor <= TimeSpan.FromDays(366), "Drafts:KeptFor must be at most 366 days.")
            .Validate(s => s.Most is > 0 and <= 1_000, "Drafts:Most must lie between 1 and 1000.")
            .ValidateOnStart();
    }
}
