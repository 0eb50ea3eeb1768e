using ICSharpCode.SharpZipLib.Zip;

namespace Ceptoar.Intake.Attachments;

/// <summary>A ZIP of one file, encrypted with AES-256 (WinZip's AE-2) and not compressed.</summary>
public static class PasswordZip
{
    /// <summary>
    /// The password that analysts' tools try by themselves. It keeps a file from being opened by accident and from mail gateways and
    /// scanners on its way; it is no secret, so a random one that travels in the same answer would be no safer, only in the way.
    /// </summary>
    public const string Password = "infected";

    public static async Task<byte[]> Of(string name, long size, DateTimeOffset time, IAsyncEnumerable<ReadOnlyMemory<byte>> content)
    {
        using var archive = new MemoryStream((int)size + 2_048);
        await using (var zip = new ZipOutputStream(archive) { Password = Password, IsStreamOwner = false, UseZip64 = UseZip64.Off })
        {
            zip.PutNextEntry(new ZipEntry(name) { AESKeySize = 256, CompressionMethod = CompressionMethod.Stored, Size = size, IsUnicodeText = true, DateTime = time.UtcDateTime });
            await foreach (var piece in content) zip.Write(piece.Span);
            zip.CloseEntry();
        }

        return archive.ToArray();
    }
}
