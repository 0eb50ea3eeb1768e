using System.Globalization;
using Ceptoar.Drills.Surveys;

namespace Ceptoar.Drills.Reports;

/// <summary>What was answered to the sheets of a drill, without who answered what; null of a sheet that the campaign does not have.</summary>
public record SurveyFigures(SheetFigures? SelfCheck, SheetFigures? Survey)
{
    public static SurveyFigures Of(IReadOnlyCollection<Sheet> sheets, IReadOnlyCollection<SheetAnswer> answers)
    {
        return new(Of(Sheet.SelfCheck), Of(Sheet.Survey));

        SheetFigures? Of(string kind) => sheets.FirstOrDefault(s => s.Kind == kind) is { } sheet ? SheetFigures.Of(sheet.Questions, [.. answers.Where(a => a.Kind == kind).Select(a => a.Answers)]) : null;
    }
}

/// <param name="Answers">How many organisations filled it in.</param>
public record SheetFigures(int Answers, IReadOnlyList<QuestionFigures> Questions)
{
    /// <param name="questions">Of the sheet.</param>
    /// <param name="answers">Of each organisation, by the question's id.</param>
    public static SheetFigures Of(IEnumerable<Question> questions, IReadOnlyCollection<IReadOnlyDictionary<string, string[]>> answers) =>
        new(answers.Count, [.. questions.Select(q => QuestionOf(q, [.. answers.Select(a => a.GetValueOrDefault(q.Id) ?? []).Where(values => values.Length > 0)]))]);

    static QuestionFigures QuestionOf(Question question, string[][] answers)
    {
        var options = question.Kind == "yesNo" ? [new("yes", "はい", "yes"), new Option("no", "いいえ", "no")] : question.Options;
        double[] numbers = question.Kind == "number" ? [.. answers.SelectMany(a => a).Select(Number).OfType<double>().Order()] : [];
        return new(
            question.Id, question.Kind, question.TextJa, question.TextEn, answers.Length,
            [.. options.Select(o => new OptionCount(o.Id, o.TextJa, o.TextEn, answers.Count(a => a.Contains(o.Id))))],
            numbers.Length == 0 ? null : (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2,
            // in an order that tells nothing of when and by whom
            question.Kind == "text" ? [.. answers.SelectMany(a => a).Where(t => !string.IsNullOrWhiteSpace(t)).Order(StringComparer.Ordinal)] : []);
    }

    static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

/// <param name="Answered">How many organisations answered it.</param>
/// <param name="Options">Of yesNo, choice and choices: how many chose each.</param>
/// <param name="Median">Of number.</param>
/// <param name="Texts">Of text: what was written, without who wrote it.</param>
public record QuestionFigures(string Id, string Kind, string TextJa, string TextEn, int Answered, IReadOnlyList<OptionCount> Options, double? Median, IReadOnlyList<string> Texts);

public record OptionCount(string Id, string TextJa, string TextEn, int Count);
