using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Bus;
using Ceptoar.Hosting.Database;
using Ceptoar.Intake;
using Ceptoar.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ceptoar.Hosting.Tests.Bus;

/// <summary>Nothing accepted is lost: a message stays until the broker has it.</summary>
public class OutboxTests(OutboxTests.ClosableBus probe) : IClassFixture<OutboxTests.ClosableBus>
{
    /// <summary>The service on a bus that can refuse to publish.</summary>
    public class ClosableBus : ProbeFixture
    {
        readonly Gate gate = new();

        public bool Closed
        {
            set => gate.Closed = value;
        }

        protected override void Replace(IServiceCollection services) => services.AddPublishObserver(_ => gate);
    }

    [Fact]
    public async Task A_report_is_accepted_while_the_bus_is_away_and_said_once_it_is_back()
    {
        probe.Closed = true;
        var id = await probe.Submitted();
        await ProbeFixture.Until(() => probe.Sql<bool>("select exists (select from outbox where attempts > 0)"), "Nobody tried.");
        Assert.Equal(1, await probe.Sql<long>("select count(*) from outbox"));
        var checks = (await (await probe.Http().GetAsync("/health/ready")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks");
        Assert.Equal(1, checks.GetProperty("outbox").GetProperty("data").GetProperty("waiting").GetInt64());

        Assert.True(probe.Services.GetRequiredService<BusWatch>().Unconfirmed);

        probe.Closed = false;

        await probe.Published<ReportSubmitted>(m => m.ReportId == id);
        Assert.Single(await probe.AllPublished<ReportSubmitted>(m => m.ReportId == id));
        Assert.Equal(0, await probe.Sql<long>("select count(*) from outbox"));
        Assert.False(probe.Services.GetRequiredService<BusWatch>().Unconfirmed);
    }

    [Fact]
    public async Task No_connection_that_the_outbox_gives_back_commits_without_waiting()
    {
        for (var i = 0; i < 5; i++) await probe.Submitted();
        await probe.AllPublished<ReportSubmitted>();

        await probe.With<NpgsqlDataSource, int>(async database =>
        {
            var open = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => database.OpenConnectionAsync().AsTask()));
            foreach (var connection in open)
            {
                await using var command = new NpgsqlCommand("show synchronous_commit", connection);
                Assert.Equal("on", await command.ExecuteScalarAsync());
                await connection.DisposeAsync();
            }

            return open.Length;
        });
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_kept_and_is_no_fault_of_the_bus()
    {
        await probe.Run("insert into outbox (message_id, type, body, said_at) values ('00000000-0000-4000-8000-00000000dead', 'Ceptoar.Contracts.Nothing', '{}', now())");

        await ProbeFixture.Until(() => probe.Sql<bool>("select exists (select from outbox where message_id = '00000000-0000-4000-8000-00000000dead' and attempts > 0)"), "Nobody tried.");

        Assert.False(probe.Services.GetRequiredService<BusWatch>().Unconfirmed);
        await probe.Run("delete from outbox where message_id = '00000000-0000-4000-8000-00000000dead'");
    }

    [Fact]
    public async Task What_was_rolled_back_is_never_said()
    {
        var message = new ReportWithdrawn { ReportId = Guid.NewGuid() };
        await probe.Db<IntakeDb, bool>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Publish(message);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return true;
        });

        await probe.Submitted();

        Assert.Empty(await probe.AllPublished<ReportWithdrawn>(m => m.ReportId == message.ReportId));
    }

    [Fact]
    public async Task A_message_whose_publisher_died_is_said_when_its_lease_ends()
    {
        var message = new ReportWithdrawn { ReportId = Guid.NewGuid() };
        await probe.Run($$"""
            insert into outbox (message_id, type, body, said_at, leased_until)
            values (gen_random_uuid(), '{{typeof(ReportWithdrawn).FullName}}', '{{JsonSerializer.Serialize(message)}}', now(), now() - interval '1 second')
            """);

        await probe.Published<ReportWithdrawn>(m => m.ReportId == message.ReportId);
    }

    [Fact]
    public async Task A_commit_wakes_and_a_rollback_does_not()
    {
        using var signal = new CommitSignal();
        var options = new DbContextOptionsBuilder<IntakeDb>().UseNpgsql(probe.Services.GetRequiredService<NpgsqlDataSource>()).AddInterceptors(signal).Options;
        var waiting = signal.Wait(ServiceFixture<Program>.Patience * 4, CancellationToken.None);
        await using var db = new IntakeDb(options);

        await using (var transaction = await db.Database.BeginTransactionAsync()) await transaction.RollbackAsync();
        Assert.False(waiting.IsCompleted);

        await using (var transaction = await db.Database.BeginTransactionAsync()) await transaction.CommitAsync();
        await waiting.WaitAsync(ServiceFixture<Program>.Patience);
    }

    sealed class Gate : IPublishObserver
    {
        public volatile bool Closed;

        public Task PrePublish<T>(PublishContext<T> context) where T : class =>
            Closed ? throw new InvalidOperationException("the bus is away") : Task.CompletedTask;

        public Task PostPublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

        public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }
}
