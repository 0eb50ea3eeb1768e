using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Ceptoar.Hosting.Sealing;

/// <summary>
/// Stands for the reporter's organisation in a database: HMAC-SHA-256 of its id with <c>Hub:OwnerKey</c> (base64, 32 bytes). It lets
/// an organisation find its own reports, and tells nothing to who holds the table without the key.
/// </summary>
public sealed class OwnerKey(IConfiguration configuration)
{
    readonly byte[] key = Convert.FromBase64String(configuration["Hub:OwnerKey"] ?? throw new InvalidOperationException("Hub:OwnerKey is not set."));

    public byte[] Of(Guid organisationId) => HMACSHA256.HashData(key, organisationId.ToByteArray());

    /// <summary>Stands for a person or client in the same way, as lower-case hex.</summary>
    public string Of(string subject) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(subject)));

    /// <summary>The same for one case alone: without the salt nobody can tell whom it stands for.</summary>
    public string Of(string subject, byte[] salt) => Convert.ToHexStringLower(HMACSHA256.HashData(HMACSHA256.HashData(key, salt), Encoding.UTF8.GetBytes(subject)));
}
