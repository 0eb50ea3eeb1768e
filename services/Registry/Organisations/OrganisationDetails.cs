using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
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

    /// <summary>CEPTOARs that relay to it though it is no member.</summary>
    public string[]? SecondHop { get; init; }

    /// <summary>Of a partner: ipa, jpcert, police or other.</summary>
    public string? PartnerOf { get; init; }

    /// <summary>Code or Japanese name of a prefecture.</summary>
    public string? Prefecture { get; init; }

    /// <summary>small, medium or large.</summary>
    public string? Size { get; init; }
    public IdentifyingStrings? Identifying { get; init; }
}

/// <summary>What may be said of an organisation, whoever says it.</summary>
public class DetailsRules : AbstractValidator<OrganisationDetails>
{
    static readonly string[] Ceptoars = [.. CeptoarTable.All.Select(c => c.Code)];
    static readonly string[] Relaying = [.. CeptoarTable.All.Where(c => c.HasSecondHop).Select(c => c.Code)];

    public DetailsRules()
    {
        RuleFor(o => o.Name).NotEmpty().MaximumLength(Organisation.MaxName).Plain();
        RuleFor(o => o.NameEn).MaximumLength(Organisation.MaxName).Plain();
        RuleFor(o => o.Kind).OneOf(OrganisationKind.All).NotNull();
        RuleForEach(o => o.Sectors).OneOf([.. Sectors.All.Select(s => s.Value)]).NotNull();
        RuleForEach(o => o.Ceptoars).OneOf(Ceptoars).NotNull();
        RuleFor(o => o.Ceptoars).NotEmpty().When(o => o.Kind == OrganisationKind.Operator && o.SecondHop is null or [])
            .WithMessage(_ => Problems.Say("事業者は少なくとも一つのCEPTOARに属するか、その二次展開先となります。", "An operator belongs to at least one CEPTOAR, or to its second hop."));
        RuleForEach(o => o.SecondHop).OneOf(Relaying).NotNull();
        RuleFor(o => o.SecondHop).Must((o, hops) => hops is null or [] || o.Kind == OrganisationKind.Operator)
            .WithMessage(_ => Problems.Say("二次展開先となるのは事業者のみです。", "Only operators are a second hop."));
        RuleFor(o => o.SecondHop).Must((o, hops) => hops is null || !hops.Intersect(o.Ceptoars ?? []).Any())
            .WithMessage(_ => Problems.Say("CEPTOARの構成員は、その二次展開先ではありません。", "A member of a CEPTOAR is not its second hop."));
        RuleFor(o => o.PartnerOf).OneOf(Organisation.Partners);
        RuleFor(o => o.PartnerOf).Must((o, body) => body is null || o.Kind == OrganisationKind.Partner)
            .WithMessage(_ => Problems.Say("関係機関(partner)にのみ指定できます。", "For the kind partner only."));
        RuleFor(o => o.Prefecture).Must(p => p is null || PrefectureTable.Find(p) is not null)
            .WithMessage(_ => Problems.Say("都道府県の名称(東京都)またはコード(tokyo)を指定してください。", "Must be a prefecture, such as tokyo or 東京都."));
        RuleFor(o => o.Size).OneOf(Organisation.Sizes);
        RuleFor(o => o.Identifying).SetValidator(new IdentifyingRules()!);
    }
}

/// <summary>What may be said of an organisation, and which CEPTOARs the caller may put it into or take it out of.</summary>
public abstract class OrganisationRules<T> : AbstractValidator<T> where T : OrganisationDetails
{
    static readonly DetailsRules Details = new();

    protected OrganisationRules(RegistryDb db, Caller caller, Func<T, Guid?> changed)
    {
        Include(Details);
        RuleFor(o => o).CustomAsync(async (details, context, ct) =>
        {
            if (caller.Is(Role.Administrator)) return;

            // one that the caller may not change is answered with 404, not with what it lacks
            var id = changed(details);
            var held = id is null ? new([], [], []) : await db.ManagedBy(caller).Where(o => o.Id == id).Select(o => new Memberships(o.Ceptoars, o.SecondHop, o.Sectors)).SingleOrDefaultAsync(ct);
            if (held is null) return;

            // a secretariat that could take strings away would let its member be recognised
            if (id is not null && details.Identifying is not null) context.AddFailure("identifying", Problems.Say("識別情報は組織自身または管理者が変更します。", "The organisation itself, or an administrator, changes what identifies it."));

            foreach (var (field, message) in MembershipRules.Check(details, held, await db.CeptoarsRunBy(caller).ToListAsync(ct))) context.AddFailure(field, message);
        });
    }
}

/// <summary>The CEPTOARs that an organisation is a member of, those that relay to it, and its sectors.</summary>
public record Memberships(string[] Ceptoars, string[] SecondHop, string[] Sectors);

