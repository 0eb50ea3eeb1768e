using System.Security.Cryptography;
using System.Text.Json;
using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Hosting.Sealing;

/// <summary>
/// Encrypts what a service keeps of a case with a key of that case alone (AES-256-GCM). The key stands wrapped in the service's own
/// database; once it is destroyed, nothing that was written with it can be read again, in backups of the text either.
/// </summary>
public sealed class CaseVault(HubDb db, CaseSealer ring)
{
    const int NonceBytes = 12;
    const int TagBytes = 16;

    /// <summary>Makes the key of a new case; the caller saves it with its own work.</summary>
    public CaseKey NewKey(Guid caseId)
    {
        var key = new CaseKey { CaseId = caseId, Wrapped = ring.SealBytes(RandomNumberGenerator.GetBytes(32)) };
        db.Set<CaseKey>().Add(key);
        return key;
    }

    /// <summary>The key of a case, or null where it was destroyed or never was.</summary>
    public Task<CaseKey?> Find(Guid caseId, CancellationToken ct) => db.Set<CaseKey>().AsNoTracking().SingleOrDefaultAsync(k => k.CaseId == caseId, ct);

    /// <summary>Those of the cases' keys that there still are, by case.</summary>
    public Task<Dictionary<Guid, CaseKey>> Find(Guid[] cases, CancellationToken ct) => db.Set<CaseKey>().AsNoTracking().Where(k => cases.Contains(k.CaseId)).ToDictionaryAsync(k => k.CaseId, ct);

    /// <summary>Destroys the key of a case: what was encrypted with it is gone.</summary>
    public Task Destroy(Guid caseId, CancellationToken ct) => db.Set<CaseKey>().Where(k => k.CaseId == caseId).ExecuteDeleteAsync(ct);

    /// <returns>12 bytes nonce, 16 bytes tag, then as many bytes as the JSON of <paramref name="content"/>.</returns>
    public byte[] Encrypt<T>(CaseKey key, T content)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(content);
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(ring.OpenBytes(key.Wrapped), TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), key.CaseId.ToByteArray());
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Written with another key, for another case, or altered.</exception>
    public T Decrypt<T>(CaseKey key, byte[] content)
    {
        var plain = new byte[content.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(ring.OpenBytes(key.Wrapped), TagBytes);
        aes.Decrypt(content.AsSpan(0, NonceBytes), content.AsSpan(NonceBytes + TagBytes), content.AsSpan(NonceBytes, TagBytes), plain, key.CaseId.ToByteArray());
        return JsonSerializer.Deserialize<T>(plain)!;
    }
}

/// <summary>The key of one case, wrapped with the ring of the case (table <c>case_key</c>).</summary>
public class CaseKey
{
    public required Guid CaseId { get; init; }
    public required byte[] Wrapped { get; init; }
}
