using Ceptoar.Directory;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Drills.Measures;

/// <summary>What boards and reports look up in the directory.</summary>
public static class DirectoryNames
{
    /// <summary>The group of a CEPTOAR; null where the directory has none.</summary>
    public static DirectoryGroup? CeptoarOf(this DirectorySnapshot directory, string code) =>
        directory.Groups.Values.FirstOrDefault(g => g.Kind == "ceptoar" && g.Members.Ceptoars.Contains(code));

    /// <summary>A CEPTOAR's name in the caller's language; its code where the directory has it no more.</summary>
    public static string CeptoarName(this DirectorySnapshot directory, string code) => directory.CeptoarOf(code) is { } group ? Problems.Say(group.Name, group.NameEn) : code;

    /// <summary>An organisation's name; empty where the directory has it no more.</summary>
    public static string NameOf(this DirectorySnapshot directory, Guid organisationId) => directory.Organisations.GetValueOrDefault(organisationId)?.Name ?? "";
}
