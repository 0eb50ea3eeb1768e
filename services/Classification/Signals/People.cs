using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>Persons by honorific, role, label or full name, and how to reach one. Those who write the attack's mails are none.</summary>
static partial class People
{
    const int LongestName = 6;
    const int Context = 60;

    // Ends of words that only look like a name before 様, さん or 氏: 同様, お客様, 患者さん, 部長殿.
    const string NotBeforeHonorific = "同仕多模一異有客者員皆社々方先元主各店局庁省課部室係班何神王左逆今院行学業体合所構族奥那労傷話走当上師母父兄姉娘孫妹弟屋人工生察警摂華彼御貴宮長両諸某長隣位県市町村";

    // Ends of place names and of departments: what follows a family name here is no given name.
    const string NotGiven = "県市区町村駅港支店局部課社製線川山島湖湾道橋空地方側系用的化性所院校場署庁省班係室館城寺園駐型群団組第本新旧東西南北";

    // Family names that say where something is, as in 担当者の中.
    const string Directions = "東西南北中都小今原平高奥岸";

    // Last characters of most given names.
    const string GivenEnds = "郎朗太子美男夫雄介助人也哉樹香恵菜奈花華二三彦之史司志平翔輝斗真希江代穂乃実里莉佳織吾明健誠浩治和博隆茂勝豊弘進剛徹亮輔佑祐貴央衛正清武司孝行則紀雅章利幸千春夏秋冬光陽葵結衣音咲愛優悠蓮湊颯大一";

    static readonly SearchValues<string> Honorifics = SearchValues.Create([.. PoliteForms, .. Roles], StringComparison.Ordinal);

    static readonly SearchValues<string> Labels = SearchValues.Create(
        ["担当", "氏名", "名前", "連絡先", "報告者", "記入者", "作成者", "責任者", "発信者", "起案者", "承認者", "窓口", "対応者", "確認者", "発見者", "通報者", "患者", "顧客", "の", "contact", "name", "report", "author", "prepared by", "in charge", "engineer", "operator", "employee", "officer", "administrator", "colleague", "technician", "nurse", "patient", "analyst", "mr", "ms", "dr", "-san", "regards", "sincerely"], StringComparison.Ordinal);

    static readonly Anchored OfRole = new(RoleBefore(), "部の", "課の", "室の", "係の", "班の", "署の", "長の", "任の", "当の", "者の", "員の", "士の", "師の", "タの", "ーの", "るの", "たの");

    static readonly SearchValues<string> Extensions = SearchValues.Create(["内線", "直通", "携帯", "電話", "tel", "ext", "mail", "メール"], StringComparison.Ordinal);

    static string[] PoliteForms => ["さん", "様", "さま", "氏", "殿"];

    static string[] Roles =>
        ["課長", "部長", "次長", "係長", "室長", "主任", "主査", "主幹", "主事", "参事", "社長", "専務", "常務", "取締役", "所長", "局長", "院長", "会長", "理事", "先生", "医師", "看護師", "技師", "教授", "弁護士", "容疑者", "被告", "被疑者", "担当", "マネージャー", "リーダー"];

    static readonly FrozenSet<string> NoAccount = new[]
    {
        "info", "support", "security", "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "admin", "administrator", "abuse", "postmaster", "webmaster", "contact", "soc", "csirt", "noc", "cert", "sales", "help", "helpdesk", "office", "service", "services", "mail", "news", "billing", "account", "accounts",
        "alert", "alerts", "root", "hostmaster", "notification", "notifications", "notice", "customer", "inquiry", "toiawase", "kanri", "system", "jimu", "soumu", "koho", "press", "pr", "incident", "report", "reports", "team", "user", "test", "staff", "invoice", "order", "orders", "payment", "payments", "update",
    }.ToFrozenSet();

    public static void Find(FieldText field, SignalList found)
    {
        Addressed(field, found);
        FullNames(field, found);
        if (field.Plain.Text.AsSpan().ContainsAny(Labels)) Labelled(field, found);

        Mails(field, found);
        foreach (var match in Telephone().EnumerateMatches(field.Plain.Text))
        {
            if (IsTelephone(field.Plain.Text.AsSpan(match.Index, match.Length)) && !Attackers().IsMatch(Line(field.Plain.Text, match.Index))) found.Add(SignalTable.Person, field.Plain.ToOriginal(match.Index, match.Length));
        }
    }

