using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Directory;
using Ceptoar.Distribution.Audiences;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;

namespace Ceptoar.Distribution.Advisories;

/// <summary>What an advisory says, as a person writes it. What it cannot go out without, <see cref="MissingFields"/> says.</summary>
public record ContentInput
{
    /// <summary>alert, earlyWarning, threatSheet, newsletter, question, caseStudy or hotline.</summary>
    public string? Template { get; init; }

    /// <summary>In Japanese, English or both.</summary>
    public Wording? Title { get; init; }

    /// <summary>In plain words, for readers who are no engineers.</summary>
    public Wording? Summary { get; init; }

    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    /// <summary>What a case teaches; plain text.</summary>
    public string? Lessons { get; init; }
    public string? Purpose { get; init; }
    public string? Severity { get; init; }
    public string? Urgency { get; init; }
    public string? Sector { get; init; }
    public string[]? Handling { get; init; }

    /// <summary>To whose hands it shall come; plain text.</summary>
    public string? Addressee { get; init; }

    /// <summary>What recipients shall do; plain text.</summary>
    public string? RequiredAction { get; init; }

    /// <summary>Until when; of a question, until when to answer.</summary>
    public DateTimeOffset? Due { get; init; }
    public ReferenceInput[]? References { get; init; }
    public AuthoredIndicator[]? Indicators { get; init; }

    /// <summary>Code of <see cref="Taxonomy.Origins"/>.</summary>
    public string? Origin { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The validated input as it is kept, half written as it may be. A text given in one language stands for both.</summary>
    public AdvisoryContent ToContent() => new()
    {
        Kind = Template!,
        TitleJa = Title?.Ja ?? Title?.En ?? "",
        TitleEn = Title?.En ?? Title?.Ja ?? "",
        SummaryJa = Summary?.Ja ?? Summary?.En ?? "",
        SummaryEn = Summary?.En ?? Summary?.Ja ?? "",
        Body = Body ?? "",
        IsMarkdown = true,
        Lessons = Lessons,
        Purpose = Purpose,
        Severity = Severity ?? "unknown",
        Urgency = Urgency ?? (Advisories.Template.Find(Template)!.Requires.Contains("urgency") ? "" : "normal"),
        Sector = Sector,
        Handling = [.. (Handling ?? []).Distinct().Order(StringComparer.Ordinal)],
        Addressee = string.IsNullOrWhiteSpace(Addressee) ? null : Addressee.Trim(),
        RequiredAction = RequiredAction,
        Due = Due?.ToUniversalTime(),
        References = [.. (References ?? []).Select(r => new AdvisoryReference(r.Url, r.Cve, r.CvssVector, r.CvssScore))],
        Indicators = [.. (Indicators ?? []).Select(i => new FlashIndicator { Type = i.Type!, Value = i.Value! }).Distinct()],
        Origin = Origin,
    };
}

/// <summary>Either <c>url</c> (http or https), or <c>cve</c> with the vector and base score of CVSS 3.0, 3.1 or 4.0, or without.</summary>
public record ReferenceInput(string? Url, string? Cve, string? CvssVector, decimal? CvssScore);

/// <summary>An indicator as its author gives it.</summary>
public record AuthoredIndicator(string? Type, string? Value);

/// <summary>An advisory as a person writes it: what it says, and to whom. It is kept half written, too.</summary>
public record DraftInput : ContentInput
{
    public Tlp? Tlp { get; init; }

    /// <summary>Ids of groups; the author's <see cref="DefaultAudience"/> where it is not given.</summary>
    public Guid[]? Audience { get; init; }

    /// <summary>RED only: ids of the people of the audience's organisations who alone may read it.</summary>
    public Guid[]? People { get; init; }

    /// <summary>True is refused: drills are conducted in <c>/api/drills</c>, where it is known who takes part.</summary>
    public bool? Drill { get; init; }

    /// <summary>Released before, it goes out then.</summary>
    public DateTimeOffset? EmbargoUntil { get; init; }
}

public partial class ContentInputValidator : AbstractValidator<ContentInput>
{
    public const int MaxTitle = 200;
    public const int MaxText = 4_000;
    public const int MaxBody = 100_000;
    const int MaxReferences = 50;
    const int MaxIndicators = 500;

