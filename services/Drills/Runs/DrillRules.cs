using System.Linq.Expressions;
using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Drills.Runs;

/// <summary>Who may see, conduct and customise drills. A role is not enough: Registry's directory must know the caller's organisation as what the role says.</summary>
public static class DrillRules
{
    /// <summary>Labels that are handed down by hops.</summary>
    public static IReadOnlyList<Tlp> Labels { get; } = [Tlp.Clear, Tlp.Green, Tlp.Amber];

    /// <summary>Channels that a drill may do without.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["hub", "mail", "webhook", "sms", "telephone", "mobile"];

    /// <summary>The longest that a drill runs, at the slowest pace.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromDays(7);

    static readonly string[] CentreRoles = [Role.Analyst, Role.Approver, Role.Controller];

    /// <summary>The group of a CEPTOAR; null where there is none of that code.</summary>
    public static DirectoryGroup? GroupOf(string? ceptoar, DirectorySnapshot directory) =>
        directory.Groups.Values.FirstOrDefault(g => g is { Kind: "ceptoar", Closed: false } && g.Members.Ceptoars.Contains(ceptoar));

    /// <summary>The centre sees every drill.</summary>
    public static bool SeesAll(Caller caller, DirectorySnapshot directory) => CentreRoles.Any(caller.Is) && directory.IsTheCentre(caller.OrganisationId);

    /// <summary>A controller of the centre plans, starts and ends them.</summary>
    public static bool MayConduct(Caller caller, DirectorySnapshot directory) => caller.Is(Role.Controller) && directory.IsTheCentre(caller.OrganisationId);

    /// <exception cref="RuleViolation">The caller conducts no drill.</exception>
    public static void RefuseUnlessConducting(Caller caller, DirectorySnapshot directory)
    {
        if (!MayConduct(caller, directory)) throw new RuleViolation("訓練を企画・進行できるのはセンターの訓練担当者のみです。", "Drills are conducted by a controller of the centre alone.");
    }

    /// <summary>Whether the caller speaks for the secretariat of a CEPTOAR.</summary>
    public static bool IsSecretariatOf(Caller caller, string ceptoar, DirectorySnapshot directory) => OwnCeptoars(caller, directory).Contains(ceptoar);

    /// <summary>Whether the caller speaks for the ministry that a drill's way leads through.</summary>
    public static bool IsOnTheWay(Caller caller, Drill drill, DirectorySnapshot directory) => !drill.WithoutLiaison && OverseenCeptoars(caller, directory).Contains(drill.Ceptoar);

    /// <summary>The drills that the caller may see: for the centre all, for a secretariat its CEPTOARs', for a liaison those of its ministry's CEPTOARs whose way leads through it.</summary>
    public static Expression<Func<Drill, bool>> Sees(Caller caller, DirectorySnapshot directory)
    {
        var (all, own, overseen) = (SeesAll(caller, directory), OwnCeptoars(caller, directory), OverseenCeptoars(caller, directory));
        return drill => all || own.Contains(drill.Ceptoar) || (overseen.Contains(drill.Ceptoar) && !drill.WithoutLiaison);
    }

    /// <summary>Whether the caller may say a drill its CEPTOAR's own way, as it now stands.</summary>
    public static bool MayCustomise(Caller caller, Drill drill, DirectorySnapshot directory) =>
        drill.State == Drill.Planned && (MayConduct(caller, directory) || IsSecretariatOf(caller, drill.Ceptoar, directory));

    /// <summary>Whether the caller may know when a drill begins: of an unannounced one its controllers alone, until it began.</summary>
    public static bool MayKnowMoment(Caller caller, Drill drill, DirectorySnapshot directory) =>
        drill.Announced || drill.StartedAt is not null || MayConduct(caller, directory);

    /// <summary>The codes of the CEPTOARs whose secretariat the caller speaks for.</summary>
    public static string[] OwnCeptoars(Caller caller, DirectorySnapshot directory) =>
        caller.Is(Role.Secretariat) && directory.Active(caller.OrganisationId) is not null ? Codes(directory, g => g.Secretariat == caller.OrganisationId) : [];

    static string[] OverseenCeptoars(Caller caller, DirectorySnapshot directory) =>
        caller.Is(Role.Liaison) && directory.Active(caller.OrganisationId) is { Kind: "ministry" } ? Codes(directory, g => g.Ministry == caller.OrganisationId) : [];

    static string[] Codes(DirectorySnapshot directory, Func<DirectoryGroup, bool> which) =>
        [.. directory.Groups.Values.Where(g => g is { Kind: "ceptoar", Closed: false } && which(g)).SelectMany(g => g.Members.Ceptoars).Distinct()];
}
