using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Drills;
using FluentValidation;

namespace Ceptoar.Intake.Reports;

/// <summary>
/// What an operator fills in. Five fields must be there: kind, title, body, requestedTlp, audience; everything else may be unknown
/// or left out, for a first report tells what is grasped so far.
/// </summary>
public record ReportInput
{
    /// <summary>incident or sign.</summary>
    public string? Kind { get; init; }
    public string? Title { get; init; }
    public string? Body { get; init; }
    public Tlp? RequestedTlp { get; init; }

    /// <summary>Ids of groups.</summary>
    public Guid[]? Audience { get; init; }
    public string? Language { get; init; }
    public DateTimeOffset? DetectedAt { get; init; }
    public DateTimeOffset? OccurredAt { get; init; }
    public string? Stage { get; init; }
    public string[]? Events { get; init; }
    public string[]? Causes { get; init; }
    public string? ServiceImpact { get; init; }
    public string? Severity { get; init; }
    public string? Urgency { get; init; }
    public string? PlainSummary { get; init; }
    public string? SourceVisibility { get; init; }
    public string? ReleaseMode { get; init; }
    public string[]? OnwardConsent { get; init; }

    /// <summary>Id of the drill that it answers; null in life.</summary>
    public string? Exercise { get; init; }
    public IndicatorInput[]? Indicators { get; init; }

    /// <summary>Whose report it is, where a secretariat or the centre's desk enters what an operator told; null from an operator.</summary>
    public OnBehalfInput? OnBehalf { get; init; }

    /// <summary>Null also where <see cref="Exercise"/> is no id.</summary>
    internal Guid? DrillId => Guid.TryParse(Exercise, out var id) ? id : null;

    public Guid ReporterOr(Guid callersOrganisation) => OnBehalf?.OrganisationId ?? callersOrganisation;

    /// <summary>The validated input as it is kept and sealed. Nothing of a drill is passed on, whatever the reporter consents to.</summary>
    public CaseFile ToCase(Guid organisationId, bool drill) => new()
    {
        OrganisationId = organisationId,
        Title = Title!,
        Body = Body!,
        PlainSummary = PlainSummary,
        Kind = Kind!,
        Audience = [.. Audience!.Distinct().Order()],
        Language = Language ?? "ja",
        DetectedAt = DetectedAt,
        OccurredAt = OccurredAt,
        Stage = Stage,
        Events = Events ?? [],
        Causes = Causes ?? [],
        ServiceImpact = ServiceImpact,
        Severity = Severity,
        Urgency = Urgency,
        SourceVisibility = ExerciseRules.VisibilityOf(SourceVisibility ?? "hidden", drill),
        ReleaseMode = ReleaseMode ?? "review",
        OnwardConsent = drill ? [] : OnwardConsent ?? [],
        Indicators = [.. (Indicators ?? []).Select(i => new ReportedIndicator { Type = i.Type!, Value = i.Value!, Role = i.Role ?? "unknown" })],
    };
}

/// <summary>An indicator as the reporter gives it.</summary>
public record IndicatorInput(string? Type, string? Value, string? Role);

