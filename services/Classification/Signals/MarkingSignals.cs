using System.Buffers;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>TLP labels (2.0 and 1.0) and handling marks in Japanese and English, in any spelling that a reader would take for one.</summary>
public static partial class MarkingSignals
{
    static readonly SearchValues<string> LabelAnchors = SearchValues.Create(
        ["tlp", "t.l.p", "t-l-p", "t_l_p", "t・l・p", "trafficlight", "traffic-light", "トラフィックライト", "red", "amber", "green", "clear", "white", "レッド", "アンバー", "グリーン", "クリア", "ホワイト"], StringComparison.Ordinal);

    static readonly SearchValues<string> MarkAnchors = SearchValues.Create(
        ["秘", "親展", "内部", "社内", "部外", "非公開", "confidential", "慎", "シュレッダ", "限り", "限定", "限る", "限】", "限)", "限]", "注意", "扱厳重", "扱い厳重", "機密", "関係者", "無用", "破棄", "廃棄", "削除", "消去", "裁断", "焼却", "禁", "不可", "ないで", "しないこと", "遠慮", "控え", "断り", "暗号化"], StringComparison.Ordinal);

    static readonly SearchValues<string> EnglishAnchors = SearchValues.Create(
        ["secret", "confiden", "internal", "eyes only", "eyes-only", "official use", "need to know", "need-to-know", "restricted", "limited", "proprietary", "recipient", "addressee", "do not", "don't", "not be", "not to be", "not for", "must not", "may not", "no copy", "no copies", "no further", "no onward", "no public", "no photoc", "no repro", "no forward", "no redistribution", "no distribution", "no dissem", "no shar", "no disclos", "handle with care", "controlled", "members only", "once read", "when read", "prohibited", "forbidden", "not permitted", "not allowed", "encrypt", "destroy", "after reading", "after use", "after review", "after viewing", "shred", "noforn", "fouo"], StringComparison.Ordinal);

    // Marks of agencies and companies; matched without white space.
    static readonly (Code Code, Regex Marks)[] Japanese =
    [
        (SignalTable.MarkingSecret, TopSecret()),
        (SignalTable.MarkingInternal, Internal()),
        (SignalTable.MarkingRestricted, Restricted()),
        (SignalTable.HandlingNoCopy, NoCopy()),
        (SignalTable.HandlingNoRedistribution, NoRedistribution()),
        (SignalTable.HandlingNoTakeOut, NoTakeOut()),
        (SignalTable.HandlingEncrypt, Encrypt()),
        (SignalTable.HandlingDestroy, Destroy()),
    ];

    static readonly (Code Code, Regex Marks)[] English =
    [
        (SignalTable.MarkingSecret, TopSecretEnglish()),
        (SignalTable.MarkingInternal, InternalEnglish()),
        (SignalTable.MarkingRestricted, RestrictedEnglish()),
        (SignalTable.HandlingNoCopy, NoCopyEnglish()),
        (SignalTable.HandlingNoRedistribution, NoRedistributionEnglish()),
        (SignalTable.HandlingNoTakeOut, NoTakeOutEnglish()),
        (SignalTable.HandlingEncrypt, EncryptEnglish()),
        (SignalTable.HandlingDestroy, DestroyEnglish()),
    ];

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        var squeezed = field.Squeezed.Text;
        if (squeezed.AsSpan().ContainsAny(LabelAnchors)) Labels(field, found);
        if (squeezed.AsSpan().ContainsAny(MarkAnchors))
        {
            foreach (var (code, marks) in Japanese)
            {
                foreach (var match in marks.EnumerateMatches(squeezed)) found.Add(code, field.Squeezed.ToOriginal(match.Index, match.Length));
            }
        }

        // NFKC makes 秘 of ㊙
        if (field.Plain.Original.IndexOf('㊙', StringComparison.Ordinal) is >= 0 and var circled) found.Add(SignalTable.MarkingSecret, new(circled, 1));

        if (!field.Prose.Text.AsSpan().ContainsAny(EnglishAnchors)) return;

