using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>URLs, hosts, hashes, CVEs, AS numbers and file names. Members' and inner ones are removed, the others kept.</summary>
static partial class IndicatorRecogniser
{
    static readonly FrozenSet<string> FileExtensions = new[]
    {
        "exe", "dll", "sys", "scr", "cpl", "msi", "msp", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk", "jar", "class", "py", "pyc", "rb", "php", "asp", "aspx", "jsp", "cgi", "elf", "bin", "so",
        "ko", "apk", "dmg", "iso", "img", "vhd", "vhdx", "zip", "rar", "7z", "gz", "tgz", "tar", "xz", "cab", "lzh", "ace", "doc", "docx", "docm", "dot", "dotm", "xls", "xlsx", "xlsm", "xlsb", "xlam", "ppt", "pptx", "pptm",
        "rtf", "pdf", "csv", "txt", "log", "dat", "tmp", "bak", "html", "htm", "xml", "json", "yml", "yaml", "conf", "cfg", "ini", "inf", "reg", "sql", "db", "mdb", "one", "eml", "msg", "mips", "mpsl", "arm", "arm5", "arm7", "x86", "sh4", "ppc", "sh", "pl", "lua", "pdb", "a3x", "nse", "ocx", "drv", "efi", "war", "ear", "wasm", "xll", "ppam", "ova", "vmdk", "service", "plist", "kdbx", "pst", "ost", "dmp", "evtx", "etl", "swp", "key", "pem", "crt", "pfx", "mdf", "ldf", "sqlite", "pcap", "png", "jpg", "jpeg", "gif", "svg", "chm",
    }.ToFrozenSet();

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var view = field.Refanged;
        return [.. Urls(view, facts), .. Hosts(view, facts), .. Unc(view), .. Plain(view, facts)];
    }

    static IEnumerable<Finding> Urls(TextView view, RecogniserFacts facts)
    {
        foreach (Match match in Url().Matches(view.Text))
        {
            var length = view.Text.AsSpan(match.Index, match.Length).TrimEnd(".,;:!?'").Length;
            var url = view.Text.Substring(match.Index, length);
            var span = view.ToOriginal(match.Index, length);
            if (IndicatorValues.HostOf(url) is not var (from, size) || Victims.Owns(facts.Directory, url.Substring(from, size).TrimEnd('.')) || LooksAlike(facts, url.Substring(from, size)))
            {
                yield return view.Finding(match.Index, length, FindingTypes.Url, "url.victim", Verdict.Remove);
                continue;
            }

            var value = IndicatorValues.Normal("url", view.Original.Substring(span.Start, span.Length)) ?? url;
            var role = facts.Reported.Of(value) ?? facts.Reported.Of(url.Substring(from, size)) ?? Cues.Role(view, match.Index, length);
            foreach (Match word in PathWord().Matches(url))
            {
                if (word.Index >= from + size && facts.Directory.LooksAlike(word.ValueSpan)) yield return view.Finding(match.Index + word.Index, word.Length, FindingTypes.Organisation, "url.lookalike", Verdict.Remove);
            }

            yield return role == Cues.Ours
                ? view.Finding(match.Index, length, FindingTypes.Url, "url.ours", Verdict.Remove)
                : view.Finding(match.Index, length, "url", "indicator.url", Verdict.Keep) with { Value = value, Role = role, HostEnd = view.ToOriginal(match.Index + from, size).End };
        }
    }

    static IEnumerable<Finding> Hosts(TextView view, RecogniserFacts facts)
    {
        foreach (Match match in Host().Matches(view.Text))
        {
            var host = view.Text.Substring(match.Index, match.Length);
            var extension = host[(host.LastIndexOf('.') + 1)..];
            if (Victims.Owns(facts.Directory, host) || LooksAlike(facts, host))
            {
                yield return view.Finding(match.Index, match.Length, FindingTypes.Host, "host.inner", Verdict.Remove);
                continue;
            }

            var file = FileExtensions.Contains(extension);
            if (!file && (!Dictionary.Morphology.Vocabulary.TopLevel(extension) || TagOfPlant(view, match.Index, match.Length, extension))) continue;

            var value = file ? view.Original.Substring(view.ToOriginal(match.Index, match.Length).Start, view.ToOriginal(match.Index, match.Length).Length) : host;
            var role = facts.Reported.Of(value) ?? Cues.Role(view, match.Index, match.Length);
            var type = file ? "fileName" : "domain";
            yield return role == Cues.Ours
                ? view.Finding(match.Index, match.Length, FindingTypes.Host, "host.ours", Verdict.Remove)
                : view.Finding(match.Index, match.Length, type, "indicator." + type, Verdict.Keep) with { Value = value, Role = role };
        }
    }

    /// <summary>A tag of a control system, all in capitals: no resolver knows what it ends in.</summary>
    static bool TagOfPlant(TextView view, int start, int length, string last)
    {
        var span = view.ToOriginal(start, length);
        return last is not ("com" or "net" or "org" or "jp" or "example" or "test" or "info" or "biz" or "onion") && view.Original.AsSpan(span.Start, span.Length).IndexOfAnyInRange('a', 'z') < 0 && view.Original.AsSpan(span.Start, span.Length).ContainsAnyInRange('0', '9');
    }

    /// <summary>A host made to be taken for a member's, also in the letters of other scripts.</summary>
    static bool LooksAlike(RecogniserFacts facts, string host) => facts.Directory.LooksAlike(host) || (host.Contains("xn--", StringComparison.Ordinal) && Unicode(host) is { } shown && TextView.Of(shown).Text is var text && (facts.Directory.LooksAlike(text) || facts.Directory.Stands(text)));

    static string? Unicode(string host)
    {
        try
        {
            return new System.Globalization.IdnMapping().GetUnicode(host);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static IEnumerable<Finding> Unc(TextView view)
    {
        foreach (Match match in UncPath().Matches(view.Text))
        {
            var group = match.Groups.Cast<Group>().Skip(1).First(g => g.Success);
            if (group.Value is "public" or "default" or "all users" or "default user") continue;

            var type = group.Name == "host" ? FindingTypes.Host : FindingTypes.Person;
            yield return view.Finding(group.Index, group.Length, type, "path." + group.Name, Verdict.Remove);
        }
    }

    static IEnumerable<Finding> Plain(TextView view, RecogniserFacts facts)
    {
        foreach (Match match in PlainIndicator().Matches(view.Text))
        {
            var text = view.Text.Substring(match.Index, match.Length);
            var type = text switch
            {
                ['c', 'v', 'e', ..] => "cve",
                ['a', 's', ..] => "asn",
                { Length: 32 } => "md5",
                { Length: 40 } => "sha1",
                { Length: 64 } => "sha256",
                _ => "other",
            };
            if (IndicatorValues.Normal(type, text) is not { } value) continue;

            var role = facts.Reported.Of(value) ?? (type == "cve" ? "unknown" : Cues.Role(view, match.Index, match.Length));
            yield return role == Cues.Ours && type == "asn"
                ? view.Finding(match.Index, match.Length, FindingTypes.Address, "asn.ours", Verdict.Remove)
                : view.Finding(match.Index, match.Length, type, "indicator." + type, Verdict.Keep) with { Value = value, Role = role == Cues.Ours ? "unknown" : role };
        }
    }

    [GeneratedRegex(@"(?<![a-z0-9])(?:https?|ftps?|sftp|tcp|udp|ldaps?|rmi|smb|ssh|wss?|rtsp|mqtt|telnet)://[!#-&(-;=?-\[\]_a-z~]{1,2000}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Url();

    [GeneratedRegex("[a-z0-9_-]{6,63}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex PathWord();

    [GeneratedRegex(@"(?<![a-z0-9@._%-])(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.){1,10}(?:[a-z][a-z0-9]{1,23}|xn--[a-z0-9-]{1,59})(?![a-z0-9@_-])(?!\.[a-z0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Host();

    [GeneratedRegex(@"(?<!\\)\\\\(?<host>[a-z0-9][a-z0-9._-]{0,62})\\|[a-z]:\\users\\(?<user>[^\\\s/:*?""<>|、。,]{1,40})|(?<![a-z0-9])/home/(?<user>[a-z0-9._-]{1,32})", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex UncPath();

    [GeneratedRegex(@"(?<![a-z0-9])(?:cve-[0-9]{4}-[0-9]{4,7}|asn? ?[1-9][0-9]{2,9}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![a-z0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex PlainIndicator();
}
