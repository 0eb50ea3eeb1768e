using System.Text.Json;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Answers;
using Ceptoar.Distribution.Attachments;
using Ceptoar.Distribution.Calls;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Drills;
using Ceptoar.Distribution.Escalation;
using Ceptoar.Distribution.Relays;
using Ceptoar.Distribution.Signing;
using Ceptoar.Distribution.Subscriptions;
using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ceptoar.Distribution;

public class DistributionDb(DbContextOptions<DistributionDb> options) : HubDb(options)
{
    public DbSet<Advisory> Advisories => Set<Advisory>();
    public DbSet<Drill> Drills => Set<Drill>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<AdvisoryAttachment> Attachments => Set<AdvisoryAttachment>();
    public DbSet<AdvisorySource> Sources => Set<AdvisorySource>();
    public DbSet<AdvisoryIndicator> Indicators => Set<AdvisoryIndicator>();
    public DbSet<RelayHop> RelayHops => Set<RelayHop>();
    public DbSet<RelayRule> RelayRules => Set<RelayRule>();
    public DbSet<LargeScaleSwitch> LargeScale => Set<LargeScaleSwitch>();
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<AdvisorySignature> Signatures => Set<AdvisorySignature>();
    public DbSet<Call> Calls => Set<Call>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<KeptContacts> Contacts => Set<KeptContacts>();
    public DbSet<Dispatch> Dispatches => Set<Dispatch>();
    public DbSet<Silence> Silences => Set<Silence>();
    public DbSet<EscalationStep> EscalationSteps => Set<EscalationStep>();
    public DbSet<EscalationRule> EscalationRules => Set<EscalationRule>();
    public DbSet<ChannelSwitch> ChannelSwitches => Set<ChannelSwitch>();
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<DigestLine> DigestLines => Set<DigestLine>();
    public DbSet<QuestionReply> Replies => Set<QuestionReply>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDirectory();
        modelBuilder.Entity<Advisory>().Ignore(a => a.IsUrgent).Ignore(a => a.GoesFirst).Ignore(a => a.Pace);
        modelBuilder.Entity<Advisory>().Property(a => a.DrillTerms).HasColumnType("jsonb").HasConversion(new AsJson<DrillTerms?>());
        modelBuilder.Entity<Drill>().Ignore(d => d.HasEnded).Ignore(d => d.RecallReason);
        modelBuilder.Entity<Advisory>().Property(a => a.Content).HasColumnType("jsonb").HasConversion(new AsJson<AdvisoryContent>());
        modelBuilder.Entity<Advisory>().Ignore(a => a.Scope);
        foreach (var made in InboxFilter.Columns) modelBuilder.Entity<Advisory>().Property<string?>(made).ValueGeneratedOnAddOrUpdate();
        var draft = modelBuilder.Entity<Draft>();
        draft.Property(d => d.Content).HasColumnType("jsonb").HasConversion(new AsJson<AdvisoryContent>());
        draft.Property(d => d.CreatedNo).UseIdentityAlwaysColumn();
        draft.Ignore(d => d.Template);
        modelBuilder.Entity<RelayHop>().HasKey(h => new { h.AdvisoryId, h.Name, h.Ceptoar });
        modelBuilder.Entity<RelayHop>().Ignore(h => h.IsWaiting);
        modelBuilder.Entity<RelayRule>().HasKey(r => new { r.Ceptoar, r.Hop });
        modelBuilder.Entity<LargeScaleSwitch>().Property(s => s.Id).UseIdentityAlwaysColumn();
        var source = modelBuilder.Entity<AdvisorySource>();
        source.HasKey(s => s.SourceId);
        source.Property(s => s.Flash).HasColumnType("jsonb").HasConversion(new AsJson<Flash?>());
        modelBuilder.Entity<AdvisoryIndicator>().HasKey(i => new { i.AdvisoryId, i.Type, i.Value });
        modelBuilder.Entity<InboxRow>().HasKey(r => new { r.MailboxId, r.Sequence });
        modelBuilder.Entity<AdvisorySignature>().HasKey(s => s.AdvisoryId);
        modelBuilder.Entity<Answer>().HasKey(a => a.Position);
        modelBuilder.Entity<Question>().Property(q => q.Position).UseIdentityAlwaysColumn();
        modelBuilder.Entity<Call>().HasKey(c => c.Position);
        modelBuilder.Entity<Reminder>().HasKey(r => new { r.Press, r.RecipientId });
        modelBuilder.Entity<KeptContacts>().HasKey(c => c.OrganisationId);
        modelBuilder.Entity<Dispatch>().Property(d => d.Id).UseIdentityAlwaysColumn();
        modelBuilder.Entity<Silence>().HasKey(s => new { s.AdvisoryId, s.MailboxId, s.Version });
        modelBuilder.Entity<EscalationStep>().HasKey(s => new { s.AdvisoryId, s.Version, s.MailboxId, s.Step });
        modelBuilder.Entity<EscalationRule>().HasKey(r => r.Ceptoar);
        modelBuilder.Entity<ChannelSwitch>().HasKey(s => s.Position);
        modelBuilder.HasSubscriptions();
        modelBuilder.Entity<Subscription>().Property(s => s.Filter).HasColumnType("jsonb").HasConversion(new AsJson<SubscriptionFilter>());
        modelBuilder.Entity<QuestionReply>().HasKey(r => r.Position);
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<InboxRow>().ToTable("inbox");
        modelBuilder.Entity<KeptContacts>().ToTable("contacts");
        modelBuilder.Entity<Silence>().ToTable("escalation");
    }

    sealed class AsJson<T>() : ValueConverter<T, string>(value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!);
}
