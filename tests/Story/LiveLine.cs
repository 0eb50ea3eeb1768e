using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Ceptoar.Story;

/// <summary>A hint as it arrived: its method (advisoryAvailable or advisoryRecalled), its fields, and when (<see cref="Stopwatch"/> ticks).</summary>
public record Heard(string Method, Guid AdvisoryId, Guid Mailbox, long Sequence, int Version, string Tlp, bool Drill, bool Reminder, long At);

/// <summary>A small client of the hub's live line: SignalR's JSON protocol over a WebSocket (its .NET client does not restore).</summary>
public sealed class LiveLine : IAsyncDisposable
{
    const byte RecordEnd = 0x1e;
    readonly WebSocket socket;
    readonly CancellationTokenSource closing = new();
    readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> calls = new();
    readonly SemaphoreSlim sending = new(1, 1);
    readonly Action<Heard> hear;
    readonly Action<string, JsonElement>? hearOther;
    Task reading = Task.CompletedTask;
    Task pinging = Task.CompletedTask;
    int calling;

    LiveLine(WebSocket socket, Action<Heard> hear, Action<string, JsonElement>? hearOther) => (this.socket, this.hear, this.hearOther) = (socket, hear, hearOther);

    /// <summary>Completes when the line breaks or is closed.</summary>
    public Task Ended => reading;

    public static async Task<LiveLine> Connect(Uri hub, string token, Action<Heard> hear, CancellationToken ct = default)
    {
        var client = new ClientWebSocket();
        var address = new UriBuilder(new Uri(hub, "/hubs/advisories")) { Scheme = hub.Scheme == "https" ? "wss" : "ws", Query = "access_token=" + token }.Uri;
        await client.ConnectAsync(address, ct);
        return await Over(client, hear, hearOther: null, ct);
    }

    /// <param name="socket">Connected to the hub.</param>
    /// <param name="hear">Called with each hint.</param>
    /// <param name="hearOther">Called with the method and argument of whatever else the hub says.</param>
    /// <param name="ct">Ends the greeting.</param>
    public static async Task<LiveLine> Over(WebSocket socket, Action<Heard> hear, Action<string, JsonElement>? hearOther, CancellationToken ct = default)
    {
        var line = new LiveLine(socket, hear, hearOther);
        await line.Send("""{"protocol":"json","version":1}""", ct);
        line.reading = Task.Run(() => line.Read(line.closing.Token), CancellationToken.None);
        line.pinging = line.Ping(line.closing.Token);
        await line.Call("CatchUp", [long.MaxValue], ct); // answered once the hub has taken the connection in
        return line;
    }

    /// <summary>Tells the hub a receipt: delivered, opened, confirmed or cannotAct.</summary>
    public async Task<bool> Acknowledge(Guid advisoryId, string state, CancellationToken ct = default) =>
        (await Call("Acknowledge", [advisoryId, state], ct)).GetBoolean();

    /// <summary>The numbers that came after one.</summary>
    public async Task<IReadOnlyList<(long Sequence, Guid AdvisoryId)>> CatchUp(long after, CancellationToken ct = default) =>
        [.. (await Call("CatchUp", [after], ct)).EnumerateArray().Select(h => (h.GetProperty("sequence").GetInt64(), h.GetProperty("advisoryId").GetGuid()))];

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        try
        {
            await Task.WhenAll(reading, pinging);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // that is how it ends
        }

        socket.Dispose();
        closing.Dispose();
        sending.Dispose();
    }

    /// <summary>Calls a method of the hub.</summary>
    public async Task<JsonElement> Call(string method, object[] arguments, CancellationToken ct)
    {
        var id = Interlocked.Increment(ref calling).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }), ct);
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(30), ct);
    }

    async Task Send(string json, CancellationToken ct)
    {
        await sending.WaitAsync(ct);
        try
        {
            await socket.SendAsync((byte[])[.. Encoding.UTF8.GetBytes(json), RecordEnd], WebSocketMessageType.Text, endOfMessage: true, ct);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Who is never heard is cut off after half a minute, also one that listens all the time.</summary>
    async Task Ping(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        while (!reading.IsCompleted && await timer.WaitForNextTickAsync(ct)) await Send("""{"type":6}""", ct);
    }

    async Task Read(CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        var held = new List<byte>();
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(), ct);
                if (got.MessageType == WebSocketMessageType.Close) break;

                held.AddRange(buffer.AsSpan(0, got.Count));
                int end;
                while ((end = held.IndexOf(RecordEnd)) >= 0)
                {
                    await Take(held.GetRange(0, end).ToArray(), ct);
                    held.RemoveRange(0, end + 1);
                }
            }
        }
        finally
        {
            foreach (var call in calls.Values) call.TrySetException(new IOException("The live line ended."));
        }
    }

    async Task Take(byte[] record, CancellationToken ct)
    {
        var at = Stopwatch.GetTimestamp();
        using var json = JsonDocument.Parse(record);
        var root = json.RootElement;
        if (!root.TryGetProperty("type", out var type)) return; // the answer to the handshake

        switch (type.GetInt32())
        {
            case 1 when root.GetProperty("target").GetString() is not ("advisoryAvailable" or "advisoryRecalled"):
                hearOther?.Invoke(root.GetProperty("target").GetString()!, root.GetProperty("arguments")[0].Clone());
                break;
            case 1 when root.GetProperty("arguments")[0] is { ValueKind: JsonValueKind.Object } hint:
                hear(new(
                    root.GetProperty("target").GetString()!, hint.GetProperty("advisoryId").GetGuid(), hint.GetProperty("mailbox").GetGuid(),
                    hint.GetProperty("sequence").GetInt64(), hint.GetProperty("version").GetInt32(), hint.GetProperty("tlp").GetString()!,
                    hint.GetProperty("drill").GetBoolean(), hint.GetProperty("reminder").GetBoolean(), at));
                break;
            case 3 when calls.TryRemove(root.GetProperty("invocationId").GetString()!, out var call):
                if (root.TryGetProperty("error", out var error)) call.TrySetException(new InvalidOperationException(error.GetString()));
                else call.TrySetResult(root.TryGetProperty("result", out var result) ? result.Clone() : default);
                break;
        }
    }
}
