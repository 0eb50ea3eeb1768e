using System.Security.Cryptography;
using System.Text;

namespace Ceptoar.Distribution.Channels;

/// <summary>Signs what is posted by the Standard Webhooks scheme: HMAC-SHA256 over id, time and body (standardwebhooks.com, 1.0).</summary>
public static class WebhookSignature
{
    const string Prefix = "whsec_";

    /// <summary>The value of <c>webhook-signature</c>.</summary>
    /// <param name="secret"><c>whsec_</c> and base64, or any other text, which is taken as its UTF-8 bytes.</param>
    /// <param name="id">The value of <c>webhook-id</c>: the same when it is posted again.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The bytes that are posted.</param>
    public static string Of(string secret, string id, long timestamp, ReadOnlySpan<byte> body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]));

    static byte[] KeyOf(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(secret);

        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) ? key[..length] : Encoding.UTF8.GetBytes(secret);
    }
}
