namespace Ceptoar.Anonymisation.Attachments.Mail;

/// <summary>Content-Transfer-Encodings (RFC 2045 section 6), as liberal as mail programs are. Never throws.</summary>
static class TransferDecoding
{
    /// <summary>Whether an encoding leaves bytes as they are.</summary>
    public static bool IsPlain(string encoding) => encoding.Trim().ToLowerInvariant() is "" or "7bit" or "8bit" or "binary";

    /// <summary>The bytes of a body; null where the encoding is unknown.</summary>
    /// <param name="body">One char a byte.</param>
    /// <param name="encoding">The header's value; empty where there is none.</param>
    public static byte[]? Decode(ReadOnlySpan<char> body, string encoding) => encoding.Trim().ToLowerInvariant() switch
    {
        _ when IsPlain(encoding) => Plain(body),
        "quoted-printable" => QuotedPrintable(body, spaces: false),
        "base64" => Base64(body),
        _ => null,
    };

    public static byte[] Plain(ReadOnlySpan<char> body)
    {
        var bytes = new byte[body.Length];
        for (var i = 0; i < body.Length; i++) bytes[i] = (byte)body[i];
        return bytes;
    }

    /// <param name="body">One char a byte.</param>
    /// <param name="spaces">Whether <c>_</c> is a space, as in headers (RFC 2047 section 4.2).</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<char> body, bool spaces)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '=' && i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1]) && char.IsAsciiHexDigit(body[i + 2]))
            {
                bytes.Add(Convert.ToByte(new string(body.Slice(i + 1, 2)), 16));
                i += 2;
            }
            else if (body[i] == '=' && SoftBreak(body[(i + 1)..]) is var skip and > 0) i += skip;
            else bytes.Add(spaces && body[i] == '_' ? (byte)' ' : (byte)body[i]);
        }

        return [.. bytes];
    }

    /// <summary>What is no letter of Base64 does not count; what is left of a last group that is not whole is dropped.</summary>
    public static byte[] Base64(ReadOnlySpan<char> body)
    {
        var bytes = new List<byte>(body.Length / 4 * 3);
        var (group, letters) = (0, 0);
        foreach (var c in body)
        {
            if (ValueOf(c) is not (>= 0 and var value)) continue;

            group = group << 6 | value;
            if (++letters % 4 != 0) continue;

            bytes.Add((byte)(group >> 16));
            bytes.Add((byte)(group >> 8));
            bytes.Add((byte)group);
            group = 0;
        }

        if (letters % 4 == 2) bytes.Add((byte)(group >> 4));
        if (letters % 4 == 3) bytes.AddRange([(byte)(group >> 10), (byte)(group >> 2)]);
        return [.. bytes];
    }

    /// <summary>How many chars a line's end behind <c>=</c> takes, white space before it included; 0 where there is none.</summary>
    static int SoftBreak(ReadOnlySpan<char> rest)
    {
        var i = 0;
        while (i < rest.Length && rest[i] is ' ' or '\t') i++;
        if (i == rest.Length) return i;
        if (rest[i] == '\n') return i + 1;
        return rest[i] == '\r' ? i + (i + 1 < rest.Length && rest[i + 1] == '\n' ? 2 : 1) : 0;
    }

    static int ValueOf(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };
}
