using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>
/// E-mail addresses: all of them, but for an attacker's, be it that the reporter listed it, that it was made harmless, or that it
/// stands where an attacker's stands; one of which nothing tells whose it is is a guess. No member's and no look-alike's is kept.
/// </summary>
static partial class EmailRecogniser
{
    const int Before = 48;

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var view = field.Refanged;
        var replied = ReplyHosts(view.Text);
        foreach (Match match in Email().Matches(view.Text))
        {
            var length = view.Text.AsSpan(match.Index, match.Length).TrimEnd("-.").Length;
            var address = view.Text.Substring(match.Index, length);
            var at = address.IndexOf('@', StringComparison.Ordinal);
            var host = address[(at + 1)..];
            var reported = facts.Reported.Of(address);
            var members = Victims.Owns(facts.Directory, host) || facts.Directory.LooksAlike(host) || facts.Directory.LooksAlike(address.AsSpan(0, at));
            var attackers = (reported == "attacker" || (reported is null && Attackers(view, match.Index, length, host, replied))) && !members;

            yield return attackers && IndicatorValues.Normal("email", address) is not null
                ? view.Finding(match.Index, length, "email", "indicator.email", Verdict.Keep) with { Value = address, Role = "attacker" }
                : view.Finding(match.Index, length, FindingTypes.Email, "contact.email", members || reported is not null || FreeMail().IsMatch(host) || OursBefore().IsMatch(Words(view, match.Index)) ? Verdict.Remove : Verdict.RemoveLikely);
        }
    }

    static bool Attackers(TextView view, int start, int length, string host, HashSet<string> replied)
    {
        var before = Words(view, start);
        if (ReplyHeader().IsMatch(before) || Demand().IsMatch(before)) return true;
        if (OursBefore().IsMatch(before)) return false;

        // A sender whose answers go elsewhere is one whose mailbox was taken, or whose name was.
        if (FromHeader().IsMatch(before)) return replied.Count == 0 || replied.Contains(host);

        var span = view.ToOriginal(start, length);
        return (!FreeMail().IsMatch(host) && Defanged().IsMatch(view.Original.AsSpan(span.Start, span.Length))) || Cue().IsMatch(before);
    }

    static ReadOnlySpan<char> Words(TextView view, int start) => view.Text.AsSpan(Math.Max(0, start - Before), Math.Min(Before, start));

    static HashSet<string> ReplyHosts(string text)
    {
        var hosts = new HashSet<string>();
        foreach (Match match in ReplyLine().Matches(text)) hosts.Add(match.Groups["host"].Value);

        return hosts;
    }

    /// <summary>Where customers have their mailboxes.</summary>
    [GeneratedRegex(@"^(?:[a-z0-9-]{1,20}\.)?(?:gmail|googlemail|yahoo|outlook|hotmail|live|icloud|me|docomo|ezweb|au|softbank|ymobile|nifty|biglobe|so-net|ocn|aol)\.", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex FreeMail();

    [GeneratedRegex(@"[a-z0-9._%+'-]{1,64}@\[?[a-z0-9][a-z0-9.-]{0,252}\]?", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:reply-to|return-path|sender|x-sender|envelope-from|mailfrom|mail from|返信先|message-id)[:=]? ?[^\n@]{0,30}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex ReplyHeader();

    [GeneratedRegex(@"(?:^|\n)(?:from|差出人|送信者|送信元)[:=]? ?[^\n@]{0,40}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex FromHeader();

    [GeneratedRegex(@"(?:reply-to|return-path)[:=] ?[^\n@]{0,40}@(?<host>[a-z0-9.-]{3,100})", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex ReplyLine();

    [GeneratedRegex(@"[\[({<] ?(?:\.|dot|@|at|ドット|アット) ?[\])}>]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex Defanged();

    [GeneratedRegex(@"(?:攻撃者|犯人|攻撃元|送信元|差出人|送信者|発信元|不審|偽|詐称|なりすまし|詐欺|フィッシング|脅迫|身代金|要求|転送先|転送設定|転送ルール|送信先は|流出先|持ち出し先|交渉|attacker|actor|sender|sent from|came from|from the address|spoof|phish|scam|fraud|ransom|extort|negotiat|contact them|drop|exfil|upload|cloud account|sent by smtp|were sent|要求文|forwarded to|forwarding|forward rule|rule)[^\n@]{0,30}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Cue();

    [GeneratedRegex(@"(?:身代金|要求文|脅迫|攻撃者|犯人|ransom|note)[^\n@]{0,20}(?:連絡先|宛先|contact|address)[^\n@]{0,10}\z|(?:宛先|転送先|送信先)を[^\n@]{0,4}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Demand();

    [GeneratedRegex(@"(?:弊社|当社|自社|当院|当行|当局|連絡先|問い?合わ?せ|担当|照会先|窓口|宛先|受信者|被害者|our|contact:|victim|recipient|to:|cc:|reach (?:me|us)|mail me)[^\n@]{0,30}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OursBefore();
}
