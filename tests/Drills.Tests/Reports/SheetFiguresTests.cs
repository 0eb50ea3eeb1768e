using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Surveys;

namespace Ceptoar.Drills.Tests.Reports;

public class SheetFiguresTests
{
    static readonly Question[] Questions =
    [
        new("read", "yesNo", "読めたか", "Could you read it?", Required: true, []),
        new("how", "choices", "手段", "By what", Required: false, [new("mail", "メール", "mail"), new("hub", "ハブ", "hub")]),
        new("people", "number", "人数", "How many people", Required: false, []),
        new("wish", "text", "要望", "Wishes", Required: false, []),
    ];

    [Fact]
    public void Counts_options_takes_the_median_and_lists_texts()
    {
        var figures = SheetFigures.Of(Questions,
        [
            Answers(("read", ["yes"]), ("how", ["mail", "hub"]), ("people", ["3"]), ("wish", ["早く"])),
            Answers(("read", ["no"]), ("how", ["hub"]), ("people", ["10"]), ("wish", ["  "])),
            Answers(("read", ["yes"]), ("people", ["人"]), ("gone", ["この問いはもうない"])),
        ]);

        Assert.Equal(3, figures.Answers);
        Assert.Equal([("yes", 2), ("no", 1)], figures.Questions[0].Options.Select(o => (o.Id, o.Count)));
        Assert.Equal([("mail", 1), ("hub", 2)], figures.Questions[1].Options.Select(o => (o.Id, o.Count)));
        Assert.Equal((2, 6.5), (figures.Questions[1].Answered, figures.Questions[2].Median));
        Assert.Equal(["早く"], figures.Questions[3].Texts);
    }

    [Fact]
    public void A_sheet_that_nobody_filled_in_has_no_median()
    {
        var figures = SheetFigures.Of(Questions, []);

        Assert.Equal(0, figures.Answers);
        Assert.All(figures.Questions, q => Assert.Equal((0, null), (q.Answered, q.Median)));
    }

    static Dictionary<string, string[]> Answers(params (string Question, string[] Values)[] answers) => answers.ToDictionary(a => a.Question, a => a.Values);
}
