using FluentValidation;

namespace Ceptoar.Hosting.Http;

/// <summary>A text in Japanese, English or both.</summary>
public record Wording(string? Ja, string? En)
{
    /// <summary>Null where there is neither.</summary>
    public static Wording? Of(string? ja, string? en) => string.IsNullOrEmpty(ja) && string.IsNullOrEmpty(en) ? null : new(ja, en);

    /// <summary>A text given in one language stands for both.</summary>
    public (string Ja, string En) InBoth()
    {
        var (ja, en) = (string.IsNullOrWhiteSpace(Ja) ? null : Ja, string.IsNullOrWhiteSpace(En) ? null : En);
        return (ja ?? en ?? "", en ?? ja ?? "");
    }
}

public static class WordingRules
{
    /// <summary>At most so many characters in each language.</summary>
    public static void AtMost<T>(this IRuleBuilder<T, Wording?> field, int length) => field.ChildRules(text =>
    {
        text.RuleFor(t => t!.Ja).MaximumLength(length).Readable();
        text.RuleFor(t => t!.En).MaximumLength(length).Readable();
    });

    /// <summary>Something in at least one language.</summary>
    public static void Says<T>(this IRuleBuilder<T, Wording?> field) => field.Must(t => !string.IsNullOrWhiteSpace(t?.Ja) || !string.IsNullOrWhiteSpace(t?.En))
        .WithMessage(_ => Problems.Say("日本語または英語で記入してください。", "Write it in Japanese or English."));
}
