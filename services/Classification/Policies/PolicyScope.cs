using Ceptoar.Directory;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Classification.Policies;

/// <summary>
/// Whose reports a policy is for and who keeps it: <c>national</c> the centre; <c>ministry.{organisation id}</c> the reports of the CEPTOARs
/// that the ministry oversees; <c>ceptoar.{code}</c> those of a CEPTOAR, kept by its secretariat.
/// </summary>
public static class PolicyScope
{
    public const string National = "national";
    const string MinistryPrefix = "ministry.";
    const string CeptoarPrefix = "ceptoar.";

    public static string OfMinistry(Guid id) => MinistryPrefix + id;

    public static string OfCeptoar(string code) => CeptoarPrefix + code;

    /// <summary>The organisation that keeps the policies of a scope; null where there is no such scope.</summary>
    public static Guid? OwnerOf(string scope, DirectorySnapshot directory)
    {
        if (scope == National) return directory.Organisations.Values.FirstOrDefault(o => o is { Kind: "centre", Active: true })?.Id;
        if (scope.StartsWith(MinistryPrefix, StringComparison.Ordinal)) return Guid.TryParseExact(scope[MinistryPrefix.Length..], "D", out var id) && directory.Active(id) is { Kind: "ministry" } ? id : null;

        return scope.StartsWith(CeptoarPrefix, StringComparison.Ordinal)
            ? directory.Groups.Values.FirstOrDefault(g => g is { Kind: "ceptoar", Closed: false } && g.Members.Ceptoars.Contains(scope[CeptoarPrefix.Length..]))?.Secretariat
            : null;
    }

    /// <summary>The scopes besides the national one whose policies hold for a reporter.</summary>
    public static IEnumerable<string> Of(DirectoryOrganisation reporter, DirectorySnapshot directory)
    {
        var ceptoars = CeptoarsOf(reporter, directory).ToArray();
        return ceptoars.Select(c => c.Ministry).OfType<Guid>().Distinct().Select(OfMinistry)
            .Concat(ceptoars.SelectMany(c => c.Members.Ceptoars).Intersect(reporter.Ceptoars).Select(OfCeptoar));
    }

    public static IEnumerable<DirectoryGroup> CeptoarsOf(DirectoryOrganisation reporter, DirectorySnapshot directory) => directory.CeptoarsOf(reporter).Where(c => !c.Closed);

    /// <summary>Whether the caller may write the policies of a scope, as one of its owner's people.</summary>
    public static bool Keeps(Caller caller, string scope, DirectorySnapshot directory) =>
        OwnerOf(scope, directory) is { } owner && owner == caller.OrganisationId
        && (scope == National ? caller.Is(Role.Analyst) || caller.Is(Role.Approver) : caller.Is(Role.Liaison) || caller.Is(Role.Secretariat));
}
