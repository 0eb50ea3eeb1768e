using Ceptoar.Drills.Surveys;

namespace Ceptoar.Drills.Tests.Surveys;

public class SheetRulesTests
{
    static readonly Option[] Options = [new("a", "一", "one"), new("b", "二", "two")];

    [Theory]
    [InlineData("yesNo", true, "yes")]
    [InlineData("yesNo", true, "no")]
    [InlineData("yesNo", false, "maybe")]
    [InlineData("yesNo", false, "yes", "no")]
    [InlineData("choice", true, "a")]
    [InlineData("choice", false, "c")]
    [InlineData("choice", false, "a", "b")]
    [InlineData("choices", true, "b", "a")]
    [InlineData("choices", false, "a", "a")]
    [InlineData("choices", false, "a", "c")]
    [InlineData("number", true, "-12.5")]
    [InlineData("number", false, "12,5")]
    [InlineData("number", false, "1e9")]
    [InlineData("number", false, "1", "2")]
    [InlineData("number", false, null)]
    [InlineData("text", true, "本文")]
    [InlineData("text", false, " ")]
    [InlineData("text", false, "a", "b")]
    [InlineData("text", false, "\0")]
    public void An_answer_fits_the_kind_of_its_question(string kind, bool fits, params string?[] values)
    {
        var wrong = SheetRules.Wrong([new("q", kind, "質問", "question", Required: true, Options)], new Dictionary<string, string[]> { ["q"] = values! });

        Assert.Equal(fits ? [] : ["answers.q"], wrong.Select(w => w.PropertyName));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void What_is_required_is_answered(bool required, int wrong) =>
        Assert.Equal(wrong, SheetRules.Wrong([new("q", Question.OfText, "質問", "question", required, [])], new Dictionary<string, string[]>()).Count());
}
