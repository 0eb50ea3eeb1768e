using System.Text.Json;
using Ceptoar.Directory;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Drills.Consents;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Rehearsals;
using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Runs;
using Ceptoar.Drills.Surveys;
using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ceptoar.Drills;

public class DrillsDb(DbContextOptions<DrillsDb> options) : HubDb(options)
{
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Drill> Drills => Set<Drill>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<Sheet> Sheets => Set<Sheet>();
    public DbSet<SheetAnswer> SheetAnswers => Set<SheetAnswer>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<MeasuredHop> MeasuredHops => Set<MeasuredHop>();
    public DbSet<EarlyAnswer> EarlyAnswers => Set<EarlyAnswer>();
    public DbSet<ClosedReport> ClosedReports => Set<ClosedReport>();
    public DbSet<Rehearsal> Rehearsals => Set<Rehearsal>();
    public DbSet<RehearsedDrill> RehearsedDrills => Set<RehearsedDrill>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDirectory();
        var campaign = modelBuilder.Entity<Campaign>();
        campaign.Property(c => c.CreatedNo).UseIdentityAlwaysColumn();
        campaign.Property(c => c.Text).AsJson();
        modelBuilder.Entity<Consent>().HasKey(c => c.OrganisationId);
        var drill = modelBuilder.Entity<Drill>();
        drill.Property(d => d.CreatedNo).UseIdentityAlwaysColumn();
        drill.Property(d => d.Text).AsJson();
        modelBuilder.Entity<Hold>().HasKey(h => h.Sole);
        modelBuilder.Entity<Participant>().HasKey(p => new { p.DrillId, p.OrganisationId });
        var sheet = modelBuilder.Entity<Sheet>();
        sheet.HasKey(s => new { s.CampaignId, s.Kind });
        sheet.Property(s => s.Questions).AsJson();
        var answer = modelBuilder.Entity<SheetAnswer>();
        answer.HasKey(a => new { a.DrillId, a.OrganisationId, a.Kind });
        answer.Property(a => a.Answers).AsJson();
        var measure = modelBuilder.Entity<Measure>();
        measure.HasKey(m => new { m.DrillId, m.OrganisationId });
        measure.Property(m => m.Tried).AsJson();
        modelBuilder.Entity<MeasuredHop>().HasKey(h => new { h.DrillId, h.Name, h.Ceptoar });
        modelBuilder.Entity<EarlyAnswer>().HasKey(a => new { a.DrillId, a.OrganisationId });
        var report = modelBuilder.Entity<ClosedReport>();
        report.HasKey(r => r.DrillId);
        report.Property(r => r.Figures).AsJson();
        report.Property(r => r.Waiting).AsJson();
        modelBuilder.Entity<Rehearsal>().Property(r => r.CreatedNo).UseIdentityAlwaysColumn();
        var rehearsed = modelBuilder.Entity<RehearsedDrill>();
        rehearsed.HasKey(r => new { r.RehearsalId, r.DrillId });
        rehearsed.Property(r => r.Obstacles).AsJson();
        rehearsed.Property(r => r.Plan).AsJson();
        rehearsed.Property(r => r.Figures).AsJson();
        base.OnModelCreating(modelBuilder);
    }
}

static class JsonColumns
{
    public static void AsJson<T>(this Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<T> property) =>
        property.HasColumnType("jsonb").HasConversion(new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!));
}
