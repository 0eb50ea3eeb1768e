using System.Buffers;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>TLP labels (2.0 and 1.0) and handling marks in Japanese and English, in any spelling that a reader would take for one.</summary>
public static partial class MarkingSignals
{
    const int Quoted = 60;

    static readonly SearchValues<char> Assigning = SearchValues.Create(":=「『【\"");

    static readonly WordSet LabelAnchors = new(
        ["tlp", "ティーエルピー", "t.l.p", "t-l-p", "t_l_p", "t・l・p", "trafficlight", "traffic-light", "トラフィックライト", "red", "amber", "green", "clear", "white", "レッド", "アンバー", "グリーン", "クリア", "ホワイト"]);

    static readonly WordSet Telling = new("【", "扱", "指定", "共有", "区分", "レベル", "範囲", "ラベル", "基準", "マーキング", "classif", "mark", "handl", "treat", "label", "sharing", "disclosure", "sensitivity");

    static readonly WordSet MarkAnchors = new(
        ["秘", "親展", "内部", "社内", "部外", "非公開", "confidential", "慎", "シュレッダ", "限り", "限定", "限る", "限】", "限)", "限]", "注意", "扱厳重", "扱い厳重", "機密", "関係者", "無用", "破棄", "廃棄", "削除", "消去", "裁断", "焼却", "禁", "不可", "ないで", "ないこと", "ないよう", "ぬよう", "ぬこと", "遠慮", "控え", "断り", "暗号化", "祕", "シークレット", "コンフィデンシャル", "社内専用", "内部専用", "社内のみ", "社内だけ", "不出", "限", "のみ閲覧", "のみ共有", "お取りに", "ng", "だめ", "ダメ", "駄目", "やめ", "慎ん", "処分", "消し", "捨て", "燃や", "平文", "pgp", "内密", "内々", "オフレコ", "ここだけ", "伏せて", "知る必要", "許可", "承諾", "了承", "同意", "認め", "帯出", "機微", "のみ", "だけ", "までと", "までで", "内秘"]);

    static readonly WordSet EnglishAnchors = new(
        ["secret", "confiden", "internal", "eyes only", "eyes-only", "official use", "need to know", "need-to-know", "restricted", "limited", "proprietary", "recipient", "addressee", "do not", "don't", "not be", "not to be", "not for", "must not", "may not", "no copy", "no copies", "no further", "no onward", "no public", "no photoc", "no repro", "no forward", "no redistribution", "no distribution", "no dissem", "no shar", "no disclos", "handle with care", "controlled", "members only", "once read", "when read", "prohibited", "forbidden", "not permitted", "not allowed", "encrypt", "destroy", "after reading", "after use", "after review", "after viewing", "shred", "noforn", "fouo", "not for", "not leave", "not to leave", "pgp", "gpg", "plain text", "plaintext", "clear text", "cleartext", "privileged", "confidence", "staff only", "employees only", "in-house", "refrain", "duplicate", "once you", "when you", "after you", "read and", "upon receipt", "delete", "erase", "discard", "wipe", "between us", "yourself", "off the record", "with care", "with caution", "with discretion", "authorised", "authorized", "only with", "never ", "permission", "consent", "stays ", "stay ", "remain", "keep "]);

    // What is forbidden is said with one of these.
    static readonly WordSet Forbidding = new("禁", "不可", "無用", "慎", "ないで", "ないこと", "ないよう", "ぬよう", "ぬこと", "控え", "遠慮", "断り", "ng", "だめ", "ダメ", "駄目", "やめ", "容赦", "認め", "許", "ずお願", "ず願", "ずお手元", "ずにお願", "ずに願", "ずにお手元");

    // Marks of agencies and companies; matched without white space. One of the cues stands in every mark, and where it forbids, a word for that.
    static readonly (Code Code, Regex Marks, WordSet Cues, bool Forbids)[] Japanese =
    [
        (SignalTable.MarkingSecret, TopSecret(), new("秘", "祕", "マルヒ", "マルひ", "まるヒ", "まるひ", "丸ヒ", "丸ひ", "親展", "シークレット", "機密"), false),
        (SignalTable.MarkingInternal, Internal(), new("秘", "限", "専用", "内のみ", "内だけ", "部のみ", "部だけ", "不出", "内々", "コンフィデンシャル", "以外", "機密", "内部", "部外", "社内資料", "社内用", "非公開", "公表不可", "confidential"), false),
        (SignalTable.MarkingRestricted, Restricted(), new("限", "関係者", "注意", "厳重", "機密", "知る必要", "ニード", "need", "必要な", "のみと", "のみで", "のみに", "までと", "までで", "までに", "慎重", "留意", "気を付け", "気をつけ", "用心", "先のみ", "者のみ", "員のみ", "部のみ", "人のみ", "ーのみ", "職のみ", "方のみ", "様のみ", "先だけ", "者だけ", "員だけ", "部だけ", "人だけ", "ーだけ", "職だけ", "方だけ", "様だけ", "機微"), false),
        (SignalTable.HandlingNoCopy, NoCopy(), new("複製", "コピー", "複写", "転写", "撮影", "スクリーンショット", "スクショ", "キャプチャ", "写し", "謄写", "転記", "プリントアウト", "印刷", "デジカメ", "写真", "控え", "画面", "写さ"), true),
        (SignalTable.HandlingNoRedistribution, NoRedistribution(), new("禁", "不可", "無用", "慎", "ないで", "ないこと", "ないよう", "ぬよう", "ぬこと", "控え", "遠慮", "断り", "ng", "だめ", "ダメ", "駄目", "やめ", "容赦", "認め", "許", "ずお願", "ず願", "ずお手元", "ずにお願", "ずに願", "ずにお手元", "承諾", "了承", "同意", "承認", "了解", "内密", "オフレコ", "ここだけ", "秘密厳守", "口止め", "伏せて"), false),
        (SignalTable.HandlingNoTakeOut, NoTakeOut(), new("持", "もち", "モチダシ", "搬出", "帯出", "携行", "出さ", "出し"), true),
        (SignalTable.HandlingEncrypt, Encrypt(), new("暗号化", "平文", "pgp", "s/mime"), false),
        (SignalTable.HandlingDestroy, Destroy(), new("破棄", "廃棄", "削除", "消去", "焼却", "裁断", "処分", "抹消", "溶解", "シュレッダ", "消し", "捨て", "燃やし", "破い"), false),
    ];