/// <summary>A secretariat brings operators into its own CEPTOARs and their second hop, and takes them out of these, no others.</summary>
public static class MembershipRules
{
    /// <param name="details">What the secretariat says of it.</param>
    /// <param name="held">What it belongs to now.</param>
    /// <param name="own">The CEPTOARs whose secretariat the caller is.</param>
    public static IEnumerable<(string Field, string Message)> Check(OrganisationDetails details, Memberships held, IReadOnlyCollection<string> own)
    {
        if (details.Kind is not (null or OrganisationKind.Operator)) yield return ("kind", Problems.Say("事務局が登録できるのは事業者のみです。", "A secretariat registers operators only."));

        foreach (var failure in Check("ceptoars", details.Ceptoars ?? [], held.Ceptoars, own)) yield return failure;
        foreach (var failure in Check("secondHop", details.SecondHop ?? [], held.SecondHop, own)) yield return failure;

        // a sector is a place in its group's audience
        var (named, mayName) = (details.Sectors ?? [], held.Sectors.Concat(CeptoarTable.SectorsOf(own)).ToHashSet());
        for (var i = 0; i < named.Length; i++)
        {
            if (!mayName.Contains(named[i])) yield return ($"sectors[{i}]", Problems.Say("自らのCEPTOARの分野を指定してください。", "Must be a sector of your CEPTOARs."));
        }
    }

    static IEnumerable<(string Field, string Message)> Check(string field, string[] named, string[] held, IReadOnlyCollection<string> own)
    {
        for (var i = 0; i < named.Length; i++)
        {
            if (!held.Contains(named[i]) && !own.Contains(named[i])) yield return ($"{field}[{i}]", Problems.Say("自らが事務局を務めるCEPTOARを指定してください。", "Must be a CEPTOAR whose secretariat you are."));
        }

        if (held.Except(named).Except(own).Any()) yield return (field, Problems.Say("他のCEPTOARから外すことはできません。", "It cannot be taken out of another's CEPTOAR."));
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
        Strings(s => s.Brands);
        Strings(s => s.Sites);
        Strings(s => s.Vendors);
        Strings(s => s.People);
        RuleForEach(s => s.Domains).Must(IsDomain).WithMessage(_ => Problems.Say("ドメイン名(例: city.example)を指定してください。", "Must be a domain name, such as city.example."));
        RuleForEach(s => s.Cidrs).Must(IsRange).WithMessage(_ =>
            Problems.Say("アドレス範囲(例: 198.51.100.0/24、2001:db8::/32)を指定してください。/8(IPv6は/16)より広い範囲は指定できません。", "Must be a range such as 198.51.100.0/24 or 2001:db8::/32, no wider than /8 (IPv6: /16)."));
        RuleForEach(s => s.Asns).Must(IsAsn).WithMessage(_ => Problems.Say("AS番号(例: AS64500)を指定してください。", "Must be an AS number, such as AS64500."));
        RuleForEach(s => s.Telephones).Must(IsTelephone).WithMessage(_ =>
            Problems.Say("市外局番からの電話番号、または6桁以上の先頭部分(例: 03-5555-)を指定してください。", "Must be a telephone number with its area code, or six or more digits that numbers begin with, such as 03-5555-."));
        // ranges that cover much of the net would take every attacker's address for the organisation's own
        RuleFor(s => s.Cidrs).Must(c => (c ?? []).Sum(Share) <= Widest).WithMessage(_ => Problems.Say("合わせて /8(IPv6は /16)までです。", "All together no wider than a /8 (IPv6: /16)."));
        Few(s => s.Domains);
        Few(s => s.Cidrs);
        Few(s => s.Asns);
        Few(s => s.Telephones);
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
            return domain is { Length: <= 253 } && DomainName().IsMatch(new IdnMapping().GetAscii(domain));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    const double Widest = 1;

    /// <summary>The part of the widest that a range takes; what cannot be read is told elsewhere.</summary>
    static double Share(string? range) => IPNetwork.TryParse(range, out var network) && IsRange(range)
        ? Math.Pow(2, (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 8 : 16) - network.PrefixLength)
        : 0;

    static bool IsRange(string? range) => IPNetwork.TryParse(range, out var network)
        && network.PrefixLength >= (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 8 : 16);

    static bool IsAsn(string? asn) => asn is not null && AsNumber().Match(asn) is { Success: true } match
        && (match.Groups["low"].Success
            ? ushort.TryParse(match.Groups["high"].ValueSpan, CultureInfo.InvariantCulture, out _) && ushort.TryParse(match.Groups["low"].ValueSpan, CultureInfo.InvariantCulture, out _)
            : uint.TryParse(match.Groups["high"].ValueSpan, CultureInfo.InvariantCulture, out _));

    // fewer digits begin the numbers of a whole town
    static bool IsTelephone(string? telephone) => telephone is { Length: <= 30 } && telephone.Normalize(NormalizationForm.FormKC) is var number
        && Number().IsMatch(number) && number.Count(char.IsAsciiDigit) is >= 6 and <= 15;

    [GeneratedRegex(@"^(?:AS)?(?<high>[0-9]{1,10})(?:\.(?<low>[0-9]{1,5}))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex AsNumber();

    [GeneratedRegex(@"^(?:0|\+[1-9]|\(0)[0-9() .-]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?!-)[a-zA-Z0-9-]{1,63}(?<!-)(\.(?!-)[a-zA-Z0-9-]{1,63}(?<!-))+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex DomainName();
}
