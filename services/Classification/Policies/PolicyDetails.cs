using System.Text.RegularExpressions;
using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Signals;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using FluentValidation;

namespace Ceptoar.Classification.Policies;

/// <summary>A version of a policy as it comes over HTTP.</summary>
public record PolicyDetails
{
    /// <summary>When it takes effect once it is approved; null: at once.</summary>
    public DateTimeOffset? EffectiveFrom { get; init; }
    public RuleInput[]? Rules { get; init; }

    /// <summary>Rules of the national default that should ask for less; the centre must sign this off.</summary>
    public RelaxationInput[]? Relaxed { get; init; }

    /// <summary>Why, for those who approve it.</summary>
    public string? Note { get; init; }

    internal string Scope { get; init; } = "";
}

/// <summary>See <see cref="PolicyRule"/>.</summary>
public record RuleInput(string? Id, ConditionInput? When, Tlp? Tlp, string? Raises, string[]? Handling, string? Ja, string? En)
{
    public PolicyRule ToRule() => new()
    {
        Id = Id!,
        When = When is null ? new() : new() { Signals = When.Signals ?? [], Kinds = When.Kinds ?? [], Events = When.Events ?? [], Causes = When.Causes ?? [], ServiceImpacts = When.ServiceImpacts ?? [] },
        Tlp = Tlp!.Value,
        Raises = Raises!,
        Handling = Handling ?? [],
        Ja = Ja!,
        En = En!,
    };
}

/// <summary>See <see cref="PolicyCondition"/>; what is left out does not matter.</summary>
public record ConditionInput(string[]? Signals, string[]? Kinds, string[]? Events, string[]? Causes, string[]? ServiceImpacts);

/// <summary>See <see cref="Relaxation"/>.</summary>
public record RelaxationInput(string? Rule, Tlp? Tlp);

public partial class PolicyDetailsValidator : AbstractValidator<PolicyDetails>
{
    const int MaxRules = 200;
    const int MaxSentence = 300;

    public PolicyDetailsValidator(PolicyReader policies, TimeProvider clock)
    {
        RuleFor(p => p.Rules).NotNull();
        RuleFor(p => p.Rules).Must(r => r is null || r.Length <= MaxRules).WithMessage(_ => Problems.Say($"{MaxRules} 件までです。", $"At most {MaxRules}."));
        RuleFor(p => p.Rules).Must(r => r is null || r.DistinctBy(x => x?.Id).Count() == r.Length).WithMessage(_ => Problems.Say("同じ id の規則があります。", "Two rules have the same id."));
        RuleForEach(p => p.Rules).NotNull().SetValidator(new RuleValidator());
        RuleFor(p => p.Note).NotEmpty().MaximumLength(2_000).Readable();
        RuleFor(p => p.EffectiveFrom).Must(t => t is null || t >= clock.GetUtcNow().AddMinutes(-5)).WithMessage(_ => Problems.Say("過去の日時は指定できません。", "Must not lie in the past."));
        RuleFor(p => p.Relaxed).Must(r => r is null || r.Length <= MaxRules).WithMessage(_ => Problems.Say($"{MaxRules} 件までです。", $"At most {MaxRules}."));
        RuleFor(p => p.Relaxed).Must((p, relaxed) => relaxed is null or [] || p.Scope != PolicyScope.National)
            .WithMessage(_ => Problems.Say("全国の既定では規則を直接改めてください。", "The national default changes its rules themselves."));
        RuleFor(p => p.Relaxed).CustomAsync(async (relaxed, context, ct) =>
        {
            if (relaxed is null or []) return;

            var national = (await policies.Now(ct)).National.Rules;
            for (var i = 0; i < relaxed.Length; i++)
            {
                var rule = national.FirstOrDefault(r => r.Id == relaxed[i]?.Rule);
                if (rule is null) context.AddFailure($"relaxed[{i}].rule", Problems.Say("全国の既定にない規則です。", "The national default has no such rule."));
                else if (relaxed[i].Tlp is not { } tlp || tlp >= rule.Tlp) context.AddFailure($"relaxed[{i}].tlp", Problems.Say($"TLP:{rule.Tlp.Label()} より緩いラベルを指定してください。", $"Must be less strict than TLP:{rule.Tlp.Label()}."));
            }
        });
    }

    sealed partial class RuleValidator : AbstractValidator<RuleInput>
    {
        static readonly string[] Raises = [LabelRules.Both, LabelRules.OriginalOnly, LabelRules.None];

        public RuleValidator()
        {
            RuleFor(r => r.Id).NotEmpty().Must(id => id is null || Id().IsMatch(id)).WithMessage(_ => Problems.Say("英数字と . で 60 字以内としてください。", "Letters, digits and dots, at most 60."));
            RuleFor(r => r.Tlp).NotNull().WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", TlpLabels.All));
            RuleFor(r => r.Raises).NotNull().OneOf(Raises);
            RuleFor(r => r.Ja).NotEmpty().MaximumLength(MaxSentence).Plain();
            RuleFor(r => r.En).NotEmpty().MaximumLength(MaxSentence).Plain();
            RuleForEach(r => r.Handling).OneOf(Values(Taxonomy.HandlingRestrictions)).NotNull();
            RuleFor(r => r.When!).ChildRules(when =>
            {
                when.RuleForEach(w => w.Signals).OneOf(Values(SignalTable.All)).NotNull();
                when.RuleForEach(w => w.Kinds).OneOf(Values(Taxonomy.Kinds)).NotNull();
                when.RuleForEach(w => w.Events).OneOf(Values(Taxonomy.Events)).NotNull();
                when.RuleForEach(w => w.Causes).OneOf(Values(Taxonomy.Causes)).NotNull();
                when.RuleForEach(w => w.ServiceImpacts).OneOf(Values(Taxonomy.ServiceImpacts)).NotNull();
            });
        }

        static string[] Values(IReadOnlyList<Code> codes) => [.. codes.Select(c => c.Value)];

        [GeneratedRegex("^[A-Za-z0-9.]{1,60}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
        private static partial Regex Id();
    }
}
