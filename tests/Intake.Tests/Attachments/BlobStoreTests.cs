using System.Security.Cryptography;
using Ceptoar.Hosting.Sealing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Ceptoar.Intake.Tests.Attachments;

/// <summary>What is read from the store is what was written, all of it, or it is told that it is not.</summary>
public sealed class BlobStoreTests : IDisposable
{
    const int Piece = 64 * 1024;
    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("ceptoar-blobs-");
    readonly byte[] key = RandomNumberGenerator.GetBytes(BlobStore.KeyBytes);
    readonly BlobStore blobs;

    public BlobStoreTests() => blobs = new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Attachments:Folder"] = folder.FullName }).Build());

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData(3 * Piece)]
    public async Task A_file_comes_back_as_it_was(int length)
    {
        var (id, content) = (Guid.NewGuid(), RandomNumberGenerator.GetBytes(length));

        var written = await blobs.Write(id, key, new MemoryStream(content), length, default);

        Assert.Equal(new(length, Convert.ToHexStringLower(SHA256.HashData(content))), written);
        Assert.Equal(content, await blobs.ReadAll(id, key, default));
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("cut")]
    [InlineData("cutAtPiece")]
    [InlineData("swapped")]
    [InlineData("longer")]
    [InlineData("empty")]
    public async Task What_was_altered_is_not_read(string how)
    {
        var id = await Written(Guid.NewGuid());
        var path = Path.Combine(folder.FullName, id.ToString("N"));
        var bytes = await File.ReadAllBytesAsync(path);
        const int stored = Piece + 16;

        await File.WriteAllBytesAsync(path, how switch
        {
            "flipped" => [.. bytes[..100], (byte)(bytes[100] ^ 1), .. bytes[101..]],
            "cut" => bytes[..^1],
            "cutAtPiece" => bytes[..(2 * stored)],
            "swapped" => [.. bytes[stored..(2 * stored)], .. bytes[..stored], .. bytes[(2 * stored)..]],
            "longer" => [.. bytes, 0],
            _ => [],
        });

        await Assert.ThrowsAnyAsync<CryptographicException>(() => blobs.ReadAll(id, key, default));
    }

    [Fact]
    public async Task Neither_another_key_nor_another_id_opens_it()
    {
        var (id, other) = (await Written(Guid.NewGuid()), Guid.NewGuid());
        File.Copy(Path.Combine(folder.FullName, id.ToString("N")), Path.Combine(folder.FullName, other.ToString("N")));

        await Assert.ThrowsAnyAsync<CryptographicException>(() => blobs.ReadAll(id, RandomNumberGenerator.GetBytes(BlobStore.KeyBytes), default));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => blobs.ReadAll(other, key, default));
    }

    [Fact]
    public async Task What_is_too_long_or_breaks_off_leaves_nothing()
    {
        var tooLong = await Assert.ThrowsAsync<BadHttpRequestException>(() => blobs.Write(Guid.NewGuid(), key, new MemoryStream(new byte[3 * Piece]), 2 * Piece, default));
        Assert.Equal(413, tooLong.StatusCode);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => blobs.Write(Guid.NewGuid(), key, new MemoryStream([1]), 2 * Piece, new CancellationToken(canceled: true)));

        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public async Task What_is_there_is_never_written_over()
    {
        var id = await Written(Guid.NewGuid());

        await Assert.ThrowsAsync<IOException>(() => Written(id));

        Assert.Equal(2 * Piece + 7, (await blobs.ReadAll(id, key, default)).Length);
    }

    async Task<Guid> Written(Guid id)
    {
        await blobs.Write(id, key, new MemoryStream(new byte[2 * Piece + 7]), 3 * Piece, default);
        return id;
    }
}
