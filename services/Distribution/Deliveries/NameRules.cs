using Ceptoar.Directory;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>Who may learn of another organisation that it is a recipient and how it stands (I6): the secretariat of its CEPTOAR, and the centre.</summary>
public static class NameRules
{
    public static bool MayName(Guid reader, Guid recipient, DirectorySnapshot directory) =>
        IsCentre(reader, directory)
        || (directory.Active(reader) is not null && directory.Groups.Values.Any(g => g.Kind == "ceptoar" && g.Secretariat == reader && directory.Has(g.Id, recipient)));

    public static bool IsCentre(Guid organisation, DirectorySnapshot directory) => directory.Active(organisation) is { Kind: "centre" };
}
