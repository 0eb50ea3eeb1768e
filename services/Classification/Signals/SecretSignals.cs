using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>Passwords, keys and tokens that stand in the text; that some were leaked or changed is no secret.</summary>
public static partial class SecretSignals
{
    static readonly WordSet Anchors = new(
        ["pass", "pwd", "pw", "パスワード", "パスフレーズ", "暗証番号", "pin", "secret", "シークレット", "key", "キー", "鍵", "token", "トークン", "psk", "community", "コミュニティ", "bearer", "basic ", "akia", "asia", "gh", "glpat-", "xox", "eyj", "://", "-----begin", "accountkey", "sig=", "aiza", "sk-", "$1$", "$2", "$5$", "$6$", "$y$", "net user", "curl", "credential", "認証情報", "資格情報", "アカウント情報", "ログイン情報", "ログイン", "login", "log-in", "cred", "合言葉", "合い言葉", "クッキー", "cookie", "コード", "code", "phrase", "フレーズ", "番号", "wi-fi", "wifi", "無線", "sess", "npm_", "pypi-", "hvs.", "hooks.", "webhook", "otpauth", ":::", "sg.", "dckr_", "combination"]);

    static readonly Anchored NamedValues = new(
        Named(),
        "pass", "pwd", "pw", "パスワード", "パスフレーズ", "パスコード", "暗証", "合い言葉", "合言葉", "pin", "secret", "シークレット", "api", "encryption", "decryption", "license", "shared", "pre-shared", "preshared", "account", "private", "ssh", "wpa", "wep", "wi-fi", "wifi", "network", "recovery", "bitlocker",
        "session", "master", "hmac", "signing", "sas", "storage", "tacacs", "radius", "ntp", "bgp", "ospf", "アクセス", "暗号", "復号", "認証", "共有", "共通", "秘密", "事前共有", "ライセンス", "回復", "復旧", "復元", "リカバリ", "接続", "無線", "セキュリティ", "署名", "client", "access", "auth", "refresh", "bearer", "token",
        "トークン", "cred", "priv", "psk", "community", "コミュニティ");

    static readonly WordSet KeyCues = new(
        ["akia", "asia", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "npm_", "dckr_pat_", "hf_", "shpat_", "dop_v1_", "figd_", "tskey-", "nrak-", "hvs.", "k_live_", "k_test_", "whsec_", "lin_api_", "glrt-", "pypi-", "sg.", "ya29.", "age-secret-key", "hooks.", "webhooks", "otpauth", ":::", "xox", "aiza", "sk-", "eyj", "bearer", "basic ",
        "://", "-----begin", "$1$", "$2", "$5$", "$6$", "$y$", "accountkey", "sharedaccesskey", "sig=", "cookie", "sess", "sid=", "sid:", "sid ", "sid\"", "sid'", "curl", "net user",
        .. from kind in new[] { "seed", "recovery", "mnemonic", "リカバリー", "リカバリ", "シード", "復元", "復旧", "回復" } from gap in new[] { "", " " } from words in new[] { "phrase", "words", "フレーズ", "ワード" } select kind + gap + words]);

    // What stands in the place of a secret without being one.
    static readonly FrozenSet<string> Placeholders = new[]
    {
        "unknown", "reset", "changed", "none", "null", "n/a", "na", "tbd", "redacted", "masked", "hidden", "removed", "omitted", "withheld", "expired", "revoked", "rotated", "invalid", "missing", "empty", "blank", "yes", "no", "not", "was",
        "were", "is", "are", "has", "have", "had", "the", "a", "an", "and", "or", "of", "for", "by", "in", "on", "to", "at", "from", "with", "we", "it", "this", "that", "they", "all", "any", "each", "our", "your", "their", "user", "users", "spray",
        "spraying", "policy", "policies", "stuffing", "guessing", "hash", "hashes", "hashed", "manager", "management", "protected", "encrypted", "disabled", "enabled", "required", "stolen", "leaked", "compromised", "exposed", "weak", "strong",
        "default", "correct", "incorrect", "wrong", "failed", "ok", "true", "false", "change", "undisclosed", "confirmed", "unchanged", "replaced", "deleted", "set", "shared", "same", "see", "please", "being", "been", "will", "also", "immediately",
        "active", "ldap", "vpn", "web", "windows", "linux", "sso", "mfa", "ssh", "rdp", "kerberos", "ntlm", "bcrypt", "http", "https", "string", "strings", "attack", "attacks", "authentication", "file", "files", "database", "theft", "leak", "value",
    }.ToFrozenSet();

