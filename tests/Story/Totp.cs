using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Ceptoar.Story;

/// <summary>The codes that an authenticator app shows (RFC 6238: HMAC-SHA-1, 6 digits, steps of 30 s).</summary>
public static class Totp
{
    public const int StepSeconds = 30;

    public static string Code(string secret, DateTimeOffset at)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / StepSeconds);
#pragma warning disable CA5350 // what authenticator apps know
        var mac = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var number = (BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 0xf)) & 0x7fffffff) % 1_000_000;
        return number.ToString("000000", CultureInfo.InvariantCulture);
    }

    static byte[] Decode(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
