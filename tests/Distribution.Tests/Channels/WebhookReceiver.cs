using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>A post as the receiver got it.</summary>
public sealed record Posted(string Path, IReadOnlyDictionary<string, string> Head, byte[] Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
}

/// <summary>Takes webhooks on a port of this machine. A path is answered with 200 unless the test says otherwise.</summary>
public sealed class WebhookReceiver : IDisposable
{
    readonly HttpListener listener = new();
    readonly ConcurrentQueue<Posted> posts = new();
    readonly ConcurrentDictionary<string, Func<int, int>> answers = new();

    public WebhookReceiver()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Url + "/");
        listener.Start();
        _ = Listen();
    }

    public string Url { get; }

    public IReadOnlyList<Posted> At(string path) => [.. posts.Where(p => p.Path == path)];

    public IEnumerable<Posted> All => posts;

    /// <summary>Says how a path answers: the status by the number of the post there, from 1; 0 never answers.</summary>
    public void Answer(string path, Func<int, int> status) => answers[path] = status;

    public async Task<Posted> One(string path)
    {
        await DistributionFixture.Until(() => Task.FromResult(At(path).Count > 0), "Nothing was posted.");
        return At(path)[0];
    }

    public void Dispose() => listener.Close();

    async Task Listen()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = Take(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task Take(HttpListenerContext http)
    {
        using var body = new MemoryStream();
        await http.Request.InputStream.CopyToAsync(body);
        var path = http.Request.Url!.AbsolutePath;
        posts.Enqueue(new(path, http.Request.Headers.AllKeys.OfType<string>().ToDictionary(k => k.ToLowerInvariant(), k => http.Request.Headers[k]!), body.ToArray()));
        var status = answers.TryGetValue(path, out var answer) ? answer(At(path).Count) : 200;
        if (status == 0) return;

        http.Response.StatusCode = status;
        if (status is >= 300 and < 400) http.Response.RedirectLocation = Url + "/redirected";
        http.Response.Close();
    }
}
