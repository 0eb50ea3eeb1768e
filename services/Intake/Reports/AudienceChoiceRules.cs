using Ceptoar.Directory;

namespace Ceptoar.Intake.Reports;

/// <summary>Which groups a reporter may name as the audience: its own CEPTOARs, the groups these belong to, ministries, the centre.</summary>
public static class AudienceChoiceRules
{
    public static bool MayName(Guid groupId, Guid organisationId, DirectorySnapshot directory) =>
        directory.Active(organisationId) is { } reporter
        && directory.Groups.TryGetValue(groupId, out var group)
        && (group.Kind is "ministries" or "centre" || group.Has(reporter));
}
