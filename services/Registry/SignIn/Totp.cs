using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Ceptoar.Registry.SignIn;

/// <summary>
/// Time-based one-time passwords (RFC 6238: HMAC-SHA-1, 6 digits, steps of 30 s from 1970). A clock may be 90 s off, three steps
/// to either side; the RFC recommends one, which too many hardware tokens miss.
/// </summary>
public static class Totp
{
    public const int Digits = 6;
    public const int StepSeconds = 30;
    public const int Drift = 3;

    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648

    /// <summary>The time step whose code this is, or null where it is none that may count now.</summary>
    /// <param name="secret">The shared key in Base32.</param>
    /// <param name="code">As typed; spaces do not matter.</param>
    /// <param name="now">The time at which it is judged.</param>
    /// <param name="lastUsed">The step of the last code that counted: it and earlier ones do not count again (RFC 6238, 5.2).</param>
    public static long? Step(string secret, string? code, DateTimeOffset now, long lastUsed)
    {
        var typed = (code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (typed.Length != Digits || !typed.All(char.IsAsciiDigit)) return null;

        var (key, number, present) = (Decode(secret), int.Parse(typed, CultureInfo.InvariantCulture), now.ToUnixTimeSeconds() / StepSeconds);
        for (var step = present - Drift; step <= present + Drift; step++)
        {
            if (step > lastUsed && CodeOf(key, step) == number) return step;
        }

        return null;
    }

    /// <summary>RFC 4226, 5.3.</summary>
    static int CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // what authenticator apps know; HMAC does not need its hash to be free of collisions
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        return (BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xf)..]) & 0x7fffffff) % 1_000_000;
    }

    static byte[] Decode(string base32)
    {
        var bytes = new byte[base32.Length * 5 / 8];
        for (int i = 0, bits = 0, held = 0, at = 0; i < base32.Length; i++)
        {
            held = (held << 5 | Base32.IndexOf(base32[i], StringComparison.Ordinal)) & 0xffff;
            bits += 5;
            if (bits < 8) continue;

            bits -= 8;
            bytes[at++] = (byte)(held >> bits);
        }

        return bytes;
    }
}
