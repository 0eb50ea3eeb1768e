using System.Text.Json;
using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Policies;
using Ceptoar.Directory;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ceptoar.Classification;

public class ClassificationDb(DbContextOptions<ClassificationDb> options) : HubDb(options)
{
    public DbSet<LabelDecision> Decisions => Set<LabelDecision>();
    public DbSet<LabelChange> Changes => Set<LabelChange>();
    public DbSet<WithdrawnCase> Withdrawn => Set<WithdrawnCase>();
    public DbSet<PolicyVersion> Policies => Set<PolicyVersion>();

    /// <summary>Until the transaction ends, nobody else decides about this report's labels.</summary>
    public Task<int> LockLabel(Guid reportId, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({reportId.ToString()}, 0))", ct);

    /// <summary>The newest version's labels, locked; null where there are none.</summary>
    public async Task<LabelDecision?> LockedLabel(Guid reportId, CancellationToken ct)
    {
        await LockLabel(reportId, ct);
        return await Decisions.Where(d => d.ReportId == reportId).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
    }

    /// <summary>Until the transaction ends, nobody else changes a policy.</summary>
    public Task<int> LockPolicies(CancellationToken ct) => Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('policies', 0))", ct);

    /// <summary>Under <see cref="LockPolicies"/>, so that revisions become visible in their order.</summary>
    public Task<long> NextRevision(CancellationToken ct) => Database.SqlQuery<long>($"select nextval('policy_revision') as \"Value\"").SingleAsync(ct);

    /// <summary>A change that still waits is of labels that no longer stand.</summary>
    public async Task OvertakeOpenChange(Guid reportId, DateTimeOffset now, CancellationToken ct)
    {
        if (await Changes.SingleOrDefaultAsync(c => c.ReportId == reportId && c.State == LabelChange.Awaiting, ct) is { } open) (open.State, open.DecidedAt) = (LabelChange.Overtaken, now);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDirectory();
        modelBuilder.Entity<CaseKey>().HasKey(k => k.CaseId);
        modelBuilder.Entity<WithdrawnCase>().HasKey(w => w.ReportId);
        var decision = modelBuilder.Entity<LabelDecision>();
        decision.HasKey(d => new { d.ReportId, d.Version });
        decision.Property(d => d.Position).UseIdentityAlwaysColumn();
        var policy = modelBuilder.Entity<PolicyVersion>();
        policy.HasKey(p => new { p.Scope, p.Number });
        policy.Property(p => p.Rules).AsJson();
        policy.Property(p => p.Relaxed).AsJson();
        base.OnModelCreating(modelBuilder);
    }
}

static class JsonColumns
{
    public static void AsJson<T>(this Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<T> property) =>
        property.HasColumnType("jsonb").HasConversion(new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!));
}
