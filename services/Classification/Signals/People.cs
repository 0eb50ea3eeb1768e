using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>Persons by honorific, role, label or full name, and how to reach one. Those who write the attack's mails are none.</summary>
static partial class People
{
    const int LongestName = 6;
    const int Context = 90;
    const int Said = 48;

    // Ends of words that only look like a name before 様, さん or 氏: 同様, お客様, 患者さん, 部長殿.
    const string NotBeforeHonorific = "同仕多模一異有客者員皆社々方先元主各店局庁省課部室係班何神王左逆今院行学業体合所構族奥那労傷話走当上師母父兄姉娘孫妹弟屋人工生察警摂華彼御貴宮長両諸某長隣位県市町村";

    // Ends of place names and of departments: what follows a family name here is no given name.
    const string NotGiven = "県市区町村駅港支店局部課社製線川山島湖湾道橋空地方側系用的化性所院校場署庁省班係室館城寺園駐型群団組第本新旧東西南北";

    // Family names that say where something is, as in 担当者の中.
    const string Directions = "東西南北中都小今原平高奥岸";

    // Last characters of most given names.
    const string GivenEnds = "郎朗太子美男夫雄介助人也哉樹香恵菜奈花華二三彦之史司志平翔輝斗真希江代穂乃実里莉佳織吾明健誠浩治和博隆茂勝豊弘進剛徹亮輔佑祐貴央衛正清武司孝行則紀雅章利幸千春夏秋冬光陽葵結衣音咲愛優悠蓮湊颯大一";

    // Last characters of most family names.
    const string FamilyEnds = "田川山野木村本井沢澤島嶋原藤谷崎橋森林口下上岡坂塚沼浜浦江津戸瀬尾屋宮辺邊堀賀見根葉池石垣城条町永保生鬼巣方岐柱家丸倉守越羽";

    static readonly string[] PoliteForms = ["さん", "様", "さま", "氏", "殿", "君が", "君に", "君の", "ちゃん"];

    static readonly string[] Roles =
        ["課長", "部長", "次長", "係長", "室長", "主任", "主査", "主幹", "主事", "参事", "社長", "専務", "常務", "取締役", "所長", "局長", "院長", "会長", "理事", "先生", "医師", "看護師", "技師", "教授", "弁護士", "薬剤師", "技官", "助役", "駅長", "班長", "隊長", "工場長", "支店長", "支配人", "師長", "技監", "顧問", "監査役", "執行役員", "代表", "弁理士", "保健師", "助教", "准教授", "町長", "村長", "容疑者", "被告", "被疑者", "機長", "副操縦士", "操縦士", "整備士", "運転士", "車掌", "船長", "技士", "担当", "マネージャー", "リーダー"];

    static readonly WordSet Honorifics = new([.. PoliteForms, .. Roles]);

    static readonly WordSet FamilyNames = new([.. Surnames.All]);

    static readonly WordSet Labels = new(
        ["担当", "氏名", "長", "主任", "文責", "起票", "記録者", "宛先", "届け先", "員", "師", "士", "者", "部", "課", "室", "係", "取締役", "内線", "owner", "user", "assign", "ext", "lead", "chief", "manager", "head", "director", "clerk", "supervisor", "initials", "found", "staff", "counsel", "doctor", "driver", "pharmacist", "guard", "call", "ask", "attn", "who", "on duty", "on-call", "team", "department", "section", "desk", "signed", "名前", "連絡先", "報告者", "記入者", "作成者", "責任者", "発信者", "起案者", "承認者", "窓口", "対応者", "確認者", "発見者", "通報者", "患者", "顧客", "の", "contact", "name", "report", "author", "prepared by", "in charge", "engineer", "operator", "employee", "officer", "administrator", "colleague", "technician", "nurse", "patient", "analyst", "mr", "ms", "dr", "-san", "regards", "sincerely"]);

    static readonly Anchored OfRole = new(RoleBefore(), [.. RoleWords.Split('|').SkipLast(1).Select(w => w.EndsWith('?') ? w[..^2] : w), "部", "課", "室", "係", "班", "署", "局", "科", "所", "院"]);