        foreach (var (code, marks) in English)
        {
            foreach (var match in marks.EnumerateMatches(field.Prose.Text))
            {
                if (found.Enough(code)) break;
                if (!Advice().IsMatch(field.Prose.SentenceAt(match.Index, match.Length).Before)) found.Add(code, field.Prose.ToOriginal(match.Index, match.Length));
            }
        }
    }

    static void Labels(FieldText field, SignalList found)
    {
        var view = field.Squeezed;
        foreach (Match match in Tlp().Matches(view.Text))
        {
            if (!Starts(view, match.Index)) continue;

            var span = view.ToOriginal(match.Index, match.Length);
            var labels = match.Groups["label"];
            foreach (Capture label in labels.Captures) found.Add(Label(label.Value), span);

            var assigned = match.Groups["mid"].ValueSpan.ContainsAny(':', '=');
            if (labels.Success ? Continues(view, match.Index + match.Length) : assigned && UnknownLabel().IsMatch(view.Text.AsSpan(match.Index + match.Length)))
            {
                found.Add(SignalTable.MarkingUnknown, span);
            }
        }

        foreach (Match match in Told().Matches(view.Text))
        {
            var label = match.Groups["label"];
            if (Starts(view, match.Index)) found.Add(Label(label.Value), view.ToOriginal(label.Index, label.Length));
        }

        foreach (Match match in AtLineStart().Matches(field.Plain.Text))
        {
            var label = match.Groups["label"];
            found.Add(Label(label.Value), field.Plain.ToOriginal(label.Index, label.Length));
        }
    }

    static Code Label(string written) => written switch
    {
        "red" or "レッド" or "赤" or "赤色" => SignalTable.MarkingRed,
        "amber" or "アンバー" => SignalTable.MarkingAmber,
        "green" or "グリーン" or "緑" or "緑色" => SignalTable.MarkingGreen,
        "clear" or "クリア" or "クリアー" or "white" or "ホワイト" or "白" or "白色" => SignalTable.MarkingClear,
        _ => SignalTable.MarkingAmberStrict,
    };

    /// <summary>No letter runs into the place: what stands before belongs to another word.</summary>
    static bool Starts(TextView view, int place) => place == 0 || !char.IsAsciiLetter(view.Text[place]) || !char.IsAsciiLetter(view.Text[place - 1]) || WordBounds.Apart(view, place);

    /// <summary>The word goes on behind the label, so the label is another one: GREENISH, AMBER+MORE.</summary>
    static bool Continues(TextView view, int place)
    {
        if (place < view.Text.Length - 1 && view.Text[place] == '+' && char.IsAsciiLetter(view.Text[place + 1])) return true;

        return place < view.Text.Length && char.IsAsciiLetter(view.Text[place]) && !WordBounds.Apart(view, place);
    }

    const string Amber = "amber[+_/&(-]{0,2}(?:strict|厳格|ストリクト)|アンバー[+・_(-]{0,2}(?:strict|ストリクト|厳格)|amber|アンバー";
    const string Written = "(?:" + Amber + "|red|green|clear|white|レッド|グリーン|クリアー?|ホワイト)";

    [GeneratedRegex(
        "(?:t[._・-]?l[._・-]?p|traffic-?lightprotocol|トラフィック・?ライト・?プロトコル)(?:[(v]{0,2}(?:er(?:sion)?)?\\.?[12](?:\\.[0-9])?\\)?)?" +
        "(?<mid>(?:[]:;=_/|>\"'`’“”「」『』【】〔〕《》〈〉()[{}<*~・.→⇒-]|levels?|labell?(?:ed)?|mark(?:ing|ed)|colou?r|code|class(?:ification)?|is|as|set|to|of|区分|レベル|ラベル|指定|表示|マーキング|取り?扱い?|カラー|色|設定|情報|分類|基準|共有|は|を|が|の|で|に|と){0,6})" +
        "(?:(?<label>" + Written + ")(?:[/|・~&](?:tlp:?)?(?<label>" + Written + ")){0,4}|(?<label>[赤緑白]色?))?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Tlp();

    [GeneratedRegex("\\A(?!traffic|https?:|www|the|this|see|please|for|first)(?:[a-z]|[ァ-ヺ]{2}|[黄青紫橙黒灰金銀]|未定|未設定|未指定|不明)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex UnknownLabel();

    [GeneratedRegex(
        "【(?<label>" + Written + ")(?:扱い?|指定|情報|区分|限定)?】" +
        "|(?<label>" + Written + ")(?:情報|区分|レベル|ラベル|相当|[」』”\"'】)])?(?:とし|に|で|の|と)?て?(?:取り?扱|扱[いうっ]|扱(?![^】)。、]{0,1}[一-龯])|指定(?!席|管理|都市)|(?:での?|にて)共有)" +
        "|(?:(?:取り?扱い?|共有|配布|公開|開示|情報|機密|秘匿)(?:区分|レベル|範囲|ラベル|基準)|取り?扱い?|ラベル|マーキング|classification|classifiedas|marking|markedas|handling|handledas|handleas|treatas|treatthisas|treatedas|labell?edas|sharing(?:level)?|disclosure|sensitivity)(?:は|[:=「『\"'-]){0,3}(?<label>" + Written + ")",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Told();

    [GeneratedRegex(
        @"(?:\A|\n)[ >|*・•-]{0,8}(?:(?:re|fwd?|件名|題名|表題|subject|title) ?: ?){0,4}[[〔<《〈] ?(?<label>red|amber ?[+_-]? ?strict|amber|green|clear|white|レッド|アンバー|グリーン) ?[]〕>》〉]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex AtLineStart();

    [GeneratedRegex(
        "極秘(?!裏|に)|厳秘|(?:マル|まる|丸)秘|特定秘密(?!保護)|[【[(〔<《]秘[】\\])〕>》]|親展|機密(?:性)?(?:レベル|区分|の?格付け?|は|[:=・(「-]){0,3}3(?!件|つ|名|人|回|点|項|か|箇|台|個|年|月|日|時|[0-9.%])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex TopSecret();

    [GeneratedRegex(
        "[一-龯ァ-ヺー]外秘(?!密)|(?:社|部|庁|省|局|行|院|学|課|署|所|組織|内|団体|市|県|町|職員|自組織)(?:内|部)?限り|(?:社内|部内|庁内|省内|局内|行内|院内|組織内|内部)(?:限定?(?=[】)\\]〕。公共資配情扱])|使用限定|利用限定)" +
        "|[【[(〔<《](?:機密|秘密|部外|内部資料|社内資料|社内用|内部用|非公開|対外非公開|公表不可|confidential)[^】\\])〕>》]{0,8}[】\\])〕>》]|(?:機密|秘密?)(?:扱い|指定|文書につき|情報につき|につき|として取り?扱)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Internal();

    [GeneratedRegex(
        "(?:関係者|関係機関|関係部署|関係先|当事者|構成員|会員|メンバー|セプター|ceptoar|受信者|宛先|名宛人|配[布付]先|受領者|加盟[社者])(?:内)?(?:限[りる定]|に限[りる定]|限(?=[】)\\]〕。、]|\\z))" +
        "|関係者のみ(?!が|は|を対象|も|アクセス|ログイン|入室|入館|入場|立ち?入|利用|使用|操作|接続|参照|編集|で(?:対応|実施|協議|打|会議)|に(?:連絡|通知|周知|案内|アクセス|権限|許可)|知|に?(?:閲覧|共有|開示|公開)(?:でき|可能な|権限|設定|フォルダ|され))|関係者以外(?:への?|の|に|には)?(?:閲覧|開示|配[布付]|提供|共有|公開|持ち?出し?|秘)" +
        "|取り?扱い?(?:に)?(?:は)?(?:、)?(?:厳重|厳|要|十分に?|特に|細心の|くれぐれも)?(?:に)?ご?注意(?=[】)\\]〕。、・\\n!]|\\z|情報|のこと|すること|ください|下さい|願|をお願|の上|です|と|文書|資料|で|書|指定|扱い|表示|マーク|[a-z0-9])" +
        "|取り?扱い?注意|取り?扱い?厳重|機密(?:性)?(?:レベル|区分|の?格付け?|は|[:=・(「-]){0,3}2(?!件|つ|名|人|回|点|項|か|箇|台|個|年|月|日|時|[0-9.%])|要機密情報|(?:限定|制限)(?:配[布付]|共有|公開)(?:情報|資料|文書|です|】|\\)|\\])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Restricted();

    // What was forbidden, is set to be forbidden or is a function of a product is no mark.
    const string Forbidden = "(?:物|行為|等|など)?(?:は|を|も|の|につきまして|につい)?(?:て)?(?:は)?(?:一切|固く|厳に|堅く|絶対に?|原則)?(?:厳禁|禁止(?!(?:を)?(?:し[てた]|され|設定|措置|機能|ポリシー|ルール|ヘッダ|フラグ|属性|となっ|にし[てた]|に設定|に変更|とする(?:設定|措置|運用)|する(?:設定|措置|運用)))|禁ず|禁じ(?!て(?:い[たる](?!だ)|おり))|不可(?!能|欠|避|視)|無用|厳に慎|し?ないで(?:くだ|下)|しないこと(?!を|と[し決]|が)|なさらないで|お?ご?控え(?:くだ|下|願|いただ)|ご?遠慮|お断り)";

    [GeneratedRegex("(?:無断)?(?:複製|コピー|複写|転写|撮影|スクリーンショット|印刷|複製・転載|コピー・転送)" + Forbidden, RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoCopy();

    [GeneratedRegex(
        "(?:再配[布付]|二次配[布付]|二次利用|転送|転載|再共有|再転送|再送信?|再提供|他言|口外|漏[洩えら]し?い?|部外開示|社外開示|対外開示|外部(?:への?|に)?(?:の)?(?:提供|開示|共有|公開|公表|展開|転送|配[布付]|漏[洩え]い?)|第三者(?:への?|に)?(?:の)?(?:提供|開示|共有|転送|配[布付])|(?:sns|web|ウェブ|ネット|インターネット)(?:への?|上)?(?:の)?(?:投稿|掲載|公開)|横展開|回覧|公表|(?:本|この|当該)(?:情報|資料|件|メール|報告書?|文書|内容)(?:の|は|を)(?:共有|配[布付]|開示|公開|展開|拡散))" + Forbidden +
        "|[【[(〔](?:共有|配[布付]|開示|公開|拡散|展開)(?:厳禁|禁止|不可)[】\\])〕]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoRedistribution();

    [GeneratedRegex("(?:持ち?出し?|持ちだし)" + Forbidden, RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoTakeOut();

    [GeneratedRegex("要暗号化|暗号化(?:必須|要|を要する|が必要な情報|の(?:上|うえ)(?:、)?で?(?:送付|送信|保管|保存|共有|取り?扱|提供)|して(?:ください|下さい|おくこと|(?:送付|送信|保管|保存|共有|取り?扱う?)(?:する)?(?:こと|くだ|下さ|願))|すること(?!が|に(?:し|決)|で|を))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Encrypt();

    [GeneratedRegex("(?:読後|閲覧後|一読後|読了後|使用後|参照後|用済み?後|お?読みに?なっ?た?後|読み終わったら|ご覧になった後)(?:は|に|、|、?速やかに|、?すみやかに|、?直ちに|、?必ず|、?即時?に?|、?確実に){0,3}(?:破棄|廃棄|削除|消去|焼却|裁断|シュレッダー?)(?!し(?:た|て(?:い|し|お)|まし)|され(?!たい|るよう)|済|し、)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Destroy();

    [GeneratedRegex(@"\btop[ -]?secret\b|\b(?:strictly|highly|most) confidential\b|\beyes[ -]only\b|\bnoforn\b|(?:\A|\n)[^a-z\n]{0,6}secret(?=[^a-z]{0,6}(?:\n|\z))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex TopSecretEnglish();

    [GeneratedRegex(
        @"\binternal (?:use|distribution|circulation|eyes|purposes?)(?: use)? only\b|\b(?:for|only for|restricted to) (?:our |company )?internal (?:use|distribution|circulation)\b|\binternal[ -]only\b|\b(?:company|commercial|business|private and|proprietary and|commercial[ -]in)[ -]confiden(?:tial|ce)\b(?! (?:data|information|files?|documents?|records?))|\bofficial use only\b|\bfouo\b" +
        @"|(?:\A|\n|[\[【(<])[^a-z0-9\n]{0,6}(?:company )?confidential(?: information)?(?=[^a-z0-9]{0,6}(?:\n|\z)|[\]】)>:]| [-/|])|\b(?:this|the) (?:report|document|message|mail|e-?mail|information|note|notice|advisory|content) (?:is|are|must be kept|should be kept|to be kept) (?:strictly |highly |company )?(?:confidential|internal)\b|\b(?:marked|classified|treat(?:ed)? (?:it |this )?as|keep (?:it |this )?|classification: ?|handling: ?)(?: as)? ?[""'“]?confidential\b|\bnot for external\b|\bdo not share (?:it |this )?(?:externally|outside)\b",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex InternalEnglish();

    [GeneratedRegex(
        @"\bneed[ -]to[ -]know (?:basis|only|principle)\b|\bstrictly need[ -]to[ -]know\b|(?:\A|\n|[\[【(<])[^a-z0-9\n]{0,6}need[ -]to[ -]know(?=[^a-z0-9]{0,6}(?:\n|\z|[\]】)>]))|\bon a need[ -]to[ -]know\b|\b(?:handling|distribution|sharing|marking): ?need[ -]to[ -]know\b|\b(?:limited|restricted|controlled) (?:distribution|circulation|sharing)\b|\b(?:distribution|circulation|sharing|dissemination)(?: is| of this \w{1,12}(?: is)?)? (?:strictly )?(?:limited|restricted) to\b|\b(?:recipients?|addressees?|members?) only\b|\bhandle with care\b",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex RestrictedEnglish();

    // What is forbidden of a suspicious mail or a password is advice.
    const string ButAdvice = @"\b(?!,? (?:any |your |their |the |these |those |such |this |or open |suspicious |unknown ){0,4}(?:passwords?|credentials?|accounts?|usb|links?|attachments?|suspicious|phishing|unexpected|spam|malicious|e-?mails? from|tokens?|keys?|badges?|sessions?|screens?))";
    const string MustNot = @"\b(?:do not|don't|(?:(?:must|may|should|shall|can|is|are) )?not (?:to )?be|(?:must|may|should|shall) not)";

    [GeneratedRegex(MustNot + @" (?:re)?(?:copy|copied|reproduced?|duplicated?|printed?|photographed?|screenshot)" + ButAdvice + @"|\bno (?:further )?(?:copies|copying|reproduction|photocopies)\b(?! (?:of (?:the )?(?:data|files?|database)|were|was|have))|\b(?:copying|reproduction|duplication|photocopying)(?: of this \w{1,12})?(?: is| are)?(?: strictly)? (?:prohibited|forbidden|not permitted|not allowed)\b", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoCopyEnglish();

    [GeneratedRegex(
        MustNot + @" (?:copy or |copied or |further |openly |publicly )?(?:forward(?:ed)?|(?:re)?distributed?|(?:re-?)?shared?|disclosed?|publish(?:ed)?|disseminated?|circulated?|pass(?:ed)? (?:it |this )?on|re-?post(?:ed)?|post(?:ed)?|released? (?:it |this )?(?:publicly|to the public|outside|further))" + ButAdvice +
        @"|\bnot for (?:further |public |any |general |onward |wider )?(?:re)?(?:distribution|release|publication|dissemination|disclosure|circulation|forwarding|sharing)\b|\bno (?:further |onward |public )?(?:(?:re)?distribution|forwarding|dissemination|sharing|disclosure)\b(?! (?:of (?:personal|customer)|was|has|list))|\b(?:redistribution|distribution|forwarding|dissemination|disclosure|onward sharing|re-?sharing|sharing)(?: of this \w{1,12})?(?: outside [a-z ]{1,30})?(?: is| are)?(?: strictly)? (?:prohibited|forbidden|not permitted|not allowed)\b",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoRedistributionEnglish();

    [GeneratedRegex(MustNot + @" (?:take (?:it |this )?(?:out|off[ -]?site|outside)|taken (?:out|off[ -]?site|outside)|remove (?:it |this )?from the|removed? from the (?:premises|office|building|site)|carried out)\b|\b(?:must|may) not leave the (?:premises|office|building|site|organisation|organization)\b", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoTakeOutEnglish();

    [GeneratedRegex(@"\bencryption (?:is )?(?:required|mandatory)\b|\b(?:must|shall|to|should|only) be (?:sent |stored |kept |transmitted |shared )?encrypted\b(?! by)|\bkeep (?:it |this )?encrypted\b|\b(?:store|send|transmit|share|handle|keep)(?: it| this)? (?:only )?(?:encrypted|in encrypted form)\b|\bencrypt (?:it |this )?(?:before|when) (?:sending|storing|forwarding|sharing|transmi)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EncryptEnglish();

    [GeneratedRegex(@"\b(?:destroy|delete|burn|shred|erase|dispose of)(?: it| this)?(?: \w{1,12})? after (?:reading|use|reviewing|review|viewing)\b|\bafter reading,? (?:please )?(?:destroy|delete|burn|shred|erase)\b|\bread and destroy\b|\b(?:must|to|should|shall) be (?:destroyed|deleted|shredded|erased|burned|burnt) (?:after|once|when) (?:reading|read|use|used|review)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex DestroyEnglish();

    [GeneratedRegex(@"\b(?:told|instructed|asked|warned|advised|reminded|urged|trained|(?:asks|telling|warning|reminding|advising|instructing|asking)) (?:\w{1,14} ){0,5}(?:to |that they |:? ?[""'“]?)?\z|\b(?:employees|staff|users|operators|contractors|personnel|they|people) \z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Advice();
}
