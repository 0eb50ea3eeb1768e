using System.Text.Json;
using Ceptoar.Classification.Labelling;
using Ceptoar.Contracts.Classification;
using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification;

public class ClassificationDb(DbContextOptions<ClassificationDb> options) : HubDb(options)
{
    public DbSet<LabelDecision> Decisions => Set<LabelDecision>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var decision = modelBuilder.Entity<LabelDecision>();
        decision.HasKey(d => new { d.ReportId, d.Version });
        decision.Property(d => d.Reasons).HasColumnType("jsonb").HasConversion(
            r => JsonSerializer.Serialize(r, JsonSerializerOptions.Web), r => JsonSerializer.Deserialize<LabelReason[]>(r, JsonSerializerOptions.Web)!);
        base.OnModelCreating(modelBuilder);
    }
}
