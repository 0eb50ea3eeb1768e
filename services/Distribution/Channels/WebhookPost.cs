using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Ceptoar.Hosting.Mail;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Channels;

/// <summary>
/// Posts signed JSON to addresses that organisations gave, and to the gateways of the hub's operator. An organisation's address must
/// lead into the Internet: names are resolved here, and what is connected to is what was looked at. No redirect is followed, no
/// proxy asked, and of an answer nothing but its status is read.
/// </summary>
public sealed class WebhookPost : IDisposable
{
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);
    readonly WebhookSettings settings;
    readonly TimeProvider clock;
    readonly HttpClient outside;
    readonly HttpClient gateways;

    public WebhookPost(IOptions<WebhookSettings> settings, TimeProvider clock)
    {
        this.settings = settings.Value;
        this.clock = clock;
        outside = Client(this.settings.AllowPrivate ? null : Connect);
        gateways = Client(connect: null);
    }

    /// <summary>To an address that an organisation gave.</summary>
    /// <param name="url">https; http alone where private addresses are allowed.</param>
    /// <param name="secret">Signs it.</param>
    /// <param name="id">The same when it is posted again.</param>
    /// <param name="body">JSON.</param>
    /// <param name="ct">Ends the attempt.</param>
    public Task<MailAnswer> ToOrganisation(string url, string secret, string id, byte[] body, CancellationToken ct) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (settings.AllowPrivate && uri.Scheme == Uri.UriSchemeHttp)) && uri.UserInfo.Length == 0
            ? Post(outside, uri, secret, id, body, ct)
            : Task.FromResult(new MailAnswer(Outcome.Refused, Code: null, DispatchRules.BadAddress));

    public Task<MailAnswer> ToGateway(Gateway gateway, string id, byte[] body, CancellationToken ct) => Post(gateways, new Uri(gateway.Url), gateway.Secret, id, body, ct);

    public void Dispose()
    {
        outside.Dispose();
        gateways.Dispose();
    }

    async Task<MailAnswer> Post(HttpClient http, Uri url, string secret, string id, byte[] body, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(settings.Patience);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Of(secret, id, timestamp, body));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("CeptoarHub", "1.0"));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var code = (int)answer.StatusCode;
            return new(code is >= 200 and < 300 ? Outcome.Done : answer.StatusCode == HttpStatusCode.Gone ? Outcome.Refused : Outcome.Later, code);
        }
        catch (HttpRequestException e)
        {
            return IsPrivate(e) ? new(Outcome.Refused, Code: null, DispatchRules.PrivateAddress) : new(Outcome.Later);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(Outcome.Later);
        }
    }

    static HttpClient Client(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = connect,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionIdleTimeout = Idle,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2), // an address is looked at again
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        ActivityHeadersPropagator = null,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);
        IPAddress[] allowed = [.. addresses.Where(PublicAddress.Is)];
        if (allowed.Length == 0) throw new PrivateAddressException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static bool IsPrivate(Exception? e) => e is not null && (e is PrivateAddressException || IsPrivate(e.InnerException));

    sealed class PrivateAddressException() : IOException("The address is not one of the Internet.");
}
