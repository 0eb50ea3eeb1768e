using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ceptoar.Story;

/// <summary>One signed-in system of an organisation, as an outsider would write it: HTTP with a bearer token that is renewed in time.</summary>
public sealed class HubClient(Uri hub, string clientId, string clientSecret) : IDisposable
{
    static readonly TimeSpan Renew = TimeSpan.FromMinutes(10);
    readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = hub, Timeout = TimeSpan.FromSeconds(60) };
    readonly SemaphoreSlim signingIn = new(1, 1);
    string? token;
    DateTimeOffset signedIn;

    public Uri Hub => hub;

    public async Task<string> Token(CancellationToken ct = default)
    {
        if (token is not null && DateTimeOffset.UtcNow - signedIn < Renew) return token;

        await signingIn.WaitAsync(ct);
        try
        {
            if (token is not null && DateTimeOffset.UtcNow - signedIn < Renew) return token;

            var answer = await http.PostAsJsonAsync("/api/token", new { grantType = "client", clientId, clientSecret }, ct);
            answer.EnsureSuccessStatusCode();
            token = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("accessToken").GetString()!;
            signedIn = DateTimeOffset.UtcNow;
            return token;
        }
        finally
        {
            signingIn.Release();
        }
    }

    public Task<HttpResponseMessage> Get(string path, CancellationToken ct = default) => Send(HttpMethod.Get, path, body: null, idempotencyKey: null, ct);

    public Task<HttpResponseMessage> Post(string path, object? body, string? idempotencyKey = null, CancellationToken ct = default) =>
        Send(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), idempotencyKey, ct);

    /// <summary>The JSON of a 2xx answer.</summary>
    /// <exception cref="HttpRequestException">Any other answer.</exception>
    public async Task<JsonElement> Read(string path, CancellationToken ct = default) => await Json(await Get(path, ct), ct);

    /// <inheritdoc cref="Read"/>
    public async Task<JsonElement> Write(string path, object? body, string? idempotencyKey = null, CancellationToken ct = default) =>
        await Json(await Post(path, body, idempotencyKey, ct), ct);

    public async Task<LiveLine> Listen(Action<Heard> hear, CancellationToken ct = default) => await LiveLine.Connect(hub, await Token(ct), hear, ct);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? body, string? idempotencyKey, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(ct));
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await http.SendAsync(request, ct);
    }

    public void Dispose()
    {
        http.Dispose();
        signingIn.Dispose();
    }

    static async Task<JsonElement> Json(HttpResponseMessage answer, CancellationToken ct)
    {
        using (answer)
        {
            if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{(int)answer.StatusCode} {answer.RequestMessage?.RequestUri?.AbsolutePath}: {await answer.Content.ReadAsStringAsync(ct)}", inner: null, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        }
    }
}
