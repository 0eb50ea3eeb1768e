using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using FluentValidation;

namespace Ceptoar.Drills.Runs;

/// <summary>When a drill begins and how long and fast it runs, as its controller says it.</summary>
public record DrillTerms
{
    /// <summary>When it begins, told to all; or <see cref="Window"/>.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Unannounced: at some moment of it.</summary>
    public Window? Window { get; init; }

    /// <summary>After how many minutes of its pace it closes: 1 to 10080.</summary>
    public int? Minutes { get; init; }

    /// <summary>How much faster than life it runs: 1 to 600.</summary>
    public int? Pace { get; init; }

    /// <summary>CLEAR, GREEN or AMBER.</summary>
    public Tlp? Tlp { get; init; }

    public class Validator : AbstractValidator<DrillTerms>
    {
        public Validator()
        {
            RuleFor(t => t.Minutes).InclusiveBetween(1, (int)DrillRules.LongestRun.TotalMinutes);
            RuleFor(t => t.Pace).InclusiveBetween(1, 600);
            RuleFor(t => t.Tlp).IsOfADrill();
        }
    }
}

public static class DrillLabels
{
    /// <summary>One of <see cref="DrillRules.Labels"/>, or none.</summary>
    public static void IsOfADrill<T>(this IRuleBuilder<T, Tlp?> label) => label.Must(t => t is null || DrillRules.Labels.Contains(t.Value))
        .WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", DrillRules.Labels.Select(l => l.Label())));
}
