using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ceptoar.Hosting.Database;

/// <summary>The database of a service: its own tables, and the outbox through which everything it says leaves with its transaction.</summary>
public abstract partial class HubDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>Says a message once the transaction commits, at least once, to everyone who hears it.</summary>
    public void Publish<T>(T message) where T : class => Outbox.Add(new OutboxRow
    {
        MessageId = Guid.CreateVersion7(),
        Type = typeof(T).FullName!,
        Body = JsonSerializer.Serialize(message),
        Traceparent = Activity.Current?.Id,
        SaidAt = DateTimeOffset.UtcNow,
    });

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Tlp>().HaveConversion<TlpText>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditRow>().HasKey(r => r.EntryId);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase(entity.ClrType.Name));
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.Name));
        }

        modelBuilder.Entity<OutboxRow>().ToTable("outbox").Property(r => r.Id).UseIdentityAlwaysColumn();
        modelBuilder.Entity<AuditRow>().ToTable("audit");
    }

    static string SnakeCase(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();

    /// <summary>A label in the database is its TLP 2.0 spelling; anything else reads as RED.</summary>
    sealed class TlpText() : ValueConverter<Tlp, string>(tlp => tlp.Label(), text => TlpLabels.ParseOrRed(text));
}

/// <summary>A message that waits to be published.</summary>
public class OutboxRow
{
    public long Id { get; set; }
    public required Guid MessageId { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }
    public string? Traceparent { get; init; }
    public required DateTimeOffset SaidAt { get; init; }
}
