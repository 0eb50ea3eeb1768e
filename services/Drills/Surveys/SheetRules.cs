using System.Globalization;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Http;
using FluentValidation.Results;

namespace Ceptoar.Drills.Surveys;

/// <summary>When a sheet is filled in, and what answers it.</summary>
public static class SheetRules
{
    /// <summary>How long after the end of its drill the survey can be filled in.</summary>
    public static readonly TimeSpan SurveyOpen = TimeSpan.FromDays(14);

    const int MaxText = 4_000;

    /// <summary>The self-check until the drill ends; the survey from when that was told, for two weeks.</summary>
    public static bool IsOpen(string kind, Drill drill, DateTimeOffset now) => kind switch
    {
        Sheet.SelfCheck => drill.State is Drill.Planned or Drill.Running,
        Sheet.Survey => drill.EndToldAt is { } end && now >= end && now < end + SurveyOpen,
        _ => false,
    };

    /// <summary>What is wrong with answers, by field: <c>answers.&lt;id of the question&gt;</c>; <c>answers</c> where that can be no id.</summary>
    public static IEnumerable<ValidationFailure> Wrong(Question[] questions, IReadOnlyDictionary<string, string[]> answers)
    {
        foreach (var unknown in answers.Keys.Except(questions.Select(q => q.Id)))
        {
            yield return new(QuestionInput.Validator.IsId(unknown) ? $"answers.{unknown}" : "answers", Problems.Say("この質問はありません。", "There is no such question."));
        }

        foreach (var question in questions)
        {
            var values = answers.GetValueOrDefault(question.Id) ?? [];
            if (values.Length == 0)
            {
                if (question.Required) yield return new($"answers.{question.Id}", Problems.Say("必ず回答してください。", "Must be answered."));
            }
            else if (!Answers(question, values))
            {
                yield return new($"answers.{question.Id}", Expected(question));
            }
        }
    }

    static bool Answers(Question question, string[] values) => question.Kind switch
    {
        Question.YesNo => values is ["yes" or "no"],
        Question.Choice => values.Length == 1 && Offers(question, values[0]),
        Question.Choices => values.Distinct().Count() == values.Length && values.All(v => Offers(question, v)),
        Question.Number => values.Length == 1 && values[0]?.Length <= 20 && decimal.TryParse(values[0], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        Question.OfText => values.Length == 1 && !string.IsNullOrWhiteSpace(values[0]) && values[0].Length <= MaxText && !values[0].Contains('\0'),
        _ => false,
    };

    static bool Offers(Question question, string value) => question.Options.Any(o => o.Id == value);

    static string Expected(Question question) => question.Kind switch
    {
        Question.YesNo => Problems.Say("yes または no としてください。", "Must be yes or no."),
        Question.Choice => Problems.Say("選択肢の id を一つ指定してください。", "Must be the id of one option."),
        Question.Choices => Problems.Say("選択肢の id を重複なく指定してください。", "Must be ids of options, each once."),
        Question.Number => Problems.Say("数値を一つ指定してください。", "Must be one number."),
        _ => Problems.Say($"{MaxText} 字以内の文章を一つ指定してください。", $"Must be one text of {MaxText} characters at most."),
    };
}
