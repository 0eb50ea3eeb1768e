using System.Diagnostics;
using System.Globalization;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.ClassifyEval;

/// <summary>Texts made to be slow: a piece that begins what some expression looks for, again and again.</summary>
public static class BadInputs
{
    const int Characters = 10_000;
    const int Tries = 3;

    public static IReadOnlyList<string> Pieces { get; } =
    [
        "a", "1", " ", "\n", "。", "亜", "あ", "ー", "tlp", "tlp:", "tlp:は", "パスワード", "パスワードは", "password ", "password=", "key: ", "eyj", "eyj.", "a.", "a@", "a@b.", "1.", "10.", "1-", "1234 ",
        "0-", "090-1234-5678 ", "fe80:", "a:", "://", "さん", "佐藤", "佐藤 ", "佐藤一郎、", "担当:", "氏名,", "氏名,住所\n", "職員の", "病院", "病院も", "株式会社", "株式会社あ", "被害", "当社の", "our server ", "website", "plc ",
        "制御系 ", "ゼロデイ", "脆弱性", "vulnerability ", "公表は", "12月1日", "12月1日まで", "not be shared ", "embargo ", "警察", "警察に", "police ", "reported to the ", "捜査", "攻撃", "攻撃が継続", "attack ", "still ",
        "is was were ", "corp was also hit ", "訓練", "訓練、", "exercise ", "do not ", "must not be ", "(", "[.]", "か\u3099", "\u0301", "\u200B", "\u202E", "\uD800", "1,000件の", "停止",
        "service is down ",
    ];

    public static string Repeated(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    /// <summary>How long the engine takes for 10,000 characters of the worst of them.</summary>
    internal static string Measure(Action<EvalReport> decide)
    {
        var (piece, took) = Pieces.Select(p => (Piece: p, Took: Fastest(Report(p), decide))).MaxBy(p => p.Took);
        return string.Create(CultureInfo.InvariantCulture, $"bad input: {took.TotalMilliseconds:0.0} ms at most for {Characters:N0} characters (\"{piece.ReplaceLineEndings("\\n")}\" repeated, best of {Tries})");
    }

    static TimeSpan Fastest(EvalReport report, Action<EvalReport> decide)
    {
        decide(report);
        return Enumerable.Range(0, Tries).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            decide(report);
            return Stopwatch.GetElapsedTime(started);
        });
    }

    static EvalReport Report(string piece) => new(
        piece, Tlp.Amber, new CaseFile { OrganisationId = Guid.Empty, Title = "", Body = Repeated(piece, Characters), Kind = "incident", Audience = [], Events = [], Causes = [], Indicators = [], SourceVisibility = "hidden", ReleaseMode = "review" }, Expected: null);
}
