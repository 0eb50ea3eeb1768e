using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Registry.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Registry.Tests.Audit;

/// <summary>What is past retention may go, by whole blocks; the chain goes on from its beginning.</summary>
public class RetentionTests(RetentionTests.LongAgo registry) : IClassFixture<RetentionTests.LongAgo>
{
    /// <summary>Registry as it was 500 days ago.</summary>
    public class LongAgo : TamperingTests.Unsealed
    {
        public LongAgo() => Clock.Advance(TimeSpan.FromDays(-500));
    }

    [Fact]
    public async Task Entries_past_retention_go_with_their_block_kept_and_the_chain_still_verifies()
    {
        await RegistryFixture.Until(() => registry.Db<RegistryDb, bool>(db => db.Set<AuditRow>().AllAsync(r => db.AuditEntries.Any(e => e.EntryId == r.EntryId))), "The trail does not come to rest.");
        var sealer = ActivatorUtilities.CreateInstance<AuditSealer>(registry.Services);
        await registry.Hears(Recorded("old"));
        var old = await sealer.SealOnce(CancellationToken.None);
        registry.Clock.Advance(TimeSpan.FromDays(390));
        await registry.Hears(Recorded("within retention"));
        await sealer.SealOnce(CancellationToken.None);
        await sealer.Forget(CancellationToken.None);
        Assert.Contains("old", await Actors());

        registry.Clock.Advance(TimeSpan.FromDays(110));
        await sealer.Forget(CancellationToken.None);
        await registry.Hears(Recorded("new"));
        await sealer.SealOnce(CancellationToken.None);

        var result = await registry.With<AuditVerification, AuditVerification.Result>(v => v.Run(CancellationToken.None));
        Assert.True(old >= 1);
        Assert.Equal(["within retention", "new"], await Actors());
        Assert.Equal((true, 3, 2, 1), (result.Intact, result.Blocks, result.Entries, result.PastRetention));
        await Assert.ThrowsAsync<PostgresException>(() => registry.Db<RegistryDb, int>(db => db.AuditEntries.ExecuteDeleteAsync()));
        Assert.Equal(["within retention", "new"], await Actors());
    }

    [Fact]
    public void Less_than_a_year_is_no_retention()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Audit:RetentionDays"] = "364" });
        builder.AddAudit();
        using var host = builder.Build();

        var refused = Assert.Throws<OptionsValidationException>(host.Start);
        Assert.Contains("Audit:RetentionDays must be at least 365.", refused.Message, StringComparison.Ordinal);
    }

    static AuditRecorded Recorded(string actor) => new() { EntryId = Guid.NewGuid(), Service = "distribution", At = DateTimeOffset.UtcNow, Actor = actor, Action = "advisory.recalled" };

    Task<List<string>> Actors() => registry.Db<RegistryDb, List<string>>(db => db.AuditEntries.Where(e => e.Service == "distribution").OrderBy(e => e.Number).Select(e => e.Actor).ToListAsync());
}
