using System.Text;
using Ceptoar.Hosting.Http;
using Microsoft.Net.Http.Headers;

namespace Ceptoar.Registry.Import;

/// <summary>The text of an uploaded CSV: UTF-8 with or without BOM, or Shift_JIS (code page 932), as <c>charset</c> says or as it can be read.</summary>
public static class CsvBody
{
    public const int MaxBytes = 10 * 1024 * 1024;

    static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <exception cref="BadHttpRequestException">413: it is longer than <see cref="MaxBytes"/>; nothing beyond is read.</exception>
    /// <exception cref="FluentValidation.ValidationException">It is no CSV, or in no encoding that can be read.</exception>
    public static async Task<string> Read(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong("Content-Type", "text/csv としてください。", "Must be text/csv.");
        }

        var bytes = await Bytes(request, ct);
        var body = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        return type.Charset.Value?.Trim('"').ToLowerInvariant() switch
        {
            null or "" => Decoded(Utf8, body) ?? Decoded(ShiftJis, body) ?? throw Wrong("body", "UTF-8 または Shift_JIS として読み取れません。", "It is readable neither as UTF-8 nor as Shift_JIS."),
            "utf-8" or "utf8" => Decoded(Utf8, body) ?? throw Wrong("body", "UTF-8 として読み取れません。", "It is not readable as UTF-8."),
            "shift_jis" or "shift-jis" or "sjis" or "windows-31j" or "cp932" or "ms932" => Decoded(ShiftJis, body) ?? throw Wrong("body", "Shift_JIS として読み取れません。", "It is not readable as Shift_JIS."),
            _ => throw Wrong("Content-Type", "charset は utf-8 または shift_jis としてください。", "The charset must be utf-8 or shift_jis."),
        };
    }

    static async Task<byte[]> Bytes(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBytes) throw TooLarge();

        using var kept = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, ct)) > 0)
        {
            if (kept.Length + read > MaxBytes) throw TooLarge();
            kept.Write(chunk, 0, read);
        }

        return kept.ToArray();
    }

    static string? Decoded(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static BadHttpRequestException TooLarge() => new("Request body too large.", StatusCodes.Status413PayloadTooLarge);

    static FluentValidation.ValidationException Wrong(string field, string ja, string en) => new([new(field, Problems.Say(ja, en))]);
}