    static readonly Anchored EnglishLabels = new(
        EnglishLabel(),
        "contact", "name", "reporter", "author", "in charge", "owner", "assignee", "requester", "caller", "poc", "point of contact", "attn", "attention", "supervisor", "handler", "duty officer", "staff", "patient", "customer", "consignee", "recipient", "approver", "pic", "on duty", "on-duty", "on call", "on-call",
        "signed", "reported", "prepared", "written", "handled", "approved", "raised", "submitted", "found", "opened", "noticed", "spotted", "drafted", "reviewed", "checked", "confirmed", "assigned", "regards", "sincerely", "thanks", "thank you", "respectfully", "yours truly");

    static readonly WordSet EnglishTitles = new(
        "mr", "ms", "dr", "prof", "-san", "engineer", "operator", "employee", "officer", "administrator", "colleague", "technician", "nurse", "patient", "analyst", "section", "department", "dept", "team", "desk", "office", "division", "unit", "group", "ward", "branch", "hr", "it");

    static readonly WordSet Extensions = new("内線", "ext");

    static readonly WordSet Contacts = new(["内線", "直通", "携帯", "電話番号", "tel", "ext", "mail"]);

    static readonly SearchValues<string> BehindNames = SearchValues.Create([" from ", " of ", " at ", " in ", " on ", " who ", " and ", " with ", " during "], StringComparison.Ordinal);

    static readonly FrozenSet<string> NoAccount = new[]
    {
        "info", "support", "security", "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "admin", "administrator", "abuse", "postmaster", "webmaster", "contact", "soc", "csirt", "noc", "cert", "sales", "help", "helpdesk", "office", "service", "services", "mail", "news", "billing", "account", "accounts",
        "alert", "alerts", "root", "hostmaster", "notification", "notifications", "notice", "customer", "inquiry", "toiawase", "kanri", "system", "jimu", "soumu", "koho", "press", "pr", "incident", "report", "reports", "team", "user", "test", "staff", "invoice", "order", "orders", "payment", "payments", "update",
    }.ToFrozenSet();

    public static void Find(FieldText field, SignalList found)
    {
        Add(field, found, Addressed(field));
        Add(field, found, FullNames(field));
        if (field.PlainWords.Any(Labels)) Labelled(field, found);

        Latin(field, found);
        Mails(field, found);
        foreach (var match in Telephone().EnumerateMatches(field.Plain.Text))
        {
            if (IsTelephone(field.Plain.Text.AsSpan(match.Index, match.Length)) && !OfAttackers(Line(field.Plain.Text, match.Index))) found.Add(SignalTable.Person, field.Plain.ToOriginal(match.Index, match.Length));
        }
    }

    static void Add(FieldText field, SignalList found, IEnumerable<TextSpan> names)
    {
        foreach (var name in names)
        {
            if (found.Enough(SignalTable.Person)) return;

            found.Add(SignalTable.Person, field.Plain.ToOriginal(name.Start, name.Length));
        }
    }

    /// <summary>Names with an honorific or a role behind, in order.</summary>
    public static IEnumerable<TextSpan> Addressed(FieldText field)
    {
        var text = field.Plain.Text;
        var behind = 0;
        foreach (var i in field.PlainWords.Of(Honorifics))
        {
            if (i < behind) continue;

            var polite = Array.Find(PoliteForms, f => text.AsSpan(i).StartsWith(f, StringComparison.Ordinal));
            var title = polite ?? Array.Find(Roles, f => text.AsSpan(i).StartsWith(f, StringComparison.Ordinal))!;
            var end = i > 0 && text[i - 1] == ' ' ? i - 1 : i;
            if (Name(text, end, polite is not null && polite != "君の") is > 0 and var length && !Pretended(text, end - length, i + title.Length) && !NotHonorific().IsMatch(text.AsSpan(i))) yield return new(end - length, length);

            behind = i + title.Length;
        }
    }