    static void Addressed(FieldText field, SignalList found)
    {
        var text = field.Plain.Text;
        for (var i = 0; i < text.Length && text.AsSpan(i).IndexOfAny(Honorifics) is >= 0 and var next && !found.Enough(SignalTable.Person);)
        {
            i += next;
            var polite = Array.Find(PoliteForms, f => text.AsSpan(i).StartsWith(f, StringComparison.Ordinal));
            var title = polite ?? Array.Find(Roles, f => text.AsSpan(i).StartsWith(f, StringComparison.Ordinal))!;
            var end = i > 0 && text[i - 1] == ' ' ? i - 1 : i;
            if (Name(text, end, polite is not null) is > 0 and var length && !NotHonorific().IsMatch(text.AsSpan(i))) found.Add(SignalTable.Person, field.Plain.ToOriginal(end - length, length));

            i += title.Length;
        }
    }

    /// <summary>Length of the name that ends at a place; 0 where none does.</summary>
    static int Name(string text, int end, bool polite)
    {
        var start = end;
        while (start > 0 && end - start < LongestName && Kanji(text[start - 1])) start--;
        var letters = text.AsSpan(start, end - start);
        if (letters.Length == 0) return polite ? Katakana(text, end) : 0;
        if (Surnames.IsShort(letters) && !(start > 0 && Kanji(text[start - 1]))) return 1;

        for (var skip = 0; skip < letters.Length; skip++)
        {
            var family = Surnames.LengthAt(letters[skip..]);
            if (family > 0 && GivenOrNothing(letters[(skip + family)..])) return letters.Length - skip;
        }

        return polite && letters.Length >= 2 && !NotBeforeHonorific.Contains(letters[^1], StringComparison.Ordinal) && !NoName().IsMatch(letters) ? letters.Length : 0;
    }

    static int Katakana(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 8 && text[start - 1] is (>= 'ァ' and <= 'ヺ') or 'ー' or '・') start--;

