using Ceptoar.Anonymisation.Renditions;

namespace Ceptoar.Anonymisation.Tests.Renditions;

public class MarksTests
{
    const string Body = "大橋さんと、あさひ野の青い塔。青い塔は10.0.0.1にあり、03-1234-5678へ";

    [Fact]
    public void What_a_reviewer_marks_is_removed_everywhere() =>
        Assert.Equal("[人物1]さんと、[組織A]の[非公開1]。[非公開1]は[アドレス1]にあり、[電話1]へ", Render(Mark("青い塔", remove: true)));

    [Fact]
    public void A_guess_that_was_wrong_stays() =>
        Assert.Equal("大橋さんと、[組織A]の青い塔。青い塔は[アドレス1]にあり、[電話1]へ", Render(Mark("大橋", remove: false)));

    [Theory]
    [InlineData("あさひ野")]
    [InlineData("10.0.0.1")]
    public void No_mark_brings_back_what_is_certain(string surface) => Assert.DoesNotContain(surface, Render(Mark(surface, remove: false)));

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(0, int.MaxValue)]
    [InlineData(5, 0)]
    public void A_mark_outside_the_text_changes_nothing(int start, int length) =>
        Assert.Equal(Render(), Render(new Mark("body", start, length, Remove: true)));

    static Mark Mark(string surface, bool remove) => new("body", Body.IndexOf(surface, StringComparison.Ordinal), surface.Length, remove);

    static string Render(params Mark[] marks)
    {
        var rendition = Anonymiser.Render(Example.Report(Body), Example.Directory, Example.Policy, marks);
        Assert.Empty(rendition.Blocked);
        return rendition.Body;
    }
}
