using System.Linq.Expressions;
using FluentValidation;

namespace Ceptoar.Hosting.Http;

/// <summary>A page of a list. <c>Next</c> is the <c>after</c> of the page that follows; with it comes what is newer, oldest first.</summary>
public record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Paging
{
    public const int MaxLimit = 500;
    public const int DefaultLimit = 50;

    /// <summary>A limit must lie between 1 and 500; <c>after</c> must be a cursor the hub gave out.</summary>
    public static void Cursor<T>(this AbstractValidator<T> validator, Expression<Func<T, string?>> after, Expression<Func<T, int?>> limit)
    {
        validator.RuleFor(limit).InclusiveBetween(1, MaxLimit).OverridePropertyName("limit")
            .WithMessage(_ => Problems.Say($"1 から {MaxLimit} の間としてください。", $"Must be between 1 and {MaxLimit}."));
        validator.RuleFor(after).Must(a => a is null || Position(a) is not null).OverridePropertyName("after")
            .WithMessage(_ => Problems.Say("前の応答の next の値を指定してください。", "Must be the next of an earlier answer."));
    }

    /// <summary>The number behind a cursor, or null where it is none.</summary>
    public static long? Position(string? after) =>
        long.TryParse(after, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var position) ? position : null;

    /// <summary>A list that is short by nature, as the one page it fits on.</summary>
    public static Page<T> Whole<T>(IEnumerable<T> items) => new([.. items], Next: null);

    public static string Cursor(long position) => position.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
