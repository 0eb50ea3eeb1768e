using System.Text.RegularExpressions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>What the words before an indicator, or its spelling, say of its role.</summary>
static class Cues
{
    /// <summary>Not a role of the taxonomy: the text itself says that the address is the reporter's.</summary>
    public const string Ours = "ours";

    const int Before = 60;

    /// <summary>attacker where it was made harmless or follows a word such as 攻撃元, <see cref="Ours"/> behind 当社 and the like, else unknown.</summary>
    public static string Role(TextView refanged, int start, int length)
    {
        var before = refanged.Text.AsSpan(Math.Max(0, start - Before), Math.Min(Before, start));
        if (OurWords.IsMatch(before)) return Ours;

        return Defanged(refanged, start, length) || AttackWords.IsMatch(before) ? "attacker" : "unknown";
    }

    static bool Defanged(TextView refanged, int start, int length)
    {
        var span = refanged.ToOriginal(start, length);
        var written = TextView.Of(refanged.Original.Substring(span.Start, span.Length)).Text;
        return !refanged.Text.AsSpan(start, length).SequenceEqual(written);
    }

    // The word, then what may join it to the indicator, then further indicators of the same list.
    static readonly Regex AttackWords = new(
        @"(?:攻撃元|送信元|発信元|接続元|配布元|攻撃者|攻撃サーバー?|不審な通信先|不正な通信先|悪性|c2|c&c|ioc|検体|ハッシュ値?|hash(?:es)?|sha-?(?:1|256)|md5|マルウェア|不審ファイル|malware|乗っ取られた|似せた|偽の?|騙る|かたる|attackers?|attacking|malicious|source|src)(?:'s)?(?:ip|url|md5|sha-?(?:1|256)|ハッシュ値?|hash|サーバー?|アドレス|ドメイン|ホスト|通信先|address(?:es)?|domains?|hosts?|servers?|sites?|is|are|was|were|の|は|が|として|となる|:|=|\s|-|\(|・|「|『|\[)*(?:[0-9a-z.:/_-]{4,}(?:[,、;/\s]|および|及び|と|and){1,6})*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limits.Regex);

    static readonly Regex OurWords = new(
        @"(?:当社|弊社|自社|当院|当行|当局|当庁|当組合|本学|弊庁|\bour)(?:側|の|公開|対象|業務|経路|広告|own|egress|public|external|回線|出口|外部|web|ウェブ|サイト|サーバー?|ホスト|ネットワーク|ルーター?|機器|グローバル|ip|アドレス|url|ドメイン|public|server|site|address|host|is|は|:|=|\s|\(|「|[0-9a-f.:]{7,}/[0-9]{1,2})*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limits.Regex);
}
