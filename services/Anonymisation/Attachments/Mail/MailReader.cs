using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Attachments.Mail;

/// <summary>
/// Reads a mail (RFC 5322, MIME: RFC 2045 to 2047, 2231) as it comes in life: bare line feeds, an mbox line before it, no last boundary.
/// All of it or nothing: what cannot be read for sure could hold a name. Never throws.
/// </summary>
sealed class MailReader
{
    const int Deepest = 8;
    const int MostParts = 500;
    const int MostHeaders = 2_000;
    const int LongestHeader = 64 * 1024;

    static readonly string[] Usual = ["from", "to", "subject", "date", "received", "return-path", "message-id", "mime-version", "reply-to", "sender", "delivered-to"];
    static readonly HashSet<string> Wanted = new([.. MailHeaders.Kept, .. MailHeaders.Recipients], StringComparer.OrdinalIgnoreCase);

    int parts;

    /// <summary>The mail; null where it is none, or cannot be read through.</summary>
    public static MailMessage? Read(byte[] bytes)
    {
        try
        {
            var raw = Encoding.Latin1.GetString(bytes is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : bytes);
            return new MailReader().Mail(raw.AsMemory(), 0);
        }
        catch (Exception e) when (e is UnreadableMailException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    MailMessage Mail(ReadOnlyMemory<char> raw, int depth)
    {
        var (headers, body) = Split(raw, ofMail: true);
        if (!headers.Exists(h => Usual.Contains(h.Name.ToLowerInvariant()))) throw new UnreadableMailException();

        var mail = new MailMessage { Headers = [.. headers.Where(h => Wanted.Contains(h.Name)).Select(h => (h.Name, HeaderText.Decode(h.Value) ?? throw new UnreadableMailException()))] };
        Part(mail, headers, body, depth);
        return mail;
    }

    void Part(MailMessage mail, List<(string Name, string Value)> headers, ReadOnlyMemory<char> body, int depth)
    {
        if (depth > Deepest || ++parts > MostParts) throw new UnreadableMailException();

        var type = First(headers, "Content-Type");
        var mediaType = type.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } named ? named : "text/plain";
        if (mediaType.StartsWith("multipart/", StringComparison.Ordinal))
        {
            foreach (var part in Between(body, HeaderText.Parameter(type, "boundary") ?? throw new UnreadableMailException()))
            {
                var (inner, content) = Split(part, ofMail: false);
                Part(mail, inner, content, depth + 1);
            }

            return;
        }

        var encoding = First(headers, "Content-Transfer-Encoding");
        if (mediaType == "message/rfc822" && TransferDecoding.IsPlain(encoding))
        {
            mail.Carried.Add(Mail(body, depth + 1)); // not decoded: eight copies of a long mail are too many
            return;
        }

        var bytes = TransferDecoding.Decode(body.Span, encoding) ?? throw new UnreadableMailException();
        if (mediaType == "message/rfc822")
        {
            mail.Carried.Add(Mail(Encoding.Latin1.GetString(bytes).AsMemory(), depth + 1));
            return;
        }

        var disposition = First(headers, "Content-Disposition");
        var name = HeaderText.Parameter(disposition, "filename") ?? HeaderText.Parameter(type, "name");
        if (name is null && mediaType is "text/plain" or "text/html" && !disposition.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase)) Read(mail, mediaType, HeaderText.Parameter(type, "charset"), bytes);
        else mail.Files.Add(new(name, mediaType, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    static void Read(MailMessage mail, string mediaType, string? charset, byte[] bytes)
    {
        // many a mail says us-ascii of what is not
        var text = (charset is null ? null : TextDecoding.Named(charset, bytes)) ?? (charset is null || TextDecoding.Knows(charset) ? TextDecoding.Detect(bytes) : null) ?? throw new UnreadableMailException();
        if (mediaType == "text/plain")
        {
            mail.Texts.Add(text);
            return;
        }

        var (plain, links) = HtmlText.Read(text);
        mail.Texts.Add(plain);
        mail.Links.AddRange(links);
    }

    /// <summary>Headers, unfolded, and what follows the empty line behind them.</summary>
    static (List<(string Name, string Value)> Headers, ReadOnlyMemory<char> Body) Split(ReadOnlyMemory<char> raw, bool ofMail)
    {
        var headers = new List<(string Name, string Value)>();
        var place = 0;
        while (place < raw.Length)
        {
            var (line, next) = Line(raw, place);
            var text = line.ToString();
            if (text.Length == 0 && (headers.Count > 0 || !ofMail)) return (headers, raw[next..]);

            place = next;
            if (text.Length == 0 || (headers.Count == 0 && (text.StartsWith("From ", StringComparison.Ordinal) || text.StartsWith(">From ", StringComparison.Ordinal)))) continue;

            if (text[0] is ' ' or '\t' && headers.Count > 0) headers[^1] = (headers[^1].Name, headers[^1].Value + text);
            else if (text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && !text.AsSpan(0, colon).TrimEnd().ContainsAny(" \t")) headers.Add((text[..colon].TrimEnd(), text[(colon + 1)..].Trim()));
            else if (headers.Count == 0 && !ofMail) return ([], raw); // a part without headers
            else throw new UnreadableMailException();

            if (headers.Count > MostHeaders || headers[^1].Value.Length > LongestHeader) throw new UnreadableMailException();
        }

        return (headers, ReadOnlyMemory<char>.Empty);
    }

    /// <summary>The parts between the boundaries; what stands before the first and behind the last is nobody's.</summary>
    static IEnumerable<ReadOnlyMemory<char>> Between(ReadOnlyMemory<char> body, string boundary)
    {
        var (start, place, delimiter) = (-1, 0, "--" + boundary);
        while (place < body.Length)
        {
            var (line, next) = Line(body, place);
            if (line.Span.StartsWith(delimiter, StringComparison.Ordinal) && line.Span[delimiter.Length..].TrimEnd() is "" or "--")
            {
                if (start >= 0) yield return body[start..BeforeBreak(body.Span, start, place)];
                if (line.Span[delimiter.Length..].StartsWith("--", StringComparison.Ordinal)) yield break;

                start = next;
            }

            place = next;
        }

        if (start < 0) throw new UnreadableMailException();
        yield return body[Math.Min(start, body.Length)..];
    }

    /// <summary>The line break before a boundary is the boundary's (RFC 2046 section 5.1.1).</summary>
    static int BeforeBreak(ReadOnlySpan<char> body, int start, int end)
    {
        if (end > start && body[end - 1] == '\n') end--;
        if (end > start && body[end - 1] == '\r') end--;
        return Math.Max(start, end);
    }

    static (ReadOnlyMemory<char> Line, int Next) Line(ReadOnlyMemory<char> text, int place)
    {
        var end = text.Span[place..].IndexOfAny('\r', '\n');
        if (end < 0) return (text[place..], text.Length);

        var line = text.Slice(place, end);
        var next = place + end + (text.Span[place + end] == '\r' && place + end + 1 < text.Length && text.Span[place + end + 1] == '\n' ? 2 : 1);
        return (line, next);
    }

    static string First(List<(string Name, string Value)> headers, string name) => headers.Find(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    sealed class UnreadableMailException : Exception;
}
