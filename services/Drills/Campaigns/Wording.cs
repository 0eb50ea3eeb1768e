using Ceptoar.Hosting.Http;
using FluentValidation;

namespace Ceptoar.Drills.Campaigns;

/// <summary>A text in Japanese, English or both.</summary>
public record Wording(string? Ja, string? En)
{
    /// <summary>Null where there is neither.</summary>
    public static Wording? Of(string? ja, string? en) => string.IsNullOrEmpty(ja) && string.IsNullOrEmpty(en) ? null : new(ja, en);

    /// <summary>Whether it says anything in either language.</summary>
    public bool Says => !string.IsNullOrWhiteSpace(Ja) || !string.IsNullOrWhiteSpace(En);

    /// <summary>A text given in one language stands for both.</summary>
    public (string Ja, string En) InBoth()
    {
        var (ja, en) = (string.IsNullOrWhiteSpace(Ja) ? null : Ja, string.IsNullOrWhiteSpace(En) ? null : En);
        return (ja ?? en ?? "", en ?? ja ?? "");
    }
}

static class WordingRules
{
    /// <summary>At most so many characters in each language.</summary>
    public static void AtMost<T>(this IRuleBuilder<T, Wording?> field, int length) => field.ChildRules(text =>
    {
        text.RuleFor(t => t!.Ja).MaximumLength(length).Readable();
        text.RuleFor(t => t!.En).MaximumLength(length).Readable();
    });

    /// <summary>Something in at least one language.</summary>
    public static void Says<T>(this IRuleBuilder<T, Wording?> field) => field.Must(t => t?.Says == true)
        .WithMessage(_ => Problems.Say("日本語または英語で記入してください。", "Write it in Japanese or English."));

    // PostgreSQL cannot hold U+0000
    public static IRuleBuilderOptions<T, string?> Readable<T>(this IRuleBuilder<T, string?> field) => field.Must(text => text?.Contains('\0') != true)
        .WithMessage(_ => Problems.Say("使用できない制御文字が含まれています。", "Contains a control character that cannot be kept."));
}
