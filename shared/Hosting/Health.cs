using Ceptoar.Hosting.Bus;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using RabbitMQ.Client;

namespace Ceptoar.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: database and broker answer; it also tells how much waits in the
/// outbox and how many messages failed (degraded, not unready: the service still serves).
/// </summary>
public static class Health
{
    public static void AddHubHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<Database>("database")
        .AddCheck<Outbox>("outbox")
        .AddCheck<ErrorQueues>("errorQueues");

    public static void MapHubHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = Write });
    }

    static Task Write(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), description = e.Value.Exception?.GetType().Name ?? e.Value.Description, data = e.Value.Data.Where(d => d.Key != "Endpoints").ToDictionary() }),
    });

    sealed class Database(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    sealed class Outbox(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var command = database.CreateCommand("select count(*), coalesce(extract(epoch from now() - min(said_at)), 0)::float8 from outbox");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            var (waiting, oldest) = (reader.GetInt64(0), reader.GetDouble(1));
            var data = new Dictionary<string, object> { ["waiting"] = waiting, ["oldestSeconds"] = Math.Round(oldest, 1) };
            return oldest > 30 ? HealthCheckResult.Degraded("messages wait to be published", data: data) : HealthCheckResult.Healthy(data: data);
        }
    }

    sealed class ErrorQueues(IConfiguration configuration, HubService service) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var factory = new ConnectionFactory { Uri = new Uri(configuration.GetConnectionString("Broker")!), RequestedConnectionTimeout = TimeSpan.FromSeconds(3) };
            await using var connection = await factory.CreateConnectionAsync(cancellationToken);
            var failed = new Dictionary<string, object>();
            foreach (var queue in BusSetup.QueuesOf(service.Assembly, service.Name))
            {
                if (await Replay.State(connection, queue + "_error", cancellationToken) is { MessageCount: > 0 and var depth }) failed[queue + "_error"] = depth;
            }

            return failed.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("messages failed; put them back with the replay command", data: failed);
        }
    }
}
