using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Signing;

/// <summary>The settings of section <c>Signing</c>.</summary>
public record SigningSettings
{
    /// <summary>The PEM file of the private key (ECDSA P-256) that advisories are signed with.</summary>
    public string Key { get; init; } = "";

    /// <summary>PEM files of public keys that were used before, so that what they signed can still be verified.</summary>
    public string[] Earlier { get; init; } = [];
}

/// <summary>Signs what goes out: ECDSA P-256 over SHA-256, 64 bytes (IEEE P1363), as JOSE's ES256.</summary>
public sealed class AdvisorySigner : IDisposable
{
    public const string Algorithm = "ES256";

    readonly ThreadLocal<ECDsa> keys; // an ECDsa instance is not promised to be thread-safe

    public AdvisorySigner(IOptions<SigningSettings> settings)
    {
        var pem = File.ReadAllText(settings.Value.Key);
        keys = new(() => Read(pem), trackAllValues: true);
        Keys = [JwkOf(keys.Value!), .. settings.Value.Earlier.Select(file =>
        {
            using var earlier = Read(File.ReadAllText(file));
            return JwkOf(earlier);
        })];
    }

    /// <summary>The public keys, the one in use first.</summary>
    public IReadOnlyList<Jwk> Keys { get; }

    public string KeyId => Keys[0].Kid;

    public byte[] Sign(ReadOnlySpan<byte> document) => keys.Value!.SignData(document, HashAlgorithmName.SHA256);

    public void Dispose()
    {
        foreach (var key in keys.Values) key.Dispose();
        keys.Dispose();
    }

    static ECDsa Read(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.KeySize == 256 ? key : throw new InvalidOperationException("Signing needs keys on the curve P-256.");
    }

    static Jwk JwkOf(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        // its thumbprint by RFC 7638
        var kid = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
        return new("EC", "P-256", x, y, "sig", Algorithm, kid);
    }
}

/// <summary>A public key as RFC 7517 writes it.</summary>
public record Jwk(string Kty, string Crv, string X, string Y, string Use, string Alg, string Kid);

public static class SigningSetup
{
    public static void AddSigning(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SigningSettings>().BindConfiguration("Signing").Validate(s => File.Exists(s.Key), "Signing:Key names no PEM file.").ValidateOnStart();
        builder.Services.AddSingleton<AdvisorySigner>();
    }
}
