using FluentValidation;

namespace Ceptoar.Hosting.Http;

/// <summary>Rules that fields of several services have alike.</summary>
public static class FieldRules
{
    /// <summary>One of the codes, or null.</summary>
    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> field, IReadOnlyList<string> codes) => field
        .Must(value => value is null || codes.Contains(value))
        .WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", codes));

    /// <summary>Text that can be kept: PostgreSQL cannot hold U+0000.</summary>
    public static IRuleBuilderOptions<T, string?> Readable<T>(this IRuleBuilder<T, string?> field) => field
        .Must(value => value?.Contains('\0') != true)
        .WithMessage(_ => Problems.Say("使用できない制御文字が含まれています。", "Contains a control character that cannot be kept."));

    /// <summary>Text without control characters.</summary>
    public static IRuleBuilderOptions<T, string?> Plain<T>(this IRuleBuilder<T, string?> field) => field
        .Must(value => value is null || !value.Any(char.IsControl))
        .WithMessage(_ => Problems.Say("制御文字は使えません。", "Must not contain control characters."));
}
