using System.Text.RegularExpressions;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>What kind of writing a line of a report is: names stand by other signs in each.</summary>
enum Segment
{
    Prose,

    /// <summary>A label and its value.</summary>
    Form,

    /// <summary>Cells between bars or tabulators.</summary>
    Table,

    /// <summary>Written by a machine: a log, key=value, JSON, comma-separated.</summary>
    Record,

    /// <summary>A header of a mail, also of a quoted one.</summary>
    MailHeader,

    /// <summary>Hour, speaker and what was said.</summary>
    Chat,
}

/// <summary>Tells the segments of a text apart, line by line.</summary>
static partial class Segments
{
    const int FewestPairs = 2;
    const int FewestCells = 2;
    const int FewestCommas = 5;

    /// <param name="line">One line in compared spelling.</param>
    public static Segment Of(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length < 3) return Segment.Prose;
        if (MailHeader().IsMatch(line)) return Segment.MailHeader;
        if (Chat().IsMatch(line)) return Segment.Chat;
        if (line.Count('|') >= FewestCells || line.Count('\t') >= FewestCells) return Segment.Table;
        if (RecordStart().IsMatch(line) || Pair().Count(line) >= FewestPairs || (line.Count(',') >= FewestCommas && !line.ContainsAnyInRange('ぁ', 'ゖ'))) return Segment.Record;
        return Form().IsMatch(line) ? Segment.Form : Segment.Prose;
    }

    [GeneratedRegex(@"\A(?:[>| ]{0,8})(?:from|to|cc|bcc|subject|date|sent|reply-to|sender|message-id|received|return-path|in-reply-to|references|mime-version|content-[a-z-]{4,24}|x-[a-z-]{2,30}|差出人|送信者|宛先|件名|送信日時|送信元|受信者|返信先) ?:", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex MailHeader();

    [GeneratedRegex(@"\A\[?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\]?[ 　]{0,2}[<@(]?[^ \d:<>=\[\]""]{1,20}[>)]?(?: ?[:>»)|]|[ 　]{2,}|「)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Chat();

    [GeneratedRegex(@"\A(?:<[0-9]{1,3}>|[\[{(""]{0,2}(?:19|20)[0-9]{2}[-/.][0-9]{2}[-/.][0-9]{2}[t ][0-9]{2}:[0-9]{2}:[0-9]{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) {1,2}[0-9]{1,2} [0-9]{2}:[0-9]{2}:[0-9]{2}|cef:|leef:|[{\[] ?""|(?:[0-9]{1,3}\.){3}[0-9]{1,3} - )", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex RecordStart();

    [GeneratedRegex(@"(?:^|[ ,;{(])[""']?[a-z][a-z0-9_.-]{0,30}[""']?(?:=|"":)[ ]?[^ ,;=]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Pair();

    [GeneratedRegex(@"\A(?:[・■●○◆□▼▽*>-]|[0-9]{1,2}[.)、])? ?[^:=。、\n]{1,24}? ?[:=] ?[^\n/]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Form();
}
