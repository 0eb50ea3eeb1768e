using System.Collections.Concurrent;
using System.Net.WebSockets;
using Ceptoar.Story;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>A live line as a careful client keeps it: when it breaks it connects again, and catches up from the last number before a gap.</summary>
public sealed class KeptLine : IAsyncDisposable
{
    readonly HubClient client;
    readonly CancellationTokenSource closing = new();
    LiveLine? line;
    Task keeping = Task.CompletedTask;

    KeptLine(HubClient client) => this.client = client;

    /// <summary>Advisories by their numbers.</summary>
    public ConcurrentDictionary<long, Guid> Numbers { get; } = [];

    public IEnumerable<Guid> Advisories => Numbers.Values;

    /// <summary>The number that the mailbox had reached when the line was opened.</summary>
    public long First { get; private set; }

    /// <summary>How often it broke and was there again.</summary>
    public int CameBack { get; private set; }

    /// <summary>Whether one connection told a number twice.</summary>
    public bool HeardTwice { get; private set; }

    public static async Task<KeptLine> Open(HubClient client)
    {
        var kept = new KeptLine(client);
        var opened = await kept.Connect();
        (kept.line, kept.First) = (opened, await Last(opened));
        kept.keeping = kept.Keep();
        return kept;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await keeping;
        if (line is not null) await line.DisposeAsync();
        closing.Dispose();
    }

    async Task Keep()
    {
        while (true)
        {
            if (line is { } open)
            {
                await Task.WhenAny(open.Ended, Task.Delay(Timeout.Infinite, closing.Token));
                if (closing.IsCancellationRequested) return;

                line = null;
                await open.DisposeAsync();
            }

            try
            {
                line = await Connect();
                await CatchUp(line);
                CameBack++;
            }
            catch (Exception e) when (e is WebSocketException or IOException or HttpRequestException or TimeoutException)
            {
                if (closing.IsCancellationRequested) return;

                await Task.Delay(500); // the way is not there yet
            }
        }
    }

    async Task CatchUp(LiveLine open)
    {
        var after = First;
        while (Numbers.ContainsKey(after + 1)) after++;
        while (await open.CatchUp(after) is { Count: > 0 } more)
        {
            foreach (var (sequence, advisory) in more) Numbers.TryAdd(sequence, advisory);
            after = more[^1].Sequence;
        }
    }

    Task<LiveLine> Connect()
    {
        var told = new ConcurrentDictionary<long, bool>();
        return client.Listen(h =>
        {
            if (!told.TryAdd(h.Sequence, true)) HeardTwice = true;
            Numbers.TryAdd(h.Sequence, h.AdvisoryId);
        });
    }

    static async Task<long> Last(LiveLine opened)
    {
        var last = 0L;
        while (await opened.CatchUp(last) is { Count: > 0 } more) last = more[^1].Sequence;
        return last;
    }
}
