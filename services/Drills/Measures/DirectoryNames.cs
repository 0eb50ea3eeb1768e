using Ceptoar.Directory;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Drills.Measures;

/// <summary>What boards and reports look up in the directory.</summary>
public static class DirectoryNames
{
    /// <summary>A CEPTOAR's name in the caller's language; its code where the directory has it no more.</summary>
    public static string CeptoarName(this DirectorySnapshot directory, string code) => DrillRules.GroupOf(code, directory) is { } group ? Problems.Say(group.Name, group.NameEn) : code;

    /// <summary>An organisation's name; empty where the directory has it no more.</summary>
    public static string NameOf(this DirectorySnapshot directory, Guid organisationId) => directory.Organisations.GetValueOrDefault(organisationId)?.Name ?? "";
}
