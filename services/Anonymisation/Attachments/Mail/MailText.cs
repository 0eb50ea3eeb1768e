using System.Text;
using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Anonymisation.Attachments.Mail;

/// <summary>A mail as a text that can be anonymised, and what it says of attacker and victim.</summary>
static partial class MailText
{
    const int MostUrls = 100;
    const int MostFiles = 100;
    const int LongestValue = 500;

    /// <param name="mail">As it was read.</param>
    /// <param name="ours">Whether a host or address is a member's own: hops of such hosts go.</param>
    public static (string Text, IReadOnlyList<ReportedIndicator> Indicators) Of(MailMessage mail, Func<string, bool> ours)
    {
        var text = new StringBuilder();
        var indicators = new List<ReportedIndicator>();
        Write(mail, ours, text, indicators);
        return (text.ToString(), [.. indicators.Where(i => i.Value.Length is > 1 and <= LongestValue).Distinct()]);
    }

    static void Write(MailMessage mail, Func<string, bool> ours, StringBuilder text, List<ReportedIndicator> indicators)
    {
        foreach (var (name, value) in mail.Headers)
        {
            if (MailHeaders.Kept.Contains(name, StringComparer.OrdinalIgnoreCase) && Said(name, value, ours) is { Length: > 0 } said) text.Append(name).Append(": ").Append(Line(said)).Append('\n');
        }

        text.Append('\n');
        var body = Untracked(string.Join("\n\n", [.. mail.Texts, string.Join('\n', mail.Links.Distinct())]));
        text.Append(body).Append('\n');
        foreach (var file in mail.Files) text.Append("Attachment: ").Append(Line(file.Name ?? file.MediaType)).Append(" SHA-256: ").Append(file.Sha256).Append('\n');

        var victims = mail.Headers.Where(h => MailHeaders.Recipients.Contains(h.Name, StringComparer.OrdinalIgnoreCase)).SelectMany(h => People(h.Value)).ToList();
        indicators.AddRange(victims.SelectMany(Victim));
        // who passes a mail on is no attacker, and neither is who writes to its own house
        var senders = MailHeaders.Senders.SelectMany(mail.All).SelectMany(People).Where(p => p.Address is not null).ToList();
        var inner = senders.Exists(s => !MailHeaders.PublicDomains.Contains(s.Domain) && victims.Exists(v => v.Domain == s.Domain));
        if (mail.Carried.Count == 0 && !inner)
        {
            indicators.AddRange(senders.Where(s => !victims.Exists(v => v.Address == s.Address)).SelectMany(Sender));
            indicators.AddRange(Urls(body).Select(url => Indicator("url", url, "unknown")));
            foreach (var file in mail.Files.Where(f => !f.MediaType.StartsWith("image/", StringComparison.Ordinal)).Take(MostFiles))
            {
                indicators.Add(Indicator("sha256", file.Sha256, "unknown"));
                if (file.Name is not null) indicators.Add(Indicator("fileName", file.Name, "unknown"));
            }
        }

        foreach (var carried in mail.Carried)
        {
            text.Append("\n----\n");
            Write(carried, ours, text, indicators);
        }
    }

    /// <summary>What of a header stays; null where nothing does.</summary>
    static string? Said(string name, string value, Func<string, bool> ours) => name.ToLowerInvariant() switch
    {
        "received" => Hop(value, ours),
        "message-id" => value.LastIndexOf('@') is var at and >= 0 ? value[(at + 1)..].TrimEnd('>', ' ') : null,
        _ => value,
    };

    /// <summary>Where a mail came from, as far as that is outside: never for whom, and never under which number.</summary>
    static string? Hop(string value, Func<string, bool> ours)
    {
        var hop = ReceivedHop().Match(value);
        var (from, by) = (hop.Groups["from"].Value, hop.Groups["by"].Value);
        if (!hop.Success || from.Length == 0 || Hosts().Matches(from).Any(host => ours(host.Value))) return null;

        return by.Length == 0 || ours(by) ? $"from {from}" : $"from {from} by {by}";
    }

    /// <summary>A URL without what follows <c>?</c> or <c>#</c>: there stands the token by which an attacker knows the recipient again.</summary>
    static string Untracked(string text) => TrackedUrl().Replace(text, "${url}");

    static IEnumerable<string> Urls(string text) => PlainUrl().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ';', ':', '!')).Where(u => u.Length > "https://".Length).Distinct().Take(MostUrls);

    static IEnumerable<Person> People(string value)
    {
        foreach (var piece in value.Split(',', ';'))
        {
            var address = Address().Match(piece);
            var name = (piece.IndexOf('<', StringComparison.Ordinal) is var open and >= 0 ? piece[..open] : address.Success ? "" : piece).Trim(' ', '"', '\'', '\t');
            if (address.Success || name.Length > 0) yield return new(name, address.Success ? address.Value.ToLowerInvariant() : null);
        }
    }

    static IEnumerable<ReportedIndicator> Victim(Person person)
    {
        if (person.Address is { } address) yield return Indicator("email", address, "victim");
        if (person.Domain.Length > 0 && !MailHeaders.PublicDomains.Contains(person.Domain)) yield return Indicator("domain", person.Domain, "victim");
        if (SearchTerm.Reach(SearchTerm.Key(person.Name)) != Reach.None) yield return Indicator("other", person.Name, "victim");
    }

    static IEnumerable<ReportedIndicator> Sender(Person person)
    {
        yield return Indicator("email", person.Address!, "attacker");
        if (!MailHeaders.PublicDomains.Contains(person.Domain)) yield return Indicator("domain", person.Domain, "attacker");
    }

    static ReportedIndicator Indicator(string type, string value, string role) => new() { Type = type, Value = value, Role = role };

    static string Line(string value) => value.ReplaceLineEndings(" ").Trim();

    sealed record Person(string Name, string? Address)
    {
        public string Domain => Address is null ? "" : Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..];
    }

    [GeneratedRegex(@"\A\s*(?:from\s+(?<from>.{1,1000}?)\s+)?by\s+(?<by>[^\s;()]{1,255})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, Limits.RegexMilliseconds)]
    private static partial Regex ReceivedHop();

    [GeneratedRegex(@"[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,10}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"(?<url>https?://[^\s<>""'?#]{1,2000})[?#][^\s<>""']{0,4000}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex TrackedUrl();

    [GeneratedRegex(@"https?://[!-;=?-Z_a-z~%]{1,500}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex PlainUrl();

    [GeneratedRegex(@"[A-Za-z0-9._%+'=/-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Address();
}
