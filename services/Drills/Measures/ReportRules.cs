using Ceptoar.Directory;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Drills.Measures;

/// <summary>What somebody sees of how a drill goes.</summary>
public enum Sight
{
    Nothing,

    /// <summary>Counts and times, without who it was.</summary>
    Figures,

    /// <summary>Also who.</summary>
    Names,
}

/// <summary>
/// Who sees board and report of a drill: the centre and the secretariat of its CEPTOAR with names (I6), the liaison of its ministry without, where its way leads
/// through it. Participants do not. A role is not enough: the directory must know the caller's organisation as what the role says.
/// </summary>
public static class ReportRules
{
    static readonly string[] CentreRoles = [Role.Analyst, Role.Approver, Role.Controller];

    /// <param name="drill">The drill.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="directory">As it is now.</param>
    public static Sight Of(Drill drill, Caller caller, DirectorySnapshot directory)
    {
        var own = caller.OrganisationId;
        if (CentreRoles.Any(caller.Is) && directory.IsTheCentre(own)) return Sight.Names;
        if (directory.Active(own) is null || directory.CeptoarOf(drill.Ceptoar) is not { } group) return Sight.Nothing;
        if (caller.Is(Role.Secretariat) && group.Secretariat == own) return Sight.Names;

        return caller.Is(Role.Liaison) && group.Ministry == own && !drill.WithoutLiaison ? Sight.Figures : Sight.Nothing;
    }
}
