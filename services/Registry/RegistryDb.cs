using Ceptoar.Hosting.Database;
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
        modelBuilder.Entity<Group>().HasKey(g => g.Id);
        modelBuilder.Entity<Client>().HasKey(c => c.Id);
        modelBuilder.HasPeople();
        base.OnModelCreating(modelBuilder);
    }
}
