using System.Reflection;
using RabbitMQ.Client;

namespace Ceptoar.Hosting.Bus;

/// <summary>Puts the messages of a service's error queues back where they failed; each leaves the error queue only after the broker confirmed it.</summary>
public static class Replay
{
    /// <returns>How many messages went back, by queue.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> Run(string broker, Assembly service, string name, CancellationToken ct)
    {
        var factory = new ConnectionFactory { Uri = new Uri(broker) };
        await using var connection = await factory.CreateConnectionAsync(ct);
        var replayed = new Dictionary<string, int>();
        foreach (var queue in BusSetup.QueuesOf(service, name))
        {
            if (await One(connection, queue, ct) is > 0 and var messages) replayed[queue] = messages;
        }

        return replayed;
    }

    /// <summary>Puts back what lies in the error queue of one queue now: what fails again at once is not taken round and round.</summary>
    /// <returns>How many messages went back.</returns>
    public static async Task<int> One(IConnection connection, string queue, CancellationToken ct)
    {
        if (await State(connection, queue + "_error", ct) is not { MessageCount: > 0 and var waiting }) return 0;

        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct);
        var replayed = 0;
        while (replayed < waiting && await channel.BasicGetAsync(queue + "_error", autoAck: false, ct) is { } failed)
        {
            var properties = new BasicProperties(failed.BasicProperties);
            foreach (var header in properties.Headers?.Keys.Where(h => h.StartsWith("MT-Fault", StringComparison.Ordinal)).ToArray() ?? []) properties.Headers!.Remove(header);
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, failed.Body, ct);
            await channel.BasicAckAsync(failed.DeliveryTag, multiple: false, ct);
            replayed++;
        }

        return replayed;
    }

    /// <returns>What waits in a queue and how many consume it; null where there is no such queue.</returns>
    public static async Task<QueueDeclareOk?> State(IConnection connection, string queue, CancellationToken ct)
    {
        try
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
            return await channel.QueueDeclarePassiveAsync(queue, ct);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }
}
