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

    static readonly Anchored Unending = new(DoesNotEnd(), "止", "収ま", "おさま", "衰", "や", "途切", "鎮ま", "続け", "つつ", "最中", "てい", "てお", "てき", "て来", "てます", "でます", "でい", "でお");

    static readonly Anchored EnglishUnending = new(
        NoEnd(), "still ", "let up", "let-up", "not ", "n't ", "n’t ", "as i ", "as we ", "right now", "this very", "at this ", "one after another", "keep", "no sign", "hands on keyboard", "hands-on-keyboard", "unabated", "without ", "as of ", "while i ", "while we ", "so far no end", "no end", "wave after", "continu");

    static readonly Anchored EnglishItself = new(ItGoesOn(), "it ", "this ", "that ", "they ", "these ", "still ");

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        var prose = field.Prose;
        foreach (var match in Continuing.In(prose.Words))
        {
            if (found.Enough(SignalTable.Ongoing)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!Over().IsMatch(sentence.After) && (AttackBefore(sentence.Before) || AttackEarlier(prose.Text, sentence, match))) Add(match);
        }

        foreach (var match in UnderAttack.In(prose.Words))
        {
            if (found.Enough(SignalTable.Ongoing)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!Over().IsMatch(sentence.After) && (!match.Groups["now"].Success || Now().IsMatch(sentence.Before))) Add(match);
        }

        foreach (var match in Unending.In(prose.Words))
        {
            if (found.Enough(SignalTable.Ongoing)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (Over().IsMatch(sentence.After) || (match.Groups["now"].Success && !Now().IsMatch(sentence.Whole))) continue;

            if (AttackBefore(sentence.Before) || (!Remedy().IsMatch(sentence.Before) && (Onslaught().IsMatch(sentence.Before) || Attack().IsMatch(Before(prose.Text, sentence))))) Add(match);
        }

        foreach (var match in EnglishUnending.In(prose.Words))
        {
            if (found.Enough(SignalTable.Ongoing)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!OverEnglish().IsMatch(sentence.Whole) && !RemedyEnglish().IsMatch(sentence.Whole) && (AttackEnglish().IsMatch(sentence.Whole) || Attack().IsMatch(Before(prose.Text, sentence)))) Add(match);
        }

        foreach (var match in English.In(prose.Words))
        {
            if (found.Enough(SignalTable.Ongoing)) return;

            var sentence = prose.SentenceAt(match.Index, match.Length);
            if (!OverEnglish().IsMatch(sentence.Whole) && !NotEnglish().IsMatch(sentence.Before)) Add(match);
        }

        foreach (var match in EnglishItself.In(prose.Words))
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

    [GeneratedRegex(
        @"\G(?:(?:止[まむ]|収ま[るり]?|おさま[るり]?|衰え[る]?|やむ|途切れ[る]?|鎮ま[るり]?|止み)[^。、\n]{0,5}(?:気配|様子|兆し)[^。\n]{0,4}(?:な|見え|あ?りま)|(?:止ま|収まら|おさまら|鎮まら|止まら|やま|途切れ|衰え)(?:ず(?!に済)|ない(?:まま|状|。|\n|\z|、|で)|(?:て(?:は)?(?:い|お)ら?)(?:ない|ません|ず))|(?<=[受けされき押寄し送来りらべみめちにいけ])続け(?:て(?:い|お|ます)|られて)|つつあ[るり]|最中(?:で|に|だ(?!った)|。|\n|\z)|(?<now>(?<=届い|来|き|押し寄せ|受け|され|寄せられ|広がっ|書かれ|行われ|観測され|試みられ|叩かれ|狙われ|盗まれ|送られ|襲われ|流れ込ん|飛ん|かかっ|流入し|増え|殺到し|入っ|攻撃し|走っ|動い|繰り返し|やっ|居座っ|潜ん)(?:て|で)(?:い(?!な|ま(?:せん|した)|た)|お(?!りませ|らず|りました)|き?て(?:い|お|ま)|ます(?!が停)|来て|くる)))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex DoesNotEnd();

    [GeneratedRegex("過負荷|大量(?:の)?(?:要求|リクエスト|メール|アクセス|着信|通信|トラフィック)|メールが|要求(?:が|は)|リクエスト(?:が|は)|辞書|総当たり|ブルートフォース|波(?:が|は)|書込み|着信(?:が|は)|攻撃|脅迫|探索", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Onslaught();

    [GeneratedRegex(
        @"\G(?:still (?:see|seeing|receiv|getting|coming|hitting|hammer|pour|arriv|flow|under|probing|trying|knocking|moving|roaming|sitting|there|inside|running|being|going|encrypt|rising|growing)|(?:has not|have not|hasn['’]t|haven['’]t|does not|doesn['’]t|do not|not|n['’]t)(?: yet)? (?:let up|stop(?:ped|ping)?|ceased?|abat\w{1,3}|subsid\w{1,3}|end(?:ed|ing)?|died down|gone away|go away|been evicted|evicted|expelled|slow(?:ed|ing)?(?: down)?|contained|over)(?![a-z])|let up since|as (?:i|we) (?:write|speak|type|report)|while (?:i|we) (?:write|speak|type|report)|right now|(?:at )?this (?:very )?(?:moment|minute|instant)|at this time|as of (?:this )?writing|one after another|keep(?:s)? (?:on )?(?:coming|hitting|attacking|sending|arriving|trying|pouring|flooding|hammering|probing|returning|growing|rising|knocking)|no sign of (?:\w{1,12} ){0,3}(?:stop|let|abat|end|slow|eas|ceas)|hands[ -]on[ -]keyboard|unabated|without (?:a |any )?(?:pause|let-?up|break|interruption)|no end (?:in sight|to)|wave after wave|continu(?:es|ing) (?:to (?:arrive|come|hit|flood|grow|rise|spread|attack|scan|probe|be (?:attacked|hit|flooded|targeted))|at|with))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoEnd();

    [GeneratedRegex(@"attack|intru|scan|flood|phish|brute|exploit|exfiltrat|malicious|ddos|waves?(?![a-z])|gbps|stuffing|spray|locked|encrypt|actor|botnet|bots?(?![a-z])|hostile|bogus|junk|probe|probing|log-?in attempts|sign-?in attempts|wip(?:ed|ing)|being (?:hit|hammered|stolen|deleted)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex AttackEnglish();

    [GeneratedRegex("現在|目下|未だ|いまだ|続々|次々|相次|ひっきりなし|絶え間|刻々|この瞬間|直近|毎[秒分]|今(?![月年週回度後])|いま|なお|依然|引き続き|報告時点", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
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