    static readonly (Code Code, Regex Marks, WordSet? Cues)[] English =
    [
        (SignalTable.MarkingSecret, TopSecretEnglish(), new("secre", "confiden", "eyes", "noforn")),
        (SignalTable.MarkingInternal, InternalEnglish(), new("internal", "confiden", "official use", "fouo", "private", "proprietary", "privileged", "outside", "external", "beyond", "inside", "within", "in-house", "inhouse", "for staff", "for employees", "for our own", "for company", "for personnel", "for office", "staff only", "staff use only", "employees only", "employees use only", "attorney", "third")),
        (SignalTable.MarkingRestricted, RestrictedEnglish(), null),
        (SignalTable.HandlingNoCopy, NoCopyEnglish(), null),
        (SignalTable.HandlingNoRedistribution, NoRedistributionEnglish(), null),
        (SignalTable.HandlingNoTakeOut, NoTakeOutEnglish(), null),
        (SignalTable.HandlingEncrypt, EncryptEnglish(), new("encrypt", "pgp", "gpg", "s/mime", "plain", "clear")),
        (SignalTable.HandlingDestroy, DestroyEnglish(), new("destroy", "delete", "burn", "shred", "erase", "dispose of", "discard", "wipe", "get rid of", "throw away", "trash", "remove", "kept", "retained", "archived", "stored")),
    ];

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        var squeezed = field.Squeezed.Text;
        if (field.SqueezedWords.Any(LabelAnchors)) Labels(field, found);
        if (field.SqueezedWords.Any(MarkAnchors))
        {
            foreach (var (code, marks, cues, forbids) in Japanese)
            {
                if (!field.SqueezedWords.Any(cues) || (forbids && !field.SqueezedWords.Any(Forbidding))) continue;

                foreach (var match in marks.EnumerateMatches(squeezed))
                {
                    if (!Elsewhere(squeezed, match.Index, match.Length)) found.Add(code, field.Squeezed.ToOriginal(match.Index, match.Length));
                }
            }
        }

        // NFKC makes 秘 of ㊙
        if (field.Plain.Original.IndexOf('㊙', StringComparison.Ordinal) is >= 0 and var circled) found.Add(SignalTable.MarkingSecret, new(circled, 1));

        if (!field.Prose.Words.Any(EnglishAnchors)) return;

