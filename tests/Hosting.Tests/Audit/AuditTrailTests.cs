using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Database;
using Npgsql;

namespace Ceptoar.Hosting.Tests.Audit;

/// <summary>A service's own trail: what is done stands in it, and stays.</summary>
public class AuditTrailTests(ProbeFixture probe) : IClassFixture<ProbeFixture>
{
    static readonly AuditActor Somebody = new("c-somebody", Guid.NewGuid());

    [Fact]
    public async Task What_is_recorded_is_kept_and_told_with_the_work()
    {
        var item = $"probe/{Guid.NewGuid()}";

        await InTransaction(db =>
        {
            db.Audit(AuditActions.ClientAdded, item, "role=operator", Somebody);
            return db.SaveChangesAsync();
        }, commit: true);

        var told = await probe.Published<AuditRecorded>(m => m.Item == item);
        Assert.Equal(("intake", "c-somebody", Somebody.Organisation, "client.added", "role=operator"), (told.Service, told.Actor, told.Organisation, told.Action, told.Detail));
        Assert.Equal(told.EntryId, await probe.Sql<Guid>($"select entry_id from audit where item = '{item}' and actor = 'c-somebody' and action = 'client.added'"));
    }

    [Fact]
    public async Task Work_that_is_rolled_back_leaves_no_record_but_what_was_recorded_by_itself()
    {
        var (with, alone) = ($"probe/{Guid.NewGuid()}", $"probe/{Guid.NewGuid()}");

        await InTransaction(async db =>
        {
            db.Audit(AuditActions.ClientAdded, with);
            await db.SaveChangesAsync();
            await db.AuditNow(AuditActions.SignInFailed, alone);
        }, commit: false);

        var told = await probe.Published<AuditRecorded>(m => m.Item == alone);
        Assert.Equal(("", null), (told.Actor, told.Organisation));
        Assert.Empty(await probe.AllPublished<AuditRecorded>(m => m.Item == with));
        Assert.Equal((0, 1), (await probe.Sql<long>($"select count(*) from audit where item = '{with}'"), await probe.Sql<long>($"select count(*) from audit where item = '{alone}'")));
    }

    [Fact]
    public async Task What_the_same_person_does_with_two_own_reports_does_not_show_as_one_persons_doing()
    {
        await probe.Submitted();
        await probe.Submitted();

        Assert.Equal(0, await probe.Sql<long>("select count(*) - count(distinct actor) from audit where action = 'report.submitted'"));
    }

    [Fact]
    public async Task What_is_done_with_one_report_shows_as_one_persons_doing_while_its_key_stands_and_then_leads_to_nobody()
    {
        var id = await probe.Submitted();

        await InTransaction(db => Confirmed(db, id), commit: true);
        await InTransaction(db => Confirmed(db, id), commit: true);
        await probe.Run($"delete from case_key where case_id = '{id}'");
        await InTransaction(db => Confirmed(db, id), commit: true);

        var acts = await probe.Sql<long[]>($"select array_agg(n order by n desc) from (select count(*) as n from audit where item = 'report/{id}' and action = 'report.confirmed' group by actor) a");
        Assert.Equal([2, 1], acts);
    }

    [Theory]
    [InlineData("update audit set actor = 'c-innocent'")]
    [InlineData("update audit set at = now() - interval '900 days'")]
    [InlineData("delete from audit")]
    [InlineData("truncate audit")]
    public async Task What_is_recorded_cannot_be_changed_or_taken_out(string sql)
    {
        await probe.Db<HubDb, bool>(async db =>
        {
            await db.AuditNow(AuditActions.SignInFailed);
            return true;
        });

        Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => probe.Run(sql))).MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_a_year_old_may_go()
    {
        await probe.Run("insert into audit (entry_id, at, actor, action) values (gen_random_uuid(), now() - interval '366 days', 'old', 'signIn.failed'), (gen_random_uuid(), now() - interval '364 days', 'young', 'signIn.failed')");

        await probe.Run("delete from audit where actor = 'old'");

        await Assert.ThrowsAsync<PostgresException>(() => probe.Run("delete from audit where actor = 'young'"));
        Assert.Equal("young", await probe.Sql<string>("select string_agg(actor, ' ') from audit where actor in ('old', 'young')"));
    }

    [Fact]
    public void Every_action_has_a_code_of_its_own_and_names() => Assert.All(AuditActions.All, a =>
    {
        Assert.Matches("^[a-zA-Z]+\\.[a-zA-Z]+$", a.Key);
        Assert.True(a.Value is { Ja.Length: > 0, En.Length: > 0 });
    });

    static Task<int> Confirmed(HubDb db, Guid report)
    {
        db.AuditOwnReport(AuditActions.ReportConfirmed, report);
        return db.SaveChangesAsync();
    }

    Task<bool> InTransaction(Func<HubDb, Task> work, bool commit) => probe.Db<HubDb, bool>(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await work(db);
        if (commit) await transaction.CommitAsync();
        else await transaction.RollbackAsync();
        return true;
    });
}
