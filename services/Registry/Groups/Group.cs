using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting;

namespace Ceptoar.Registry.Groups;

/// <summary>A group that an audience may name; who belongs to it is a rule, not a list (see <see cref="GroupChanged"/>).</summary>
public class Group
{
    public const string OfCeptoar = "ceptoar";
    public const int MaxName = 100;

    /// <summary>The kinds that secretariats, analysts and administrators make; all others stand in <see cref="GroupTable"/>.</summary>
    public static readonly string[] KindsMade = ["named", "workingGroup"];

    public required Guid Id { get; init; }
    public long Version { get; private set; }

    /// <summary>Its place in lists.</summary>
    public int Position { get; private set; }
    public string Kind { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public string[] Ceptoars { get; private set; } = [];
    public string[] Sectors { get; private set; } = [];
    public string[] Kinds { get; private set; } = [];
    public Guid[] Organisations { get; private set; } = [];
    public Guid[] Groups { get; private set; } = [];
    public Circle? Except { get; private set; }
    public bool WithoutMinistries { get; private set; }
    public Guid? Owner { get; private set; }
    public bool Closed { get; private set; }
    public Guid? Secretariat { get; private set; }
    public Guid? Ministry { get; private set; }

    public Circle Members => new() { Ceptoars = Ceptoars, Sectors = Sectors, Kinds = Kinds, Organisations = Organisations, Groups = Groups };

    public GroupRule Rule => new(Id, Members, Except, WithoutMinistries, Closed);

    /// <summary>Takes over what the table of groups says.</summary>
    /// <returns>False where nothing is new.</returns>
    public bool Set(GroupFacts facts, int position)
    {
        if (Version > 0 && Position == position && Kind == facts.Kind && Name == facts.Name && NameEn == facts.NameEn && Ceptoars.SequenceEqual(facts.Ceptoars)
            && Sectors.SequenceEqual(facts.Sectors) && Kinds.SequenceEqual(facts.Kinds) && Secretariat == facts.Secretariat && Ministry == facts.Ministry) return false;

        (Position, Kind, Name, NameEn) = (position, facts.Kind, facts.Name, facts.NameEn);
        (Ceptoars, Sectors, Kinds, Secretariat, Ministry) = (facts.Ceptoars, facts.Sectors, facts.Kinds, facts.Secretariat, facts.Ministry);
        Version++;
        return true;
    }

    /// <summary>Takes over what its owner says.</summary>
    /// <exception cref="RuleViolation">Every hub has this group, or it is closed.</exception>
    public void Describe(GroupDetails details, Guid owner, int position)
    {
        if (Version > 0 && !KindsMade.Contains(Kind)) throw new RuleViolation("このグループは変更できません。", "This group cannot be changed.");
        if (Closed) throw new RuleViolation("グループは閉じられています。", "The group is closed.");

        if (WithoutMinistries && !details.WithoutMinistries) throw new RuleViolation("省庁を除いたグループを、後から省庁に開くことはできません。", "A group without ministries is not opened to them afterwards.");

        if (Version == 0) (Owner, Position, Kind) = (owner, position, details.Kind!);
        (Name, NameEn) = (details.Name!.Trim(), details.NameEn!.Trim());
        var members = details.Members!;
        (Ceptoars, Sectors, Kinds, Organisations, Groups) = (members.Ceptoars, members.Sectors, members.Kinds, members.Organisations, [.. members.Groups.Distinct()]);
        (Except, WithoutMinistries) = (details.Except, details.WithoutMinistries);
        Version++;
    }

    /// <summary>From now on it has no members and can be named no more.</summary>
    /// <exception cref="RuleViolation">Every hub has this group.</exception>
    public void Close()
    {
        if (!KindsMade.Contains(Kind)) throw new RuleViolation("このグループは閉じられません。", "This group cannot be closed.");

        Closed = true;
        Version++;
    }

    public GroupChanged Changed() => new()
    {
        GroupId = Id,
        Version = Version,
        Kind = Kind,
        Name = Name,
        NameEn = NameEn,
        Ceptoars = Ceptoars,
        Sectors = Sectors,
        Kinds = Kinds,
        Organisations = Organisations,
        Groups = Groups,
        Except = Except,
        WithoutMinistries = WithoutMinistries,
        Owner = Owner,
        Closed = Closed,
        Secretariat = Secretariat,
        Ministry = Ministry,
    };
}
