using System.Security.Cryptography;
using System.Text;

namespace Ceptoar.Registry.Seeding;

/// <summary>Ids of reference data: the same in every hub and at every start (UUIDv8 of a SHA-256 of the name, RFC 9562).</summary>
public static class WellKnownId
{
    public static Guid Centre { get; } = Of("organisation", "centre");

    public static Guid Of(string kind, string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"ceptoarhub/{kind}/{name}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