public class ReportInputValidator : AbstractValidator<ReportInput>
{
    public const int MaxTitle = 200;
    public const int MaxBody = 100_000;
    public const int MaxSummary = 2_000;
    public const int MaxIndicators = 500;
    public const int MaxIndicator = 500;
    static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public ReportInputValidator(DirectoryReader directory, Caller caller, TimeProvider clock)
    {
        RuleFor(r => r.Kind).NotEmpty();
        IsCode(r => r.Kind, Taxonomy.Kinds);
        RuleFor(r => r.Title).NotEmpty().MaximumLength(MaxTitle);
        RuleFor(r => r.Body).NotEmpty().MaximumLength(MaxBody);
        RuleFor(r => r.PlainSummary).MaximumLength(MaxSummary);
        IsText(r => r.Title);
        IsText(r => r.Body);
        IsText(r => r.PlainSummary);
        RuleFor(r => r.RequestedTlp).NotNull().WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", TlpLabels.All));
        IsCode(r => r.Language, [new("ja", "日本語", "Japanese"), new("en", "英語", "English")]);
        IsCode(r => r.Stage, Taxonomy.Stages);
        IsCode(r => r.ServiceImpact, Taxonomy.ServiceImpacts);
        IsCode(r => r.Severity, Taxonomy.Severities);
        IsCode(r => r.Urgency, Taxonomy.Urgencies);
        IsCode(r => r.SourceVisibility, Taxonomy.SourceVisibilities);
        IsCode(r => r.ReleaseMode, Taxonomy.ReleaseModes);
        AreCodes(r => r.Events, Taxonomy.Events);
        AreCodes(r => r.Causes, Taxonomy.Causes);
        AreCodes(r => r.OnwardConsent, Taxonomy.OnwardPartners);
        RuleFor(r => r.DetectedAt).Must(NotInFuture).WithMessage(_ => FutureTime());
        RuleFor(r => r.OccurredAt).Must(NotInFuture).WithMessage(_ => FutureTime());

        RuleFor(r => r.Indicators).Must(i => i is null || i.Length <= MaxIndicators)
            .WithMessage(_ => Problems.Say($"{MaxIndicators} 件までです。", $"At most {MaxIndicators}."));
        RuleForEach(r => r.Indicators).NotNull().ChildRules(indicator =>
        {
            indicator.RuleFor(i => i.Type).NotEmpty().Must(t => t is null || Taxonomy.IndicatorTypes.Knows(t)).WithMessage(_ => OneOf(Taxonomy.IndicatorTypes));
            indicator.RuleFor(i => i.Value).NotEmpty().MaximumLength(MaxIndicator).Readable();
            indicator.RuleFor(i => i.Role).Must(t => t is null || Taxonomy.IndicatorRoles.Knows(t)).WithMessage(_ => OneOf(Taxonomy.IndicatorRoles));
        });

        RuleFor(r => r.Audience).NotEmpty().WithMessage(_ => Problems.Say("宛先のグループを一つ以上指定してください。", "Name at least one group."));
        RuleFor(r => r.Audience).Must(a => a is null || a.Length <= 50).WithMessage(_ => Problems.Say("50 件までです。", "At most 50."));
        RuleFor(r => r.Audience).CustomAsync(async (audience, context, ct) =>
        {
            if (audience is null or { Length: 0 or > 50 }) return;

            var now = await directory.Now(ct);
            for (var i = 0; i < audience.Length; i++)
            {
                if (!AudienceChoiceRules.MayName(audience[i], context.InstanceToValidate.ReporterOr(caller.OrganisationId), now))
                {
                    context.AddFailure($"audience[{i}]", Problems.Say("宛先に指定できないグループです。", "You may not name this group."));
                }
            }
        });

        RuleFor(r => r.OnBehalf).SetValidator(new OnBehalfValidator(clock)!);
        RuleFor(r => r.OnBehalf).CustomAsync(async (onBehalf, context, ct) =>
        {
            if (OnBehalfRules.Fault(onBehalf?.OrganisationId, caller, await directory.Now(ct)) is var (field, ja, en)) context.AddFailure(field, Problems.Say(ja, en));
        });

        bool NotInFuture(DateTimeOffset? time) => time is null || time <= clock.GetUtcNow() + ClockTolerance;
    }

    void IsCode(System.Linq.Expressions.Expression<Func<ReportInput, string?>> field, IReadOnlyList<Code> codes) =>
        RuleFor(field).Must(c => string.IsNullOrEmpty(c) || codes.Knows(c)).WithMessage(_ => OneOf(codes));

    void AreCodes(System.Linq.Expressions.Expression<Func<ReportInput, IEnumerable<string>?>> field, IReadOnlyList<Code> codes) =>
        RuleForEach(field).Must(codes.Knows).WithMessage(_ => OneOf(codes));

    void IsText(System.Linq.Expressions.Expression<Func<ReportInput, string?>> field) => RuleFor(field).Readable();

    static string FutureTime() => Problems.Say("未来の日時は指定できません。", "Must not lie in the future.");

    static string OneOf(IReadOnlyList<Code> codes) =>
        Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", codes.Select(c => c.Value));
}
