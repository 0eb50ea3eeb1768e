using Ceptoar.Anonymisation.Attachments;
using Ceptoar.Anonymisation.Cases;
using Ceptoar.Anonymisation.Teaching;
using Ceptoar.Directory;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation;

public class AnonymisationDb(DbContextOptions<AnonymisationDb> options) : HubDb(options)
{
    public DbSet<CaseRendition> Cases => Set<CaseRendition>();
    public DbSet<CaseLabel> Labels => Set<CaseLabel>();
    public DbSet<CaseAttachment> Attachments => Set<CaseAttachment>();
    public DbSet<TaughtTerm> Terms => Set<TaughtTerm>();
    public DbSet<WithdrawnCase> Withdrawn => Set<WithdrawnCase>();
    public DbSet<KeptIdentifyingStrings> IdentifyingStrings => Set<KeptIdentifyingStrings>();

    /// <summary>Makes whoever works on the same case wait until this transaction ends.</summary>
    public Task<int> LockCase(Guid reportId, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({reportId.ToString()}, 0))", ct);

    /// <summary>The newest labels heard of a report; made where none were.</summary>
    public async Task<CaseLabel> Label(Guid reportId, CancellationToken ct)
    {
        var label = await Labels.SingleOrDefaultAsync(l => l.ReportId == reportId, ct);
        if (label is null) Labels.Add(label = new() { ReportId = reportId });
        return label;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDirectory();
        modelBuilder.Entity<KeptIdentifyingStrings>().HasKey(k => k.OrganisationId);
        modelBuilder.Entity<CaseKey>().HasKey(k => k.CaseId);
        modelBuilder.Entity<CaseAttachment>().HasKey(a => a.AttachmentId);
        modelBuilder.Entity<CaseLabel>().HasKey(l => l.ReportId);
        modelBuilder.Entity<CaseRendition>().HasKey(c => c.ReportId);
        modelBuilder.Entity<WithdrawnCase>().HasKey(c => c.ReportId);
        base.OnModelCreating(modelBuilder);
    }
}
