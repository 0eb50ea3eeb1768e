using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;

namespace Ceptoar.Intake.Reports;

/// <summary>What an operator told by telephone or FAX, and another entered.</summary>
/// <param name="OrganisationId">The operator, whose report it is.</param>
/// <param name="Means">telephone, fax, inPerson or other.</param>
/// <param name="ToldAt">When it was told; null where unknown.</param>
public record OnBehalfInput(Guid? OrganisationId, string? Means, DateTimeOffset? ToldAt);

public class OnBehalfValidator : AbstractValidator<OnBehalfInput>
{
    static readonly string[] Means = ["telephone", "fax", "inPerson", "other"];

    public OnBehalfValidator(TimeProvider clock)
    {
        RuleFor(o => o.OrganisationId).NotNull();
        RuleFor(o => o.Means).Must(m => Means.Contains(m)).WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", Means));
        RuleFor(o => o.ToldAt).Must(t => t is null || t <= clock.GetUtcNow().AddMinutes(5)).WithMessage(_ => Problems.Say("未来の日時は指定できません。", "Must not lie in the future."));
    }
}

/// <summary>Who may enter a report for whom: a secretariat for the operators of its CEPTOARs, the centre's desk for every operator, an operator for itself alone.</summary>
public static class OnBehalfRules
{
    /// <returns>The field that is wrong and why; null where nothing is.</returns>
    public static (string Field, string Ja, string En)? Fault(Guid? operatorId, Caller caller, DirectorySnapshot directory)
    {
        if (caller.Is(Role.Operator)) return operatorId is null ? null : ("onBehalf", "事業者は自組織の情報連絡のみ行えます。", "An operator reports for itself.");
        if (operatorId is not { } id) return ("onBehalf", "代行入力では事業者を指定してください。", "Name the operator whose report you enter.");

        var known = directory.Active(id) is { Kind: "operator" } told
            && (caller.Is(Role.Analyst) || directory.CeptoarsOf(told).Any(c => c.Secretariat == caller.OrganisationId));
        return known ? null : ("onBehalf.organisationId", "代行入力できる事業者ではありません。", "You may not report for this organisation.");
    }
}
