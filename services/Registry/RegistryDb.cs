using Ceptoar.Hosting.Database;
using Ceptoar.Registry.Attestation;
using Ceptoar.Registry.Audit;
using Ceptoar.Registry.Contacts;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Handling;
using Ceptoar.Registry.Mail;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using Ceptoar.Registry.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry;

public sealed class RegistryDb(DbContextOptions<RegistryDb> options) : HubDb(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditBlock> AuditBlocks => Set<AuditBlock>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<OrganisationChannel> Channels => Set<OrganisationChannel>();
    public DbSet<OrganisationWebhook> Webhooks => Set<OrganisationWebhook>();
    public DbSet<ContactTrial> ContactTrials => Set<ContactTrial>();
    public DbSet<DrillUnreached> DrillsUnreached => Set<DrillUnreached>();
    public DbSet<AttestationRecord> Attestations => Set<AttestationRecord>();
    public DbSet<AttestationTask> AttestationTasks => Set<AttestationTask>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<MailedLink> MailedLinks => Set<MailedLink>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
    public DbSet<RosterEntry> RosterEntries => Set<RosterEntry>();
    public DbSet<RosterAbsence> RosterAbsences => Set<RosterAbsence>();
    public DbSet<OrganisationContacts> Contacts => Set<OrganisationContacts>();

    /// <summary>Lets one writer of the directory in at a time, until its transaction ends: names stay unique and numbers come in the order of commits.</summary>
    public Task OneWriterAtATime(CancellationToken ct) => Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('directory', 0))", ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Organisation>(organisation =>
        {
            organisation.HasKey(o => o.Id);
            organisation.Property(o => o.Number).UseIdentityAlwaysColumn();
            organisation.Ignore(o => o.Region);
        });
        modelBuilder.Entity<Group>(group =>
        {
            group.HasKey(g => g.Id);
            group.Property(g => g.Except).HasConversion<CircleText>();
            group.Ignore(g => g.Members);
            group.Ignore(g => g.Rule);
        });
        modelBuilder.Entity<HistoryEntry>(entry =>
        {
            entry.HasKey(e => e.Number);
            entry.Property(e => e.Number).UseIdentityAlwaysColumn();
            entry.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId); // saved behind the organisation it is about
        });
        modelBuilder.Entity<OrganisationChannel>().HasKey(c => new { c.OrganisationId, c.Position });
        modelBuilder.Entity<OrganisationWebhook>().HasKey(w => w.OrganisationId);
        modelBuilder.Entity<ContactTrial>(trial =>
        {
            trial.HasKey(t => new { t.OrganisationId, t.Contact });
            trial.Ignore(t => t.Bouncing);
        });
        modelBuilder.Entity<DrillUnreached>().HasKey(u => new { u.OrganisationId, u.DrillId });
        modelBuilder.Entity<AttestationRecord>().HasKey(a => a.Id);
        modelBuilder.Entity<AttestationTask>(task =>
        {
            task.HasKey(t => t.Number);
            task.Property(t => t.Number).UseIdentityAlwaysColumn();
        });
        modelBuilder.Entity<Client>().HasKey(c => c.Id);
        modelBuilder.Entity<AuditEntry>().HasKey(e => e.Number);
        modelBuilder.Entity<AuditBlock>().HasKey(b => b.Number);
        modelBuilder.Entity<AuditBlock>().Property(b => b.Number).ValueGeneratedNever();
        modelBuilder.HasPeople();
        base.OnModelCreating(modelBuilder);
    }
}
