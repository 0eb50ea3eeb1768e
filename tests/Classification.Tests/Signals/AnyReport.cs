using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Classification.Tests.Signals;

/// <summary>Texts of reports, put together of pieces that mean something, and texts as nobody would write them.</summary>
static class AnyReport
{
    static readonly string[] Pieces =
    [
        "TLP:RED", "TLP:AMBER+STRICT", "TLP:アンバー", "TLP:GREEN", "TLP:BLUE", "【RED】", "[AMBER]", "RED扱い", "関係者限り", "社外秘", "取扱注意", "機密性２", "極秘", "読後破棄", "複製禁止", "転送禁止", "要暗号化", "do not forward", "internal use only", "strictly confidential",
        "パスワード：abc12345", "password: hunter2", "AKIAIOSFODNN7EXAMPLE", "マイナンバー 1234-5678-9018", "4111-1111-1111-1111", "T7000012050002", "田中さん", "担当：鈴木一郎", "Mr. Smith", "090-1234-5678", "taro.yamada@example.jp", "送信元 a.b@example.net",
        "PLC のレジスタ 40001 が書き換えられた", "制御系への影響なし", "ゼロデイ", "エンバーゴ: 2026-12-01", "embargo until 1 December", "警察へ通報した", "捜査中", "攻撃が継続中である", "攻撃は終息した", "北斗病院でも同様の被害", "192.168.10.5", "当社サーバ 203.0.113.20", "【訓練】", "This is a drill.",
        "本日、障害を検知した", "復旧作業を継続中", "No impact was found", "The attack is ongoing", "。", "。", ". ", "\n", "\n> ", "、", " ", "\u3000",
    ];

    static readonly string[] Shards =
    [
        "か", "\u3099", "ｶ", "ﾞ", "ー", "-", "－", "髙", "𠮷", "㈱", "ﷺ", "①", "㊙", "Ａ", "a", "e\u0301", " ", "\u3000", "\n", "\r\n", "\t", "\u200B", "\u202E", "\u200F", "\u00AD", "\uFE0F", "\uDB40\uDD00", "\uD800", "\uDC00", "😀", "שלום", "مرحبا", "\0", "[.]", "(dot)", "@", "://", "1", "0-", "12", "月", "日", ".", ":", "=", "tlp", "パスワード", "様", "さん", "社", "も", "被害", "継続", "PLC", "公表は", "must not be ",
    ];

    /// <summary>A report that reads as one, with pieces that raise, deny and say nothing.</summary>
    public static readonly Gen<string> Written = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    /// <summary>Broken UTF-16, marks, controls, other directions and the beginnings of everything that is searched for.</summary>
    public static readonly Gen<string> Broken = Gen.OneOf(Gen.Elements(Shards).ListOf().Select(string.Concat), Gen.Elements([.. Shards, .. Pieces]).ListOf().Select(string.Concat));
}
