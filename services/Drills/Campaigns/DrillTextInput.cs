using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using FluentValidation;

namespace Ceptoar.Drills.Campaigns;

/// <summary>The mock advisory as a person writes and reads it. It may be half written until the drill begins.</summary>
public record DrillTextInput
{
    public Wording? Title { get; init; }
    public Wording? Summary { get; init; }

    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    /// <summary>What recipients shall do; plain text.</summary>
    public string? RequiredAction { get; init; }

    /// <summary>For mobile telephones, 70 characters at most; null: the hub's own.</summary>
    public string? ShortText { get; init; }

    /// <summary>Code of <see cref="Taxonomy.Severities"/>.</summary>
    public string? Severity { get; init; }

    /// <summary>Code of <see cref="Taxonomy.Urgencies"/>.</summary>
    public string? Urgency { get; init; }

    public static DrillTextInput Of(DrillText text) => new()
    {
        Title = Wording.Of(text.TitleJa, text.TitleEn),
        Summary = Wording.Of(text.SummaryJa, text.SummaryEn),
        Body = text.Body,
        RequiredAction = text.RequiredAction,
        ShortText = text.ShortText,
        Severity = text.Severity,
        Urgency = text.Urgency,
    };

    /// <summary>As it is kept: what is blank says nothing.</summary>
    public DrillText ToText() => new()
    {
        TitleJa = Said(Title?.Ja),
        TitleEn = Said(Title?.En),
        SummaryJa = Said(Summary?.Ja),
        SummaryEn = Said(Summary?.En),
        Body = Said(Body),
        RequiredAction = Said(RequiredAction),
        ShortText = Said(ShortText),
        Severity = Severity,
        Urgency = Urgency,
    };

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The limits are those of an advisory.</summary>
    public class Validator : AbstractValidator<DrillTextInput>
    {
        const int MaxTitle = 200;
        const int MaxText = 4_000;
        const int MaxBody = 100_000;
        const int MaxShortText = 70;

        public Validator()
        {
            RuleFor(t => t.Title).AtMost(MaxTitle);
            RuleFor(t => t.Summary).AtMost(MaxText);
            RuleFor(t => t.Body).MaximumLength(MaxBody).Readable();
            RuleFor(t => t.RequiredAction).MaximumLength(MaxText).Readable();
            RuleFor(t => t.ShortText).MaximumLength(MaxShortText).Plain();
            RuleFor(t => t.Severity).OneOf([.. Taxonomy.Severities.Select(c => c.Value)]);
            RuleFor(t => t.Urgency).OneOf([.. Taxonomy.Urgencies.Select(c => c.Value)]);
        }
    }
}