    static readonly WordSet PairCues = new(
        ["cred", "認証情報", "資格情報", "アカウント", "ログイン", "ログオン", "サインイン", "login", "logon", "log-in", "sign-in", "signin", "掲載内容", "初期設定", "初期値", "出荷時", "既定", "デフォルト", "default", "id/", "id /", "idと", "admin", "root", "operator", "guest", "user", "maint", "service", "supervisor", "engineer", "cisco"]);

    static readonly WordSet CodeCues = new(["コード", "番号", "ナンバー", "数字", "code", "comb", "puk", "digits", "numbers", "otp"]);

    const int Reach = 64;

    static readonly SearchValues<char> Blanked = SearchValues.Create("*x.-_#?●○");
    static readonly SearchValues<char> Symbols = SearchValues.Create("!#$%&@^*+=?~");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsPlaceholder = Placeholders.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        var text = field.Plain.Text;
        if (!field.PlainWords.Any(Anchors)) return;

        if (field.PlainWords.Any(KeyCues))
        {
            foreach (var match in Key().EnumerateMatches(text)) found.Add(SignalTable.Secret, field.Plain.ToOriginal(match.Index, match.Length));
        }

        foreach (var match in RecoveryKey().EnumerateMatches(text)) found.Add(SignalTable.Secret, field.Plain.ToOriginal(match.Index, match.Length));

        if (field.PlainWords.Any(PairCues))
        {
            foreach (var match in Pair().EnumerateMatches(text)) found.Add(SignalTable.Secret, field.Plain.ToOriginal(match.Index, match.Length));
        }

        foreach (Match match in Code().Matches(field.PlainWords.Any(CodeCues) ? text : ""))
        {
            var value = match.Groups["value"];
            found.Add(SignalTable.Secret, field.Plain.ToOriginal(value.Index, value.Length));
        }