    /// <summary>A name that the attacker goes by.</summary>
    static bool Pretended(string text, int start, int end) =>
        PretendedBefore().IsMatch(text.AsSpan(Math.Max(0, start - Said), Math.Min(Said, start))) || PretendedBehind().IsMatch(text.AsSpan(end, Math.Min(Said, text.Length - end)));

    /// <summary>Length of the name that ends at a place; 0 where none does.</summary>
    static int Name(string text, int end, bool polite)
    {
        var from = Math.Max(0, end - 40);
        foreach (var match in NameBefore().EnumerateMatches(text.AsSpan(from, end - from)))
        {
            var before = text.AsSpan(from + match.Index, match.Length);
            if ((polite || before.Contains('(') || (before.IndexOf(' ') is > 0 and var family && LooksFamily(before[..family]))) && !NoName().IsMatch(before) && !NotKana().IsMatch(before)) return match.Length;
        }

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

        if (!polite && OwnRole().IsMatch(text.AsSpan(end).TrimStart(' ')) && start > 0 && text[start - 1] is 'の' or '、' or '「' or '(' or '\n' && letters.Length >= 2 && LooksFamily(letters)) return letters.Length;

        return polite && letters.Length >= 2 && !NotBeforeHonorific.Contains(letters[^1], StringComparison.Ordinal) && !NoName().IsMatch(letters) ? letters.Length : 0;
    }

    /// <summary>Written as family names mostly are, though none of the known.</summary>
    static bool LooksFamily(ReadOnlySpan<char> letters) =>
        letters.Length is 2 or 3 && (Surnames.LengthAt(letters) == letters.Length || (FamilyEnds.Contains(letters[^1], StringComparison.Ordinal) && !NoFamily().IsMatch(letters) && !NoName().IsMatch(letters)));

    static int Katakana(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 8 && text[start - 1] is (>= 'ァ' and <= 'ヺ') or 'ー' or '・') start--;

