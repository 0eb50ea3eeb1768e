using Ceptoar.Hosting;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.SignIn;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.People;

/// <summary>What may be said of a person, and who may give and take which role.</summary>
public static class PeopleRules
{
    /// <summary>Roles that an administrator alone gives and takes, with all else that concerns who has one.</summary>
    public static IReadOnlyList<string> Reserved { get; } = [Role.Administrator, Role.Auditor];

    /// <summary>The roles that fit an organisation, by one of <see cref="RoleRules"/>.</summary>
    public static async Task<IReadOnlyList<string>> RolesFitting(this RegistryDb db, Guid organisationId, Func<string, bool, IReadOnlyList<string>> rule, CancellationToken ct)
    {
        var organisation = await db.Organisations.Where(o => o.Id == organisationId)
            .Select(o => new { o.Kind, RunsCeptoar = db.Groups.Any(g => g.Kind == Group.OfCeptoar && g.Secretariat == o.Id) })
            .SingleAsync(ct);
        return rule(organisation.Kind, organisation.RunsCeptoar);
    }

    /// <summary>Names each role that does not fit the organisation, or that the caller may not give.</summary>
    public static async Task CheckRoles<T>(this RegistryDb db, Guid organisationId, IReadOnlyList<string> roles, IReadOnlyList<string> held, Caller caller, ValidationContext<T> context, CancellationToken ct)
    {
        var fitting = await db.RolesFitting(organisationId, RoleRules.ForPeople, ct);
        for (var i = 0; i < roles.Count; i++)
        {
            if (!fitting.Contains(roles[i]))
            {
                context.AddFailure($"roles[{i}]", Problems.Say("この組織の利用者に付与できる役割は次のとおりです: ", "Must be a role of this organisation: ") + string.Join(", ", fitting));
            }
            else if (Reserved.Contains(roles[i]) && !held.Contains(roles[i]) && !caller.Is(Role.Administrator))
            {
                context.AddFailure($"roles[{i}]", Problems.Say("この役割を付与できるのは管理者のみです。", "Only an administrator gives this role."));
            }
        }
    }

    public static void Details<T>(this AbstractValidator<T> validator) where T : IPersonInput
    {
        validator.RuleFor(p => p.Name).NotEmpty().MaximumLength(Person.MaxName).Plain().OverridePropertyName("name");
        validator.RuleFor(p => p.NameEn).MaximumLength(Person.MaxName).Plain().OverridePropertyName("nameEn");
        validator.RuleFor(p => p.Duty).MaximumLength(Person.MaxName).Plain().OverridePropertyName("duty");
        validator.RuleFor(p => p.DutyEn).MaximumLength(Person.MaxName).Plain().OverridePropertyName("dutyEn");
        validator.RuleFor(p => p.Roles).NotEmpty().OverridePropertyName("roles");
    }

    public static PersonDetails Details(this IPersonInput input) => new(input.Name!.Trim(), Tidy(input.NameEn), Tidy(input.Duty), Tidy(input.DutyEn));

    /// <exception cref="RuleViolation">The person holds a reserved role and the caller is no administrator.</exception>
    public static void RefuseReserved(Person person, Caller caller)
    {
        if (!caller.Is(Role.Administrator) && person.Roles.Intersect(Reserved).Any())
        {
            throw new RuleViolation("管理者または監査者の登録を変更できるのは管理者のみです。", "Only an administrator changes who is administrator or auditor.");
        }
    }

    /// <summary>Whoever keeps others stays until there is another one to do it.</summary>
    /// <exception cref="RuleViolation">The caller is the last to hold a keeping role and would lose it.</exception>
    public static async Task RefuseLastOnesLeaving(this RegistryDb db, Person person, IReadOnlyList<string> staying, Caller caller, CancellationToken ct)
    {
        if (caller.PersonId() != person.Id) return;

        foreach (var role in person.Roles.Intersect([Role.Manager, Role.Administrator]).Except(staying))
        {
            if (!await db.People.AnyAsync(p => p.OrganisationId == person.OrganisationId && p.Id != person.Id && p.Active && p.TwoFactorEnabled && p.Roles.Contains(role), ct))
            {
                throw new RuleViolation("最後の管理担当者は、自らの役割を外したり登録を削除したりできません。", "The last to hold the role cannot give it up or leave.");
            }
        }
    }

    static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What is said of a person, as it comes over HTTP.</summary>
public interface IPersonInput
{
    string? Name { get; }
    string? NameEn { get; }

    /// <summary>Post or task, such as 情報システム部長.</summary>
    string? Duty { get; }
    string? DutyEn { get; }
    string[]? Roles { get; }
}
