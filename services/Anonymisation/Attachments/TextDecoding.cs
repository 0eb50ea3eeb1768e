using System.Text;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>
/// Bytes as text, strictly: what is not surely read is not read at all, for a name that was read wrongly is not found. Never throws.
/// </summary>
static class TextDecoding
{
    const char Escape = '\x1B';
    const int Jis = 50220;

    static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    static readonly Encoding ShiftJis = Strict("shift_jis")!;
    static readonly Encoding EucJp = Strict("euc-jp")!;
    static readonly Encoding Iso2022Jp = Strict("iso-2022-jp")!;

    /// <summary>The text of bytes that say no charset: UTF-8, UTF-16, ISO-2022-JP, EUC-JP or Shift_JIS; null where it is none of them for sure, or no text.</summary>
    public static string? Detect(ReadOnlySpan<byte> bytes) => Text(bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Read(Utf8, bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => null, // UTF-32
        [0xFF, 0xFE, ..] => Read(Utf16, bytes[2..]),
        [0xFE, 0xFF, ..] => Read(Utf16BigEndian, bytes[2..]),
        _ when bytes.Contains((byte)0) => Wide(bytes),
        _ when bytes.Contains((byte)Escape) && System.Text.Ascii.IsValid(bytes) => Read(Iso2022Jp, bytes),
        _ => Read(Utf8, bytes) ?? Japanese(bytes),
    });

    /// <summary>The text of bytes in a charset of the mail's own saying; null where there is no such charset or they are not surely in it.</summary>
    public static string? Named(string charset, ReadOnlySpan<byte> bytes) => Strict(charset) switch
    {
        null => null,
        { CodePage: Jis } when !System.Text.Ascii.IsValid(bytes) => null,
        // any bytes are text of a charset of one byte a character: many a mail says so of UTF-8 or Shift_JIS
        { IsSingleByte: true } one when !System.Text.Ascii.IsValid(bytes) => Text(Read(Utf8, bytes) ?? (Read(EucJp, bytes) is null && Read(ShiftJis, bytes) is null ? Read(one, bytes) : null)),
        var encoding => Text(Read(encoding, bytes)),
    };

    public static bool Knows(string charset) => Strict(charset) is not null;

    static Encoding? Strict(string charset)
    {
        var name = charset.Trim().ToLowerInvariant();
        return name switch
        {
            "" or "us-ascii" or "ascii" or "ansi_x3.4-1968" => Exactly(Encoding.ASCII),
            "utf-8" or "utf8" => Utf8,
            "iso-2022-jp" or "iso-2022-jp-1" or "iso-2022-jp-ms" or "csiso2022jp" or "cp50220" or "cp50221" => CodePage(Jis),
            "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "windows-31j" or "cp932" or "ms932" => CodePage(932),
            "euc-jp" or "eucjp" or "x-euc-jp" or "eucjp-ms" => CodePage(51932),
            "iso-8859-1" or "latin1" or "windows-1252" or "cp1252" => CodePage(1252),
            "utf-7" or "unicode-1-1-utf-7" => null, // hides anything in plain letters
            _ => ByName(name),
        };
    }

    static Encoding? ByName(string name)
    {
        try
        {
            return Exactly(CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    static Encoding? CodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    static Encoding Exactly(Encoding encoding)
    {
        var exact = (Encoding)encoding.Clone();
        (exact.EncoderFallback, exact.DecoderFallback) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return exact;
    }

    static string? Read(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null; // bytes that stand for nothing
        }
    }

    /// <summary>UTF-16 without a mark: ASCII in it has its zeros all on one side.</summary>
    static string? Wide(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        }

        return (even, odd) switch
        {
            (0, > 0) => Read(Utf16, bytes),
            ( > 0, 0) => Read(Utf16BigEndian, bytes),
            _ => null,
        };
    }

    /// <summary>EUC-JP and Shift_JIS read much of each other. Hiragana decides; half-width katakana that could be kanji decides nothing.</summary>
    static string? Japanese(ReadOnlySpan<byte> bytes)
    {
        var (euc, sjis) = (Read(EucJp, bytes), Read(ShiftJis, bytes));
        if (euc is null || sjis is null) return euc ?? sjis;

        return euc.Any(c => c is >= 'ぁ' and <= 'ん') && !sjis.Any(c => c is >= 'ぁ' and <= 'ん') ? euc : null;
    }

    /// <summary>Text alone: other control characters are those of a program, a picture or a charset that was not understood.</summary>
    static string? Text(string? read) => read is null || read.Any(c => (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f')) || c is '\uFFFD' or '\uFFFE' or '\uFFFF') ? null : read;
}
