using System.Text.RegularExpressions;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Hosting.Http;
using FluentValidation;

namespace Ceptoar.Drills.Surveys;

/// <summary>A question as it is written and read.</summary>
public partial record QuestionInput
{
    /// <summary>Stands for it in answers: up to 40 letters, digits and hyphens.</summary>
    public string? Id { get; init; }

    /// <summary>yesNo, choice, choices, number or text.</summary>
    public string? Kind { get; init; }
    public Wording? Text { get; init; }
    public bool? Required { get; init; }

    /// <summary>Of choice and choices: 2 to 50; else none.</summary>
    public OptionInput[]? Options { get; init; }

    public static QuestionInput Of(Question question) => new()
    {
        Id = question.Id,
        Kind = question.Kind,
        Text = new(question.TextJa, question.TextEn),
        Required = question.Required,
        Options = [.. question.Options.Select(o => new OptionInput(o.Id, new(o.TextJa, o.TextEn)))],
    };

    /// <summary>As it is kept. A text given in one language stands for both.</summary>
    public Question ToQuestion()
    {
        var (ja, en) = Text!.InBoth();
        return new(Id!, Kind!, ja, en, Required ?? false, [.. (Options ?? []).Select(o => o.ToOption())]);
    }

    public partial class Validator : AbstractValidator<QuestionInput>
    {
        const int MaxText = 500;
        const int MaxOptions = 50;

        public Validator()
        {
            RuleFor(q => q.Id).Must(IsId).WithMessage(_ => IdExpected());
            RuleFor(q => q.Kind).NotEmpty().OneOf(Question.Kinds);
            RuleFor(q => q.Text).Says();
            RuleFor(q => q.Text).AtMost(MaxText);
            RuleFor(q => q.Options).Must(o => o?.Length is >= 2 and <= MaxOptions).When(HasOptions)
                .WithMessage(_ => Problems.Say($"2 個から {MaxOptions} 個までとしてください。", $"2 to {MaxOptions} of them."));
            RuleFor(q => q.Options).Must(o => o is null or []).When(q => !HasOptions(q)).WithMessage(_ => Problems.Say("この種類の質問に選択肢はありません。", "A question of this kind has no options."));
            RuleFor(q => q.Options).Must(o => Distinct(o, x => x?.Id)).WithMessage(_ => Twice());
            RuleForEach(q => q.Options).NotNull().ChildRules(option =>
            {
                option.RuleFor(o => o.Id).Must(IsId).WithMessage(_ => IdExpected());
                option.RuleFor(o => o.Text).Says();
                option.RuleFor(o => o.Text).AtMost(MaxText);
            });
        }

        /// <summary>Whether none of these is there twice.</summary>
        internal static bool Distinct<T>(T[]? items, Func<T, string?> id) => items is null || items.Select(id).Distinct(StringComparer.Ordinal).Count() == items.Length;

        internal static string Twice() => Problems.Say("同じ id が二度使われています。", "An id is used twice.");

        internal static bool IsId(string? id) => id is not null && Id().IsMatch(id);

        static bool HasOptions(QuestionInput question) => question.Kind is Question.Choice or Question.Choices;

        static string IdExpected() => Problems.Say("英数字とハイフンで 40 字以内としてください。", "Must be up to 40 letters, digits and hyphens.");

        [GeneratedRegex(@"\A[A-Za-z0-9-]{1,40}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
        private static partial Regex Id();
    }
}

/// <summary>One of several answers, as it is written and read.</summary>
public record OptionInput(string? Id, Wording? Text)
{
    public Option ToOption()
    {
        var (ja, en) = Text!.InBoth();
        return new(Id!, ja, en);
    }
}
