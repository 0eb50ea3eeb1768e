using System.Text;
using System.Text.RegularExpressions;

namespace Ceptoar.Distribution.Channels;

/// <summary>What a report of delivery (RFC 3464) says of the one recipient that each of the hub's mails has.</summary>
/// <param name="To">Where the report was sent to: the fields of its head that name it.</param>
/// <param name="MessageIds">Of the mail that came back.</param>
/// <param name="Action">failed, delayed, delivered, relayed or expanded.</param>
/// <param name="Status">Enhanced status of RFC 3463, such as 5.1.1.</param>
public sealed partial record DeliveryReport(string To, string MessageIds, string Action, string Status)
{
    public bool Failed => Action == "failed";

    /// <summary>Whether trying again is of no use.</summary>
    public bool IsPermanent => Failed && Status.StartsWith('5');

    const int DeepestNesting = 8;
    const int MostParts = 50;

    /// <summary>Null where it is no report of delivery, as an absence note is none.</summary>
    /// <param name="mail">The report as the mail server passes it on.</param>
    public static DeliveryReport? Read(ReadOnlySpan<byte> mail)
    {
        var text = Encoding.Latin1.GetString(mail).ReplaceLineEndings("\n");
        // what a pipe writes before the head (From_)
        if (text.StartsWith("From ", StringComparison.Ordinal) && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var line) text = text[(line + 1)..];

        var whole = Part.Of(text);
        if (whole.MediaType != "multipart/report") return null;

        var parts = Leaves(whole, depth: 0).Take(MostParts).ToArray();
        if (Array.Find(parts, p => p.MediaType is "message/delivery-status" or "message/global-delivery-status") is not { } status) return null;

        // the first block is of the mail, each further one of a recipient
        var recipients = status.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Fields).Where(f => f.ContainsKey("action")).ToArray();
        if (recipients.Length == 0) return null;

        var worst = recipients.MinBy(f => f["action"].Trim().ToLowerInvariant() switch { "failed" => 0, "delayed" => 1, _ => 2 })!;
        var returned = Array.Find(parts, p => p.MediaType is "message/rfc822" or "text/rfc822-headers" or "message/rfc822-headers" or "message/global" or "message/global-headers");
        return new(
            string.Join(' ', new[] { "to", "delivered-to", "x-original-to", "envelope-to" }.Select(f => whole.Head.GetValueOrDefault(f, ""))),
            returned is null ? "" : Fields(Head(returned.Body)).GetValueOrDefault("message-id", ""),
            worst["action"].Trim().ToLowerInvariant(),
            Enhanced().Match(worst.GetValueOrDefault("status", "")).Value);
    }

    static IEnumerable<Part> Leaves(Part part, int depth)
    {
        if (!part.MediaType.StartsWith("multipart/", StringComparison.Ordinal) || part.Boundary is null || depth == DeepestNesting) return [part];

        return part.Parts().SelectMany(p => Leaves(p, depth + 1));
    }

    static string Head(string text) => text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;

    /// <summary>The fields of a head by their names in lower case, unfolded; of one that comes twice all values.</summary>
    static Dictionary<string, string> Fields(string head)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in head.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n'))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) continue;

            var name = line[..colon].Trim().ToLowerInvariant();
            fields[name] = fields.TryGetValue(name, out var earlier) ? $"{earlier} {line[(colon + 1)..].Trim()}" : line[(colon + 1)..].Trim();
        }

        return fields;
    }

    /// <param name="Head">Its fields.</param>
    /// <param name="MediaType">In lower case.</param>
    /// <param name="Body">Decoded.</param>
    sealed record Part(Dictionary<string, string> Head, string MediaType, string? Boundary, string Body)
    {
        public static Part Of(string text)
        {
            // a part without fields begins with the empty line
            var head = text.StartsWith('\n') ? "" : DeliveryReport.Head(text);
            var body = text.Length > head.Length ? text[head.Length..].TrimStart('\n') : "";
            var fields = Fields(head);
            var type = fields.GetValueOrDefault("content-type", "text/plain");
            return new(fields, type.Split(';')[0].Trim().ToLowerInvariant(), BoundaryIn().Match(type) is { Success: true } found ? found.Groups["quoted"].Value + found.Groups["bare"].Value : null,
                Decoded(body, fields.GetValueOrDefault("content-transfer-encoding", "").Trim().ToLowerInvariant()));
        }

        public IEnumerable<Part> Parts()
        {
            var (delimiter, lines, open) = ("--" + Boundary, new List<string>(), false);
            foreach (var line in Body.Split('\n'))
            {
                var mark = line.TrimEnd();
                if (mark != delimiter && mark != delimiter + "--")
                {
                    if (open) lines.Add(line);
                    continue;
                }

                if (open) yield return Of(string.Join('\n', lines));
                lines.Clear();
                open = mark == delimiter;
            }

            if (open && lines.Count > 0) yield return Of(string.Join('\n', lines)); // cut off on its way
        }

        static string Decoded(string body, string encoding)
        {
            switch (encoding)
            {
                case "base64":
                    var bytes = new byte[body.Length];
                    return Convert.TryFromBase64String(body, bytes, out var length) ? Encoding.Latin1.GetString(bytes.AsSpan(0, length)).ReplaceLineEndings("\n") : "";
                case "quoted-printable":
                    return Quoted().Replace(body.Replace("=\n", "", StringComparison.Ordinal), m => ((char)Convert.ToInt32(m.Value[1..], 16)).ToString());
                default:
                    return body;
            }
        }
    }

    [GeneratedRegex("""boundary\s*=\s*("(?<quoted>[^"]{1,200})"|(?<bare>[^\s";]{1,200}))""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex BoundaryIn();

    [GeneratedRegex("=[0-9A-Fa-f]{2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[245]\.\d{1,3}\.\d{1,3}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Enhanced();
}