    /// <summary>Values that are written in one way only, by the type of the indicator; any text is good for the others.</summary>
    static readonly Dictionary<string, Func<string, bool>> Written = new()
    {
        ["ipv4"] = v => v.Count(c => c == '.') == 3 && IPAddress.TryParse(v, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork,
        ["ipv6"] = v => IPAddress.TryParse(v, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6,
        ["md5"] = v => v.Length == 32 && v.All(char.IsAsciiHexDigit),
        ["sha1"] = v => v.Length == 40 && v.All(char.IsAsciiHexDigit),
        ["sha256"] = v => v.Length == 64 && v.All(char.IsAsciiHexDigit),
        ["cve"] = IsCve,
    };

    public ContentInputValidator(TimeProvider clock)
    {
        RuleFor(c => c.Template).NotEmpty().OneOf(Template.Codes);
        RuleFor(c => c.Title!).ChildRules(t => Texts(t, MaxTitle)).When(c => c.Title is not null);
        RuleFor(c => c.Summary!).ChildRules(t => Texts(t, MaxText)).When(c => c.Summary is not null);
        RuleFor(c => c.Body).Cascade(CascadeMode.Stop).MaximumLength(MaxBody).Readable().Must(b => b is null || MarkdownText.Renders(b))
            .WithMessage(_ => Problems.Say("入れ子が深すぎるか、[ が多すぎます。", "Is nested too deep, or has too many [."));
        RuleFor(c => c.Lessons).MaximumLength(MaxText).Readable();
        RuleFor(c => c.Addressee).MaximumLength(MaxTitle).Plain();
        RuleFor(c => c.RequiredAction).MaximumLength(MaxText).Readable();
        RuleFor(c => c.Purpose).OneOf(Values(Taxonomy.Purposes));
        RuleFor(c => c.Severity).OneOf(Values(Taxonomy.Severities));
        RuleFor(c => c.Urgency).OneOf(Values(Taxonomy.Urgencies));
        RuleFor(c => c.Sector).OneOf(Values(Sectors.All));
        RuleFor(c => c.Origin).OneOf(Values(Taxonomy.Origins));
        RuleForEach(c => c.Handling).NotNull().OneOf(Values(Taxonomy.HandlingRestrictions));
        RuleFor(c => c.Due).Must(Later).WithMessage(_ => NotLater());
        RuleFor(c => c.ExpiresAt).Must(Later).WithMessage(_ => NotLater());
        RuleFor(c => c.References).Must(r => r is null || r.Length <= MaxReferences).WithMessage(_ => AtMost(MaxReferences));
        RuleForEach(c => c.References).NotNull().ChildRules(Reference);
        RuleFor(c => c.Indicators).Must(i => i is null || i.Length <= MaxIndicators).WithMessage(_ => AtMost(MaxIndicators));
        RuleForEach(c => c.Indicators).NotNull().ChildRules(indicator =>
        {
            indicator.RuleFor(i => i.Type).NotEmpty().OneOf(Values(Taxonomy.IndicatorTypes));
            indicator.RuleFor(i => i.Value).NotEmpty().MaximumLength(500).Plain();
            indicator.RuleFor(i => i.Value).Must((i, v) => string.IsNullOrEmpty(v) || !Written.TryGetValue(i.Type ?? "", out var isWritten) || isWritten(v))
                .WithMessage(_ => Problems.Say("種別に合う値を指定してください。", "Must be a value of its type."));
        });

        bool Later(DateTimeOffset? time) => time is null || time > clock.GetUtcNow();
    }

    static void Reference(InlineValidator<ReferenceInput> reference)
    {
        reference.RuleFor(r => r).Must(r => r.Url is null != r.Cve is null).OverridePropertyName("url")
            .WithMessage(_ => Problems.Say("url か cve のいずれか一方を指定してください。", "Give either url or cve."));
        reference.RuleFor(r => r.Url).MaximumLength(2_000).Plain().Must(u => u is null || (Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            .WithMessage(_ => Problems.Say("http または https の URL を指定してください。", "Must be an http or https URL."));
        reference.RuleFor(r => r.Cve).Must(c => c is null || IsCve(c)).WithMessage(_ => Problems.Say("CVE-2026-12345 の形で指定してください。", "Must look like CVE-2026-12345."));
        reference.RuleFor(r => r.CvssVector).Must(v => v is null || Cvss.IsVector(v))
            .WithMessage(_ => Problems.Say("CVSS 3.0、3.1、4.0 の基本評価基準のベクトルを指定してください。", "Must be a vector of the base metrics of CVSS 3.0, 3.1 or 4.0."));
        reference.RuleFor(r => r.CvssVector).Null().When(r => r.Cve is null).WithMessage(_ => Problems.Say("cve と共に指定してください。", "Goes with cve only."));
        reference.RuleFor(r => r.CvssScore).Must((r, s) => s is null || (r.CvssVector is { } vector && Cvss.IsVector(vector) && Cvss.Fits(vector, s.Value)))
            .WithMessage(_ => Problems.Say("ベクトルから求まる基本値と一致しません。", "Is not the base score of the vector."));
    }

    static void Texts(InlineValidator<Wording> text, int max)
    {
        text.RuleFor(t => t.Ja).MaximumLength(max).Readable();
        text.RuleFor(t => t.En).MaximumLength(max).Readable();
    }

    static IReadOnlyList<string> Values(IReadOnlyList<Code> codes) => [.. codes.Select(c => c.Value)];

    static string NotLater() => Problems.Say("これからの日時を指定してください。", "Must lie in the future.");

    static string AtMost(int count) => Problems.Say($"{count} 件までです。", $"At most {count}.");

    static bool IsCve(string value) => Cve().IsMatch(value);

    [GeneratedRegex(@"\ACVE-[0-9]{4}-[0-9]{4,19}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Cve();
}

public class DraftInputValidator : AbstractValidator<DraftInput>
{
    public DraftInputValidator(DirectoryReader directory, Caller caller, TimeProvider clock)
    {
        Include(new ContentInputValidator(clock));
        RuleFor(d => d.Tlp).NotNull().WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", TlpLabels.All));
        RuleFor(d => d.Audience).Must(a => a is null || a.Length <= 50).WithMessage(_ => Problems.Say("50 件までです。", "At most 50."));
        RuleFor(d => d.Audience).CustomAsync(async (audience, context, ct) =>
        {
            if (audience is null or { Length: 0 or > 50 }) return;

            foreach (var (field, message) in AuthorRules.Refused(audience, caller.OrganisationId, await directory.Now(ct))) context.AddFailure(field, message);
        });
        RuleFor(d => d.People).Empty().When(d => d.Tlp is not (null or Tlp.Red))
            .WithMessage(_ => Problems.Say("個人を名指しできるのは TLP:RED のみです。", "People are named for TLP:RED only."));
        RuleFor(d => d.People).Must(p => p is null || p.Length <= 100).WithMessage(_ => Problems.Say("100 件までです。", "At most 100."));
        RuleFor(d => d.Drill).NotEqual(true)
            .WithMessage(_ => Problems.Say("訓練の情報提供は手では作成できません。訓練は訓練の画面（/api/drills）で実施してください。", "A drill is not written by hand; it is conducted in /api/drills."));
        RuleFor(d => d.Title).Must(t => !DrillMark.IsClaimed(t?.Ja) && !DrillMark.IsClaimed(t?.En)).WithMessage(_ => NoDrill());
        RuleFor(d => d).Custom((d, context) =>
        {
            foreach (var (field, texts) in new (string, string?[])[] { ("title", [d.Title?.Ja, d.Title?.En]), ("summary", [d.Summary?.Ja, d.Summary?.En]), ("body", [d.Body]) })
            {
                if (texts.Any(DrillMark.IsNumbered)) context.AddFailure(field, NoDrill());
            }
        });
        RuleFor(d => d.EmbargoUntil).Must((d, e) => e is null || d.ExpiresAt is null || e < d.ExpiresAt)
            .WithMessage(_ => Problems.Say("有効期限より前の日時を指定してください。", "Must lie before it expires."));
    }

    /// <summary>A copy of a drill would go out as something real, to who takes no part in it.</summary>
    static string NoDrill() => Problems.Say(
        "訓練の情報を実際の情報提供として出すことはできません。訓練の印(【訓練】など)で始まる件名や訓練の番号(AT-…、RT-…)は使えません。訓練は訓練の画面で実施してください。",
        "What is of a drill does not go out as something real: no title begins with the mark of a drill, no text has a drill's number (AT-…, RT-…). Drills are conducted in /api/drills.");
}
