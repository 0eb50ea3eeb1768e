using Ceptoar.Directory;

namespace Ceptoar.Drills.Measures;

/// <summary>The stages of a drill, 中央→所管省庁, 所管省庁→セプター, セプター→事業者 and on: by whom a hop reaches, as Distribution names them.</summary>
public static class StageRules
{
    public const string Liaison = "liaison";
    public const string Secretariat = "secretariat";
    public const string Members = "members";
    public const string SecondHop = "secondHop";
    public const string Audience = "audience";

    /// <summary>In the order of the way down.</summary>
    public static IReadOnlyList<string> All { get; } = [Liaison, Secretariat, Members, SecondHop, Audience];

    /// <summary>Whether a body hands it on to this stage.</summary>
    public static bool IsRelayed(string stage) => stage is Secretariat or Members or SecondHop;

    /// <summary>One that is not known comes last.</summary>
    public static int Place(string stage) => All.ToList().IndexOf(stage) is >= 0 and var place ? place : All.Count;

    /// <summary>At which stage a participant stands before anything reached it; null of one that no hop reaches: the centre, and a liaison that the drill leaves out.</summary>
    /// <param name="participant">As the directory has it.</param>
    /// <param name="isBody">Whether it was added because it relays.</param>
    /// <param name="ceptoar">The group of the CEPTOAR whose drill it is; null where the directory has it no more.</param>
    /// <param name="withoutLiaison">Whether the drill leaves out the ministry's liaison.</param>
    public static string? Of(DirectoryOrganisation participant, bool isBody, DirectoryGroup? ceptoar, bool withoutLiaison)
    {
        if (participant.Id == ceptoar?.Ministry && !withoutLiaison) return Liaison;
        if (participant.Id == ceptoar?.Secretariat) return Secretariat;
        if (isBody) return null;

        var code = ceptoar?.Members.Ceptoars.FirstOrDefault();
        return code is not null && participant.SecondHop.Contains(code) && !participant.Ceptoars.Contains(code) ? SecondHop : Members;
    }
}
