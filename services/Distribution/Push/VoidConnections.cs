using System.Collections.Concurrent;
using Ceptoar.Hosting.SignIn;
using Microsoft.AspNetCore.SignalR;

namespace Ceptoar.Distribution.Push;

/// <summary>Ends the live lines of this instance whose ticket became void: a line checks its ticket when it is opened, and would outlive it.</summary>
public sealed class VoidConnections(VoidTickets voided) : BackgroundService
{
    readonly ConcurrentDictionary<string, HubCallerContext> connections = new();

    public void Add(HubCallerContext connection) => connections[connection.ConnectionId] = connection;

    public void Remove(HubCallerContext connection) => connections.TryRemove(connection.ConnectionId, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var connection in connections.Values.Where(c => voided.Holds(new Caller(c.User!)))) connection.Abort();
        }
    }
}
