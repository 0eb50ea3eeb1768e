using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Registry.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Registry.Tests.Audit;

/// <summary>Whoever has the database and takes the triggers off is found by the chain.</summary>
public class TamperingTests(TamperingTests.Unsealed registry) : IClassFixture<TamperingTests.Unsealed>
{
    /// <summary>Registry without a sealer of its own, so that the test says what stands in which block.</summary>
    public class Unsealed : RegistryFixture
    {
        protected override void Replace(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType == typeof(AuditSealer)));
    }

    [Theory]
    [InlineData("update audit_entry set actor = 'c-innocent' where actor = 'guilty'", AuditChain.EntriesChanged)]
    [InlineData("update audit_entry set at = at + interval '1 microsecond' where actor = 'guilty'", AuditChain.EntriesChanged)]
    [InlineData("update audit_entry set organisation = gen_random_uuid() where actor = 'guilty'", AuditChain.EntriesChanged)]
    [InlineData("delete from audit_entry where actor = 'guilty'", AuditChain.EntriesMissing)]
    [InlineData("insert into audit_entry overriding system value select number - 1, gen_random_uuid(), service, at, actor, organisation, action, item, detail from audit_entry where actor = 'guilty'", AuditChain.EntryUnsealed)]
    [InlineData("update audit_block set sealed_at = sealed_at - interval '900 days' where number = (select max(number) from audit_block)", AuditChain.BlockChanged)]
    [InlineData("delete from audit_block where number = (select max(number) - 1 from audit_block)", AuditChain.BlockMissing)]
    [InlineData("update audit_block set number = case number when 1 then -2 else -1 end where number <= 2; update audit_block set number = -number where number < 0", AuditChain.LinkBroken)]
    public Task Is_found(string sql, string fault) => Tampered(sql, async () =>
    {
        var result = await Verified();
        Assert.Equal((false, fault), (result.Intact, result.FirstFault?.What));
    });

    [Fact]
    public Task The_command_says_where_and_fails() => Tampered("delete from audit_entry where actor = 'guilty'", async () =>
    {
        await using var said = new StringWriter();

        Assert.False(await VerifyAudit.Print(registry.Services, said));

        var block = await registry.Db<RegistryDb, long>(db => db.AuditBlocks.MaxAsync(b => b.Number)) - 1;
        Assert.Contains($"FAULT: block {block}: entriesMissing", said.ToString(), StringComparison.Ordinal);
    });

    /// <summary>Seals three entries in a block each, with a number left free before them, tampers, looks and puts back what was there.</summary>
    async Task Tampered(string sql, Func<Task> look)
    {
        await Unsealed.Until(() => registry.Db<RegistryDb, bool>(db => db.Set<AuditRow>().AllAsync(r => db.AuditEntries.Any(e => e.EntryId == r.EntryId))), "The trail does not come to rest.");
        var guilty = $"guilty-{Guid.NewGuid():N}";
        var sealer = ActivatorUtilities.CreateInstance<AuditSealer>(registry.Services);
        await using var scope = registry.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        await db.Database.OpenConnectionAsync(); // temporary tables live as long as it
        await sealer.SealOnce(CancellationToken.None);
        for (var i = 1; i <= 3; i++)
        {
            await db.Database.ExecuteSqlAsync($"select nextval(pg_get_serial_sequence('audit_entry', 'number'))");
            await registry.Hears(new AuditRecorded { EntryId = Guid.NewGuid(), Service = "registry", At = DateTimeOffset.UtcNow, Actor = i == 2 ? guilty : "innocent", Action = "client.added" });
            await sealer.SealOnce(CancellationToken.None);
        }

        Assert.True((await Verified()).Intact);
        await db.Database.ExecuteSqlAsync(
            $"""
            create temporary table entries_before as table audit_entry; create temporary table blocks_before as table audit_block;
            alter table audit_entry disable trigger user; alter table audit_block disable trigger user
            """);
        try
        {
            await db.Database.ExecuteSqlRawAsync(sql.Replace("'guilty'", $"'{guilty}'", StringComparison.Ordinal));
            await look();
        }
        finally
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                delete from audit_block; insert into audit_block table blocks_before;
                delete from audit_entry where number <= (select max(last_entry) from audit_block);
                insert into audit_entry overriding system value table entries_before;
                drop table blocks_before; drop table entries_before;
                alter table audit_entry enable trigger user; alter table audit_block enable trigger user
                """);
        }
    }

    Task<AuditVerification.Result> Verified() => registry.With<AuditVerification, AuditVerification.Result>(v => v.Run(CancellationToken.None));
}
