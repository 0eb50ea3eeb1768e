using System.Text.Encodings.Web;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Advisories;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Signing;

/// <summary>The newest version of an advisory as it was signed when it was issued (table <c>advisory_signature</c>).</summary>
public class AdvisorySignature
{
    public required Guid AdvisoryId { get; init; }
    public required int Version { get; init; }

    /// <summary>UTF-8 JSON: what every recipient reads, in both languages. Exactly these bytes are signed.</summary>
    public required byte[] Document { get; init; }

    /// <summary>64 bytes.</summary>
    public required byte[] Signature { get; init; }
    public required string KeyId { get; init; }
}

/// <summary>What is signed of an advisory; a recalled one's content is null.</summary>
public record SignedDocument(Guid AdvisoryId, string Number, int Version, string State, string Tlp, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, bool Drill, string? RecallReason, AdvisoryContent? Content)
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Advisory a) => JsonSerializer.SerializeToUtf8Bytes(
        new SignedDocument(a.Id, a.Number, a.Version, a.State, a.Tlp.Label(), a.IssuedAt, a.ExpiresAt, a.Drill, a.RecallReason, a.State == Advisory.Recalled ? null : a.Content), Readable);
}

public static class Signatures
{
    /// <summary>Signs the version that is about to be issued, in place of the one before; the advisory stands in the database.</summary>
    public static Task<int> Sign(this DistributionDb db, Advisory advisory, AdvisorySigner signer, CancellationToken ct)
    {
        var document = SignedDocument.Of(advisory);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into advisory_signature (advisory_id, version, document, signature, key_id) values ({advisory.Id}, {advisory.Version}, {document}, {signer.Sign(document)}, {signer.KeyId})
            on conflict (advisory_id) do update set version = excluded.version, document = excluded.document, signature = excluded.signature, key_id = excluded.key_id
            where advisory_signature.version < excluded.version
            """, ct);
    }
}