        return end - start >= 2 && !NoName().IsMatch(text.AsSpan(start, end - start)) ? end - start : 0;
    }

    static bool GivenOrNothing(ReadOnlySpan<char> given) =>
        given.Length == 0 || (given.Length <= 3 && !NotGiven.Contains(given[0], StringComparison.Ordinal) && !NotGiven.Contains(given[^1], StringComparison.Ordinal) && !NoName().IsMatch(given));

    /// <summary>Family and given names of known family names, in order.</summary>
    public static IEnumerable<TextSpan> FullNames(FieldText field)
    {
        var text = field.Plain.Text;
        var behind = 0;
        foreach (var i in field.PlainWords.Of(FamilyNames))
        {
            if (i < behind) continue;
            if (FullName(text, i) is not (> 0 and var length) || Pretended(text, i, i + length)) continue;

            yield return new(i, length);
            behind = i + length;
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
        var (view, words) = (field.Plain, field.PlainWords);
        foreach (var match in JapaneseLabel().Matches(view.Text.AsSpan().ContainsAny(':', '=', '→') ? view.Text : "").Concat(EnglishLabels.In(words)))
        {
            if (found.Enough(SignalTable.Person)) return;

            var value = match.Groups["value"];
            if (Looks(view, value)) found.Add(SignalTable.Person, view.ToOriginal(value.Index, value.Length));
        }

        foreach (var match in OfRole.In(words).Concat(words.Any(Contacts) ? BeforeContact().Matches(view.Text) : []).Concat(view.Text.Contains('(') ? WithReading().Matches(view.Text) : []))
        {
            var name = match.Groups["name"];
            var family = Surnames.LengthAt(name.ValueSpan);
            if (match.Groups["sure"].Success ? !NoName().IsMatch(name.ValueSpan) && !NoFamily().IsMatch(name.ValueSpan) : family > 0 ? GivenOrNothing(name.ValueSpan[family..].TrimStart()) : LooksFamily(name.ValueSpan) || Surnames.IsShort(name.ValueSpan) && !Directions.Contains(name.Value, StringComparison.Ordinal)) found.Add(SignalTable.Person, view.ToOriginal(name.Index, name.Length));
        }

        foreach (var match in Extension().EnumerateMatches(words.Any(Extensions) ? view.Text : "")) found.Add(SignalTable.Person, view.ToOriginal(match.Index, match.Length));

        foreach (Match match in English().Matches(words.Any(EnglishTitles) ? view.Text : ""))
        {
            var (name, title) = (match.Groups["name"], match.Groups["title"]);
            if (Capital(view, name.Index) && !(title.Success && Capital(view, title.Index + 1)) && !SaysSender().IsMatch(view.Text.AsSpan(Math.Max(0, name.Index - Said), Math.Min(Said, name.Index)))) found.Add(SignalTable.Person, view.ToOriginal(name.Index, name.Length));
        }
    }

    /// <summary>What follows a label reads as a name, not as a department.</summary>
    static bool Looks(TextView view, Group value)
    {
        var text = value.ValueSpan;
        if (text.IndexOfAny(BehindNames) is > 0 and var end) text = text[..end];
        text = text.TrimEnd();
        if (text.Length < 2 || NoName().IsMatch(text)) return false;
        if (EnglishName().IsMatch(text)) return Capital(view, value.Index) && Capital(view, value.Index + text.IndexOf(' ') + 1);

        var family = Surnames.LengthAt(text);
        return family > 0 ? GivenOrNothing(text[family..].TrimStart()) : JapaneseName().IsMatch(text) && !NotGiven.Contains(text[^1], StringComparison.Ordinal);
    }

    /// <summary>Names in Latin letters of which one reads as a Japanese name, or which stand with a role.</summary>
    static void Latin(FieldText field, SignalList found)
    {
        var original = field.Plain.Original;
        foreach (var match in LatinName().EnumerateMatches(original))
        {
            if (found.Enough(SignalTable.Person)) return;
            if (RomajiName(original.AsSpan(match.Index, match.Length)) && !SaysSender().IsMatch(original.AsSpan(Math.Max(0, match.Index - 24), Math.Min(24, match.Index)))) found.Add(SignalTable.Person, new(match.Index, match.Length));
        }

        foreach (var match in LatinRole().EnumerateMatches(original))
        {
            if (!NoLatinName().IsMatch(original.AsSpan(match.Index, match.Length))) found.Add(SignalTable.Person, new(match.Index, match.Length));
        }
    }

    /// <summary>Both words are made of Japanese syllables, and neither is a place, a firm or an English word made of them.</summary>
    public static bool RomajiName(ReadOnlySpan<char> name) => Romaji().IsMatch(name) && !NoLatinName().IsMatch(name);

    static bool OfAttackers(ReadOnlySpan<char> line) => Attackers().IsMatch(line) && !Received().IsMatch(line);

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
            if (!OfAttackers(line) && !line.Contains("://", StringComparison.Ordinal) && !AttackersBehind().IsMatch(text.AsSpan(domain.Index + domain.Length, Math.Min(20, text.Length - domain.Index - domain.Length)))) found.Add(SignalTable.Person, view.ToOriginal(start, domain.Index + domain.Length - start));
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

    const string PersonWords = "課長|部長|次長|局長|所長|室長|係長|班長|駅長|師長|場長|支店長|工場長|校長|学長|組長|隊長|会長|社長|院長|部長代理|課長代理|課長補佐|主任|主査|主幹|主事|参事|チーフ|リーダー|マネージャー?|担当者?|取締役|役員|監査役|顧問|理事|職員|社員|従業員|技術者|技師|技士|管理者|オペレーター?|エンジニア|アナリスト|看護師|医師|薬剤師|保健師|助手|患者|作業員|作業者|警備員|清掃員|配達員|乗務員|運転手|操作員|当直|当直者|当番|責任者|委託員|派遣社員|元社員|退職者|駅員|運転士|車掌|弁護士|会計士|税理士|窓口|秘書|教授|講師|顧客|利用者|契約者|発見者|通報者|届出人|ドライバー|機長|副操縦士|乗員|整備士|パイロット|指令員?|監視員|誘導員|検針員|保線員|店員|行員|局員|隊員|研究員";
    const string RoleWords = PersonWords + "|[部課室係班署]";

    [GeneratedRegex(@"(?:差出人|送信者|発信者|表示)名?(?:は|が|を|欄|:|の)[^。\n]{0,24}\z|(?:架空|偽名|実在しない|攻撃者|犯人)[^。\n]{0,16}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex PretendedBefore();

    [GeneratedRegex(@"\A[」』)\]""' ]{0,2}(?:さん|様|氏)?[」』]?(?:を|と|だと)(?:名乗|騙|かた[るっ]|装|称)|\A[」』)\]""' ]{0,2}(?:という|なる)(?:偽|架空|実在しない)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex PretendedBehind();

    // Roles that no place and no department is named by.
    [GeneratedRegex("\\A(?:主任|主査|主幹|主事|参事|係長|課長|次長|室長|師長|看護師|医師|技師|薬剤師|保健師|教授|先生|弁護士|容疑者|班長|リーダー|取締役|常務|専務)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OwnRole();

    [GeneratedRegex("\\A(?:様(?:々|子|式|相|態|変)|さん(?:[ぁ-ん]?業|ぎょう)|氏名|担当(?:省|大臣|部|課|係|班|窓口|分野|業務|す|し|の|者(?:会|に|が|は|へ|を|の|と))|部長級|課長級|理事会|主任技術|所長会|会長職)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NotHonorific();

    [GeneratedRegex(
        "お客|お得意|システム|情報|運用|管理|監視|保守|総務|営業|技術|企画|広報|経理|人事|設備|工場|工事|支店|本店|支社|本社|部署|課|室|チーム|センター|サポート|ヘルプ|ベンダ|ユーザ|メーカ|オペレータ|スタッフ|パートナー|グループ|エンジニア|メンバー|ドクター|ナース|ドライバー|オーナー|不明|未定|調査|確認|非公開|省略|同上|別途|当社|弊社|自社|なし|委託|契約|病院|銀行|電力|水道|大学|株式|有限|組合|協会|機構|事務|職員|社員|従業|部門|部隊|責任|担当|代表|利用|患者|顧客|取引|関係|全員|n/a|none|unknown|tbd|csirt|(?<![a-z])soc(?![a-z])|team|desk|centre|center|department|office|support|security|operations|manager|service|the ",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoName();

    [GeneratedRegex(@"(?:担当者名?|担当|氏名|名前|連絡先|報告者|記入者|作成者|責任者|発信者|起案者|承認者|窓口|対応者|確認者|発見者|通報者|患者名?|顧客名?|文責|起票者?|記録者?|記入|報告|作成|承認|宛先|届け先|届先|送り先|申込者|申請者|契約者|利用者|使用者|所有者|当直者?|当番|立会者?|相談者|被害者|本人|受取人|名義人|差出人名) ?(?:[:=]|→) ?(?<value>[^\n、。,;()/|「」:@0-9]{2,24})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex JapaneseLabel();

    [GeneratedRegex(@"\G(?:(?:contact(?: person)?|(?<!(?:host|file|user|domain|process|service|task|product|rule|device|site|malware|job|tool|server|app|group|account|threat|actor|event|alert) ?_?)name|reporter|author|in charge|(?<![a-z])owner|assignee|requester|caller|(?<![a-z])poc|point of contact|attn|attention|supervisor|handler|duty officer|(?<![a-z])staff|(?<![a-z])patient|(?<![a-z])customer|consignee|recipient|approver|pic|on[- ]duty|on[- ]call|signed) ?[""']?[:=]|(?:reported|prepared|written|handled|approved|signed|raised|submitted|found|opened|noticed|spotted|drafted|reviewed|checked|confirmed|assigned) (?:by|to) ?:?|(?:regards|sincerely|thanks|thank you|respectfully|yours truly),? ?\n) ?(?<value>[^\n、。,;()/|「」:@0-9]{2,24})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EnglishLabel();

    [GeneratedRegex(
        @"\G(?:" + @"(?:" + PersonWords + @")の(?!一部|多く|大半|数[名人]|複数|誰|[一二三四五六七八九十]+[人名]|上司|同僚|部下|友人|知人|多数|半数|側|皆)(?<name>[一-龯々]{2,4})(?=(?<sure>が)[^。\n]{0,16}?(?:見間違|見誤|開い|気づ|気付|対応し|送っ|押し|誤っ|クリック|話し|答え|帰宅|置き忘|紛失|応対|見つけ|入力し|落とし|渡し|電話を|受け取|行方|退職|休ん))|" +
        "(?:" + RoleWords + @")(?:である|だった|を務める|\([^)\n]{1,16}\))?[の、:・]? ?(?<name>[一-龯々]{2,4}(?<sure> )[一-龯々ぁ-んァ-ヺー]{1,4}?)(?=[がはにへもをとの、。,\n (」』]|から|より|です|宛|まで|によ|だ|で|さん|氏|殿|様|\z)|(?:" + RoleWords + @")(?:である|だった|を務める)?の(?<name>[一-龯々]{1,4})(?=(?<sure>によ(?:れば|ると)|(?:さん|氏|殿)|\((?:[ぁ-んァ-ヺー ]{2,16}|内線|直通|携帯|電話|tel|[0-9]))|[がはにへもをと、。,\n (]|から|より|です|宛|まで|\z)" +
        @"|[部課室係班局科署所院] ?の? ?(?<name>[一-龯々]{2,4}(?<sure> )[一-龯々ぁ-んァ-ヺー]{1,4})(?=[がはにへもをと、。,\n(]|から|より|です|宛|まで|\z))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex RoleBefore();

    [GeneratedRegex(@"(?<![一-龯々])(?<name>[一-龯々]{1,4}(?: [一-龯々]{1,3})?)(?=(?<sure>) ?[(、,:] ?(?:内線|直通|携帯|電話番号|tel|ext|mail))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex BeforeContact();

    [GeneratedRegex(@"(?<![一-龯々])(?<name>[一-龯々]{1,4} ?[一-龯々]{1,4}(?<sure>\()[ぁ-んァ-ヺー]{2,8} [ぁ-んァ-ヺー]{2,8}\))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex WithReading();

    [GeneratedRegex(
        @"(?<![a-z])(?:(?<title>mr|ms|mrs|dr|prof)\.? (?<name>[a-z][a-z'-]{1,20})|(?<name>[a-z]{2,20})-san(?![a-z])|(?<name>[a-z]\. ?[a-z]\.?)(?=,? (?:in|of|from|at|who|\()[^\n]{0,40}?(?:section|department|dept|team|desk|office|division|unit|group|ward|branch|hr|it))|(?:engineer|operator|employee|officer|administrator|colleague|technician|nurse|patient|analyst)s?,? (?<name>[a-z][a-z'-]{1,15} [a-z][a-z'-]{1,15})(?=,? (?:who|opened|clicked|received|reported|found|noticed|was|is|has|had|called|told|said|on|from|of|and)(?![a-z])|[,.\n)]|\z))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex English();

    [GeneratedRegex(@"\A[a-z][a-z'-]{1,20}\.? (?:[a-z]\. )?[a-z][a-z'-]{1,20}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex EnglishName();

    [GeneratedRegex(@"\A(?:[一-龯々]{1,3} [一-龯々ぁ-んァ-ヺー]{1,5}|[一-龯々]{3,5}|[ァ-ヺー]{2,8}[ ・][ァ-ヺー]{2,8})\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex JapaneseName();

    [GeneratedRegex(@"\G(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,12}(?![a-z0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Domain();

    [GeneratedRegex(@"送信元|差出人|送信者|発信元|発信者|返信先|偽装|なりすま|詐称|騙|攻撃者|フィッシング|不審な?(?:メール|電話|アドレス)|迷惑メール|詐欺|脅迫|(?<![a-z])(?:from|sender|reply-to|return-path|spoof\w{0,4}|phish\w{0,4}|attackers?|malicious|scam\w{0,4}|ransom\w{0,5}|c2|fake\w?|bogus|fraud\w{0,6}|crooks?|impersonat\w{0,4}|(?:somebody|someone|an? (?:unknown )?(?:man|woman|person|caller|stranger)) with the (?:mail |e-?mail )?(?:address|number))(?![a-z])[^.]{0,80}\z|偽の|偽サイト|偽窓口|(?<![a-z])from ?:", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Attackers();

    [GeneratedRegex(@"\A[>」』)""' ]{0,3}(?:を(?:装|名乗|騙|送信元|差出人|詐称)|に(?:なりすま|偽装)|から(?:の)?(?:不審|届|送|メール|受信)|という(?:送信元|差出人|アドレス)|\((?:偽|攻撃|attacker|spoofed))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex AttackersBehind();

    [GeneratedRegex(
        @"(?<![0-9a-z.+/-])(?<![0-9]:)(?:0[0-9]{1,4}[-. ][0-9]{1,4}[-. ][0-9]{3,4}|\(0[0-9]{1,4}\)[-. ]?[0-9]{1,4}[-. ]?[0-9]{3,4}|0[0-9]{1,4}\([0-9]{1,4}\)[0-9]{3,4}|0[5789]0[0-9]{8}|\+81[-. ]?(?:\(0\)[-. ]?)?[0-9]{1,4}(?:[-. ]?[0-9]{2,4}){2})(?![0-9a-z]|[-.][0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Telephone();

    // Whose mailbox an attacker's mail came to is a victim.
    [GeneratedRegex(@"(?:opened|clicked|received|reported|forwarded|noticed|entered|answered) (?:by|at|from)[^.]{0,24}\z|(?:受信者|宛先|被害者|開封者|職員|社員|担当者?|受け取った|開いた)[^。]{0,16}\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Received();

    [GeneratedRegex(@"(?<![一-龯々])[一-龯々]{1,4} [一-龯々ぁ-んァ-ヺー]{1,5}\z|(?<![一-龯々])[一-龯々]{1,5}(?: [一-龯々]{1,3})?\([ぁ-んァ-ヺー ]{2,16}\)\z|(?<![ぁ-ん])[ぁ-ん]{3,6}\z|(?<=[ぁ-ん][はがとに、])[ぁ-ん]{3,5}\z|(?<![a-z.])[a-z](?:[a-z'-]{1,15}|\. ?[a-z])?\.?(?: [a-z][a-z'-]{1,15})?\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NameBefore();

    [GeneratedRegex("(?:みな|たく|おく|かあ|とう|ねえ|にい|じい|ばあ|くろう|つかれ|まわり|いしゃ|きゃく|だく|さく|ぼう|しゃ|よめ|むこ|おじ|おば|かか|どちら|こちら|そちら|おなじ|とな|かえ)\\z|\\A(?:web|it|ai|vip|bcc|cc|to|it|pc|ip|jp|co|ltd|inc|tlp)\\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NotKana();

    [GeneratedRegex("(?:(?:社|院|構|案|国|場|室|所|市|都|県|区|町|村|圏|域|年|月|週|日|期|港|館|局)内|以下|以上|途上|向上|地上|部下|上下|低下|落下|配下|傘下|管下|廊下|地下|階下|電池|山林|見本|基本|資本|日本|根本|標本|製本|手本|台本|窓口|出口|入口|人口|蛇口|口|一方|他方|双方|両方|地方|夕方|先方|当方|後方|前方|味方|見方|読方|方|家族|自家|国家|専家|留守|死守|厳守|遵守|保守|確保|担保|発生|再生|衛生|学生|先生|生|不明|屋上|工場|本文|意見|発見|所見|会見|予見|外見|見|正門|専門|部門|屋根|計画|岐|永|先見|判断|指示|承認|端末|名前|名義|確認|許可|了解|依頼|報告|連絡|携帯|電話|署名|権限|不在|説明|発言|代理|補佐|立会|同席|交代|退職|異動|個人|業務|自宅|対応|操作|監督|全員|本人|家|守|方法|方針|方向|方式|仕方)\\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoFamily();

    [GeneratedRegex(@"内線(?:番号)?(?:は|が)?[:=# ]{0,2}[0-9]{2,6}(?![0-9年月日])|(?<![a-z])ext(?:ension|n)?\.?(?: (?:no|number)\.?)?[:# ]{1,2}[0-9]{3,6}(?![0-9a-z])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Extension();

    [GeneratedRegex(@"(?<![A-Za-z./_-])[A-Z](?:[a-z]{2,12}|[A-Z]{2,12})(?:, | |/|・)[A-Z](?:[a-z]{1,12}|[A-Z]{1,12})(?![A-Za-z@_-])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    public static partial Regex LatinName();

    [GeneratedRegex(@"\A(?:(?:[kgsztdnhbpmr]y|sh|ch|ts|[kgsztdnhbpmyrwfj])?[aeiou]h?|n(?![aeiouy])|[kstp](?=[kstpc])){2,8}(?:, | |/|・)(?:(?:[kgsztdnhbpmr]y|sh|ch|ts|[kgsztdnhbpmyrwfj])?[aeiou]h?|n(?![aeiouy])|[kstp](?=[kstpc])){1,8}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Romaji();

    [GeneratedRegex(@"\b(?:tokyo|osaka|kyoto|nagoya|kanto|kansai|tokai|kyushu|shikoku|hokkaido|tohoku|chubu|chugoku|hokuriku|shin|denki|denryoku|gasu|suido|ginko|kaiun|unyu|unso|tetsudo|byoin|daigaku|kogyo|kagaku|sangyo|butsuryu|soko|tsushin|shinkin|kosan|shoji|minato|kobe|yokohama|chiba|nara|toyota|kubota|sony|fuji|home|page|date|time|code|note|name|site|mode|node|zone|base|remote|image|same|use|to|no|we|he|she|me|do|so|on|in|an|or|are|one|none|home|safe|more|some|made|make|take|type|rate|state|data|media|mobile|route|gate|hub|china|japan|korea|team|desk|department|section|office|group|unit|centre|center|station|terminal|workstation|server|system|service|update|company|corporation|bank|branch|plant|room|console|account|level|user|security|support|control|operations?|manager|engineer|report|incident|response|line|pump|panel|network|windows|linux|directory|microsoft|cisco|google|apple|oracle|friday|monday|the|this|our|all|and|please|when|where|user|sake|take|june|june|name|one|rise|uno)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NoLatinName();

    [GeneratedRegex(@"(?:from|sender|reply-to|attacker|actor|alias)\b[^A-Za-z]{0,6}\z|(?:himself|herself|itself|themselves|calls?|named|as|claims? (?:that|to be)|claim(?:ed|ing) (?:that|to be)|posing as|pretend(?:s|ed|ing) to be|invented name|made-up name|fictitious) ""?(?:(?:mr|ms|mrs|dr|prof)\.? )?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SaysSender();

    const string LatinRoles = "manager|lead|leader|chief|head|director|supervisor|dispatcher|clerk|accountant|lawyer|counsel|pharmacist|driver|conductor|guard|cashier|secretary|planner|developer|superintendent|foreman|captain|engineer|operator|officer|administrator|technician|nurse|doctor|physician|analyst|trainee|intern|assistant|president|treasurer|buyer|coordinator|consultant|specialist|receptionist|controller|contractor|worker|inspector|teacher|professor";

    [GeneratedRegex("(?<![A-Za-z])[A-Z][a-z]{2,14}(?: [A-Z][a-z'-]{1,14})?(?=, (?:(?:our|the|a|an|senior|deputy|vice|acting|duty|shift) )?(?:[a-z-]{2,14} ){0,2}(?:" + LatinRoles + ")(?![a-z]))|(?<=(?<![a-z])(?:" + LatinRoles + "),? )[A-Z][a-z]{2,14} [A-Z][a-z'-]{2,14}(?![A-Za-z])|(?<=(?:found|find|opened|noticed|reported|saw|called|signed|wrote|clicked|did)(?: it| this| that| them)? (?:is|was|by) )[A-Z][a-z]{2,14}(?: [A-Z][a-z'-]{2,14})?(?=[,.\n ;)]|\\z)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex LatinRole();
}
