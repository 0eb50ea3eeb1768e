using Ceptoar.Directory;

namespace Ceptoar.Intake.Reports;

/// <summary>Which groups a reporter may name as the audience: its own CEPTOARs, the groups these belong to, ministries, the centre.</summary>
public static class AudienceChoiceRules
{
    public static bool MayName(Guid groupId, Guid organisationId, DirectorySnapshot directory) =>
        directory.Active(organisationId) is not null
        && directory.Groups.TryGetValue(groupId, out var group)
        && (group.Kind is "ministries" or "centre" || directory.Has(groupId, organisationId));
}
