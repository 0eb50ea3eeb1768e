using System.Text.Json;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Directory;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Intake.Attachments;
using Ceptoar.Intake.Drafts;
using Ceptoar.Intake.Drills;
using Ceptoar.Intake.Identity;
using Ceptoar.Intake.Questions;
using Ceptoar.Intake.Reports;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Intake;

public class IntakeDb(DbContextOptions<IntakeDb> options) : HubDb(options)
{
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ReportDraft> Drafts => Set<ReportDraft>();
    public DbSet<Drill> Drills => Set<Drill>();
    public DbSet<ReportVersion> Versions => Set<ReportVersion>();
    public DbSet<IdentityOpening> Openings => Set<IdentityOpening>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<AskedQuestion> Questions => Set<AskedQuestion>();
    public DbSet<ReleasedSource> Released => Set<ReleasedSource>();

    public DbSet<SourceReach> Reached => Set<SourceReach>();

    /// <summary>The report, locked until the transaction ends, so that two messages about it are taken one after the other.</summary>
    public Task<Report?> LockReport(Guid id, CancellationToken ct) =>
        Reports.FromSql($"select * from report where id = {id} for update").SingleOrDefaultAsync(ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDirectory();
        modelBuilder.Entity<CaseKey>().HasKey(k => k.CaseId);
        modelBuilder.Entity<SourceReach>().HasKey(r => new { r.SourceId, r.AdvisoryId });
        modelBuilder.Entity<AskedQuestion>().HasKey(q => new { q.QuestionId, q.SourceId });
        modelBuilder.Entity<ReleasedSource>().HasKey(s => s.SourceId);
        modelBuilder.Entity<ReportVersion>().HasKey(v => new { v.ReportId, v.Version });
        var report = modelBuilder.Entity<Report>();
        report.Property(r => r.Position).UseIdentityAlwaysColumn();
        report.Property(r => r.Status).HasConversion(s => s.Text(), s => ReportStatuses.Parse(s));
        report.Property(r => r.Notices).HasColumnType("jsonb").HasConversion(
            n => JsonSerializer.Serialize(n, JsonSerializerOptions.Web), n => JsonSerializer.Deserialize<Notice[]>(n, JsonSerializerOptions.Web)!);
        base.OnModelCreating(modelBuilder);
    }
}
