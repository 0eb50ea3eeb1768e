using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Bus;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ceptoar.Hosting;

/// <summary>
/// How a service stands, for the administrator: database, outbox, queues with what failed in them — counts alone, never content — and the replay
/// of one error queue. Each service answers for itself; the front door has them at <c>/api/system/{service}</c>.
/// </summary>
public static class SystemState
{
    const string Path = "/api/system";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary><c>Ready</c>: database and broker answer. <c>Outbox</c> is null while the database is away, <c>Queues</c> while the broker is. <c>Failed</c>: messages in all error queues.</summary>
    public record View(string Service, bool Ready, OutboxState? Outbox, IReadOnlyList<QueueState>? Queues, long Failed);

    /// <summary>What waits to be published, and for how long the oldest of it.</summary>
    public record OutboxState(long Waiting, double OldestSeconds);

    /// <summary><c>Failed</c>: what lies in its error queue.</summary>
    public record QueueState(string Name, long Waiting, long Consumers, long Failed);

    public record Replayed(string Name, int Messages);

    public static void MapSystemState(this IEndpointRouteBuilder app)
    {
        var system = app.MapGroup(Path).WithTags("System");
        system.MapGet("/", async (HubService service, NpgsqlDataSource database, IConfiguration configuration, CancellationToken ct) =>
        {
            var (outbox, queues) = (await OutboxOf(database, ct), await QueuesOf(service, configuration, ct));
            return TypedResults.Ok(new View(service.Name, outbox is not null && queues is not null, outbox, queues, queues?.Sum(q => q.Failed) ?? 0));
        });
        system.MapPost("/error-queues/{name}/replay", async Task<IResult> (string name, HubService service, IConfiguration configuration, HubDb db, CancellationToken ct) =>
        {
            if (!BusSetup.QueuesOf(service.Assembly, service.Name).Contains(name, StringComparer.Ordinal)) return TypedResults.NotFound();
            if (await Connected(configuration, ct) is not { } connection) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);

            await using (connection)
            {
                var messages = await Replay.One(connection, name, ct);
                if (messages > 0) await db.AuditNow(AuditActions.QueueReplayed, $"queue/{name}", $"messages={messages}");
                return TypedResults.Ok(new Replayed(name, messages));
            }
        }).Produces<Replayed>().WithMetadata(new WithoutTransaction()); // what went back to its queue cannot be rolled back
    }

    static async Task<OutboxState?> OutboxOf(NpgsqlDataSource database, CancellationToken ct)
    {
        try
        {
            await using var command = database.CreateCommand("select count(*), coalesce(extract(epoch from now() - min(said_at)), 0)::float8 from outbox");
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            return new(reader.GetInt64(0), Math.Round(reader.GetDouble(1), 1));
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return null;
        }
    }

    static async Task<IReadOnlyList<QueueState>?> QueuesOf(HubService service, IConfiguration configuration, CancellationToken ct)
    {
        if (await Connected(configuration, ct) is not { } connection) return null;

        await using (connection)
        {
            var queues = new List<QueueState>();
            foreach (var name in BusSetup.QueuesOf(service.Assembly, service.Name).Order(StringComparer.Ordinal))
            {
                var (queue, errors) = (await Replay.State(connection, name, ct), await Replay.State(connection, name + "_error", ct));
                queues.Add(new(name, queue?.MessageCount ?? 0, queue?.ConsumerCount ?? 0, errors?.MessageCount ?? 0));
            }

            return queues;
        }
    }

    /// <summary>Null where the broker is away.</summary>
    static async Task<IConnection?> Connected(IConfiguration configuration, CancellationToken ct)
    {
        if (configuration.GetConnectionString("Broker") is not { } broker) return null;

        try
        {
            return await new ConnectionFactory { Uri = new Uri(broker), RequestedConnectionTimeout = Patience }.CreateConnectionAsync(ct);
        }
        catch (BrokerUnreachableException)
        {
            return null;
        }
    }
}
