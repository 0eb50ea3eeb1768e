using System.Collections.Concurrent;
using System.Diagnostics;
using Ceptoar.Story;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ceptoar.Bench;

/// <summary>What SignalR itself needs to send one message to as many clients: milliseconds to 99 % of them, the median of five.</summary>
public static class BareBroadcast
{
    const int Rounds = 5;

    public static async Task<double> Measure(int clients)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.MapHub<BareHub>("/hubs/advisories");
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        var (heard, lines) = (new ConcurrentBag<long>(), new ConcurrentBag<LiveLine>());
        await Parallel.ForEachAsync(Enumerable.Range(0, clients), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, ct) =>
            lines.Add(await LiveLine.Connect(address, "none", h => heard.Add(h.At), ct)));
        var hub = app.Services.GetRequiredService<IHubContext<BareHub>>();
        var rounds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            heard.Clear();
            var began = Stopwatch.GetTimestamp();
            await hub.Clients.All.SendAsync("advisoryAvailable", new { advisoryId = Guid.NewGuid(), mailbox = Guid.NewGuid(), sequence = 1, version = 1, tlp = "AMBER" });
            while (heard.Count < clients) await Task.Delay(1);
            if (round > 0) rounds.Add(Stopwatch.GetElapsedTime(began, heard.Order().ElementAt((int)(clients * 0.99))).TotalMilliseconds); // the first one warms up
        }

        foreach (var line in lines) await line.DisposeAsync();
        return rounds.Order().ElementAt(Rounds / 2);
    }
}

/// <summary>A hub with nothing behind it.</summary>
public class BareHub : Hub
{
    public IReadOnlyList<object> CatchUp(long after) => [];
}
