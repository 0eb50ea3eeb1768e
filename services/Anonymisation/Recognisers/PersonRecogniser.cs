using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Persons by honorific, role, label or a common family name. Modest: names that need a dictionary of given names come later.</summary>
static partial class PersonRecogniser
{
    // Ends of words that only look like a name before 様 or 氏: 同様, 仕様, お客様, 担当者様.
    const string NotBefore様 = "同仕多模一異有客者員皆社々方先元主各店局庁省課部室係班何神王左逆今";

    static readonly FrozenSet<string> NoName = new[]
    {
        "不明", "未定", "弊社", "当社", "自社", "同社", "なし", "調査中", "同上", "別途", "非公開", "省略", "確認中", "有", "無", "n/a", "none", "unknown", "tbd", "it", "us", "the", "will", "is", "and", "soc", "csirt",
    }.ToFrozenSet();

    // Accounts that every system has.
    static readonly FrozenSet<string> NoAccount =
        new[] { "root", "admin", "administrator", "system", "guest", "user", "users", "test", "null", "anonymous", "nobody", "invalid", "local", "service", "network", "www-data", "postgres", "oracle", "nginx", "apache" }.ToFrozenSet();

    // Ends of place names and words that begin with what is also a family name.
    const string NotGiven = "弁槽池管水県市区町村駅港支店局部課社製線川山島湖湾道橋空地方側系用的化性所院校";

