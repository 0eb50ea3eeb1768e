using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Groups;

/// <summary>What is said of a group, as it comes over HTTP: whom it names, and whom of these it leaves out.</summary>
public record GroupDetails
{
    public string? Name { get; init; }
    public string? NameEn { get; init; }

    /// <summary>named or workingGroup.</summary>
    public string? Kind { get; init; }
    public Circle? Members { get; init; }
    public Circle? Except { get; init; }

    /// <summary>Ministries neither belong to it nor learn of it.</summary>
    public bool WithoutMinistries { get; init; }
}

/// <summary>What may be said of a group: it names what is there and what the caller may know of, and does not contain itself.</summary>
public abstract class GroupRules<T> : AbstractValidator<T> where T : GroupDetails
{
    const int MaxNamed = 5_000;

    protected GroupRules(RegistryDb db, Caller caller, Func<T, Guid?> changed)
    {
        RuleFor(g => g.Name).NotEmpty().MaximumLength(Group.MaxName).Plain();
        RuleFor(g => g.NameEn).NotEmpty().MaximumLength(Group.MaxName).Plain();
        RuleFor(g => g.Kind).OneOf(Group.KindsMade).NotNull();
        RuleFor(g => g.Members).NotNull();
        RuleFor(g => g.Members).SetValidator(new CircleRules()!);
        RuleFor(g => g.Except).SetValidator(new CircleRules()!);
        RuleFor(g => g).CustomAsync(async (details, context, ct) =>
        {
            if (details.Members is not { } members) return;

            var known = await db.Groups.AsNoTracking().ToListAsync(ct);
            await Known("members", members);
            if (details.Except is { } except) await Known("except", except);

            var rules = known.Select(g => g.Rule).ToDictionary(g => g.Id);
            if (changed(details) is { } id && GroupAlgebra.ContainsItself(new GroupRule(id, members, details.Except, WithoutMinistries: false, Closed: false), rules))
            {
                var field = members.Groups.Any(g => g == id || GroupAlgebra.Reaches(g, id, rules)) ? "members.groups" : "except.groups";
                context.AddFailure(field, Problems.Say("グループが自分自身を含むことになります。", "The group would contain itself."));
            }

            async Task Known(string field, Circle circle)
            {
                var visible = await db.KnownTo(caller).Where(o => circle.Organisations.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct);
                for (var i = 0; i < circle.Organisations.Length; i++)
                {
                    if (!visible.Contains(circle.Organisations[i])) context.AddFailure($"{field}.organisations[{i}]", Problems.Say("組織が見つかりません。", "There is no such organisation."));
                }

                for (var i = 0; i < circle.Groups.Length; i++)
                {
                    if (!known.Any(g => g.Id == circle.Groups[i] && !g.Closed && (!g.WithoutMinistries || g.Owner == caller.OrganisationId || caller.Is(Role.Administrator))))
                    {
                        context.AddFailure($"{field}.groups[{i}]", Problems.Say("グループが見つかりません。", "There is no such group."));
                    }
                }
            }
        });
    }

    sealed class CircleRules : AbstractValidator<Circle>
    {
        public CircleRules()
        {
            RuleForEach(c => c.Ceptoars).OneOf([.. CeptoarTable.All.Select(c => c.Code)]).NotNull();
            RuleForEach(c => c.Sectors).OneOf([.. Sectors.All.Select(s => s.Value)]).NotNull();
            RuleForEach(c => c.Kinds).OneOf(OrganisationKind.All).NotNull();
            RuleFor(c => c.Organisations).Must(o => o is null || o.Length <= MaxNamed).WithMessage(_ => Problems.Say($"{MaxNamed} 件までです。", $"At most {MaxNamed}."));
            RuleFor(c => c.Groups).Must(g => g is null || g.Length <= 100).WithMessage(_ => Problems.Say("100 件までです。", "At most 100."));
        }
    }
}
