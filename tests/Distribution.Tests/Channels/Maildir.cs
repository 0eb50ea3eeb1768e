using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>A mail as the server of the tests took it. <c>Text</c> and <c>Html</c> with line ends of one character.</summary>
public sealed record TakenMail(string MailFrom, string RcptTo, IReadOnlyDictionary<string, string> Head, string Text, string Html, string Raw)
{
    public string Subject => Head["subject"];
}

/// <summary>
/// The maildir in which the tests' mail server keeps what the hub sent: <c>TESTS_MAIL</c> is <c>host:port;folder</c>, as
/// <c>infra/backends.sh start</c> writes it to <c>secrets/tests-mail</c>.
/// </summary>
public static partial class Maildir
{
    static readonly (string Host, string Port, string Folder) Access = Find();
    static readonly ConcurrentDictionary<string, TakenMail> Read = new(StringComparer.Ordinal);

    public static string Host => Access.Host;

    public static string Port => Access.Port;

    /// <summary>All mails to an address until now, oldest first.</summary>
    public static IReadOnlyList<TakenMail> To(string address) => [.. All().Where(m => m.RcptTo.Equals(address, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits for the first mail to an address.</summary>
    public static async Task<TakenMail> One(string address)
    {
        IReadOnlyList<TakenMail> found = [];
        await DistributionFixture.Until(() => Task.FromResult((found = To(address)).Count > 0), "No mail came.");
        return found[0];
    }

    public static IEnumerable<TakenMail> All()
    {
        var folder = Path.Combine(Access.Folder, "new");
        return System.IO.Directory.Exists(folder) ? System.IO.Directory.GetFiles(folder).OrderBy(f => File.GetLastWriteTimeUtc(f)).Select(f => Read.GetOrAdd(f, file => Parse(File.ReadAllText(file)))) : [];
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
                var content = Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(partBody.Where(c => !char.IsWhiteSpace(c))))).ReplaceLineEndings("\n");
                if (partHead["content-type"].StartsWith("text/html", StringComparison.Ordinal)) html = content;
                else text = content;
            }
        }

        return new(head.GetValueOrDefault("x-mailfrom", ""), head.GetValueOrDefault("x-rcptto", ""), head, text, html, raw);
    }

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

    static (string, string, string) Find()
    {
        var access = Environment.GetEnvironmentVariable("TESTS_MAIL") is { Length: > 0 } told ? told : File.ReadAllText(Path.Combine(Repository(), ".run", "test-backends", "secrets", "tests-mail"));
        var parts = access.Trim().Split(';');
        var server = parts[0].Split(':');
        return (server[0], server[1], parts[1]);
    }

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CeptoarHub.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("CeptoarHub.sln is nowhere above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex("boundary=\"?(?<boundary>[^\";\\s]+)\"?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?[^?]*\?=(\s+=\?utf-8\?B\?[^?]*\?=)*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWords();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWord();
}