    static readonly string[] Titles =
        ["様", "氏", "殿", "主任", "主査", "主幹", "係長", "室長", "担当", "専務", "常務", "取締", "先生", "技師", "次長", "代表", "本部", "参事", "理事", "会長", "委員"];

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts)
    {
        var view = field.Plain;
        return [.. Introduced(view), .. Read(view), .. Nicknames(view), .. Speakers(view, facts), .. ByWords(field), .. Kana(view), .. Initials(view), .. Senders(field), .. Addressed(view), .. Labelled(view), .. Full(view), .. English(view), .. Accounts(view)];
    }

    /// <summary>One who names himself or is named by his place: 総務課の林です.</summary>
    static IEnumerable<Finding> Introduced(TextView view)
    {
        foreach (Match match in Introduction().Matches(view.Text))
        {
            var name = match.Groups["name"];
            if (Morphology.Vocabulary.ReadingsOf(name.Value).Length > 0 && !(name.Length > 1 && Morphology.Vocabulary.CommonJapanese(name.ValueSpan))) yield return Person(view, name.Index, name.Length, "person.introduced", name.Length);
        }
    }

    /// <summary>A name by its reading: ふりがなはこば.</summary>
    static IEnumerable<Finding> Read(TextView view)
    {
        foreach (Match match in Reading().Matches(view.Text))
        {
            var name = match.Groups["name"];
            if (Morphology.Vocabulary.SurnameReading(name.ValueSpan.TrimEnd()) || name.Value.Contains(' ', StringComparison.Ordinal) || name.Value[0] >= 'ァ') yield return Person(view, name.Index, name.Value.TrimEnd().Length, "person.reading", 0);
        }
    }

    static IEnumerable<Finding> Nicknames(TextView view)
    {
        foreach (Match match in Nickname().Matches(view.Text)) yield return view.Finding(match.Index, match.Length, FindingTypes.Person, "person.nickname", Verdict.Unknown);
    }

    /// <summary>Who speaks in a chat: a name before or behind a time at the begin of a line, where several lines begin so.</summary>
    static IEnumerable<Finding> Speakers(TextView view, RecogniserFacts facts)
    {
        const int fewest = 2;
        if (!facts.DefaultDeny) return [];

        var found = Speaker().Matches(view.Text).Select(m => m.Groups["name"]).Where(n => !Morphology.Vocabulary.CommonLatin(n.ValueSpan) && !Morphology.Vocabulary.CommonJapanese(n.ValueSpan) && !Morphology.Vocabulary.KeptWord(n.ValueSpan)).ToList();
        return found.Count < fewest ? [] : found.Select(n => Person(view, n.Index, n.Length, "person.speaker", 0));
    }

    /// <summary>A name that the dictionary knows before an honorific, or a family name before a given name.</summary>
    static IEnumerable<Finding> ByWords(FieldViews field)
    {
        var words = field.Morphemes;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var (word, next) = (words[i], words[i + 1]);
            if (next.Start != word.End) continue;
            if (word.Class is WordClass.FamilyName or WordClass.GivenName or WordClass.PersonName && next.Class == WordClass.PersonSuffix) yield return Person(field.Plain, word.Start, word.Length, "person.honorific", 0);
            else if (word.Class == WordClass.FamilyName && next.Class == WordClass.GivenName) yield return Person(field.Plain, word.Start, next.End - word.Start, "person.fullName", word.Length);
        }
    }

    /// <summary>A family name in hiragana before an honorific: かぶらぎ先生.</summary>
    static IEnumerable<Finding> Kana(TextView view)
    {
        foreach (Match match in KanaName().Matches(view.Text))
        {
            var name = match.Groups["name"];
            for (var skip = 0; skip <= name.Length - 3; skip++)
            {
                if (!Morphology.Vocabulary.SurnameReading(name.ValueSpan[skip..]) || Morphology.Dictionary.Common(name.ValueSpan[skip..])) continue;

                yield return Person(view, name.Index + skip, name.Length - skip, "person.kana", 0);
                break;
            }
        }
    }

    /// <summary>K田, U市長, H町: a letter that stands for a name is one.</summary>
    static IEnumerable<Finding> Initials(TextView view)
    {
        foreach (Match match in Initial().Matches(view.Text)) yield return view.Finding(match.Index, match.Length, FindingTypes.Person, "person.initial", Verdict.Unknown);
    }

    /// <summary>The name shown in a mail's header, unless all of it is common.</summary>
    static IEnumerable<Finding> Senders(FieldViews field)
    {
        foreach (Match match in Sender().Matches(field.Plain.Text))
        {
            var name = match.Groups["name"];
            var text = name.Value.Trim();
            if (text.Length < 2 || text[0] == '=' || !text.Any(c => c >= 0x3040)) continue;
            if (text.Length > 12 || !JapaneseWords.CommonKanji(text, Morphology.Vocabulary, Morphology.Dictionary)) yield return Person(field.Plain, name.Index, name.Value.TrimEnd().Length, "person.sender", 0);
        }
    }

    static IEnumerable<Finding> Addressed(TextView view)
    {
        foreach (Match match in Honorific().Matches(view.Text))
        {
            var name = match.Groups["name"];
            var honorific = match.Groups["honorific"].Value;
            if (NameEnd(name.Value, honorific) is var (skip, family)) yield return Person(view, name.Index + skip, name.Length - skip, "person.honorific", family);
        }
    }

    /// <summary>Where the name begins within the letters before an honorific, and its family name; null where it is none.</summary>
    static (int Skip, int Family)? NameEnd(string letters, string honorific)
    {
        for (var skip = 0; skip < letters.Length; skip++)
        {
            var family = Surnames.LengthAtOrShort(letters.AsSpan(skip));
            if (family > 0 && (family > 1 || skip == 0) && letters.Length - skip - family <= 4) return (skip, family);
        }

        var polite = honorific is "様" or "さん" or "さま" or "氏" or "殿";
        return polite && letters.Length >= 2 && !Generic(letters) && !NotBefore様.Contains(letters[^1], StringComparison.Ordinal) ? (0, 0) : null;
    }

    static bool Generic(string letters) => Morphology.Dictionary.Common(letters) || Morphology.Vocabulary.CommonJapanese(letters);

    static IEnumerable<Finding> Labelled(TextView view)
    {
        foreach (Match match in Label().Matches(view.Text))
        {
            var value = match.Groups["value"];
            var text = value.Value.TrimEnd();
            if (text.Length < 2 || NoName.Contains(text) || text.StartsWith("当社", StringComparison.Ordinal) || text.StartsWith("弊社", StringComparison.Ordinal)) continue;

            var family = Surnames.LengthAtOrShort(text);
            yield return Person(view, value.Index, text.Length, "person.label", family > 1 ? family : 0);
            foreach (Match more in Further().Matches(view.Text, value.Index + value.Length))
            {
                var next = more.Groups["name"];
                if (Morphology.Vocabulary.ReadingsOf(next.Value).Length > 0) yield return Person(view, next.Index, next.Length, "person.label", next.Length);
            }
        }
    }

    static IEnumerable<Finding> Full(TextView view)
    {
        foreach (Match match in KanjiRun().Matches(view.Text))
        {
            var family = Surnames.LengthAtOrShort(match.Value);
            if (family < 2) continue;

            var given = match.Value[family..].TrimStart();
            if (given.Length is 1 or 2 or 3 && !NotGiven.Contains(given[^1]) && !NotGiven.Contains(given[0]) && !Array.Exists(Titles, title => given.StartsWith(title, StringComparison.Ordinal)))
            {
                yield return Person(view, match.Index, match.Length, "person.fullName", family);
            }
        }
    }

    static IEnumerable<Finding> English(TextView view)
    {
        foreach (Match match in Title().Matches(view.Text))
        {
            var name = match.Groups["name"];
            var blank = name.Value.IndexOf(' ', StringComparison.Ordinal);
            var length = blank > 0 && !Capital(view, name.Index + blank + 1) ? blank : name.Length;
            if (!NoName.Contains(name.Value)) yield return Person(view, name.Index, length, "person.title", 0);
        }
    }

    static bool Capital(TextView view, int place) => char.IsUpper(view.Original[view.ToOriginal(place, 1).Start]);

    static IEnumerable<Finding> Accounts(TextView view)
    {
        foreach (Match match in Account().Matches(view.Text))
        {
            var name = match.Groups["name"];
            if (!NoName.Contains(name.Value) && !NoAccount.Contains(name.Value)) yield return Person(view, name.Index, name.Length, "person.account", 0);
        }
    }

    static Finding Person(TextView view, int start, int length, string rule, int family)
    {
        var finding = view.Finding(start, length, FindingTypes.Person, rule, Verdict.RemoveLikely);
        return family > 1 ? finding with { Also = [view.Text.Substring(start, family)] } : finding;
    }

    [GeneratedRegex(@"(?:ふりがな|フリガナ|よみがな|読み仮名|読み方?|カナ氏名|氏名カナ)[は:=、 「(]{1,3}(?<name>[ぁ-ん]{2,8}(?: [ぁ-ん]{2,8})?|[ァ-ヺー]{2,8}(?: [ァ-ヺー]{2,8})?)(?![ぁ-んァ-ヺー])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Reading();

    [GeneratedRegex(@"\G[、,・] ?(?<name>[一-龯々]{1,4})(?=[、,・。\n(]|$)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Further();

    [GeneratedRegex(@"(?:[課部室係局班社院店署所行駅]|担当|事務局|センター|グループ|チーム|責任者|代表|隊|窓口|金庫|組合|ガス|電力|鉄道|交通|航空|放送|通信|水道|大学)の(?<name>[一-龯々]{1,3})(?=です|でございます|と申し|より|が(?:対応|確認|報告|連絡)|宛|まで|、|。|\(|$|\n)|(?:^|\n)(?<name>[一-龯々]{1,3})(?=です。|でございます|と申します)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"(?<![ぁ-んァ-ヶー一-龯])(?!お(?:ばあ|じい|にい|ねえ|とう|かあ|じょう)|あか)(?:[ぁ-んァ-ヶー]{1,4}|[一-龯]{1,2})(?:ちゃん|くん|ぽん|っち|たん)(?![ぁ-ん]{0,1}[としでな][ぁ-んー]{2})", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Nickname();

    [GeneratedRegex(@"(?:^|\n)(?:\[?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\]? ?[<(]?(?<name>[a-z][a-z0-9._-]{1,20}|[一-龯々ぁ-んァ-ヶー]{1,8})[>)]? ?[::>]|(?<name>[a-z][a-z0-9._-]{1,20}|[一-龯々ぁ-んァ-ヶー]{1,8}) {1,3}\(?[0-9]{1,2}:[0-9]{2}\)?(?:\n| ?am| ?pm))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Speaker();

    [GeneratedRegex(@"(?<name>[ぁ-んー]{3,8})(?: ?)(?=さん|様|さま|氏|先生|くん|君|ちゃん|部長|課長|係長|所長|院長|室長|主任)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KanaName();

    [GeneratedRegex(@"(?<![a-z0-9.])[a-z](?:[田山川村本野島崎井藤木原沢](?![一-龯])|(?=市長|町長|村長|知事|社長|課長|部長|氏|さん|様|先生))|(?<![a-z0-9.])[a-z](?:市|町|村|県|病院|銀行|社)(?![一-龯])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Initial();

    [GeneratedRegex(@"(?:^|\n|> ?)(?:from|to|cc|reply-to|差出人|宛先|送信者): ?""?(?<name>[^<>""\n@]{2,40})""? ?<", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Sender();

    [GeneratedRegex(
        @"(?<name>[一-龯々ヶ]{1,6}(?: [一-龯々ぁ-んァ-ヺー]{1,5})?|[ァ-ヺー]{2,8})(?: ?)(?<honorific>様(?![々子式相態変])|さん(?![ぁ-ん]{0,1}[で業])|さま|氏(?![名])|殿|代表取締役|取締役|本部長|部長|次長|課長|係長|室長|主任|主査|主幹|参事|社長|専務|常務|所長|局長|支店長|センター長|担当者|担当|先生|技師|マネージャー|リーダー)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Honorific();

    [GeneratedRegex(
        @"(?:担当者名?|担当|氏名|お名前|連絡先|報告者|記入者|作成者|責任者|発信者|起案者|承認者|窓口|対応者|当直|当番|夜勤|日勤|出席者?|参加者?|受付|受け|宛先|文責|確認者|発見者|contact(?: person)?|(?<!task |host |file |service |process |user|user |domain |display |computer |product |rule |group |event |policy |image |mutex |pipe |key |value |bucket |account |app |malware |tool |package |plugin |[a-z])name|reporter|reported by|author|prepared by|in charge) ?[:=] ?(?<value>[^\n、。,;()/|「」:@0-9]{2,24})", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<![一-龯々])[一-龯々]{2,4}(?:[一-龯々]{1,2}| [一-龯々]{1,3})?(?![一-龯々])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KanjiRun();

    [GeneratedRegex(@"(?<![a-z])(?:(?:mr|ms|mrs|dr|prof)\.? (?<name>[a-z][a-z'-]{1,20}(?: (?!(?:of|from|and|at|in|on|who|to|is|was|has|will|with|for|via|by|said|or|the)(?![a-z]))[a-z][a-z'-]{1,20})?)|(?<name>[a-z]{2,20})(?=-san(?![a-z]|[a-z])|さん|様|氏))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"(?<![a-z])(?:(?:s|d|src|dst)?user(?:[ _]?(?:name|id))?|account(?:[ _]?name)?|login|logon|uid|ユーザー?(?:名|id)?|アカウント名?)[""']?\s{0,2}[:=]\s{0,2}[""']?(?:[a-z0-9-]{1,20}\\)?(?<name>[a-z][a-z0-9._-]{1,40})|(?<=failed password for |accepted password for |accepted publickey for |invalid user )(?<name>[a-z][a-z0-9._-]{1,40})(?= from)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Account();
}
