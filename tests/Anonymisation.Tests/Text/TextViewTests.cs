using Ceptoar.Hosting.Text;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Anonymisation.Tests.Text;

public class TextViewTests
{
    [Theory]
    [InlineData("ＡＢ①㈱ｶﾞ", "ab1(株)ガ")]
    [InlineData("髙﨑 𠮷田", "高崎 吉田")]
    [InlineData("小比類卷 眞藥", "小比類巻 真薬")]
    [InlineData("東\u200B京\u00AD電\u2060力", "東京電力")]
    [InlineData("葛\uDB40\uDD00城", "葛城")]
    [InlineData("サ\u30FCバ", "サーバ")]
    [InlineData("サ－バ", "サーバ")]
    [InlineData("ｻｰﾊﾞｰ", "サーバー")]
    [InlineData("03ー1234—5678", "03-1234-5678")]
    [InlineData("Tókyo ÉNERGIE", "tokyo energie")]
    [InlineData("か\u200B\u3099", "が")]
    [InlineData("か゛", "が")]
    [InlineData("a\r\nb\u3000c", "a\nb c")]
    public void Shows_spellings_of_one_word_alike(string written, string compared) => Assert.Equal(compared, TextView.Of(written).Text);

    [Theory]
    [InlineData("東 京\n電\u3000力", "東京電力")]
    [InlineData("ﾊ\n ﾟｰ ﾄ", "パート")]
    [InlineData("N T\tT", "ntt")]
    public void Drops_all_white_space_when_squeezed(string written, string compared) => Assert.Equal(compared, TextView.Squeezed(written).Text);

    [Theory]
    [InlineData("hxxps://evil[.]example/a", "https://evil.example/a")]
    [InlineData("hXXp[:]//evil(dot)example", "http://evil.example")]
    [InlineData("203[.]0{.}113[ . ]7", "203.0.113.7")]
    [InlineData("spy[at]evil[dot]example", "spy@evil.example")]
    [InlineData("spy【アット】evil［．］example", "spy@evil.example")]
    [InlineData("evil[[.]]example", "evil.example")]
    [InlineData("配列[0] (注)", "配列[0] (注)")]
    public void Undoes_defanging(string written, string compared) => Assert.Equal(compared, TextView.Of(written).Refanged().Text);

    [Fact]
    public void Maps_back_to_whole_graphemes_of_the_original()
    {
        const string original = "会社は㈱ｶﾞｽ です";
        var view = TextView.Of(original);

        var span = view.ToOriginal(view.Text.IndexOf("株)ガ", StringComparison.Ordinal), 3);

        Assert.Equal("㈱ｶﾞ", original.Substring(span.Start, span.Length));
    }

    [Theory]
    [InlineData("a\uD800b")]
    [InlineData("\uDC00")]
    [InlineData("か\uD840")]
    public void Bears_broken_surrogates(string broken) => Assert.Equal(broken.Length, TextView.Of(broken).Text.Length);

    [Fact]
    public void Works_on_this_machine() => TextView.SelfTest();

    [Fact]
    public void Every_stretch_of_a_view_comes_from_a_stretch_of_the_original() =>
        Check.One(Seeded.Cases(), Prop.ForAll(AnyText.Strings.ToArbitrary(), text =>
        {
            foreach (var view in new[] { TextView.Of(text), TextView.Squeezed(text), TextView.Of(text).Refanged(), TextView.Squeezed(text).Refanged() })
            {
                var last = 0;
                for (var i = 0; i < view.Text.Length; i++)
                {
                    var span = view.ToOriginal(i, 1);
                    Assert.True(span.Length > 0 && span.Start >= last && span.End <= text.Length);
                    last = span.Start;
                    var rest = view.ToOriginal(i, view.Text.Length - i);
                    Assert.True(rest.Start == span.Start && rest.End <= text.Length && rest.Length > 0);
                }
            }
        }));

    [Fact]
    public void A_view_of_a_view_is_the_view() =>
        Check.One(Seeded.Cases(), Prop.ForAll(AnyText.Strings.ToArbitrary(), text => TextView.Key(TextView.Key(text)) == TextView.Key(text)));

    [Fact]
    public void Long_runs_of_marks_do_not_stop_it() => Assert.NotEmpty(TextView.Of("か" + string.Concat(Enumerable.Repeat("\u3099\u0316\u0301", 60_000))).Text);
}