        return end - start >= 2 && !NoName().IsMatch(text.AsSpan(start, end - start)) ? end - start : 0;
    }

    static bool GivenOrNothing(ReadOnlySpan<char> given) =>
        given.Length == 0 || (given.Length <= 3 && !NotGiven.Contains(given[0], StringComparison.Ordinal) && !NotGiven.Contains(given[^1], StringComparison.Ordinal) && !NoName().IsMatch(given));

    static void FullNames(FieldText field, SignalList found)
    {
        var text = field.Plain.Text;
        for (var i = 0; i < text.Length && text.AsSpan(i).IndexOfAny(Surnames.Search) is >= 0 and var next && !found.Enough(SignalTable.Person); i++)
        {
            i += next;
            if (FullName(text, i) is > 0 and var length)
            {
                found.Add(SignalTable.Person, field.Plain.ToOriginal(i, length));
                i += length - 1;
            }
        }
    }

    /// <summary>Length of family and given name at a place, where nothing else adjoins and the given name ends as most do; else 0.</summary>
    public static int FullName(string text, int start)
    {
        if (start > 0 && Kanji(text[start - 1])) return 0;

        var family = Surnames.LengthAt(text.AsSpan(start));
        var given = start + family;
        if (given < text.Length && text[given] == ' ') given++;
        var end = given;
        while (end < text.Length && end - given <= 3 && Kanji(text[end])) end++;

        var name = text.AsSpan(given, end - given);
        return family > 0 && name.Length is >= 1 and <= 3 && GivenOrNothing(name) && GivenEnds.Contains(name[^1], StringComparison.Ordinal) && (name.Length > 1 || text[given - 1] == ' ') ? end - start : 0;
    }

    static void Labelled(FieldText field, SignalList found)
    {
        var view = field.Plain;
        foreach (var match in JapaneseLabel().Matches(view.Text).Concat(EnglishLabel().Matches(view.Text)))
        {
            if (found.Enough(SignalTable.Person)) return;

            var value = match.Groups["value"];
            if (Looks(view, value)) found.Add(SignalTable.Person, view.ToOriginal(value.Index, value.Length));
        }

        foreach (var match in OfRole.In(view.Text).Concat(view.Text.AsSpan().ContainsAny(Extensions) ? BeforeExtension().Matches(view.Text) : []))
        {
            var name = match.Groups["name"];
            var family = Surnames.LengthAt(name.ValueSpan);
            if (family > 0 ? GivenOrNothing(name.ValueSpan[family..].TrimStart()) : Surnames.IsShort(name.ValueSpan) && !Directions.Contains(name.Value, StringComparison.Ordinal)) found.Add(SignalTable.Person, view.ToOriginal(name.Index, name.Length));
        }

        foreach (Match match in English().Matches(view.Text))
        {
            var (name, title) = (match.Groups["name"], match.Groups["title"]);
            if (Capital(view, name.Index) && !(title.Success && Capital(view, title.Index + 1))) found.Add(SignalTable.Person, view.ToOriginal(name.Index, name.Length));
        }
    }

    /// <summary>What follows a label reads as a name, not as a department.</summary>
    static bool Looks(TextView view, Group value)
    {
        var text = value.ValueSpan.TrimEnd();
        if (text.Length < 2 || NoName().IsMatch(text)) return false;
        if (EnglishName().IsMatch(text)) return Capital(view, value.Index) && Capital(view, value.Index + text.IndexOf(' ') + 1);

        var family = Surnames.LengthAt(text);
        return family > 0 ? GivenOrNothing(text[family..].TrimStart()) : JapaneseName().IsMatch(text) && !NotGiven.Contains(text[^1], StringComparison.Ordinal);
    }

    static void Mails(FieldText field, SignalList found)
    {
        var view = field.Refanged;
        var text = view.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && !found.Enough(SignalTable.Person); at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < 64 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '%' or '+' or '-')) start--;
            var domain = Domain().Match(text, at + 1, Math.Min(100, text.Length - at - 1));
            if (start == at || !domain.Success || NoAccount.Contains(text[start..at])) continue;

            var line = Line(text, start);
            if (!Attackers().IsMatch(line) && !AttackersBehind().IsMatch(text.AsSpan(domain.Index + domain.Length, Math.Min(20, text.Length - domain.Index - domain.Length)))) found.Add(SignalTable.Person, view.ToOriginal(start, domain.Index + domain.Length - start));
        }
    }

    /// <summary>What stands before a place in its line, as far as it may tell whose it is.</summary>
    static ReadOnlySpan<char> Line(string text, int place)
    {
        var before = text.AsSpan(Math.Max(0, place - Context), Math.Min(Context, place));
        return before[(before.LastIndexOf('\n') + 1)..];
    }

    public static bool IsTelephone(ReadOnlySpan<char> written)
    {
        var digits = 0;
        foreach (var c in written) digits += char.IsAsciiDigit(c) ? 1 : 0;

        return written[0] == '+' ? digits is >= 9 and <= 15 : digits is 10 or 11 && !written.StartsWith("0120") && !written.StartsWith("0570") && !written.StartsWith("0800");
    }

    static bool Capital(TextView view, int place) => place < view.Text.Length && char.IsUpper(view.Original, view.ToOriginal(place, 1).Start);

    public static bool Kanji(char c) => c is (>= '一' and <= '龯') or '々' or 'ヶ';

    [GeneratedRegex("\\A(?:様(?:々|子|式|相|態|変)|さん(?:[ぁ-ん]?業|ぎょう)|氏名|担当(?:省|大臣|部|課|係|班|窓口|分野|業務|す|し|の|者(?:会|に|が|は|へ|を|の|と))|部長級|課長級|理事会|主任技術|所長会|会長職)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NotHonorific();

    [GeneratedRegex(
        "システム|情報|運用|管理|監視|保守|総務|営業|技術|企画|広報|経理|人事|設備|工場|工事|支店|本店|支社|本社|部署|課|室|チーム|センター|サポート|ヘルプ|ベンダ|ユーザ|メーカ|オペレータ|スタッフ|パートナー|グループ|エンジニア|メンバー|ドクター|ナース|ドライバー|オーナー|不明|未定|調査|確認|非公開|省略|同上|別途|当社|弊社|自社|なし|委託|契約|病院|銀行|電力|水道|大学|株式|有限|組合|協会|機構|事務|職員|社員|従業|部門|部隊|責任|担当|代表|利用|患者|顧客|取引|関係|全員|n/a|none|unknown|tbd|csirt|(?<![a-z])soc(?![a-z])|team|desk|centre|center|department|office|support|security|operations|manager|service|the ",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoName();

    [GeneratedRegex(@"(?:担当者名?|担当|氏名|名前|連絡先|報告者|記入者|作成者|責任者|発信者|起案者|承認者|窓口|対応者|確認者|発見者|通報者|患者名|顧客名) ?[:=] ?(?<value>[^\n、。,;()/|「」:@0-9]{2,24})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex JapaneseLabel();

    [GeneratedRegex(@"(?:(?:contact(?: person)?|name|reporter|author|in charge) ?[:=]|(?:reported|prepared) by ?:?|(?:regards|sincerely),? ?\n) ?(?<value>[^\n、。,;()/|「」:@0-9]{2,24})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EnglishLabel();

    [GeneratedRegex(@"\G.の(?<=(?:課長|部長|係長|主任|室長|担当者?|職員|社員|従業員|技術者|管理者|オペレーター?|看護師|医師|患者|作業員|責任者|委託員|派遣社員|元社員|退職者|社長|院長|駅員|運転士|[部課室係班署])(?:である|だった)?の)(?<name>[一-龯々]{1,4}(?: [一-龯々]{1,3})?)(?=[がはにへもをと、。,\n (]|から|より|です|宛|まで|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex RoleBefore();

    [GeneratedRegex(@"(?<![一-龯々])(?<name>[一-龯々]{2,4}(?: [一-龯々]{1,3})?) ?[(、,:] ?(?:内線|直通|携帯|電話|tel|ext|mail|メール)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex BeforeExtension();

    [GeneratedRegex(
        @"(?<![a-z])(?:(?<title>mr|ms|mrs|dr|prof)\.? (?<name>[a-z][a-z'-]{1,20})|(?<name>[a-z]{2,20})-san(?![a-z])|(?:engineer|operator|employee|officer|administrator|colleague|technician|nurse|patient|analyst)s?,? (?<name>[a-z][a-z'-]{1,15} [a-z][a-z'-]{1,15})(?=,? (?:who|opened|clicked|received|reported|found|noticed|was|is|has|had|called|told|said|on|from|of|and)(?![a-z])|[,.\n)]|\z))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex English();

    [GeneratedRegex(@"\A[a-z][a-z'-]{1,20}\.? (?:[a-z]\. )?[a-z][a-z'-]{1,20}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EnglishName();

    [GeneratedRegex(@"\A(?:[一-龯々]{1,3} [一-龯々ぁ-んァ-ヺー]{1,5}|[一-龯々]{3,5}|[ァ-ヺー]{2,8}[ ・][ァ-ヺー]{2,8})\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex JapaneseName();

    [GeneratedRegex(@"\G(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,12}(?![a-z0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Domain();

    [GeneratedRegex(@"送信元|差出人|送信者|発信元|発信者|返信先|偽装|なりすま|詐称|騙|攻撃者|フィッシング|不審な?(?:メール|電話|アドレス)|迷惑メール|詐欺|脅迫|(?<![a-z])(?:from|sender|reply-to|return-path|spoof\w{0,4}|phish\w{0,4}|attackers?|malicious|scam\w{0,4}|ransom\w{0,5}|c2|://[^\s]{0,40})(?![a-z])[^.]{0,40}\z|(?<![a-z])from ?:", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Attackers();

    [GeneratedRegex(@"\A[>」』)""' ]{0,3}(?:を(?:装|名乗|騙|送信元|差出人|詐称)|に(?:なりすま|偽装)|から(?:の)?(?:不審|届|送|メール|受信)|という(?:送信元|差出人|アドレス)|\((?:偽|攻撃|attacker|spoofed))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex AttackersBehind();

    [GeneratedRegex(
        @"(?<![0-9a-z.+/-])(?<![0-9]:)(?:0[0-9]{1,4}[-. ][0-9]{1,4}[-. ][0-9]{3,4}|\(0[0-9]{1,4}\)[-. ]?[0-9]{1,4}[-. ]?[0-9]{3,4}|0[0-9]{1,4}\([0-9]{1,4}\)[0-9]{3,4}|0[5789]0[0-9]{8}|\+81[-. ]?(?:\(0\)[-. ]?)?[0-9]{1,4}(?:[-. ]?[0-9]{2,4}){2})(?![0-9a-z]|[-.][0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Telephone();
}
