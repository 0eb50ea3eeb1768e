using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ceptoar.Hosting.Sealing;

/// <summary>
/// The files of cases in a folder that only Intake, Classification and Anonymisation can read (<c>Attachments:Folder</c>), each under its
/// id and encrypted with a key of its own (AES-256-GCM). A file is pieces of 64 KiB, the last one shorter, each behind its tag; the nonce
/// counts them and marks the last, so none can be swapped, left out or cut off. Nothing is ever on the disk in clear.
/// </summary>
public sealed class BlobStore(IConfiguration configuration)
{
    public const int KeyBytes = 32;
    const int PieceBytes = 64 * 1024;
    const int NonceBytes = 12;
    const int TagBytes = 16;

    readonly string folder = configuration["Attachments:Folder"] ?? throw new InvalidOperationException("Attachments:Folder names no folder.");

    /// <summary>Encrypts a stream into the store; it is on the disk when this returns, and not there at all when this throws.</summary>
    /// <param name="id">A new id: what is there is never written over.</param>
    /// <param name="key">32 random bytes, used for this file alone.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="atMost">Bytes.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="BadHttpRequestException">413: it is longer than <paramref name="atMost"/>; little beyond is read.</exception>
    public async Task<BlobReceipt> Write(Guid id, byte[] key, Stream content, long atMost, CancellationToken ct)
    {
        await using var file = new FileStream(PathOf(id), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var aes = new AesGcm(key, TagBytes);
            var (plain, piece) = (new byte[PieceBytes], new byte[TagBytes + PieceBytes]);
            var size = 0L;
            int read;
            long number = 0;
            do
            {
                read = await Read(content, plain, ct);
                size += read;
                if (size > atMost) throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);

                hash.AppendData(plain, 0, read);
                aes.Encrypt(Nonce(number++, last: read < PieceBytes), plain.AsSpan(0, read), piece.AsSpan(TagBytes, read), piece.AsSpan(0, TagBytes), id.ToByteArray());
                await file.WriteAsync(piece.AsMemory(0, TagBytes + read), ct);
            }
            while (read == PieceBytes);

            file.Flush(flushToDisk: true);
            return new(size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            Delete(id);
            throw;
        }
    }

    /// <summary>Decrypts a file, piece by piece; a piece is good until the next is asked for.</summary>
    /// <exception cref="FileNotFoundException">It is not there, or no longer.</exception>
    /// <exception cref="CryptographicException">Another key, another id, or altered; what came before it was not.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> Read(Guid id, byte[] key, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var file = new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        using var aes = new AesGcm(key, TagBytes);
        var (plain, piece) = (new byte[PieceBytes], new byte[TagBytes + PieceBytes]);
        int read;
        long number = 0;
        do
        {
            read = await file.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, ct);
            if (read < TagBytes) throw new CryptographicException("The file was cut off.");

            aes.Decrypt(Nonce(number++, last: read < piece.Length), piece.AsSpan(TagBytes, read - TagBytes), piece.AsSpan(0, TagBytes), plain.AsSpan(0, read - TagBytes), id.ToByteArray());
            if (read > TagBytes) yield return plain.AsMemory(0, read - TagBytes);
        }
        while (read == piece.Length);
    }

    /// <summary>All of a file at once.</summary>
    /// <inheritdoc cref="Read"/>
    public async Task<byte[]> ReadAll(Guid id, byte[] key, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        await foreach (var piece in Read(id, key, ct)) whole.Write(piece.Span);
        return whole.ToArray();
    }

    /// <summary>Deletes a file; that it is not there is as good.</summary>
    public void Delete(Guid id) => File.Delete(PathOf(id));

    /// <summary>What was last written to before a time.</summary>
    public IEnumerable<Guid> WrittenBefore(DateTimeOffset time) =>
        from file in new DirectoryInfo(folder).EnumerateFiles()
        where file.LastWriteTimeUtc < time.UtcDateTime && Guid.TryParseExact(file.Name, "N", out _)
        select Guid.ParseExact(file.Name, "N");

    /// <summary>Up to a whole piece; less at the end. A request that breaks off is its sender's fault.</summary>
    static async Task<int> Read(Stream content, byte[] plain, CancellationToken ct)
    {
        try
        {
            return await content.ReadAtLeastAsync(plain, PieceBytes, throwOnEndOfStream: false, ct);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The body cannot be read.", e);
        }
    }

    string PathOf(Guid id) => Path.Combine(folder, id.ToString("N"));

    static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}

/// <summary>What was written: bytes and lower-case hex SHA-256, both of the plain file.</summary>
public record BlobReceipt(long Size, string Sha256);

public static class BlobSetup
{
    public static void AddBlobStore(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<BlobStore>();
}
