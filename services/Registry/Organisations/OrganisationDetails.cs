using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Organisations;

/// <summary>What is said of an organisation, as it comes over HTTP.</summary>
public record OrganisationDetails
{
    public string? Name { get; init; }
    public string? NameEn { get; init; }

    /// <summary>One of <see cref="OrganisationKind"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>Codes of sectors; those of its CEPTOARs need not be named.</summary>
    public string[]? Sectors { get; init; }
    public string[]? Ceptoars { get; init; }

    /// <summary>Code or Japanese name of a prefecture.</summary>
    public string? Prefecture { get; init; }

    /// <summary>small, medium or large.</summary>
    public string? Size { get; init; }
    public IdentifyingStrings? Identifying { get; init; }
}

/// <summary>What may be said of an organisation, and which CEPTOARs the caller may put it into or take it out of.</summary>
public abstract class OrganisationRules<T> : AbstractValidator<T> where T : OrganisationDetails
{
    protected OrganisationRules(RegistryDb db, Caller caller, Func<T, Guid?> changed)
    {
        RuleFor(o => o.Name).NotEmpty().MaximumLength(Organisation.MaxName).Plain();
        RuleFor(o => o.NameEn).MaximumLength(Organisation.MaxName).Plain();
        RuleFor(o => o.Kind).OneOf(OrganisationKind.All).NotNull();
        RuleForEach(o => o.Sectors).OneOf([.. Sectors.All.Select(s => s.Value)]).NotNull();
        RuleForEach(o => o.Ceptoars).OneOf([.. CeptoarTable.All.Select(c => c.Code)]).NotNull();
        RuleFor(o => o.Ceptoars).NotEmpty().When(o => o.Kind == OrganisationKind.Operator)
            .WithMessage(_ => Problems.Say("事業者は少なくとも一つのCEPTOARに属します。", "An operator belongs to at least one CEPTOAR."));
        RuleFor(o => o.Prefecture).Must(p => p is null || PrefectureTable.Find(p) is not null)
            .WithMessage(_ => Problems.Say("都道府県の名称(東京都)またはコード(tokyo)を指定してください。", "Must be a prefecture, such as tokyo or 東京都."));
        RuleFor(o => o.Size).OneOf(Organisation.Sizes);
        RuleFor(o => o.Identifying).SetValidator(new IdentifyingRules()!);
        RuleFor(o => o).CustomAsync((details, context, ct) => OnlyItsOwn(details, changed(details), db, caller, context, ct));
    }

    /// <summary>A secretariat brings operators into its own CEPTOARs and takes them out of these, no others.</summary>
    static async Task OnlyItsOwn(T details, Guid? changed, RegistryDb db, Caller caller, ValidationContext<T> context, CancellationToken ct)
    {
        if (caller.Is(Role.Administrator)) return;

        // one that the caller may not change is answered with 404, not with what it lacks
        var held = changed is null ? [] : await db.ManagedBy(caller).Where(o => o.Id == changed).Select(o => o.Ceptoars).SingleOrDefaultAsync(ct);
        if (held is null) return;

        if (details.Kind is not (null or OrganisationKind.Operator)) context.AddFailure("kind", Problems.Say("事務局が登録できるのは事業者のみです。", "A secretariat registers operators only."));
        var own = await db.CeptoarsRunBy(caller).ToListAsync(ct);
        var named = details.Ceptoars ?? [];
        for (var i = 0; i < named.Length; i++)
        {
            if (!held.Contains(named[i]) && !own.Contains(named[i])) context.AddFailure($"ceptoars[{i}]", Problems.Say("自らが事務局を務めるCEPTOARを指定してください。", "Must be a CEPTOAR whose secretariat you are."));
        }

        if (held.Except(named).Except(own).Any()) context.AddFailure("ceptoars", Problems.Say("他のCEPTOARから外すことはできません。", "It cannot be taken out of another's CEPTOAR."));
    }
}

/// <summary>Each string must be one that can be searched for in a text: a domain, a range of addresses, or two characters and more.</summary>
public partial class IdentifyingRules : AbstractValidator<IdentifyingStrings>
{
    const int MaxStrings = 500;

    public IdentifyingRules()
    {
        Strings(s => s.Names);
        Strings(s => s.Aliases);
        Strings(s => s.Systems);
        Strings(s => s.Vendors);
        Strings(s => s.People);
        RuleForEach(s => s.Domains).Must(IsDomain).WithMessage(_ => Problems.Say("ドメイン名(例: city.example)を指定してください。", "Must be a domain name, such as city.example."));
        RuleForEach(s => s.Cidrs).Must(IsRange).WithMessage(_ =>
            Problems.Say("アドレス範囲(例: 198.51.100.0/24、2001:db8::/32)を指定してください。/8(IPv6は/16)より広い範囲は指定できません。", "Must be a range such as 198.51.100.0/24 or 2001:db8::/32, no wider than /8 (IPv6: /16)."));
        Few(s => s.Domains);
        Few(s => s.Cidrs);
    }

    void Strings(System.Linq.Expressions.Expression<Func<IdentifyingStrings, IEnumerable<string>>> which)
    {
        RuleForEach(which).NotEmpty().MinimumLength(2).MaximumLength(Organisation.MaxName).Plain();
        Few(which);
    }

    void Few(System.Linq.Expressions.Expression<Func<IdentifyingStrings, IEnumerable<string>>> which) => RuleFor(which).Must(s => s is null || s.Count() <= MaxStrings)
        .WithMessage(_ => Problems.Say($"{MaxStrings} 件までです。", $"At most {MaxStrings}."));

    static bool IsDomain(string? domain)
    {
        try
        {
            return domain is { Length: <= 253 } && DomainName().IsMatch(new System.Globalization.IdnMapping().GetAscii(domain));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // a range that covers much of the net would take every attacker's address for the organisation's own
    static bool IsRange(string? range) => IPNetwork.TryParse(range, out var network)
        && network.PrefixLength >= (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 8 : 16);

    [GeneratedRegex(@"^(?!-)[a-zA-Z0-9-]{1,63}(?<!-)(\.(?!-)[a-zA-Z0-9-]{1,63}(?<!-))+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex DomainName();
}

static class FieldRules
{
    /// <summary>One of the codes, or null.</summary>
    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> field, IReadOnlyList<string> codes) => field
        .Must(value => value is null || codes.Contains(value))
        .WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", codes));

    /// <summary>Text without control characters.</summary>
    public static IRuleBuilderOptions<T, string?> Plain<T>(this IRuleBuilder<T, string?> field) => field
        .Must(value => value is null || !value.Any(char.IsControl))
        .WithMessage(_ => Problems.Say("制御文字は使えません。", "Must not contain control characters."));
}
