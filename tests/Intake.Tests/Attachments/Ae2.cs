using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ceptoar.Intake.Tests.Attachments;

/// <summary>Reads a ZIP of one file that is encrypted as WinZip's AE-2 says, by the framework's own cryptography.</summary>
static class Ae2
{
    const int SaltBytes = 16;
    const int MacBytes = 10;

    public static (string Name, byte[] Content) Open(byte[] zip, string password)
    {
        var (flags, method) = (U16(zip, 6), U16(zip, 8));
        var (size, nameLength, extraLength) = ((int)U32(zip, 18), U16(zip, 26), U16(zip, 28));
        Assert.Equal((0x04034b50u, 99), (U32(zip, 0), method)); // a local header; method 99 is AES
        Assert.Equal(0x0801, flags & 0x0801); // encrypted; the name is UTF-8
        Assert.Equal(0u, U32(zip, 14)); // AE-2 keeps no CRC of the plain text
        var extra = zip.AsSpan(30 + nameLength, extraLength);
        while (BinaryPrimitives.ReadUInt16LittleEndian(extra) != 0x9901) extra = extra[(4 + BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]))..];
        Assert.Equal((2, "AE", 3), (BinaryPrimitives.ReadUInt16LittleEndian(extra[4..]), Encoding.ASCII.GetString(extra[6..8]), extra[8])); // AE-2, AES-256
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(extra[9..])); // stored

        var data = zip.AsSpan(30 + nameLength + extraLength, size);
        var keys = Rfc2898DeriveBytes.Pbkdf2(password, data[..SaltBytes], 1_000, HashAlgorithmName.SHA1, 66);
        Assert.Equal(keys.AsSpan(64, 2), data.Slice(SaltBytes, 2));
        var encrypted = data[(SaltBytes + 2)..^MacBytes];
#pragma warning disable CA5350 // the format's own
        Assert.Equal(HMACSHA1.HashData(keys.AsSpan(32, 32), encrypted).AsSpan(0, MacBytes), data[^MacBytes..]);
#pragma warning restore CA5350

        using var aes = Aes.Create();
        aes.Key = keys[..32];
        var (content, counter) = (encrypted.ToArray(), new byte[16]);
        for (var i = 0; i < content.Length; i += 16)
        {
            BinaryPrimitives.WriteInt64LittleEndian(counter, i / 16 + 1);
            var pad = aes.EncryptEcb(counter, PaddingMode.None);
            for (var j = i; j < Math.Min(i + 16, content.Length); j++) content[j] ^= pad[j - i];
        }

        return (Encoding.UTF8.GetString(zip, 30, nameLength), content);
    }

    static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
