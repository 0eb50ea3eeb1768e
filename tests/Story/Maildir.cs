using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Ceptoar.Story;

/// <summary>A mail as the hub's private mail server took it. <c>Text</c> and <c>Html</c> with line ends of one character.</summary>
public sealed record TakenMail(string MailFrom, string RcptTo, IReadOnlyDictionary<string, string> Head, string Text, string Html, string Raw)
{
    public string Subject => Head["subject"];
}

/// <summary>The maildir in which a hub's private mail server keeps what the hub sent.</summary>
/// <param name="folder">The maildir.</param>
public sealed partial class Maildir(string folder)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly ConcurrentDictionary<string, TakenMail> read = new(StringComparer.Ordinal);

    /// <summary>All mails until now, oldest first.</summary>
    public IEnumerable<TakenMail> All()
    {
        var arrived = new DirectoryInfo(Path.Combine(folder, "new"));
        return arrived.Exists ? arrived.GetFiles().OrderBy(f => f.LastWriteTimeUtc).Select(f => read.GetOrAdd(f.FullName, file => Parse(File.ReadAllText(file)))) : [];
    }

    /// <summary>All mails to an address until now, oldest first.</summary>
    public IReadOnlyList<TakenMail> To(string address) => [.. All().Where(m => m.RcptTo.Equals(address, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits for a mail to an address; of several the newest that is as wanted.</summary>
    /// <exception cref="TimeoutException">None came within a minute.</exception>
    public async Task<TakenMail> Newest(string address, Func<TakenMail, bool> wanted, CancellationToken ct = default)
    {
        for (var end = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < end; await Task.Delay(100, ct))
        {
            if (To(address).LastOrDefault(wanted) is { } mail) return mail;
        }

        throw new TimeoutException("No such mail came.");
    }

    public static TakenMail Parse(string raw)
    {
        raw = raw.ReplaceLineEndings("\n");
        var (head, body) = Split(raw);
        var type = head.GetValueOrDefault("content-type", "");
        var (text, html) = ("", "");
        if (Boundary().Match(type) is { Success: true } found)
        {
            foreach (var part in body.Split("--" + found.Groups["boundary"].Value, StringSplitOptions.None).Skip(1).Where(p => !p.StartsWith("--", StringComparison.Ordinal)))
            {
                var (partHead, partBody) = Split(part.TrimStart('\n'));
                var content = Content(partBody);
                if (partHead["content-type"].StartsWith("text/html", StringComparison.Ordinal)) html = content;
                else text = content;
            }
        }

        else
        {
            text = Content(body);
        }

        return new(head.GetValueOrDefault("x-mailfrom", ""), head.GetValueOrDefault("x-rcptto", ""), head, text, html, raw);
    }

    static string Content(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(base64.Where(c => !char.IsWhiteSpace(c))))).ReplaceLineEndings("\n");

    static (Dictionary<string, string> Head, string Body) Split(string raw)
    {
        var end = raw.IndexOf("\n\n", StringComparison.Ordinal);
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Regex.Replace(raw[..end], "\n[ \t]+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) head[line[..colon].ToLowerInvariant()] = Decoded(line[(colon + 1)..].Trim());
        }

        return (head, raw[(end + 2)..]);
    }

    static string Decoded(string value) => EncodedWords().Replace(value, run => Encoding.UTF8.GetString([.. EncodedWord().Matches(run.Value).SelectMany(w => Convert.FromBase64String(w.Groups["text"].Value))]));

    [GeneratedRegex("boundary=\"?(?<boundary>[^\";\\s]+)\"?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?[^?]*\?=(\s+=\?utf-8\?B\?[^?]*\?=)*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWords();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWord();
}
