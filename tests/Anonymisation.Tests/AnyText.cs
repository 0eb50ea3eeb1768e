using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Anonymisation.Tests;

/// <summary>Texts as nobody would write them: broken surrogates, marks, controls, brackets, pieces of addresses.</summary>
static class AnyText
{
    static readonly string[] Pieces =
    [
        "か", "\u3099", "ｶ", "ﾞ", "ー", "-", "－", "東", "髙", "𠮷", "㈱", "㍿", "ﷺ", "①", "Ａ", "a", "é", "e\u0301", " ", "\u3000", "\n", "\r\n", "\t", "\u200B", "\u202E", "\u00AD", "\uFE0F",
        "\uDB40\uDD00", "\uD800", "\uDC00", "😀", "👨‍👩‍👧", "[.]", "(dot)", "{at}", "hxxp", "://", ".", "@", "10", "192.168.", "203.0.113.7", "::", "2001:db8::1", "%E6%9D", "=", "password=", "様", "担当:", "\0",
    ];

    public static readonly Gen<string> Strings = Gen.Elements(Pieces).ListOf().Select(string.Concat);
}
