using Ceptoar.Contracts.Registry;

namespace Ceptoar.Registry.Groups;

/// <summary>A group that an audience may name; who belongs to it is a rule, not a list (see <see cref="GroupChanged"/>).</summary>
public class Group
{
    public const string OfCeptoar = "ceptoar";

    public required Guid Id { get; init; }
    public long Version { get; private set; }

    /// <summary>Its place in lists.</summary>
    public int Position { get; private set; }
    public string Kind { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public string[] Ceptoars { get; private set; } = [];
    public string[] Kinds { get; private set; } = [];
    public Guid[] Organisations { get; private set; } = [];
    public Guid? Secretariat { get; private set; }
    public Guid? Ministry { get; private set; }

    /// <summary>Takes over what the table of groups says.</summary>
    /// <returns>False where nothing is new.</returns>
    public bool Set(GroupFacts facts, int position)
    {
        if (Version > 0 && Position == position && Kind == facts.Kind && Name == facts.Name && NameEn == facts.NameEn
            && Ceptoars.SequenceEqual(facts.Ceptoars) && Kinds.SequenceEqual(facts.Kinds) && Secretariat == facts.Secretariat && Ministry == facts.Ministry) return false;

        (Position, Kind, Name, NameEn) = (position, facts.Kind, facts.Name, facts.NameEn);
        (Ceptoars, Kinds, Secretariat, Ministry) = (facts.Ceptoars, facts.Kinds, facts.Secretariat, facts.Ministry);
        Version++;
        return true;
    }

    public GroupChanged Changed() => new()
    {
        GroupId = Id,
        Version = Version,
        Kind = Kind,
        Name = Name,
        NameEn = NameEn,
        Ceptoars = Ceptoars,
        Kinds = Kinds,
        Organisations = Organisations,
        Secretariat = Secretariat,
        Ministry = Ministry,
    };
}
