using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Tests.Recognisers;

/// <summary>Behaviours of the platform that fail open in silence (ANON.md section 6).</summary>
public class PitfallTests
{
    [Fact]
    public void Normalisation_works_here() => TextView.SelfTest();

    [Theory]
    [InlineData("1", null)]
    [InlineData("203.0.113", null)]
    [InlineData("203.0.113.045", "203.0.113.45")]
    [InlineData("010.0.0.1", "10.0.0.1")]
    [InlineData("256.1.1.1", null)]
    [InlineData("１０.0.0.1", null)]
    public void Addresses_are_read_by_own_code(string text, string? address) => Assert.Equal(address, IpNumber.ParseV4(text)?.ToString());

    [Fact]
    public void An_expression_that_runs_out_of_time_blocks() => Assert.Equal("timeout", Recognition.Guarded(() => throw new RegexMatchTimeoutException()));

    [Fact]
    public void A_recogniser_that_breaks_blocks() => Assert.Equal("failed", Recognition.Guarded(() => throw new InvalidOperationException()));

    [Theory]
    [InlineData("高", "髙")]
    [InlineData("崎", "﨑")]
    [InlineData("吉", "𠮷")]
    [InlineData("渡辺", "渡邉")]
    [InlineData("(株)", "㈱")]
    [InlineData("株式会社", "㍿")]
    [InlineData("a-b", "a−b")]
    [InlineData("ガス", "ｶﾞｽ")]
    public void Spellings_that_NFKC_keeps_apart_are_one(string usual, string written) => Assert.Equal(TextView.Key(usual), TextView.Key(written));

    [Fact]
    public void No_boundary_is_needed_between_kanji_and_Latin_letters() => Assert.DoesNotContain("ANT", Example.Render("弊社ANTの").Body);

    [Fact]
    public void A_text_beyond_the_limit_is_not_releasable() => Assert.Equal(["input.tooLong"], Example.Render(new string('あ', 200_001)).Blocked);

    [Theory]
    [InlineData("漢字山川田中村")]
    [InlineData("ひらがな")]
    [InlineData("a")]
    [InlineData("((([")]
    [InlineData("12 34-56,")]
    [InlineData(".@")]
    public void A_text_without_an_end_of_line_comes_through(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        var rendition = Anonymiser.Render(Example.Report(text), Example.Directory, RenditionPolicy.Of("green", new())!);
        Assert.Empty(rendition.Blocked);
    }
}