        Around(field, found);
        foreach (var match in NamedValues.In(field.PlainWords))
        {
            if (found.Enough(SignalTable.Secret)) return;

            var value = match.Groups["value"];
            if (Tells(text, value, match.Groups["quote"].Length > 0, match.Groups["loose"])) found.Add(SignalTable.Secret, field.Plain.ToOriginal(value.Index, value.Length));
        }
    }

    /// <summary>Values a few words away from their cue: in quotation marks, behind a colon or a verb, on the next line, or before it.</summary>
    static void Around(FieldText field, SignalList found)
    {
        var text = field.Plain.Text;
        foreach (var cue in Cue().EnumerateMatches(text))
        {
            if (found.Enough(SignalTable.Secret)) return;

            var (end, weak) = (cue.Index + cue.Length, WeakCue().IsMatch(text.AsSpan(cue.Index, cue.Length)));
            var near = text.AsSpan(end, Math.Min(Reach + Reach, text.Length - end)).ContainsAnyInRange('!', '~'); // no value begins farther off
            if (near && After().Match(text, end) is { Success: true } after && !OtherMatter().IsMatch(after.Groups["filler"].ValueSpan) && Strong(text, after.Groups["value"], weak, after.Groups["quote"].Length > 0)) Add(after.Groups["value"]);
            else if (near && Below().Match(text, end) is { Success: true } below && !OtherMatter().IsMatch(below.Groups["filler"].ValueSpan) && Strong(text, below.Groups["value"], weak, quoted: false)) Add(below.Groups["value"]);

            var from = Math.Max(0, cue.Index - Reach);
            if (!text.AsSpan(from, cue.Index - from).ContainsAnyInRange('!', '~')) continue;

            foreach (Match before in Before().Matches(text[from..cue.Index]))
            {
                if (Strong(text.AsSpan(from), before.Groups["value"], weak, before.Groups["quote"].Length > 0)) found.Add(SignalTable.Secret, field.Plain.ToOriginal(from + before.Groups["value"].Index, before.Groups["value"].Length));
            }
        }

        void Add(Group value) => found.Add(SignalTable.Secret, field.Plain.ToOriginal(value.Index, value.Length));
    }

    /// <summary>Reads as made to be hard to guess, and as nothing else that has digits.</summary>
    static bool Strong(ReadOnlySpan<char> text, Group value, bool weak, bool quoted)
    {
        var secret = value.ValueSpan.TrimEnd(".,;:)]}>\"'`!?").TrimStart("\"'`([");
        if (secret.Length < 4 || IsPlaceholder.Contains(secret) || secret.IndexOfAnyExcept(Blanked) < 0 || secret.Contains("***", StringComparison.Ordinal) || Masked().IsMatch(secret) || Other().IsMatch(secret)) return false;

        var behind = text[(value.Index + value.Length)..];
        if (Counted().IsMatch(behind) || Place().IsMatch(behind)) return false;

        var (digits, letters) = (secret.ContainsAnyInRange('0', '9'), secret.ContainsAnyInRange('a', 'z'));
        if (weak) return digits && letters && secret.Length >= 8 && (quoted || !HostName().IsMatch(secret));

        return quoted ? digits || secret.ContainsAny(Symbols) || secret.Contains('-') : (digits && letters && secret.Length >= 6 && !HostName().IsMatch(secret)) || (letters && secret.ContainsAny(Symbols));
    }

    /// <summary>A date, an address, a version, a hash or another thing that has digits and signs without being a secret.</summary>
    public static bool OtherThing(ReadOnlySpan<char> written) => Other().IsMatch(written.Trim(".,;:()[]{}<>\"'`!?「」『』"));

    /// <param name="text">The whole view.</param>
    /// <param name="value">What stands where a secret would.</param>
    /// <param name="quoted">In quotation marks.</param>
    /// <param name="loose">Joined by は, is or a blank: then most words are just the sentence going on.</param>
    static bool Tells(string text, Group value, bool quoted, Group loose)
    {
        var secret = value.ValueSpan.TrimEnd(".,;:)]}>\"'!?");
        if (secret.Length < 3 || IsPlaceholder.Contains(secret) || secret.StartsWith("sha") || secret.StartsWith("md5") || secret.StartsWith("http")) return false;
        if (secret.IndexOfAnyExcept(Blanked) < 0 || secret.Contains("***", StringComparison.Ordinal) || Masked().IsMatch(secret)) return false;

        var behind = text.AsSpan(value.Index + value.Length);
        if (Counted().IsMatch(behind) && secret.IndexOfAnyExceptInRange('0', '9') < 0) return false;
        if (!loose.Success || quoted) return true;
        if (DateOrTime().IsMatch(secret)) return false;

        var strong = secret.ContainsAnyInRange('0', '9') || secret.ContainsAny(Symbols);
        return strong ? secret.Length >= 6 || Said().IsMatch(behind) : Used().IsMatch(behind) || (Said().IsMatch(behind) && loose.ValueSpan.ContainsAny('は', 'が', 'に'));
    }

    const string Names =
        @"(?:password|(?<![a-z])pass(?:code|phrase|wd)?|(?<![a-z])pwd|(?<![a-z])pw|パスワード|パスフレーズ|パスコード|暗証(?:番号|コード)|合い?言葉|(?<![a-z])pin(?:コード|番号| code| number)?(?![a-z])|secret(?:[ _-]?key)?|シークレット(?:キー)?|(?:api|access|encryption|decryption|license|shared|pre-?shared|account|private|secret|ssh|wpa[23]?|wep|wi-?fi|network|recovery|bitlocker|session|master|hmac|signing|sas|storage|tacacs|radius|ntp|bgp|ospf)[ _-]?key(?:[ _-]?id)?(?: ascii-text| hexadecimal| string)?|(?:api|アクセス|暗号化?|復号|認証|共有|共通|秘密|事前共有|ライセンス|回復|復旧|復元|リカバリー?|接続|無線|wi-?fi|wpa[23]?|wep|セキュリティ|署名用?) ?(?:用 ?)?(?:キー|鍵)|client[ _-]?secret|(?:access|auth|api|session|refresh|bearer)?[ _-]?token|トークン|(?<![a-z])creds?|(?:auth|priv)pass|(?<![a-z])psk|community(?: string| name| ?名)?|コミュニティ(?:名|ストリング|文字列)?)";

    [GeneratedRegex(
        @"\G" + Names + @"[""'」』)]?(?:\s{0,3}(?:(?:\((?:[a-z]{1,12}|[ァ-ヺー一-龯]{1,8})\)){0,1}\s?(?:[:=]|->|→))\s{0,3}(?:が|は)?|(?<loose>\s?(?:は|が|として|に)[、\s]{0,2}(?:[^\s。、0-9a-z:]{1,12}\s?(?=[0-9]{4,8}\s?(?:で[しあすは]|。|」)))?|\s(?:is|was|were|to)(?: set to| changed to)?\s(?:still )?|\s?[「『(【""]\s?|\s))(?<quote>[""'「『【(`“”‘’]{0,2})(?<value>[!#-&*-~]{3,128})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"(?<![a-z0-9])(?:akia|asia)(?=[a-z]{0,20}[0-9])[0-9a-z]{12,24}(?![0-9a-z])|(?<![a-z0-9])gh[pousr]_[0-9a-z]{12,80}|github_pat_[0-9a-z_]{20,90}|glpat-[0-9a-z_-]{10,60}|(?<![a-z0-9])(?:npm_|dckr_pat_|hf_|shpat_|dop_v1_|figd_|tskey-|nrak-|hvs\.|[spr]k_(?:live|test)_|whsec_|lin_api_|glrt-|pypi-|sg\.|ya29\.)(?=[a-z_.-]{0,60}[0-9])[0-9a-z_.-]{12,200}|age-secret-key-1[0-9a-z]{10,80}|hooks\.slack\.com/services/[0-9a-z/]{12,80}|/api/webhooks/[0-9]{6,24}/[0-9a-z_-]{12,100}|otpauth://[^\s]{10,200}|:[0-9]{3,6}:[0-9a-f]{32}:[0-9a-f]{32}:::|(?<![a-z0-9])xox[abopers]-[0-9a-z-]{10,80}|(?<![a-z0-9])aiza[0-9a-z_-]{30,40}|(?<![a-z0-9])sk-(?:[a-z]{2,8}-)?[0-9a-z]{20,60}" +
        @"|(?<![a-z0-9])eyj[0-9a-z_-]{8,2000}\.[0-9a-z_-]{8,2000}|\bbearer [0-9a-z._~+/-]{16,300}|authorization[""']?: ?[""']?basic [0-9a-z+/=]{8,200}|\bbasic [0-9a-z+/]{8,200}={1,2}" +
        @"|(?<![a-z0-9])[a-z][a-z0-9+.-]{1,12}://[^\s/:@]{1,64}:(?![*x]{2,}|[\[<]|redacted|masked|password@|pass@)[^\s/@]{1,64}@" +
        @"|-----begin [a-z0-9 ]{0,30}private key(?: block)?-----|\$(?:1|5|6|y|2[aby]?)\$[0-9a-z./$=]{16,120}|(?:accountkey|sharedaccesskey|(?<![a-z])sig)=[0-9a-z+/%=]{16,120}|(?:set-)?cookie[""']?: ?[""']?[^\s=;]{1,40}=(?![*x]{3}|[\[<])[^\s;""']{8,400}|(?<![a-z])(?:phpsessid|jsessionid|asp\.net_sessionid|connect\.sid|session_?(?:id|key|token)|sessid|sid)[""']? ?[=:] ?[""']?(?=[^\s]{0,60}[0-9])(?![*x]{3}|[\[<])[0-9a-z%._-]{10,400}|(?:seed|recovery|mnemonic|リカバリー?|シード|復元|復旧|回復) ?(?:phrase|words|フレーズ|ワード)[^\n]{0,24}?[:\n「"" ] ?(?:[a-z]{3,8}[ ,-]{1,2}){7,24}[a-z]{3,8}|\bcurl [^\n]{0,60}(?<= )(?:-u|--user) ?[^\s:]{1,40}:[^\s*]{3,60}|\bnet user [^\s/]{1,40} (?!/)[^\s*]{3,60} /add",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Key();

    [GeneratedRegex("(?<![0-9])(?:[0-9]{6}-){5,7}[0-9a-z]{6}(?![0-9])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex RecoveryKey();

    [GeneratedRegex(@"redact|mask|伏|省略|非開示|\A[\[<({]|\A(?<one>.)\k<one>+\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Masked();

    [GeneratedRegex(@"\A ?(?:年|月|日|時|分|秒|桁|文字|件|名|人|回|種|以上|以下|以内|台|個|社|%|characters?|chars?|digits?|times|days?|years?|users?|accounts?)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\A(?:[0-9]{1,2}:[0-9]{2}|[0-9]{1,4}[/-][0-9]|[0-9]{4}年)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex DateOrTime();

    [GeneratedRegex(@"\A ?(?:で|により|にて|を使(?:い|って|用))(?:の)?(?:ログイン|ログオン|認証|接続|アクセス|侵入|サインイン|入[っれり]|運用|稼働|設定|管理)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Used();

    [GeneratedRegex(@"\A ?(?:\z|[\n。、」』）)""'】]|です|でした|だった|であ|に設定|に変更|という|のまま|が設定|を使|とな)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Said();

    [GeneratedRegex(
        @"(?<![a-z])pass(?:word|phrase|code|wd|key)?s?(?![a-z])|pass (?:phrase|word|code)|(?<![a-z])(?:pwd|pw|psk|pin|creds?|secret|keys?|tokens?|cookies?|community)(?![a-z])|パスワード|パスフレーズ|パスコード|暗証(?:番号|コード)|合い?言葉|シークレット|(?<!公開)鍵|キー(?!ボード|ワード|マン)|トークン|クッキー|コミュニティ(?:名|ストリング|文字列)|接続文字列|connection string|(?:cipher|unlock|recovery|activation|バックアップ|回復|復旧|解除|認証) ?(?:code|コード|word)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Cue();

    [GeneratedRegex(@"\A(?:key|鍵|キー|トークン|token|cookie|クッキー|secret|シークレット|コミュ|接続|connection|cipher|unlock|recovery|activation|バック|回復|復旧|解除|認証)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex WeakCue();

    [GeneratedRegex(
        @"\G(?:(?<filler>[^\n。""'`「『“:=]{0,32}?)(?:[:=→]\s{0,3})?(?<quote>[""'`「『“])(?<value>[!-~](?:[!-~ ]{0,62}[!-~])?)[""'`」』”]|(?<filler>[^\n。:=]{0,32}?)(?:[:=→]|->)\s{0,3}(?<value>[!-~]{4,128})|(?<filler>[^\n。!-~]{0,20})(?<= |[ぁ-ヺー一-龯、()])(?=[!-~]{0,60}[0-9])(?=[!-~]{0,60}[a-z])(?<value>[!-~]{6,128})|(?<filler>[^\n.。:;]{0,48}?)(?<![a-z])(?:is|was|were|be|been|being|reads?|remain(?:s|ed)|equals|stays|still|namely|like|now|just|simply|always|(?:set|reset|changed|default(?:s|ed)?|equal|back|is|was) to|(?:set|used|given|written) as) (?=[^\s]{0,60}[0-9!#$%&@^*+=~])(?<value>[!-~]{5,64}))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex After();

    [GeneratedRegex(@"\G(?<filler>[^\n]{0,48})\n[ \n>|・*-]{0,6}(?<value>[!-~]{4,128})(?= {0,3}(?:\n|\z))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Below();

    [GeneratedRegex(
        @"(?<quote>[「『""'`“]?)(?<![!-~])(?<value>[!-~]{4,60})(?:[」』""'`”])? ?(?:(?:という|といった|が|を|は|との|なる|の)[、 ]?[^\n。、!-~]{0,12}|,? ?(?:is|was|as|were|being|used as|became|remained) (?:the|a|an|its|our|their|his|her|my)? ?(?:[a-z0-9-]{1,14} ){0,3})\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Before();

    [GeneratedRegex("件名|題名|表題|画面|ファイル名|サイト|ページ|フォルダ|文言|メッセージ|ハッシュ|リセット|公開鍵|指紋|ユーザー?名|アカウント|レジストリ|ボード|スプレー|総当|subject|titled?|screen|(?<![a-z])page|hash|public|fingerprint|registry|user(?:name)?s?(?![a-z])|account|spray|stuffing|brute|attempt|sha[0-9]|md5|point|ticket|チケット|cve|from ", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OtherMatter();

    [GeneratedRegex(@"\A(?:[0-9]{1,4}[-/.:,][0-9][0-9:.,/-]*|[a-z]+://.*|sha[0-9-]+.*|md5.*|ssh-(?:rsa|ed25519|dss).*|ecdsa.*|cve-.*|v?[0-9]+(?:\.[0-9]+)+.*|[a-z0-9._%+-]+@[a-z0-9-]+\.[a-z.]+|(?:[a-z0-9_-]+\.)+(?:[a-z]{2,4}|example|local|internal|invalid|test|docx|xlsx|html)(?:[/:].*)?|(?:[0-9a-f]{1,4}:){2,7}[0-9a-f:]*(?:/[0-9]{1,3})?|(?:hkey_|hklm|hkcu|c:).*|/[a-z0-9._/-]+|[0-9]+(?:ms|kb|mb|gb|bit|th|st|nd|rd|h|s|x|k|%|-bit|-digit)|(?:inc|req|chg|tkt|case|ticket|jira)[-_#]?[0-9-]+|(?:aes|rsa|tls|ssl|wpa|sha|oauth|ipv|utf|http|base|snmpv?|smbv?|ntlmv|x)-?[0-9][0-9.-]*(?:-[a-z0-9]{2,5})*)\z", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Other();

    [GeneratedRegex(@"\A(?:[a-z]{2,8}[-_]?)+[0-9]{1,3}\z|\A(?:srv|svr|host|pc|sv|db|ap|web|ad|dc|fw|sw|vpn|hmi|plc|svc|nas|mail|ftp)[a-z]{0,6}[-_.0-9].*\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex HostName();

    [GeneratedRegex(@"\A[」』""'`)]? ?(?:から|へ|宛|経由|上[のにで]|内[のにで]|サーバ|端末|社|への|に対|に侵入|に接続|号機|(?:等|など|のような|といった)の?(?:推測|安易|単純|弱|短|ありがち|よく)|というファイル|のファイル|(?:server|host|machine|terminal|device|port|file|ticket|tool|from|and then)(?![a-z]))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"(?:(?:錠|金庫|キーボックス|ダイヤル|解錠|開錠|入室|入館|裏口|鍵箱)[^\n。0-9!-~]{0,8}(?:番号|コード|ナンバー|数字)|(?:ドア|扉|門扉?|ロッカー|ゲート|シャッター|入口|通用口|警備|機械警備|警報)[^\n。0-9!-~]{0,8}(?:解除|解錠|開錠|暗証)?(?:コード|暗証番号|解除番号)|(?:認証|確認|ワンタイム|2段階|二段階|解除|ロック解除|バックアップ|復旧|緊急)(?:用)?の?コード|(?<![a-z])puk(?: ?(?:code|コード))?|(?<![a-z])(?:door|gate|safe|vault|locker|key ?-?(?:box|safe|pad)|lock ?box|lock|padlock|entry|access|disarm|alarm panel|shed|cabinet|one-?time|verification|confirmation|unlock|mfa|2fa|otp|sms|backup|security|override)(?:'s)? (?:unlock |entry |access )?(?:code|combination|combo|digits|passcode|numbers?)s?|(?<![a-z])otp|combination)[^\n。0-9a-z]{0,10}(?:[a-z' ]{0,24}?(?<![a-z])(?:is|was|as|reads?|to|still|:|=) ?)?[^\n。0-9a-z]{0,6}(?<value>[*#]?[0-9](?:[0-9]|[ -](?=[0-9])){2,9}[#*]?)(?![0-9a-z:%./]|-[0-9]|[年月日時分件回名人台個桁])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:(?<![a-z])cred(?:s|entials?)?|認証情報|資格情報|アカウント|ログイン|ログオン|サインイン|(?<![a-z])log-?[io]n|sign-?in|掲載内容|初期設定|初期値|出荷時|既定|デフォルト|default|(?<![a-z])id ?[/と&] ?(?:pw|pass|パス))[^\n。]{0,70}?(?:[:=(「\s""'`は→]|[\n。]\s{0,4}(?:[^\n:。]{0,20}[:=])?) ?(?!(?:https?|tcp|udp|and|or)[/:])[a-z][a-z0-9._@\\-]{1,40} ?[/:,|] ?(?!/)(?!(?:[0-9]{1,3}\.){3}|[0-9]{1,5}(?![!-~])|[a-z0-9-]{1,40}\.[a-z]|v[0-9])(?=[^\s]{0,40}[0-9!#$%&*])(?![*]{3})[!-~]{4,60}|(?<![a-z0-9/.:@-])(?:admin|root|administrator|operator|guest|user|maint|service|supervisor|engineer|ftp|sa|pi|test|cisco|ubnt) ?/ ?(?:admin|root|password|pass|operator|guest|1234[0-9]{0,6}|0000|cisco|ubnt|toor|default|user|[a-z]{2,12}[0-9]{1,6}[!#$%&*]?)(?![a-z0-9/.])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Pair();
}
