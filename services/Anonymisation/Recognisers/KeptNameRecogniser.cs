using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Lexicon;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Malware, actors, tools, products and public bodies that defenders need to read. A name that is also a word needs its trade beside it.</summary>
static partial class KeptNameRecogniser
{
    const int Around = 24;
    const int ShortestInCompound = 5;

    /// <summary>What runs, or carries what runs.</summary>
    const string Extensions = "exe|scr|lnk|js|jse|vbs|vbe|hta|iso|img|one|xlsm|docm|pptm|xll|bat|cmd|ps1|msi|jar|dll|sys|cpl|chm|wsf|elf|apk";

    static readonly SearchValues<string> Dotted = SearchValues.Create([.. Extensions.Split('|').Select(e => "." + e)], StringComparison.OrdinalIgnoreCase);
    static readonly FrozenSet<string> Runs = Extensions.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    static readonly SearchValues<char> BesideFiles = SearchValues.Create("「」『』（）()<>\"'、。,:：；;/\\|");

    static readonly Regex[] Contexts = [NamedBefore(), NamedBehind(), SystemPath(), Extension(), Quoted(), Browser(), Signature(), Artefact(), Product(), Versioned(), Argument()];

    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts) =>
        [.. Listed(field, Morphology.Vocabulary.Kept), .. facts.Directory.KeptNames.Where(names => !names.Empty).SelectMany(names => Listed(field, names)), .. Executables(field.Original), .. ByContext(field)];

    static IEnumerable<Finding> Listed(FieldViews field, StringTrie<KeptName> names)
    {
        var text = field.Plain.Text;
        var shown = Shown(text, names);
        for (var i = 0; i < text.Length; i++)
        {
            if ((i + 1 < text.Length && text[i + 1] != '\n' && !names.MayBegin(text[i], text[i + 1])) || (i > 0 && Joins(text[i - 1], text[i]))) continue;

            var (longest, node) = (0, 0);
            for (var j = i; j < text.Length && names.Step(ref node, text[j] == '\n' ? ' ' : text[j]); j++)
            {
                if (names.ValueAt(node) is { } name && (j + 1 == text.Length || !Joins(text[j], text[j + 1])) && (!name.NeedsContext || (shown.Contains(text[i..(j + 1)]) && !Person().IsMatch(text.AsSpan(j + 1))))) longest = j + 1 - i;
            }

            if (longest == 0 || (longest <= ShortestInCompound && InCompound(text, i, i + longest))) continue;

            var end = WithVersion(text, i + longest);
            yield return field.Plain.Finding(i, end - i, FindingTypes.Other, "lexicon", Verdict.Known);
            i += longest - 1;
        }
    }

    /// <summary>Names that their neighbour calls malware, a tool or a group, and what a system calls its own: paths, keys, extensions.</summary>
    static IEnumerable<Finding> ByContext(FieldViews field)
    {
        foreach (var expression in Contexts)
        {
            foreach (Match match in expression.Matches(field.Original))
            {
                var name = match.Groups["name"];
                if (name.Length > 1) yield return new() { Start = name.Index, Length = name.Length, Type = FindingTypes.Other, Rule = "lexicon.context", Verdict = Verdict.Known };
            }
        }
    }

    /// <summary>A file that runs or carries what runs, also with a Japanese name; a name of a member in it goes all the same.</summary>
    static IEnumerable<Finding> Executables(string text)
    {
        const int longest = 40;
        for (var from = 0; from < text.Length && text.AsSpan(from).IndexOfAny(Dotted) is var at and >= 0; from += at + 1)
        {
            var (start, end) = (from + at, from + at + 1);
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
            if (!Runs.Contains(text[(from + at + 1)..end])) continue;

            while (start > 0 && from + at - start < longest && !char.IsWhiteSpace(text[start - 1]) && !BesideFiles.Contains(text[start - 1])) start--;
            if (start < from + at) yield return new() { Start = start, Length = end - start, Type = FindingTypes.Other, Rule = "lexicon.context", Verdict = Verdict.Known };
        }
    }

    /// <summary>Whether a hyphen or an underscore joins a word to others: WMS says nothing in wms-osk-1.</summary>
    static bool InCompound(string text, int start, int end) =>
        (start > 1 && text[start - 1] is '-' or '_' && char.IsAsciiLetterOrDigit(text[start - 2])) || (end + 1 < text.Length && text[end] is '-' or '_' && char.IsAsciiLetterOrDigit(text[end + 1]));

    /// <summary>Whether two neighbours are of one word: letters and digits of ASCII, or katakana.</summary>
    static bool Joins(char left, char right) =>
        (char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right)) || (Katakana(left) && Katakana(right));

    static bool Katakana(char c) => c is (>= 'ァ' and <= 'ヺ') or 'ー';

    /// <summary>Names that are also everyday words and that the text shows once to be of the trade: so they are everywhere in it.</summary>
    static HashSet<string> Shown(string text, StringTrie<KeptName> names)
    {
        var shown = new HashSet<string>();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!names.MayBegin(text[i], text[i + 1]) || (i > 0 && Joins(text[i - 1], text[i]))) continue;

            var node = 0;
            for (var j = i; j < text.Length && names.Step(ref node, text[j]); j++)
            {
                if (names.ValueAt(node) is { NeedsContext: true } && (j + 1 == text.Length || !Joins(text[j], text[j + 1])) && InContext(text, i, j + 1)) shown.Add(text[i..(j + 1)]);
            }
        }

        return shown;
    }

    static int WithVersion(string text, int end) => Version().Match(text, end) is { Success: true } match ? end + match.Length : end;

    static bool InContext(string text, int start, int end)
    {
        var from = Math.Max(0, start - Around);
        return Trade().IsMatch(text.AsSpan(from, start - from)) || Trade().IsMatch(text.AsSpan(end, Math.Min(Around, text.Length - end)));
    }

    [GeneratedRegex(@"(?:rule|signature|ルール|シグネチャ|tool|malware|payload|implant|backdoor|script|binary|process|worm|ツール|マルウェア|検体|ペイロード|プロセス|スクリプト)(?: called| named|名)?[ はの:：]{0,2}['""「『`](?<name>[A-Za-z0-9][A-Za-z0-9 ._+-]{2,40})['""」』`]", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Quoted();

    /// <summary>What scanners call malware, names of rules, and wallets.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<name>(?:Trojan|Backdoor|Ransom|Worm|Virus|PUA|HackTool|TrojanDownloader|TrojanDropper|TrojanSpy|Exploit|Behavior|Downloader|Infostealer|Spyware|Adware|W32|W64|Win32|Win64|Linux|MSIL|JS|VBS|HTML|O97M|HEUR|TROJ|BKDR|RANSOM|WORM|Mal|Gen)[:./_!-][A-Za-z0-9:./_!-]{2,60}|(?:win|elf|apt|mal|susp|proc_creation|hktl|webshell|crime|ransom|lnx|macos|exp|expl|gen)_[A-Za-z0-9_]{3,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{20,80}|0x[0-9a-fA-F]{40}|4[0-9AB][1-9A-HJ-NP-Za-km-z]{93})(?![A-Za-z0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Signature();

    [GeneratedRegex(@"(?<name>Mozilla/[45]\.0[^'""\n」]{0,160})", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Browser();

    /// <summary>What malware leaves: tasks, services, mutexes, pipes, user agents.</summary>
    [GeneratedRegex(@"(?:task(?: name)?|service(?: ?name)?|mutex|named pipe|pipe|run key|registry (?:key|value)|JA3S?|JA4|JARM|imphash|ssdeep|campaign id|botnet id|wallet|タスク名|タスク|サービス名|ミューテックス|ミューテクス|パイプ名|名前付きパイプ|ウォレット)[ ]{0,2}(?:name)?[:：=は「""' ]{1,3}(?<name>[A-Za-z0-9{][^\s、。,;」""']{3,80})|user[- ]?agent[:：=は 「""']{1,3}(?<name>[A-Za-z][^\s、。,;」""']{3,80})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex Artefact();

    /// <summary>A product by what is said of it: X の脆弱性, vulnerability in X, running X.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9@._-])(?<name>[A-Z][A-Za-z0-9.+/-]{1,24}(?: [A-Z0-9][A-Za-z0-9.+/-]{0,20}){0,3})[」』]? ?(?:の(?:既知の|ゼロデイ|未修正の)?脆弱性|のゼロデイ|の管理画面|のプラグイン|のファームウェア|製の|社製|\(CVE-|（CVE-)|(?:vulnerabilit(?:y|ies) in|flaw in|bug in|exploit(?:ed|ing)?(?: of| for)?|running|CMSは|CMS ?[:：]|OSは|PLCは|HMIは|DCSは|VPN装置は|ルータ[ーは]{1,2}|ファイアウォールは|製品[:：は]|機種[:：は]|型番[:：は]|モデル[:：は]|ソフト[:：は]|プラグイン(?:は|の|「)) ?(?<name>[A-Z][A-Za-z0-9.+/-]{1,24}(?: [A-Z0-9][A-Za-z0-9.+/-]{0,20}){0,3})", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Product();

    /// <summary>A name with a version behind it.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9@._-])(?<name>[A-Z][A-Za-z+]{2,24}(?: [A-Z][A-Za-z+]{1,20}){0,2} (?:[Vv](?:er\.? ?)?)?[0-9]{1,4}(?:\.[0-9A-Za-z]{1,6}){1,4})(?![A-Za-z0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Versioned();

    [GeneratedRegex(@"-(?:enc|e|ec|encodedcommand|nop|noni|w|windowstyle|exec|ep|executionpolicy)[ ](?<name>[A-Za-z0-9+/=]{4,400})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex Argument();

    [GeneratedRegex(@"\A ?(?:さん|様|さま|くん|君|ちゃん|氏|-san)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Person();

    [GeneratedRegex(@"\G(?:[ -]?(?:v|ver\.? ?|version )?[0-9]{1,5}(?:\.[0-9a-z]{1,6}){0,4}[a-z]?(?![0-9a-z]))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Version();

    [GeneratedRegex(@"(?:ランサムウェア|マルウェア|ボット|バックドア|ローダー?|スティーラー|攻撃ツール|遠隔操作ツール|フィッシングキット|攻撃グループ|攻撃者グループ|ランサムグループ|ハクティビスト|脅威アクター|名乗りは|名乗る|攻撃者の名は|ransomware|malware|trojan|backdoor|botnet|stealer|loader|phishing kit|ransom(?:ware)? gang|ransomware group|threat actor|threat group|variant of|signed)[ 「『""'(:：は、]{1,3}(?<name>[A-Z][A-Za-z0-9.+-]{2,24}(?: [A-Z0-9][A-Za-z0-9.+-]{1,16})?)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NamedBefore();

    [GeneratedRegex(@"(?<![A-Za-z0-9@._-])(?<name>[A-Za-z][A-Za-z0-9.+-]{2,24}(?: [A-Z0-9][A-Za-z0-9.+-]{1,16})?)[」』""' ]{0,2}(?:は攻撃者|ランサムウェア|マルウェア|ウェブシェル|Webシェル|ワーム|ワイパー|キーロガー|スパイウェア|ルートキット|ボット(?:ネット)?|ローダー?|スティーラー|バックドア|に感染|の亜種|の検体|の攻撃グループ|の犯行|を名乗る|と名乗る|[ ](?:ransomware|malware|stealer|loader|botnet|backdoor|trojan|RAT|gang|affiliate|beacon|implant|webshell|variant|exploit)(?![a-z]))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex NamedBehind();

    [GeneratedRegex(@"(?<![A-Za-z0-9._-])(?<name>/(?:tmp|dev/shm|usr|var|etc|opt|bin|sbin|lib|cgi-bin|wp-content|wp-includes|proc|run|aspnet_client|_layouts|owa|autodiscover|remote|dana-na|dana-cached|api|vpn)(?:/[A-Za-z0-9._%+-]{1,60}){0,8}/?|[A-Za-z]:\\(?:Windows|ProgramData|Program Files(?: \(x86\))?|Users\\Public|Temp|PerfLogs|inetpub|Intel|Recovery)(?:\\[A-Za-z0-9._%+ -]{1,60}?){0,8}(?=[\s""'、。」)）]|$)|%(?:temp|tmp|appdata|localappdata|programdata|public|windir|systemroot)%(?:\\[A-Za-z0-9._-]{1,60}){0,6}|HK(?:LM|CU|CR|U|EY_[A-Z_]{5,20})(?:\\[A-Za-z0-9._ {}-]{1,60}?){1,10}(?=[\s""'、。」)）]|$))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limits.RegexMilliseconds)]
    private static partial Regex SystemPath();

    [GeneratedRegex(@"(?:拡張子|extension|renamed to|appended)[^\n]{0,12}?(?<name>\.?[A-Za-z0-9_-]{3,16})|(?<![A-Za-z0-9])(?<name>\.[A-Za-z0-9_-]{3,16})[ 」』]{0,2}(?:という拡張子|の拡張子|が付|に変|を付|に置き換|拡張子|extension|appended)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Extension();

    [GeneratedRegex(@"ランサム|マルウェア|マルウエア|の文字|画面|署名|名乗|ボット|グループ|攻撃者|攻撃|犯行|暗号化|拡張子|感染|リークサイト|アクター|検体|ツール|スキャナ|キット|感染|名乗|ransom|malware|gang|group|actor|operator|affiliate|leak|stealer|loader|botnet|backdoor|trojan|rat\b|framework|tool|kit|extension|encrypt|payload|variant|family|sample|beacon|c2|infect|campaign|browser|plugin|scanner", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Trade();
}
