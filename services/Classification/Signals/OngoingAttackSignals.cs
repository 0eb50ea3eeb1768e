using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>An attack that is going on as the report is written. Restoring and searching may go on; that is no attack.</summary>
public static partial class OngoingAttackSignals
{
    const int Subject = 40;
    const int Earlier = 150;

    static readonly Anchored Continuing = new(GoesOn(), "継続", "続いて", "続き", "続行中", "続けて", "断続", "進行中", "止まって", "収まって", "収束して", "終息して", "やまない", "繰り返されて");
    static readonly Anchored UnderAttack = new(Attacked(), "攻撃", "侵入者", "不正アクセス", "スキャン", "dos", "ddos", "受け続けて", "され続けて");

    static readonly Anchored English = new(
        EnglishGoesOn(), "under ", "attack", "ongoing", "on-going", "continu", "in-progress", "persistent", "active", "is still", "are still", "is currently", "are currently", "still ", "ddos", "scan", "flood", "intrusion", "exfiltration", "traffic", "exploitation", "encryption", "phishing", "infection");

    static readonly Anchored EnglishItself = new(ItGoesOn(), "it ", "this ", "that ", "they ", "these ", "still ");

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        var prose = field.Prose;
        foreach (var match in Continuing.In(prose.Text))
        {
            if (found.Enough(SignalTable.Ongoing)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!Over().IsMatch(sentence.After) && (AttackBefore(sentence.Before) || AttackEarlier(prose.Text, sentence, match))) Add(match);
        }

        foreach (var match in UnderAttack.In(prose.Text))
        {
            if (found.Enough(SignalTable.Ongoing)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!Over().IsMatch(sentence.After) && (!match.Groups["now"].Success || Now().IsMatch(sentence.Before))) Add(match);
        }

        foreach (var match in English.In(prose.Text))
        {
            if (found.Enough(SignalTable.Ongoing)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!OverEnglish().IsMatch(sentence.Whole) && !NotEnglish().IsMatch(sentence.Before)) Add(match);
        }

        foreach (var match in EnglishItself.In(prose.Text))
        {
            if (found.Enough(SignalTable.Ongoing)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!RemedyEnglish().IsMatch(sentence.Before) && !NotEnglish().IsMatch(sentence.Before) && (Attack().IsMatch(sentence.Whole) || Attack().IsMatch(Before(prose.Text, sentence)))) Add(match);
        }