        foreach (var (code, marks, cues) in English)
        {
            if (cues is not null && !field.Prose.Words.Any(cues)) continue;

            foreach (var match in marks.EnumerateMatches(field.Prose.Text))
            {
                if (found.Enough(code)) break;
                if (!Advice().IsMatch(field.Prose.SentenceAt(match.Index, match.Length).Before)) found.Add(code, field.Prose.ToOriginal(match.Index, match.Length));
            }
        }
    }

    /// <summary>The mark stands on a thing that is told of or in what an attacker wrote.</summary>
    static bool Elsewhere(string squeezed, int from, int length) =>
        Attackers().IsMatch(squeezed.AsSpan(Math.Max(0, from - Quoted), Math.Min(Quoted, from))) || OnAThing().IsMatch(squeezed.AsSpan(from + length));

    static void Labels(FieldText field, SignalList found)
    {
        var view = field.Squeezed;
        foreach (Match match in Tlp().Matches(view.Text))
        {
            if (!Starts(view, match.Index) || Elsewhere(view.Text, match.Index, match.Length)) continue;

            var span = view.ToOriginal(match.Index, match.Length);
            var labels = match.Groups["label"];
            foreach (Capture label in labels.Captures) found.Add(Label(label.Value), span);

            var assigned = match.Groups["mid"].ValueSpan.ContainsAny(Assigning);
            var behind = view.Text.AsSpan(match.Index + match.Length);
            if (labels.Success ? Continues(view, match.Index + match.Length) : (assigned && UnknownLabel().IsMatch(behind)) || ToldUnknown().IsMatch(behind))
            {
                found.Add(SignalTable.MarkingUnknown, span);
            }
        }

        foreach (Match match in Told().Matches(field.SqueezedWords.Any(Telling) ? view.Text : ""))
        {
            var label = match.Groups["label"];
            if (Starts(view, match.Index)) found.Add(Label(label.Value), view.ToOriginal(label.Index, label.Length));
        }

        // no colour of anything else is written so
        foreach (var match in AmberStrict().EnumerateMatches(view.Text))
        {
            if (Starts(view, match.Index) && !Elsewhere(view.Text, match.Index, match.Length)) found.Add(SignalTable.MarkingAmberStrict, view.ToOriginal(match.Index, match.Length));
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
        "amber" or "アンバー" or "琥珀" or "琥珀色" => SignalTable.MarkingAmber,
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

    const string Amber = "(?:amber|アンバー)(?:[+・_/&(-]{1,2}|プラス|plus|and|アンド|ぷらす)?(?:strict|厳格|ストリクト)|a\\+s(?![a-z])|amber|アンバー|琥珀色?";
    const string Written = "(?:" + Amber + "|red|green|clear|white|レッド|グリーン|クリアー?|ホワイト)";

    [GeneratedRegex(
        "(?:t[._・-]?l[._・-]?p|traffic-?lightprotocol|トラフィック・?ライト・?プロトコル|ティー・?エル・?ピー)(?:[(v]{0,2}(?:er(?:sion)?)?\\.?[12](?:\\.[0-9])?\\)?)?" +
        "(?<mid>(?:[]:;=_/|>\"'`’“”「」『』【】〔〕《》〈〉()[{}<*~・.→⇒-]|,|、|the|of|黄色?(?=[(/・]?(?:amber|アンバー))|levels?|labell?(?:ed)?|mark(?:ing|ed)|colou?r|code|class(?:ification)?|is|as|set|to|of|区分|レベル|ラベル|指定|表示|マーキング|取り?扱い?|カラー|色|設定|情報|分類|基準|共有|は|を|が|の|で|に|と){0,6})" +
        "(?:(?<label>" + Written + ")(?:[/|・~&](?:tlp:?)?(?<label>" + Written + ")){0,4}|(?<label>[赤緑白]色?))?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Tlp();

    [GeneratedRegex("(?:amber[+_/&-]{1,2}strict|amberplusstrict|アンバー[+・プラス]{0,3}ストリクト)(?![a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex AmberStrict();

    [GeneratedRegex("\\A(?!traffic|https?:|www|the|this|see|please|for|first)(?:[a-z]|[ァ-ヺ]{2}|[黄青紫橙黒灰金銀]|未定|未設定|未指定|不明)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex UnknownLabel();

    [GeneratedRegex("\\A(?:[0-9]|[a-z]{3,10}|[ァ-ヺー]{2,10}|[黄青紫橙黒灰金銀]色?)(?:扱い|指定|相当(?:で|と)|でお願い|で取り?扱)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex ToldUnknown();

    [GeneratedRegex("(?:lure|phish|attacker|scam|swindler|fakemail|bogusmail|攻撃者|犯人|不審なメール|不審メール|偽メール|偽の?(?:通知|文書|文面|連絡|案内|請求|警告)|フィッシング|なりすまし|詐欺)[^。\"“「『.]{0,30}[\"“「『][^。\"”」』]{0,50}\\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Attackers();

    [GeneratedRegex("\\A[」』\"”]?(?:[「『](?:天地無用|割れ物|われもの|水濡れ)[^。]{0,6})?(?:と(?:印刷|印字)(?:され|し)た)?(?:の|と書かれた)?(?:荷札|荷物|シール|ステッカー|段ボール|梱包|張り紙|貼り紙|はり紙|掲示(?!板)|標識|ポスター|看板|(?:ラベル|表示|スタンプ)の(?:色|大きさ|位置|文字)|(?:印|スタンプ|文字)(?:が|も)?(?:写|見え))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OnAThing();

    [GeneratedRegex(
        "【(?<label>" + Written + ")(?:扱い?|指定|情報|区分|限定)?】" +
        "|(?<label>" + Written + ")(?:情報|区分|レベル|ラベル|相当|[」』”\"'】)])?(?:とし|に|で|の|と)?て?(?:取り?扱|扱[いうっ]|扱(?![^】)。、]{0,1}[一-龯])|指定(?!席|管理|都市)|(?:での?|にて)共有)" +
        "|(?:(?:取り?扱い?|共有|配布|公開|開示|情報|機密|秘匿|秘密)?(?:区分|レベル|範囲|ラベル|基準)(?<!(?:警報|警告|危険|表示|重要|緊急|影響|障害|優先|ログ)(?:区分|レベル))|取り?扱い?|ラベル|マーキング|classification|classifiedas|marking|markedas|handling|handledas|handleas|treatas|treatthisas|treatedas|labell?edas|sharing(?:level)?|disclosure|sensitivity)(?:は|[:=「『\"'-]){0,3}(?<label>" + Written + ")",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Told();

    [GeneratedRegex(
        @"(?:\A|\n)[ >|*・•-]{0,8}(?:(?:re|fwd?|件名|題名|表題|subject|title) ?: ?){0,4}[[〔<《〈] ?(?<label>red|amber ?[+_-]? ?strict|amber|green|clear|white|レッド|アンバー|グリーン) ?[]〕>》〉]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex AtLineStart();

    [GeneratedRegex(
        "(?<![一-龯])[秘祕](?:無期限|永久(?!に)|指定文書)|極[秘祕](?!裏|に(?!(?:お|願|取|扱|し|指)))|厳[秘祕]|(?:マル|まる|丸)[秘祕ヒひ]|特定秘密(?!保護)|[【[(〔<《「][秘祕](?:扱い?|指定|文書)?[】\\])〕>》」]|親展|(?:トップ|ストリクトリー?)・?シークレット|最高機密|最高秘密|(?:格付け?|区分|秘密区分|密級)[:=は]?(?:極秘|機密性(?:高|最高)|秘(?=[】)\\]。]|\\z))|機密(?:性|度)?(?:等級|ランク|クラス|レベル|区分|の?格付け?|は|[:=・(「-]){0,3}(?:3|三|参|iii)(?!者|つ|件|つ|名|人|回|点|項|か|箇|台|個|年|月|日|時|[0-9.%])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex TopSecret();

    [GeneratedRegex(
        "[一-龯ァ-ヺー]外秘(?!密)|(?:社|部|庁|省|院|行|局|所|課|室|市|県)内秘(?!密)|(?:社|部|庁|省|局|行|院|学|課|署|所|組織|内|団体|市|県|町|職員|自組織|行内|貴社|貴組織|自社|当社)(?:内|部)?(?:限り|(?<=[内部])限(?![界度定らりっ]))|(?:社内|部内|庁内|院内|局内|行内|内部|職員|社員|組織内)専用(?!サーバ|線|システム|回線|ネット|端末|アプリ|サイト|ポータル|pc|機|電話|口|入口|無線|チャ|の)|(?:社内|部内|庁内|院内|局内|行内|組織内|内部|チーム内|部署内|身内)(?:のみ|だけ)(?:で|に|の)?(?:の)?(?:共有|取り?扱|お取り?扱|利用|使用|閲覧|とど|留|お願|願|回覧|ご覧|で(?:お|ご)|と(?:し|さ|す))|門外不出|内々(?:に|で|の)(?:お願|願|お取|取り?扱|ご|扱|して|話|情報)|コンフィデンシャル|(?:社員|職員|行員|局員|役職員|従業員|当社|弊社|自社|貴社|貴組織|当組織|部署|チーム)(?:の(?:方|者))?以外(?:の方|の者|の人)?(?:には?|への?|は)?(?:の)?[^。]{0,4}(?:閲覧(?!履歴|した|され)|開示|配布|提供|共有(?!され|設定)|公開|見せ|渡[さし])|本(?:書|資料|報告書?|メール|件|情報|文書|報|連絡|通知|メモ|票)(?:に(?:記載|含まれ)[^。]{0,8})?(?:は|も)[^。]{0,10}(?:機密|秘密|内部)(?:情報|文書|資料|扱い|事項)?(?:です|であ|につき|として|に該当|に当た|とな|とし|でござ)|部外者[^。]{0,6}(?:厳禁|禁止|不可|見せ)|(?<![極厳])(?<=機密|扱い|区分|指定|秘密)[:=]社内(?:のみ|限)|(?:社内|部内|庁内|省内|局内|行内|院内|組織内|内部)(?:限定?(?=[】)\\]〕。公共資配情扱])|使用限定|利用限定)" +
        "|[【[(〔<《](?:機密|秘密|部外|内部資料|社内資料|社内用|内部用|非公開|対外非公開|公表不可|confidential)[^】\\])〕>》]{0,8}[】\\])〕>》]|(?<![極厳特])(?:機密|秘密?)(?:扱い|指定|文書につき|情報につき|につき|として取り?扱)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Internal();

    [GeneratedRegex(
        "(?:関係者|関係機関|関係部署|関係先|当事者|構成員|会員|メンバー|セプター|ceptoar|受信者|宛先|名宛人|配[布付]先|受領者|加盟[社者]|担当者|受取人|幹部|役員|管理職|対策本部|責任者|名簿記載者|登録者|参加者|参加機関|業界)(?:の(?:方|皆様|み))?(?:内)?(?:に)?限(?![界度らっ]|定(?:の?(?:サイト|ページ|サービス|コンテンツ|割引|クーポン)))" +
        "|関係者のみ(?!が|は|を対象|も|アクセス|ログイン|入室|入館|入場|立ち?入|利用|使用|操作|接続|参照|編集|で(?:対応|実施|協議|打|会議)|に(?:連絡|通知|周知|案内|アクセス|権限|許可)|知|に?(?:閲覧|共有|開示|公開)(?:でき|可能な|権限|設定|フォルダ|され))|関係者以外(?:への?|の|に|には)?(?:閲覧|開示|配[布付]|提供|共有|公開|持ち?出し?|秘)" +
        "|取り?扱い?(?:に)?(?:は)?(?:、)?(?:厳重|厳|要|十分に?|特に|細心の|くれぐれも)?(?:に)?ご?注意(?=[】)\\]〕。、・\\n!]|\\z|情報|のこと|すること|ください|下さい|願|をお願|の上|です|と|文書|資料|で|書|指定|扱い|表示|マーク|[a-z0-9])" +
        "|取り?扱い?注意|取り?扱い?厳重|機密(?:性)?(?:レベル|区分|の?格付け?|は|[:=・(「-]){0,3}2(?!件|つ|名|人|回|点|項|か|箇|台|個|年|月|日|時|[0-9.%])|機密(?:性|度)?(?:等級|ランク|クラス|レベル|区分|の?格付け?|は|[:=・(「-]){0,3}(?:二|弐|ii(?!i))(?!者|つ|件|次|重|要)|要機密情報|知る必要(?:の|が)?(?:ある|ない|無い)(?:者|方|人|範囲|部署|職員|担当)|ニード・?(?:トゥ|ツー)・?ノウ|need-?to-?know(?:の原則|で|扱い|と)|(?:限られた|必要最小限の|最小限の|必要な)(?:範囲|関係者|者|方|人員?|部署|職員|担当者?|メンバー)(?:のみ|で|に|だけ|内)(?:で|に|の)?(?:の)?(?:み)?(?:の)?(?:ご?共有|開示|お?取り?扱|ご?閲覧|配[布付]|ご?回覧|とど|留)|(?:配[布付]|共有|開示|公開|閲覧|展開|回覧|周知)(?:先|範囲|対象)?(?:は|を|:|、)[^。]{0,16}(?:に限[りる定]|のみ(?:とし|です|とす|でお|と(?:願|させ)|に(?:とど|留))|まで(?:とし|です|とす|でお|と(?:願|させ)|に(?:とど|留)))|慎重(?:に|な)(?:お|ご)?(?:取り?扱い?|扱い?)(?:くだ|下|を?お?願|のこと|いただ|う?こと|ってくだ)|(?:取り?扱い?|扱い)(?:に)?(?:は)?(?:十分|くれぐれも|厳に|特に)?(?:に)?(?:ご)?(?:留意|気を付け|気をつけ|用心)|(?:宛先|受信者|関係者|担当者|役員|幹部|会員|受領者|名宛人|メンバー|管理職|責任者)(?:の方|の皆様)?(?:のみ|だけ)(?:(?:で|に|が|の)?(?:の)?(?:ご?共有(?!でき|可能|され|フォルダ|設定)|お?取り?扱|ご?回覧|とど|留|お願)|閲覧可|(?=[】)\\]。]))|機微情報(?:につき|として|扱い|です)|(?:限定|制限)(?:配[布付]|共有|公開)(?:情報|資料|文書|です|】|\\)|\\])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Restricted();

    // What was forbidden, is set to be forbidden or is a function of a product is no mark.
    const string Forbidden = "(?:物|行為|等|など|とか)?(?:\\([^)]{1,20}\\))?(?:を?する(?:こと|の)|すること)?(?:は|を|も|の|につきまして|につい)?(?:て)?(?:は)?(?:、)?(?:一切|固く|厳に|堅く|絶対に?|原則)?(?:厳禁|禁止(?!(?:を)?(?:し[てた]|され|設定|措置|機能|ポリシー|ルール|ヘッダ|フラグ|属性|となっ|にし[てた]|に設定|に変更|とする(?:設定|措置|運用)|する(?:設定|措置|運用)))|禁ず|禁じ(?!た(?!い)|る(?:規|ル|設)|て(?:い[たる](?!だ)|おり))|不可(?!能|欠|避|視)|無用|厳に慎|慎(?:んで|む(?:こと|よう)|まれ)|(?:し|行わ|おこなわ)?ないで(?:くだ|下|ね|ほし|欲し|頂|いただ|お)|(?:し|行わ|おこなわ)ないこと(?!を|と[し決]|が)|(?:し|行わ)ないよう(?:に)?(?:、)?(?:お願|願|お?頼|ご|くれ|して(?:くだ|下|いただ|頂)|注意|配慮)|(?:せ|なさら|され|行わ)ぬ(?:よう|こと)|(?:なさら|され|なら)ない(?:で|よう)|(?:お|ご|差し|さし){0,2}控え(?:る(?:こと|よう)|て(?:くだ|下|いただ|頂|ほし|欲し)|くだ|下|願|いただ|頂|られ(?:たい|ます))|ご?遠慮|お断り|ng(?![a-z])|だめ|ダメ|駄目|(?:お)?やめ(?:てくだ|て下|てね|くだ|下|願)|ご容赦|(?:認め|許可し|許し)(?:ない|ません|られ(?:ない|ません)|て(?:おり|い)ません)|許され(?:ない|ません))";

    // Behind the stem of a verb: 出さ + ないこと, 回さ + ぬよう.
    const string DoNot = "(?:ないで(?:くだ|下|ね|ほし|欲し|いただ|頂|お)|ないこと(?!を|と[し決]|が)|ないよう(?:に)?(?:、)?(?:お願|願|お?頼|ご|くれ|して(?:くだ|下|いただ|頂)|注意|配慮)|ぬ(?:よう|こと)|ず(?:に)?(?:お願|願|お手元))";

    [GeneratedRegex("(?<!(?:鍵|キー|カード|錠|レプリカ|データベース|仮想マシン)の)(?:無断)?(?:複製|コピー|複写|転写|撮影|スクリーンショット|スクショ|画面キャプチャー?|キャプチャー?|写し|謄写|転記|書き写し|プリントアウト|印刷|デジカメ|写真|複製・転載|コピー・転送)(?:(?:の)?(?:作成|取得|保存))?(?:(?:や|及び|および|・|、|とか|も|又は|または)[^。]{1,10})?" + Forbidden + "|(?:写し|コピー|複製|写真|控え|画面|スクショ|スクリーンショット|複写|キャプチャ)(?:など|等)?(?:は|を|も)[^。]{0,8}?(?:(?:お)?取りに?なら|取ら|とら|撮ら|お?撮りに?なら|作ら|残さ|作成し|作成なさら)" + DoNot + "|書き写さ" + DoNot + "|禁(?:複写|複製|コピー)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoCopy();

    [GeneratedRegex(
        "(?:再配[布付]|二次配[布付]|二次利用|転送|転載|再共有|再転送|再送信?|再提供|他言|口外|漏[洩えら]し?い?|部外開示|社外開示|対外開示|外部(?:への?|に)?(?:の)?(?:提供|開示|共有|公開|公表|展開|転送|配[布付]|漏[洩え]い?)|第三者(?:への?|に)?(?:の)?(?:提供|開示|共有|転送|配[布付])|(?:sns|web|ウェブ|ネット|インターネット)(?:への?|上)?(?:の)?(?:投稿|掲載|公開)|横展開|回覧|公表|(?:本|この|当該)(?:情報|資料|件|メール|報告書?|文書|内容)(?:の|は|を)(?:共有|配[布付]|開示|公開|展開|拡散))" + Forbidden +
        "|[【[(〔](?:共有|配[布付]|開示|公開|拡散|展開)(?:厳禁|禁止|不可|ng)[】\\])〕]" +
        "|(?:他(?:者|人|社|部署|部門|言|所|組織)?|(?:社|部|組織|院|庁|室|グループ)?外部?|第三者|よそ|どなた|誰|だれ|家族|知人|同僚|報道|記者|マスコミ|取引先|ほか|別の(?:方|部署|会社))(?:の(?:方|者|人|会社|組織))?(?:に|へ|にも|へも|には|とは|に対して|と)(?:は)?[^。]{0,8}(?:お?(?:回|渡|話|漏|もら|洩|見|示|出|送|流|広|伝|教|言|知|喋|しゃべ|告|回付|転送|共有|開示|提供|展開|公開|公表)[しさわせらえめさなすりにならげ]{0,5})" + DoNot +
        "|(?:転送|再配[布付]|共有|開示|公開|転載|引用|配[布付]|二次利用|提供|展開)(?:する|される|の|を|し)?[^。]{0,8}(?:には?|は|際は?|場合は?|を希望)(?:、)?[^。]{0,10}(?:事前|発信元|発信者|作成者|作成元|当社|弊社|当方|提供元|書面|情報源)[^。]{0,8}(?:許可|承諾|了承|同意|承認|了解)|(?:広め|拡散し|言いふらさ|喋ら|しゃべら|口にし|口外し|他言し|漏らさ|洩らさ|回覧し|転送し|触れ回ら)" + DoNot +
        "|内密(?:に|で)(?:お|願|して|取|扱|ご|頼|の)|オフレコ|ここだけの話|秘密厳守|口止め(?:を|の)?お願|伏せて(?:おいて)?(?:くだ|下さ|いただ|頂|ほし|欲し|お(?:いて|き|く))|無断(?:で(?:の)?)?(?:転載|転送|配[布付]|引用|共有|開示|公開|使用)" + Forbidden, RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoRedistribution();

    [GeneratedRegex("(?:(?:持ち?|もち)(?:出し?|だし)|モチダシ|持ち?帰り|搬出|帯出|携行)" + Forbidden + "|禁帯出|(?:持ち?(?:出さ|だささ?|帰ら|出しになら|帰りになら|って(?:行か|いか|帰ら|出))|もちださ|搬出し)" + DoNot + "|(?:社外|室外|庁外|院外|構外|外|部屋の外|執務室の外|建屋の外|館外|場外|区画の外|所外)(?:に|へ|には)(?:は)?(?:出さ|持って(?:行か|いか|出)|お持ちになら|お出しになら)" + DoNot, RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoTakeOut();

    [GeneratedRegex("要暗号化|平文(?:での?|で|のまま|の|は)[^。]{0,16}?(?:禁|不可|厳禁|控え(?!目)|ご?遠慮|認め(?:ない|ません)|許(?:さ|可し)(?:ない|ません)|ng(?![a-z])|避け(?:て|るこ)|" + DoNot + ")|必ず暗号化(?!され)|暗号化(?:の(?:上|うえ)|して|した(?:うえ|上|もの|形|ファイル)|を(?:施し|かけ|行っ|行い)|し、|(?:メール|zip|媒体|usb|経路|通信)(?:で|に|のみ))[^。]{0,20}(?:取り?扱|扱|送|保管|保存|共有|提供|転送|管理|授受|やり取り|渡し|返信|届け)[^。]{0,8}(?:くだ|下さ|願|こと(?!が|を|で|に|と)|いただ|頂|べき|必要が|されたい|ませ)|暗号化を(?:必須|お願|徹底|義務|願|して(?:くだ|いただ|下|頂)|施(?:して(?:くだ|下)|す(?:こと|よう)))|暗号化(?:が|は)(?:必須|必要です|必要とし|義務)|暗号化せずに?[^。]{0,10}(?:送|保存|保管|共有)[^。]{0,3}" + DoNot + "|(?:pgp|s/mime)(?:/gpg)?(?:による|で(?:の)?)?(?:暗号化?)?(?:必須|のみ(?!対応)|限定|で(?:お|暗号化し(?:てくだ|て下)|送(?:って|る(?:こと|よう))))|暗号化(?:必須|要|を要する|が必要な情報|の(?:上|うえ)(?:、)?で?(?:送付|送信|保管|保存|共有|取り?扱|提供)|して(?:ください|下さい|おくこと|(?:送付|送信|保管|保存|共有|取り?扱う?)(?:する)?(?:こと|くだ|下さ|願))|すること(?!が|に(?:し|決)|で|を))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Encrypt();

    [GeneratedRegex("(?:(?:お|ご)?(?:読|閲覧|一読|読了|使用|参照|用済み?|覧|確認|拝読|受領|利用|目通し|拝見|見)(?:み|に)?(?:の?後|(?:終わ|おわ|終)(?:っ|り|え)(?:たら|次第|後|た後|まし)|し?た(?:後|ら|のち)|(?:に)?なっ?(?:た|りました)(?:後|ら|のち)|次第|が済(?:んだ|み)(?:ら|次第|後)?|済み?次第|いただ(?:いた|き|けた)(?:後|のち|ら|ましたら|次第)|頂(?:いた|き)(?:後|のち|ら|ましたら)|まし?たら))(?:は|に|、)?[^。]{0,16}?(?:(?:破棄|廃棄|削除|消去|焼却|裁断|処分|抹消|溶解|シュレッダー?(?:に(?:かけ|て処分))?)(?:を)?(?:のこと|して(?:くだ|下|いただ|頂|ほし|欲し|ね)|く?だ?さい|ください|下さい|(?:お?願|をお願)|いただ|頂|する(?:こと(?!に|と|が)|よう)|され(?:たい|るよう|ますよう)|ねが)|(?:消し|捨て|燃やし|破い)て(?:くだ|下|いただ|頂|ほし|欲し|ね|お(?:いて|くこと)))|(?:用が済|用済み|不要にな|要らなくな)(?:んだ|み|った|り|に?な(?:り|った))(?:ら|次第|後|まし)[^。]{0,12}(?:破棄|廃棄|削除|消去|処分|消して|捨て)(?!し(?:た|て(?:い|お)|まし)|済)|(?:読後|閲覧後|一読後|読了後|使用後|参照後|用済み?後|お?読みに?なっ?た?後|読み終わったら|ご覧になった後)(?:は|に|、|、?速やかに|、?すみやかに|、?直ちに|、?必ず|、?即時?に?|、?確実に){0,3}(?:破棄|廃棄|削除|消去|焼却|裁断|シュレッダー?)(?!し(?:た|て(?:い|し|お)|まし)|され(?!たい|るよう)|済|し、)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Destroy();

    [GeneratedRegex(@"\btop[ -]?secret\b|\b(?:strictly|highly|most) confidential\b|\beyes[ -]only\b|\bnoforn\b|(?:\A|\n)[^a-z\n]{0,6}secret(?=[^a-z]{0,6}(?:\n|\z)| [-/|])|[\[【(<«]secret[\]】)>»]|\b(?:absolutely|strictly|highly|completely|utmost|very|extremely) (?:secret|confidential)\b(?! (?:data|information about))|\b(?:classif(?:ication|ied)|marking|marked|security (?:level|class|grade)|grade|category|secrecy)(?: \w{1,10})?(?: is| as)?[ :=]{1,3}[""'“]?secret\b(?! (?:key|store|manager|server))|\b(?:this|the) (?:\w{1,12} )?(?:report|document|message|mail|e-?mail|information|note|notice|memo|content|matter|paper|file|text) (?:is|are|must (?:be kept|be|stay|remain)|should (?:be kept|stay|remain)|is to be kept|stays|remains|has to (?:be kept|stay|remain)) (?:\w{1,12} ){0,2}secret\b|\bin (?:the )?(?:strict|strictest|utmost|absolute) (?:confidence|secrecy|confidentiality)\b|\bfor your eyes alone\b|\bmost secret\b", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex TopSecretEnglish();

    [GeneratedRegex(
        @"\binternal (?:use|distribution|circulation|eyes|purposes?)(?: use)? only\b|\b(?:for|only for|restricted to) (?:our |company )?internal (?:use|distribution|circulation)\b|\binternal[ -]only\b|\b(?:company|commercial|business|private and|proprietary and|commercial[ -]in)[ -]confiden(?:tial|ce)\b(?! (?:data|information|files?|documents?|records?))|\bofficial use only\b|\bfouo\b" +
        @"|(?:\A|\n|[\[【(<])[^a-z0-9\n]{0,6}(?:company )?confidential(?: information)?(?=[^a-z0-9]{0,6}(?:\n|\z)|[\]】)>:]| [-/|])|\b(?:this|the) (?:report|document|message|mail|e-?mail|information|note|notice|advisory|content) (?:is|are|must be kept|should be kept|to be kept) (?:strictly |highly |company )?(?:confidential|internal)\b|\b(?:marked|classified|treat(?:ed)? (?:it |this )?as|keep (?:it |this )?|classification: ?|handling: ?)(?: as)? ?[""'“]?confidential\b|(?:\A|\n|[\[【(<])[^a-z0-9\n]{0,6}(?:company|business|internal|staff|commercial|strictly)?[ -]?(?:confidenta?i?a?l|confidental|confidencial|internal|company private|proprietary(?: information)?|privileged)(?=[^a-z0-9]{0,6}(?:\n|\z|[\]】)>]))|\bnot (?:for|to be (?:shown|given|shared|seen|sent|told|read|passed)(?: to| by| with)?|intended for|meant for) (?:anyone|anybody|people|persons|parties|others|readers|third parties|those|eyes) (?:\w{1,12} ){0,2}(?:outside|external|beyond)\b|\b(?:keep|must (?:stay|remain|be kept)|should (?:stay|remain|be kept)|is to (?:stay|remain|be kept)|to be kept|please keep|has to stay) (?:(?:this|it|that|the|these|our|all|strictly|\w{1,10}) ){0,4}(?:inside|within|internal to|in-?house|confidential|internal|private)\b(?! (?:network|limits|range|hours|reach|until))|\b(?:for|only for) (?:staff|employees|our own|company|personnel|office|in-?house)(?: use)?(?: only)?(?=[^a-z0-9]{0,4}(?:\n|\z|[\].)】]))|\b(?:staff|employees|in-?house)(?: use)? only\b|\bprivileged (?:and|&) confidential\b|\battorney[- ]client\b|\bnot for (?:outside|third[- ]part(?:y|ies)|outsiders|external)\b|\b(?:shared|sent|provided|given|supplied|submitted|told|reported|told|passed on|disclosed) (?:\w{1,12} ){0,4}in confidence\b|\b(?:treat|handle|regard|consider) (?:\w{1,12} ){0,4}(?:as (?:strictly |company )?confidential|confidentially|in confidence|as (?:strictly )?internal)\b|\bnot for external\b|\bdo not share (?:it |this )?(?:externally|outside)\b",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex InternalEnglish();

    [GeneratedRegex(
        @"\bneed[ -]to[ -]know (?:basis|only|principle)\b|\bstrictly need[ -]to[ -]know\b|(?:\A|\n|[\[【(<])[^a-z0-9\n]{0,6}need[ -]to[ -]know(?=[^a-z0-9]{0,6}(?:\n|\z|[\]】)>]))|\bon a need[ -]to[ -]know\b|\b(?:handling|distribution|sharing|marking): ?need[ -]to[ -]know\b|\b(?:limited|restricted|controlled) (?:distribution|circulation|sharing)\b|\b(?:distribution|circulation|sharing|dissemination)(?: is| of this \w{1,12}(?: is)?)? (?:strictly )?(?:limited|restricted) to\b|\b(?:recipients?|addressees?|members?) only\b|\b(?:handle|treat|use)(?: it| this)?(?: \w{1,12}){0,2} with (?:\w{1,10} )?(?:care|caution|discretion)\b|\b(?:limited|restricted|controlled) (?:dissemination|release|access|audience|readership)\b|\b(?:for|only for) (?:the )?(?:authori[sz]ed|named|listed|intended|addressed) (?:recipients?|persons?|people|eyes|readers|staff|addressees?|personnel)\b|\bonly (?:to |for |by |with )?(?:those|people|persons|staff|colleagues|anyone) who (?:\w{1,10} )?(?:needs?|must|have|has) (?:to )?(?:know|see|act|it)\b|\bofficial[- ]sensitive\b|\b(?:share|pass on|show|give|distribute|circulate|forward)(?: this| it)? only (?:with|to|among|within)\b|\bto be (?:shared|read|seen|passed) only (?:by|with|to|among)\b|\b(?:participants?|ceptoar|isac|community|authori[sz]ed (?:persons?|personnel|staff)) only\b|(?:\A|\n|[\[【(<])[^a-z0-9\n]{0,6}restricted(?=[^a-z0-9]{0,6}(?:\n|\z|[\]】)>]))",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex RestrictedEnglish();

    // What is forbidden of a suspicious mail or a password is advice.
    const string ButAdvice = @"\b(?!,? (?:any |your |their |the |these |those |such |this |or open |suspicious |unknown ){0,4}(?:passwords?|credentials?|accounts?|usb|links?|attachments?|suspicious|phishing|unexpected|spam|malicious|e-?mails? from|tokens?|keys?|badges?|sessions?|screens?))";
    const string MustNot = @"\b(?:do not|please never|never|kindly not|not to|don't|(?:(?:must|may|should|shall|can|is|are) )?not (?:to )?be|(?:must|may|should|shall) not)";

    [GeneratedRegex(MustNot + @" (?:re)?(?:copy|copied|reproduced?|duplicated?|print(?:ed)?|photograph(?:ed)?|screenshot(?:ted)?|photocop(?:y|ied)|(?:make|made|take|taken|keep) (?:any |a |further )?(?:cop(?:y|ies)|screenshots?|photos?|pictures|duplicates?|prints?))" + ButAdvice + @"|\bno (?:further |more |extra )?(?:duplicat(?:es|ion)|screenshots?|photos|photographs|prints|printing|printouts)\b(?! (?:of (?:the )?(?:data|files?)|were|was|have|could|found|event|entr))|\b(?:refrain|abstain) from (?:\w{1,10} ){0,2}(?:copying|duplicating|printing|photographing|reproducing|screenshots?|taking (?:copies|photos|screenshots))\b|\bcopies (?:\w{1,10} ){0,3}(?:are |is )?(?:not (?:allowed|permitted)|prohibited|forbidden)\b|\bno (?:further )?(?:copies|copying|reproduction|photocopies)\b(?! (?:of (?:the )?(?:data|files?|database)|were|was|have))|\b(?:copying|reproduction|duplication|photocopying)(?: of this \w{1,12})?(?: is| are)?(?: strictly)? (?:prohibited|forbidden|not permitted|not allowed)\b", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoCopyEnglish();

    [GeneratedRegex(
        MustNot + @" (?:copy or |copied or |further |openly |publicly )?(?:fo?r?wa?rd(?:ed)?|foward(?:ed)?|spread|mention(?:ed)?|talk(?:ed)? about|discuss(?:ed)?|reveal(?:ed)?|leak(?:ed)?|tell(?! (?:them|callers))|told|show(?:n)?|quoted?|relay(?:ed)?|pass(?:ed)?(?: \w{1,10}){0,3} (?:on|along|around)|send(?: \w{1,8}){0,2} (?:on|onwards?|further|around)|(?:re)?distributed?|(?:re-?)?shared?|disclosed?|publish(?:ed)?|disseminated?|circulated?|pass(?:ed)? (?:it |this )?on|re-?post(?:ed)?|post(?:ed)?|released? (?:it |this )?(?:publicly|to the public|outside|further))" + ButAdvice +
        @"|\b(?:refrain|abstain) from (?:\w{1,10} ){0,2}(?:forwarding|sharing|(?:re)?distributing|disclosing|publishing|passing|posting|spreading|discussing)\b|\bkeep (?:this|it)(?: \w{1,10}){0,2} (?:between us|among us|to yourselves|to yourself|to ourselves|quiet)\b|\b(?:strictly )?(?:just )?between (?:you and me|us)\b(?= |\.|,|\n|\z)|\boff the record\b|\b(?:forward|shar|redistribut|distribut|disclos|publish|re-?us|quot|circulat)\w{0,4} (?:\w{1,12} ){0,4}(?:only with|requires?|needs?|subject to|without) (?:\w{1,14} ){0,4}(?:consent|permission|approval|agreement)\b|\bgoes no further\b|\bno (?:fo?r?wa?rds?|reposts?|publicity|onward sharing)\b|\b(?:stays?|remains?|must stay) (?:with you|between us|in this (?:circle|room|group|list))\b|\bnot for (?:further |public |any |general |onward |wider )?(?:re)?(?:distribution|release|publication|dissemination|disclosure|circulation|forwarding|sharing)\b|\bno (?:further |onward |public )?(?:(?:re)?distribution|forwarding|dissemination|sharing|disclosure)\b(?! (?:of (?:personal|customer)|was|has|list))|\b(?:redistribution|distribution|forwarding|dissemination|disclosure|onward sharing|re-?sharing|sharing)(?: of this \w{1,12})?(?: outside [a-z ]{1,30})?(?: is| are)?(?: strictly)? (?:prohibited|forbidden|not permitted|not allowed)\b",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoRedistributionEnglish();

    [GeneratedRegex(@"\b(?:must|may|should|shall|can|is|are|do|does) ?(?:not|never|n.t) (?:to )?(?:be (?:\w{1,10} )?)?(?:leave|taken|removed?|carried|brought|take|carry|bring)(?: \w{1,12}){0,4} (?:home|off[- ]?site|off the|outside|out of|(?:company|firm|organi[sz]ation|house|office|agency|hospital|plant|department|team|group|ministry|bank|building|site|room|station|ward|premises|desk|facility|campus|cent(?:er|re)|floor|unit|control room))\b|\bnot (?:to )?leave (?:the |this |our |your )?(?:\w{1,12} ){0,2}(?:company|firm|organi[sz]ation|house|office|agency|hospital|plant|department|team|group|ministry|bank|building|site|room|station|ward|premises|desk|facility|campus|cent(?:er|re)|floor|unit|control room)\b|\bnot to (?:leave|be (?:taken|removed|carried|brought))\b|\b(?:keep|must stay|must remain|stays?) (?:this |it |the (?:paper|sheet|copy|document) )?(?:on[- ]site|on the premises|in (?:the|this) (?:room|office|building))\b|\bnot for removal\b|\bremoval(?: \w{1,12}){0,6} (?:prohibited|forbidden|not permitted|not allowed)\b|" + MustNot + @" (?:take (?:it |this )?(?:out|off[ -]?site|outside)|taken (?:out|off[ -]?site|outside)|remove (?:it |this )?from the|removed? from the (?:premises|office|building|site)|carried out)\b|\b(?:must|may) not leave the (?:premises|office|building|site|organisation|organization)\b", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoTakeOutEnglish();

    [GeneratedRegex(@"\bencryption (?:is )?(?:required|mandatory|needed|a must|obligatory|compulsory|requested)\b|\b(?:pgp|gpg|s/mime)(?: \w{1,10}){0,2} only\b|\b(?:only|always|use|via|with) (?:\w{1,8} )?(?:pgp|gpg|s/mime)\b(?=[^\n]{0,30}(?:only|please|mail|send|sent|repl|when|\.|\n|\z))|\bencrypted (?:(?:mail|e-?mail|form|channels?|transport|media|storage) )?only\b|\bonly (?:\w{1,10} ){0,3}(?:in encrypted (?:form|mail|e-?mail)|encrypted)\b(?! (?:files|the))|(?:\A|\n|[.;:,-] ?|\bplease |\bmust |\balways |\bonly |\bto |\bkindly )(?:send|store|pass|forward|share|transmit|transfer|save|mail|handle|exchange|return|reply|hold|circulate)(?: \w{1,12}){0,5} (?:encrypted|encryption)\b|\b(?:not|never|no|n.t)(?: \w{1,10}){0,5} (?:plain ?-?text|clear ?-?text|(?:in|over) the clear|unencrypted)\b(?! (?:passwords?|credentials?|was|were))|\b(?:please|kindly|must|always) encrypt\b|\bencrypt (?:this|it|your (?:reply|answer|response))\b|\b(?:needs?|has|have) to be (?:\w{1,10} )?encrypted\b|\b(?:must|shall|to|should|only) be (?:sent |stored |kept |transmitted |shared )?encrypted\b(?! by)|\bkeep (?:it |this )?encrypted\b|\b(?:store|send|transmit|share|handle|keep)(?: it| this)? (?:only )?(?:encrypted|in encrypted form)\b|\bencrypt (?:it |this )?(?:before|when) (?:sending|storing|forwarding|sharing|transmi)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EncryptEnglish();

    [GeneratedRegex(@"(?<!\b(?:they|we|to|will|users|i|attackers?|that|which|who) )\b(?:destroy|delete|burn|shred|erase|dispose of|discard|wipe|get rid of|throw away|trash|remove)(?: \w{1,12}){0,5} (?:after|once|when|as soon as|upon|on) (?:you (?:have |.ve )?|you.ve |it (?:is|has been) |(?:being |been )?)?(?:have )?(?:done |finished )?(?:read|reading|seen|viewed|viewing|use|used|done|finished|reviewed|review|receipt)\b|\b(?:once|when|after|as soon as) (?:you (?:have |.ve )?|you.ve |it (?:is|has been) )?(?:have |finished |done )?(?:read|reading|seen|viewed|viewing|finished|done|use)(?: \w{1,10}){0,3},? (?:please |then |kindly |you must |it must be |must be |to be )?(?:destroy|delete|burn|shred|erase|dispose of|discard|wipe|get rid of|throw away|trash|remove)(?:ed|d|n|t|yed)?\b|\bread[- ](?:and|then)[- ](?:destroy|delete|burn|shred|erase|dispose of|discard|wipe|get rid of|throw away|trash|remove)\b|\bnot (?:to )?be (?:kept|retained|archived|stored)(?: \w{1,10}){0,2} (?:after|once)\b|\b(?:destroy|delete|burn|shred|erase|dispose of)(?: it| this)?(?: \w{1,12})? after (?:reading|use|reviewing|review|viewing)\b|\bafter reading,? (?:please )?(?:destroy|delete|burn|shred|erase)\b|\bread and destroy\b|\b(?:must|to|should|shall) be (?:destroyed|deleted|shredded|erased|burned|burnt) (?:after|once|when) (?:reading|read|use|used|review)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex DestroyEnglish();

    [GeneratedRegex(@"\b(?:told|instructed|asked|warned|advised|reminded|urged|trained|(?:asks|telling|warning|reminding|advising|instructing|asking)) (?:\w{1,14} ){0,5}(?:to |that they |:? ?[""'“]?)?\z|\b(?:employees|staff|users|operators|contractors|personnel|they|people) \z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Advice();
}
