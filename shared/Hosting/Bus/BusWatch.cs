using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ceptoar.Hosting.Bus;

/// <summary>
/// Ends the process whose bus stays broken while the broker answers others: it confirms nothing, calls itself unhealthy, or consumes
/// a queue of the service no more. Whoever watches the process starts it anew; what it had taken, the broker gives again.
/// </summary>
public sealed partial class BusWatch(IBusControl bus, IConfiguration configuration, HubService service, TimeProvider clock, ILogger<BusWatch> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    volatile bool unconfirmed;

    /// <summary>Did the last batch of the outbox hold messages that the broker did not confirm?</summary>
    public bool Unconfirmed
    {
        get => unconfirmed;
        set => unconfirmed = value;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration.GetConnectionString("Broker") is not { } broker) return;

        var factory = new ConnectionFactory { Uri = new Uri(broker), RequestedConnectionTimeout = TimeSpan.FromSeconds(3), AutomaticRecoveryEnabled = false };
        var patience = new Patience(clock, TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var fault = await Consumers(factory, stoppingToken) is not { } consumers ? null : Fault(bus.CheckHealth().Status, Unconfirmed, consumers);
            if (!patience.RunsOut(fault is not null)) continue;

            LogBroken(log, fault!);
            Environment.FailFast($"The bus is broken while the broker answers: {fault}."); // an orderly stop would wait for the same bus
        }
    }

    /// <returns>What is wrong with a bus whose broker answers; null where nothing is.</returns>
    public static string? Fault(BusHealthStatus status, bool unconfirmed, IEnumerable<(string Queue, uint Consumers)> consumers)
    {
        if (status != BusHealthStatus.Healthy) return "it calls itself " + status;
        if (unconfirmed) return "messages stay unconfirmed";
        return consumers.FirstOrDefault(c => c.Consumers == 0).Queue is { } queue ? "nobody consumes " + queue : null;
    }

    /// <returns>How many consume each queue of the service; null where the broker does not answer.</returns>
    async Task<List<(string Queue, uint Consumers)>?> Consumers(ConnectionFactory factory, CancellationToken ct)
    {
        try
        {
            await using var connection = await factory.CreateConnectionAsync(ct);
            var consumers = new List<(string, uint)>();
            foreach (var queue in BusSetup.QueuesOf(service.Assembly, service.Name))
            {
                if (await Replay.State(connection, queue, ct) is { } state) consumers.Add((queue, state.ConsumerCount));
            }

            return consumers;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or TimeoutException or OperationCanceledException or IOException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The process ends, its bus is broken while the broker answers: {Fault}")]
    static partial void LogBroken(ILogger log, string fault);
}

/// <summary>Tells when something has failed without a break for longer than one bears it.</summary>
public sealed class Patience(TimeProvider clock, TimeSpan limit)
{
    long? since;

    public bool RunsOut(bool failing)
    {
        since = failing ? since ?? clock.GetTimestamp() : null;
        return since is { } start && clock.GetElapsedTime(start) >= limit;
    }
}
