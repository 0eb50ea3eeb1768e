using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>Passwords, keys and tokens that stand in the text; that some were leaked or changed is no secret.</summary>
public static partial class SecretSignals
{
    static readonly Anchored Keys = new(
        Key(), "akia", "asia", "gh", "glpat-", "xox", "aiza", "sk-", "eyj", "bearer ", "basic ", "authorization", "://", "-----begin", "$1$", "$2", "$5$", "$6$", "$y$", "accountkey", "sharedaccesskey", "sig=", "credential", "認証情報", "資格情報", "アカウント情報", "ログイン情報", "curl ", "net user");

    static readonly Anchored Secrets = new(Named(), "pass", "pwd", "pw", "パスワード", "パスフレーズ", "パスコード", "暗証番号", "pin", "secret", "シークレット", "key", "キー", "鍵", "token", "トークン", "psk", "community", "コミュニティ");

    // What stands in the place of a secret without being one.
    static readonly FrozenSet<string> Placeholders = new[]
    {
        "unknown", "reset", "changed", "none", "null", "n/a", "na", "tbd", "redacted", "masked", "hidden", "removed", "omitted", "withheld", "expired", "revoked", "rotated", "invalid", "missing", "empty", "blank", "yes", "no", "not", "was",
        "were", "is", "are", "has", "have", "had", "the", "a", "an", "and", "or", "of", "for", "by", "in", "on", "to", "at", "from", "with", "we", "it", "this", "that", "they", "all", "any", "each", "our", "your", "their", "user", "users", "spray",
        "spraying", "policy", "policies", "stuffing", "guessing", "hash", "hashes", "hashed", "manager", "management", "protected", "encrypted", "disabled", "enabled", "required", "stolen", "leaked", "compromised", "exposed", "weak", "strong",
        "default", "correct", "incorrect", "wrong", "failed", "ok", "true", "false", "change", "undisclosed", "confirmed", "unchanged", "replaced", "deleted", "set", "shared", "same", "see", "please", "being", "been", "will", "also", "immediately",
        "active", "ldap", "vpn", "web", "windows", "linux", "sso", "mfa", "ssh", "rdp", "kerberos", "ntlm", "bcrypt", "http", "https", "string", "strings", "attack", "attacks", "authentication", "file", "files", "database", "theft", "leak", "value",
    }.ToFrozenSet();

    static readonly SearchValues<char> Blanked = SearchValues.Create("*x.-_#?●○");
    static readonly SearchValues<char> Symbols = SearchValues.Create("!#$%&@^*+=?~");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsPlaceholder = Placeholders.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        var text = field.Plain.Text;
        foreach (var match in Keys.In(text)) found.Add(SignalTable.Secret, field.Plain.ToOriginal(match.Index, match.Length));

        foreach (var match in Secrets.In(text))
        {
            if (found.Enough(SignalTable.Secret)) return;

            var value = match.Groups["value"];
            if (Tells(text, value, match.Groups["quote"].Length > 0, match.Groups["loose"])) found.Add(SignalTable.Secret, field.Plain.ToOriginal(value.Index, value.Length));
        }
    }

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
        @"\G(?:password|(?<![a-z])pass(?:code|phrase|wd)?|(?<![a-z])pwd|(?<![a-z])pw|パスワード|パスフレーズ|パスコード|暗証番号|(?<![a-z])pin(?:コード|番号| code)?|secret(?:[ _-]?key)?|シークレット(?:キー)?|(?<=(?:api|access|encryption|decryption|license|shared|account|private|secret|ssh)[ _-]?)key(?:[ _-]?id)?|(?<=(?:api|アクセス|暗号|復号|認証|共有|秘密|ライセンス) ?)(?:キー|鍵)|token|トークン|(?<![a-z])psk|community(?: string| name| ?名)?|コミュニティ(?:名|ストリング|文字列)?)";

    [GeneratedRegex(
        Names + @"[""'」』)]?(?:\s{0,3}(?:(?:\((?:[a-z]{1,12}|[ァ-ヺー一-龯]{1,8})\)){0,1}\s?(?:[:=]|->|→))\s{0,3}(?:が|は)?|(?<loose>\s?(?:は|が|として|に)[、\s]{0,2}(?:[^\s。、0-9a-z:]{1,12}\s?(?=[0-9]{4,8}\s?(?:で[しあすは]|。|」)))?|\s(?:is|was|were|to)(?: set to| changed to)?\s(?:still )?|\s?[「『(【""]\s?|\s))(?<quote>[""'「『【(`“”‘’]{0,2})(?<value>[!#-&*-~]{3,128})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"\G(?:(?<![a-z0-9])(?:akia|asia)[0-9a-z]{16}(?![0-9a-z])|(?<![a-z0-9])gh[pousr]_[0-9a-z]{20,80}|github_pat_[0-9a-z_]{20,90}|glpat-[0-9a-z_-]{15,60}|(?<![a-z0-9])xox[abopers]-[0-9a-z-]{10,80}|(?<![a-z0-9])aiza[0-9a-z_-]{30,40}|(?<![a-z0-9])sk-(?:[a-z]{2,8}-)?[0-9a-z]{20,60}" +
        @"|(?<![a-z0-9])eyj[0-9a-z_-]{8,2000}\.[0-9a-z_-]{8,2000}|\bbearer [0-9a-z._~+/-]{16,300}|authorization[""']?: ?[""']?basic [0-9a-z+/=]{8,200}|\bbasic [0-9a-z+/]{8,200}={1,2}" +
        @"|(?<=[a-z0-9])://[^\s/:@]{1,64}:(?![*x]{2,}|[\[<]|redacted|masked|password@|pass@)[^\s/@]{1,64}@" +
        @"|-----begin [a-z0-9 ]{0,30}private key(?: block)?-----|\$(?:1|5|6|y|2[aby]?)\$[0-9a-z./$=]{16,120}|(?:accountkey|sharedaccesskey|(?<![a-z])sig)=[0-9a-z+/%=]{16,120}|(?:credentials?|認証情報|資格情報|アカウント情報|ログイン情報)[^\n:。]{0,30}: ?[a-z0-9._@\\-]{2,40} ?[/:,] ?(?=[^\s]{0,40}[0-9!#$%&])[!-~]{4,60}|\bcurl [^\n]{0,60}(?<= )(?:-u|--user) ?[^\s:]{1,40}:[^\s*]{3,60}|\bnet user [^\s/]{1,40} (?!/)[^\s*]{3,60} /add)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Key();

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
}
