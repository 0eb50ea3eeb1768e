using Ceptoar.Registry.Organisations;
using static Ceptoar.Hosting.SignIn.Role;

namespace Ceptoar.Registry.SignIn;

/// <summary>Roles come with the organisation: which of them fit it, its systems and its people.</summary>
public static class RoleRules
{
    /// <param name="kind">One of <see cref="OrganisationKind"/>.</param>
    /// <param name="runsCeptoar">Whether the organisation is the secretariat of a CEPTOAR.</param>
    public static IReadOnlyList<string> For(string kind, bool runsCeptoar) => kind switch
    {
        OrganisationKind.Operator => [Operator],
        OrganisationKind.Secretariat => [Secretariat],
        OrganisationKind.Ministry => runsCeptoar ? [Liaison, Secretariat] : [Liaison],
        OrganisationKind.Centre => [.. OrganisationVisibility.CentreRoles],
        OrganisationKind.Partner or OrganisationKind.Observer => [Observer],
        _ => [],
    };

    /// <summary>People of every organisation may also keep it.</summary>
    public static IReadOnlyList<string> ForPeople(string kind, bool runsCeptoar) => [.. For(kind, runsCeptoar), Manager];
}
