using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Ceptoar.Hosting.Http;
using Microsoft.Extensions.Options;

namespace Ceptoar.Registry.SignIn;

/// <summary>
/// Bounds how often one address may try what costs a password hash or a mail. Counted where the work is known, not in the pipeline:
/// whether a request for a token brings a password stands in its body, and clients are not to be bounded. Each instance counts for itself.
/// </summary>
public sealed class AttemptLimiter(IOptions<SignInSettings> settings) : IDisposable
{
    readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new() { PermitLimit = settings.Value.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <returns>The answer 429 where the address has tried too often, else null.</returns>
    /// <param name="http">The request.</param>
    /// <param name="what">What is tried; each is counted for itself.</param>
    public IResult? Refuse(HttpContext http, string what)
    {
        using var lease = limiter.AttemptAcquire($"{what} {KeyOf(http.Connection.RemoteIpAddress)}");
        if (lease.IsAcquired) return null;

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Results.Problem(statusCode: 429, detail: Problems.Say("このアドレスからの試行が多すぎます。", "Too many attempts from this address."));
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>An IPv6 host has a whole /64 to itself.</summary>
    static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}

public static class AttemptLimits
{
    /// <summary>For what anyone may call with a mailed link, or to get one.</summary>
    public static RouteHandlerBuilder LimitAttempts(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<AttemptLimiter>().Refuse(context.HttpContext, "link") is { } refusal ? refusal : await next(context))
        .ProducesProblem(429);
}
