using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>Addresses and hosts of the victim: inner ones, those the reporter says are its own, and indicators given in that role.</summary>
public static partial class VictimAddressSignals
{
    const int Behind = 14;

    static readonly SearchValues<string> InnerAnchors = SearchValues.Create(["10.", "172.", "192.168.", "100.", "169.254.", "fd", "fc", "fe80:", "\\\\", ".local", ".lan", ".corp", ".internal", ".intra", ".home.arpa", ".localdomain", ".private", ".ad."], StringComparison.Ordinal);

    static readonly Anchored Ours = new(
        OursBefore(), "当", "弊", "自", "本学", "我が社", "わが社", "被害", "攻撃", "標的", "侵害された", "改", "感染", "対象", "our", "victim", "target", "affected", "compromised", "infected", "defaced");

    static readonly SearchValues<string> OursBehindAnchors = SearchValues.Create(["当社", "弊社", "自社", "当院", "当行", "当局", "当庁", "当市", "当町", "当県", "当所", "本学", "被害", "our ", "victim"], StringComparison.Ordinal);

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        if (field.Indicator is { Role: "victim", Value.Length: > 0 }) found.Add(SignalTable.VictimAddress, new(0, field.Plain.Original.Length));

        var view = field.Refanged;
        if (view.Text.AsSpan().ContainsAny(InnerAnchors))
        {
            foreach (var match in Inner().EnumerateMatches(view.Text))
            {
                if (Address(view.Text.AsSpan(match.Index, match.Length))) found.Add(SignalTable.VictimAddress, view.ToOriginal(match.Index, match.Length));
                if (found.Enough(SignalTable.VictimAddress)) return;
            }
        }

        foreach (var match in Ours.In(view.Text))
        {
            if (found.Enough(SignalTable.VictimAddress)) return;

            var address = match.Groups["address"];
            found.Add(SignalTable.VictimAddress, view.ToOriginal(address.Index, address.Length));
        }

        if (!view.Text.AsSpan().ContainsAny(OursBehindAnchors)) return;

        foreach (var match in Any().EnumerateMatches(view.Text))
        {
            if (found.Enough(SignalTable.VictimAddress)) return;

            var end = match.Index + match.Length;
            if (OursBehind().IsMatch(view.Text.AsSpan(end, Math.Min(Behind, view.Text.Length - end)))) found.Add(SignalTable.VictimAddress, view.ToOriginal(match.Index, match.Length));
        }
    }

    /// <summary>Four numbers are an address only where each fits into a byte.</summary>
    static bool Address(ReadOnlySpan<char> match)
    {
        if (!char.IsAsciiDigit(match[0])) return true;

        foreach (var part in match.Split('.'))
        {
            if (!byte.TryParse(match[part], NumberStyles.None, CultureInfo.InvariantCulture, out _) && !match[part].ContainsAny("x*/")) return false;
        }

        return true;
    }

    [GeneratedRegex(
        @"(?<![0-9a-z.-])(?<!(?:(?<![a-z])v|ver|version|バージョン|版|build|release|rev)[. :]{0,2})(?:10(?:\.[0-9]{1,3}){2}|172\.(?:1[6-9]|2[0-9]|3[01])\.[0-9]{1,3}|192\.168\.[0-9]{1,3}|100\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.[0-9]{1,3}|169\.254\.[0-9]{1,3})\.(?:[0-9]{1,3}|x{1,3}|\*)(?:/[0-9]{1,2})?(?![0-9]|\.[0-9])" +
        @"|(?<![0-9a-z:.])(?:f[cd][0-9a-f]{2}|fe80):[0-9a-f:]{2,39}(?![0-9a-z:])|(?<![0-9a-z._-])(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){1,6}(?:local|lan|corp|internal|intra|intranet|localdomain|private|home\.arpa)(?![a-z0-9-]|\.[a-z0-9])|(?<![\\a-z0-9])\\\\[a-z0-9][a-z0-9._-]{1,62}\\[a-z0-9$._-]{1,80}",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Inner();

    const string AnyAddress = @"(?<![0-9a-z.@_-])(?:(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9]|\.[0-9])|(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f:]{0,30}[0-9a-f](?![0-9a-z:])|(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,12}(?![a-z0-9@.-]*@)(?![a-z0-9]))";

    [GeneratedRegex(AnyAddress, RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Any();

    // The words that say so, then what may join them to the address.
    [GeneratedRegex(
        @"\G(?:(?:当|弊|自)(?:社|院|行|局|庁|組合|市|町|県|所|協会|グループ|大学|学|団体|機構|法人)|本学|我が社|わが社|被害(?:側|サーバー?|端末|ホスト|機器|pc|システム|組織|サイト|先|ip)|(?:攻撃|標的)(?:対象|先)|標的|攻撃を受けた|侵害された|改[ざ竄]んされた|感染(?:した)?端末|対象(?:サーバー?|ホスト|機器|端末|サイト|システム)|(?<![a-z])(?:our|victim|targeted|target|affected|compromised|infected|defaced))(?:側|の|公開|対象|業務|外部|内部|向け|社内|web|www|ウェブ|サイト|サーバー?|ホスト|ホスト名|ネットワーク|ルーター?|機器|端末|グローバル|ip|アドレス|url|ドメイン|メール|vpn|装置|ゲートウェイ|システム|ポータル|予約|会員|顧客|fw|ファイアウォール|dns|公式|ホームページ|プロキシ|gw|public|external|mail|server|servers|site|website|web site|address|addresses|host|hosts|hostname|gateway|firewall|router|portal|domain|network|machine|endpoint|system|proxy|own|name|web|dns|booking|customer|range|is|are|was|at|は|が|で|:|=|\s|\(|「|【|,|、|・|-|→|>|[0-9a-z.-]{4,24},){0,12}(?<address>" + AnyAddress + ")",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OursBefore();

    [GeneratedRegex(@"\A(?:/[0-9a-z/._-]{0,8})? ?(?:\(|は|の|,|、)? ?(?:(?:当|弊|自)(?:社|院|行|局|庁|市|町|県|所|学)|本学|被害側|被害サーバ|被害端末|our (?:server|site|host|own)|victim)", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex OursBehind();
}
