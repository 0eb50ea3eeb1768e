using System.Text;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Hosting.Text;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Anonymisation.Tests.Renditions;

public partial class AnonymiserPropertyTests
{
    static readonly string[] Identifying =
    [
        "株式会社あさひ野通信", "あさひ野", "アサヒノ・テレコム", "Asahino Telecom Co., Ltd.", "asahino-tel.example", "みなとビリング", "HIKARI-GW", "北斗システムズ", "髙橋美咲", "Kenji Watanabe", "東都ガス株式会社", "TotoGas", "ANT",
    ];

    // none of which reads as a name where two stand side by side
    static readonly string[] Filler =
        ["きょう", "の", "障害", "について", "、", "。", "が", "発生", "した", "ため", "復旧", "作業", "を", "実施", "中", "です", "サーバ", "通信", "遅延", "\n", "(", ")", "攻撃元", "は", "不明", "203.0.113.7", "CVE-2026-1111", "確認", "しました"];

    static readonly Func<string, string>[] Spellings =
    [
        s => s,
        s => string.Concat(s.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)),
        s => string.Join(' ', s.Select(c => c.ToString())),
        s => string.Join('\u3000', s.Select(c => c.ToString())),
        s => string.Join('\u200B', s.Select(c => c.ToString())),
        s => s.Normalize(NormalizationForm.FormD),
        s => s[..(s.Length / 2)] + "\n" + s[(s.Length / 2)..],
        s => s[..(s.Length / 2)] + "\r\n  " + s[(s.Length / 2)..],
        s => s.ToUpperInvariant(),
        s => s.ToLowerInvariant(),
        s => s.Replace("-", "‐", StringComparison.Ordinal).Replace("ー", "－", StringComparison.Ordinal).Replace(".", "[.]", StringComparison.Ordinal),
        s => s.Insert(1, "\u00AD").Insert(s.Length, "\uFE0F"),
        s => s.Replace("株式会社", "㈱", StringComparison.Ordinal).Replace("髙", "高", StringComparison.Ordinal),
    ];

    static readonly Gen<(string Text, string Hidden)> Reports =
        from before in Gen.Elements(Filler).ListOf()
        from hidden in Gen.Elements(Identifying)
        from one in Gen.Elements(Spellings)
        from other in Gen.Elements(Spellings)
        from after in Gen.Elements(Filler).ListOf()
        select (string.Concat(before) + "「" + other(one(hidden)) + "」" + string.Concat(after), hidden);

    [Fact]
    public void No_spelling_of_a_directory_string_survives() =>
        Check.One(Seeded.Cases(1500), Prop.ForAll(Reports.ToArbitrary(), report =>
        {
            var rendition = Example.Render(report.Text);

            Assert.Empty(rendition.Blocked);
            Assert.DoesNotContain(Bare(report.Hidden), Bare(rendition.Body));
            Assert.Contains("「[", rendition.Body);
        }));

    [Fact]
    public void Any_string_at_all_is_rendered_or_blocked_and_never_throws() =>
        Check.One(Seeded.Cases(500), Prop.ForAll(AnyText.Strings.ToArbitrary(), AnyText.Strings.ToArbitrary(), (text, value) =>
        {
            var report = Example.Report(text, title: value, indicators: [Example.Indicator("url", value, "attacker"), Example.Indicator("other", text, "victim"), Example.Indicator("nonsense", value, "nonsense")]);
            var rendition = Anonymiser.Render(report, Example.Directory, Example.Policy);

            Assert.NotEmpty(RenditionHash.Of(rendition.Title, rendition.Body, rendition.Flash));
            Assert.True(rendition.Removed.Where(r => r.Field == "body").All(r => r.Start + r.Length <= text.Length));
        }));

    [Fact]
    public void Rendering_what_was_rendered_brings_nothing_back() =>
        Check.One(Seeded.Cases(), Prop.ForAll(Reports.ToArbitrary(), report =>
        {
            var once = Example.Render(report.Text);
            var twice = Anonymiser.Render(Example.Report(once.Body), Example.Directory, Example.Policy);
            return IsLeftOf(Placeholder().Replace(twice.Body, ""), once.Body);
        }));

    /// <summary>One text is what is left of another when some of it is taken out.</summary>
    static bool IsLeftOf(string left, string whole)
    {
        var at = 0;
        foreach (var c in whole) at += at < left.Length && left[at] == c ? 1 : 0;
        return at == left.Length;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\[[^\[\]]{1,20}\]", System.Text.RegularExpressions.RegexOptions.None, 1_000)]
    private static partial System.Text.RegularExpressions.Regex Placeholder();

    [Theory]
    [InlineData("a.")]
    [InlineData("%")]
    [InlineData("1.")]
    [InlineData("::")]
    [InlineData("株式会社")]
    [InlineData("佐藤")]
    [InlineData("http://")]
    [InlineData("a@")]
    [InlineData("0-")]
    [InlineData("東京都千代田区")]
    [InlineData("[.]")]
    [InlineData("か\u3099")]
    [InlineData("攻撃元 ")]
    [InlineData("あさひ野")]
    [InlineData("password=")]
    [InlineData("-----begin private key-----")]
    public void A_text_made_to_be_slow_is_answered(string piece)
    {
        var rendition = Example.Render(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length)));
        Assert.NotNull(rendition.Body);
        Assert.DoesNotContain(rendition.Blocked, code => code.EndsWith("timeout", StringComparison.Ordinal));
    }

    /// <summary>Letters and digits alone, by the framework's own means.</summary>
    static string Bare(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('髙', '高').Replace("株式会社", "", StringComparison.Ordinal).Replace("(株)", "", StringComparison.Ordinal).Where(char.IsLetterOrDigit));
}
