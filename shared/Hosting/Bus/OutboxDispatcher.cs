using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Database;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ceptoar.Hosting.Bus;

/// <summary>
/// Publishes what the service committed to its outbox, and forgets a row only after the broker has confirmed it. Rows are leased,
/// so that no transaction stays open across a publish and several instances share the work; a row whose publisher died is
/// published again when its lease ends, which consumers bear.
/// </summary>
public sealed partial class OutboxDispatcher(NpgsqlDataSource database, IBusControl bus, CommitSignal commits, BusWatch watch, ILogger<OutboxDispatcher> log) : BackgroundService
{
    public static readonly ActivitySource Activities = new("Ceptoar.Outbox");

    static readonly ConcurrentDictionary<string, Type> MessageTypes = new();
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(6);
    const int Batch = 200;

    /// <summary>Holds for the transaction of its batch alone: the connection goes back to those whose commits must last.</summary>
    const string NotSynchronous = "select set_config('synchronous_commit', 'off', true)";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (bus.CheckHealth().Status == BusHealthStatus.Healthy && await DispatchBatch(stoppingToken) == Batch)
                {
                }

                await commits.Wait(Sweep, stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogDatabaseAway(log, e.GetType().Name);
                await Task.Delay(Sweep, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    async Task<int> DispatchBatch(CancellationToken ct)
    {
        var rows = await Lease(ct);
        if (rows.Count == 0)
        {
            // another instance may have said what this one could not
            if (watch.Unconfirmed) watch.Unconfirmed = await AnyWaits(ct);
            return 0;
        }

        var published = await Task.WhenAll(rows.Select(row => TryPublish(row, ct)));
        await Settle("delete from outbox where id = any($1)", rows.Where((_, i) => published[i] == Outcome.Published));
        await Settle("update outbox set attempts = attempts + 1, leased_until = now() + interval '1 second' where id = any($1)", rows.Where((_, i) => published[i] != Outcome.Published));
        watch.Unconfirmed = published.Contains(Outcome.Unconfirmed);
        return rows.Count;
    }

    async Task<List<Row>> Lease(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // a lease lost in a crash of the database costs a repeated publish, not a message
                new(NotSynchronous),
                new($"""
                    update outbox set leased_until = now() + interval '30 seconds'
                    where id in (select id from outbox where leased_until is null or leased_until < now() order by id limit {Batch} for update skip locked)
                    returning id, message_id, type, body, traceparent
                    """),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), await reader.IsDBNullAsync(4, ct) ? null : reader.GetString(4)));
        }

        return rows;
    }

    async Task<bool> AnyWaits(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select exists (select from outbox)");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    async Task<Outcome> TryPublish(Row row, CancellationToken ct)
    {
        using var activity = Activities.StartActivity("outbox publish", ActivityKind.Internal, row.Traceparent);
        try
        {
            var type = MessageTypes.GetOrAdd(row.Type, name => typeof(SealedText).Assembly.GetType(name, throwOnError: true)!);
            var message = JsonSerializer.Deserialize(row.Body, type)!;
            // never cancelled, only given up on: a cancelled publish leaves RabbitMQ.Client 7.1's channel counting its confirms wrongly for good
            // (rabbitmq-dotnet-client 1900), and one that the broker's going interrupts may never end (1930)
            await bus.Publish(message, type, Pipe.Execute<PublishContext>(context =>
            {
                context.MessageId = row.MessageId;
                if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit)) rabbit.Mandatory = type.GetCustomAttribute<HintAttribute>() is null;
            }), CancellationToken.None).WaitAsync(ConfirmPatience, ct);
            return Outcome.Published;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogKept(log, row.MessageId, row.Type, e.GetType().Name);
            return e is MessageReturnedException or JsonException or TypeLoadException ? Outcome.Kept : Outcome.Unconfirmed;
        }
    }

    async Task Settle(string sql, IEnumerable<Row> rows)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        if (ids.Length == 0) return;

        await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(NotSynchronous), new(sql) { Parameters = { new() { Value = ids } } } },
        };
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox keeps message {MessageId} ({MessageType}): {Error}")]
    static partial void LogKept(ILogger log, Guid messageId, string messageType, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox waits for the database: {Error}")]
    static partial void LogDatabaseAway(ILogger log, string error);

    enum Outcome
    {
        Published,

        /// <summary>The message itself is at fault, or no queue takes it yet.</summary>
        Kept,
        Unconfirmed,
    }

    sealed record Row(long Id, Guid MessageId, string Type, string Body, string? Traceparent);
}