        void Add(Match match) => found.Add(SignalTable.Ongoing, prose.ToOriginal(match.Index, match.Length));
    }

    /// <summary>The attack is what goes on: between the two stands nothing else that could.</summary>
    static bool AttackBefore(ReadOnlySpan<char> before)
    {
        var near = before[Math.Max(0, before.Length - Subject)..];
        var end = -1;
        foreach (var match in Attack().EnumerateMatches(near)) end = match.Index + match.Length;

        return end >= 0 && !Remedy().IsMatch(near[end..]);
    }

    /// <summary>"DDoS 攻撃を受けた。現在も続いている。"</summary>
    static bool AttackEarlier(string text, Sentence sentence, Match match) =>
        (Now().IsMatch(sentence.Before) || match.ValueSpan.StartsWith("断続")) && !Remedy().IsMatch(sentence.Before) && Attack().IsMatch(Before(text, sentence));

    static ReadOnlySpan<char> Before(string text, Sentence sentence) => text.AsSpan(Math.Max(0, sentence.From - Earlier), Math.Min(Earlier, sentence.From));

    [GeneratedRegex(
        @"\G(?:継続(?:中|して(?:い|お)|的に(?:行われて|発生して|続いて)(?:い|お))|続いて(?:い|お)|続(?:き(?=、)|行中)|続けて(?:い|お)|断続(?:的)?に?(?:継続|続|発生|観測|行われ)|進行中|(?:止まって|収まって|収束して|終息して)(?:い)?(?:ない|ません|おらず)|やまない|繰り返されて(?:い|お))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex GoesOn();

    [GeneratedRegex(
        @"\G(?:(?:攻撃|不正アクセス|スキャン|d?dos)中(?![断止心継])|(?<now>(?:攻撃|不正アクセス|スキャン|d?dos)[^。、\n]{0,12}(?:受けて|されて|観測されて|行われて)(?:い(?:る|ます)|おり))|攻撃を受けて(?:い(?:る|ます)|おり)(?!が?場合|間に|最中に(?:停止|遮断)|か)|(?:受け|され)続けて(?:い|お)|(?:攻撃者|侵入者)(?:は|が)?[^。\n]{0,12}(?:現在も|今も|いまも|なお|いまだに?|まだ|依然)[^。\n]{0,20}(?:いる|おり|滞在|潜|残って|活動))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Attacked();

    [GeneratedRegex("現在|今(?![月年週回度後])|いま|なお|依然|引き続き|報告時点", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Now();

    [GeneratedRegex(
        @"\G(?:under (?:\w{1,10} )?attack(?:(?<=(?:still|currently|again|now|are|is|being) (?:being |coming )?under (?:\w{1,10} )?attack)| (?:at (?:the|this) (?:moment|time)|now|right now|as we write))|attacks?(?: \w{1,12}){0,4} (?:is|are|remains?) (?:still |currently |now )?(?:ongoing|on-going|continuing|in progress|under ?way|active|going on)|(?:ongoing|on-going|continuing|continuous|in-progress|persistent|active) (?:[a-z0-9-]{1,16} ){0,3}(?:attacks?|intrusions?|ddos|exploitation|compromise|scanning|scans?|campaign|exfiltration|encryption|brute[ -]force)(?![a-z])|(?:attacks?|ddos|flood(?:ing)?|scan(?:s|ning)?|intrusions?|exfiltration|exploitation|phishing|traffic)(?: \w{1,12}){0,4} (?:continues?|persists?|keeps? coming|goes on|go on|(?:is|are) not (?:yet )?over)(?! to be (?:investigated|analysed|analyzed|monitored|watched))" +
        @"|(?:is|are) (?:still|currently) (?:being )?(?:attacked|targeted|exploited|scanned|flooded|hit|encrypting|spreading|exfiltrating|ddosed)|attackers? (?:is|are) (?:still|currently)|still (?:in our|inside our|inside the|active in|attacking|flooding|spreading|arriving|coming in)|(?:attack|ddos|scan|flood|intrusion|exfiltration|traffic)s?(?: \w{1,12}){0,3} (?:has|have) not (?:yet )?(?:stopped|ceased|subsided|ended)|(?:intrusion|exfiltration|exploitation|ddos|flood|scanning|encryption|phishing|infection)(?: \w{1,10}){0,3} (?:is|are) (?:still |currently )?(?:ongoing|on-going|in progress|continuing|under ?way))",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EnglishGoesOn();

    [GeneratedRegex(@"\G(?:(?:it|this|that|they|these) (?:is|are) (?:still |currently )?(?:ongoing|on-going|in progress|continuing|happening)|still (?:ongoing|on-going|in progress|continuing|happening|going on))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex ItGoesOn();

    [GeneratedRegex(@"攻撃|不正アクセス|不正(?:な)?(?:通信|ログイン|送信)|d?dos|侵入|感染|スキャン|試行|アクセス集中|大量(?:の)?アクセス|不審な|フィッシング|なりすまし|ばらまき|スパム|迷惑メール|改[ざ竄]ん|暗号化|流出|漏えい|漏洩|c2|ビーコン|被害|attack|intrusion|scan|flood|phishing|brute|exploit|exfiltrat|malicious", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Attack();

    [GeneratedRegex(@"復旧|調査|対応|監視|確認|分析|作業|対策|協議|検討|切り?替え|営業|業務|サービス(?!への|へ)|提供|運用|運転|停止|障害|遅延|影響|解析|支援|ヒアリング|工事|メンテ", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Remedy();

    [GeneratedRegex(@"(?<![a-z])(?:investigat|recover|restor|monitor|analys|works?(?![a-z])|working|maintenance|outage|repair|review|forensic|clean)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex RemedyEnglish();

    [GeneratedRegex(@"\A(?:い|お)?(?:る|ます|り)?(?:は)?(?:ない|ません|らず|た(?!め)|まし|なかった|ませんでした|(?:だ|であ|でし)った(?!ため)|でした)|\A[^。\n]{0,10}(?:確認されて|認められ|観測されて)(?:い|お)?(?:ない|ません|らず|ず)|\A(?:い|お)?(?:る|た|り|ました)?(?:もの)?(?:が|けれど|ものの)、?[^。\n]{0,40}(?:停止|終息|収束|終了|止ま[っりる]|なくな|遮断でき|沈静|解消|収ま[っり])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Over();

    [GeneratedRegex(@"(?<![a-z])(?:attack|ddos|scan|flood|traffic|it|intrusion)s?(?: \w{1,12}){0,3} (?:has|have|had) (?:now |since |already )?(?:stopped|ended|ceased|subsided|been (?:stopped|blocked|contained))|(?:attack|ddos|flood)s? (?:stopped|ended|ceased|subsided|is over|are over)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OverEnglish();

    [GeneratedRegex(@"(?<![a-z])(?:no|not|never|no longer|isn't|aren't|without|if|whether|in case)(?: \w{1,10}){0,3}(?: an?)? ?\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NotEnglish();
}
