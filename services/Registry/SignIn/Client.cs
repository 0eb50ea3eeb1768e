using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ceptoar.Registry.SignIn;

/// <summary>A system that signs in for an organisation, with one role. Its secret is random, and stored as SHA-256 of its UTF-8 bytes.</summary>
public class Client
{
    public const int MaxId = 100;
    public const int MaxName = 100;

    public required string Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Role { get; init; }
    public string? Name { get; init; }
    public required byte[] SecretHash { get; set; }

    /// <summary>The secret from before, while it counts beside the new one.</summary>
    public byte[]? OldSecretHash { get; private set; }
    public DateTimeOffset? OldSecretUntil { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    public byte[]? OldSecretAt(DateTimeOffset now) => now < OldSecretUntil ? OldSecretHash : null;

    /// <summary>Takes a new secret; the present one counts until a moment, so that the system need not stop.</summary>
    public void Rotate(string secret, DateTimeOffset oldUntil) => (OldSecretHash, OldSecretUntil, SecretHash) = (SecretHash, oldUntil, Hash(secret));

    /// <summary>An id that says nothing: <c>c-</c> and 32 hexadecimal digits.</summary>
    public static string NewId() => $"c-{Guid.NewGuid():N}";

    /// <summary>32 random bytes, base64url.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static bool IsId(string? text) => text is { Length: > 0 and <= MaxId } && text.All(c => c is > ' ' and < '\x7f');
}
