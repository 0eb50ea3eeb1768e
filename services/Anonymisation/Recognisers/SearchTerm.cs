using System.Collections.Frozen;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>How a string may be searched for, by its compared form.</summary>
public enum Reach
{
    /// <summary>Too short or too common: searching for it would blank every report.</summary>
    None,

    /// <summary>Only where no ASCII letter or digit adjoins.</summary>
    Bounded,

    /// <summary>Anywhere, also within a longer word.</summary>
    Free,
}

/// <summary>
/// The rule that recogniser, propagation and verification share, so that what one looks for the others do too: two characters
/// of Japanese or five of ASCII are searched for anywhere, shorter ASCII, numbers and hexadecimal words between boundaries.
/// </summary>
public static class SearchTerm
{
    public const int ShortestFreeAscii = 5;
    const int ShortestNumber = 5;

    static readonly FrozenSet<string> Common = new[]
    {
        "株式会社", "有限会社", "会社", "法人", "組織", "当社", "弊社", "自社", "本社", "支社", "支店", "本店", "システム", "サーバ", "サーバー", "ネットワーク", "ベンダー", "ベンダ", "担当", "担当者",
        "電力", "水道", "ガス", "鉄道", "航空", "銀行", "病院", "空港", "物流", "石油", "化学", "金融", "医療", "通信", "情報", "市役所", "県庁", "不明", "なし", "メール", "電話", "アドレス", "攻撃", "障害",
        "社内", "社外", "不明です", "調査中", "未定", "管理者", "運用", "保守", "開発", "委託先", "監視", "制御", "会議", "事務局", "センター", "日本", "東京", "大阪", "情報システム部", "総務部",
        "http", "https", "www", "com", "net", "org", "jp", "co.jp", "or.jp", "ne.jp", "go.jp", "lg.jp", "ac.jp", "mail", "web", "server", "system", "admin", "root", "user", "test", "info", "support",
        "the", "and", "for", "our", "not", "was", "has", "are", "is", "in", "of", "to", "on", "at", "by", "an", "as", "or", "be", "we", "no", "it", "ip", "pc", "ot", "id", "url", "dns", "vpn", "soc", "dos", "ddos", "tcp",
        "udp", "company", "network", "person", "vendor", "address", "phone", "email", "secret", "unknown", "none", "attack", "incident", "report", "password", "n/a", "tbd", "contact", "domain", "place", "number",
    }.ToFrozenSet();

    /// <summary>The compared form of a string, also of a defanged one.</summary>
    public static string Key(string text) => TextView.Squeezed(text).Refanged().Text;

    /// <summary>How far a key is searched for.</summary>
    public static Reach Reach(string key)
    {
        if (Common.Contains(key)) return Recognisers.Reach.None;

        var ascii = true;
        var (alphanumeric, digits, hexadecimal) = (0, 0, 0);
        foreach (var c in key)
        {
            ascii &= c < 0x80;
            alphanumeric += char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            hexadecimal += char.IsAsciiHexDigit(c) ? 1 : 0;
        }

        if (alphanumeric < 2) return Recognisers.Reach.None;
        if (digits == alphanumeric) return digits < ShortestNumber ? Recognisers.Reach.None : Recognisers.Reach.Bounded;
        if (!ascii) return Recognisers.Reach.Free;

        return key.Length < ShortestFreeAscii || hexadecimal == key.Length ? Recognisers.Reach.Bounded : Recognisers.Reach.Free;
    }
}
