namespace Ceptoar.Contracts.Registry;

/// <summary>
/// A group that an audience may name. Who belongs to it is a rule, not a list: <see cref="GroupAlgebra"/> reads it. Its members are
/// named as in <see cref="Circle"/>, less those in <see cref="Except"/>. A hearer ignores a version not newer than its own.
/// </summary>
public record GroupChanged
{
    public required Guid GroupId { get; init; }
    public required long Version { get; init; }

    /// <summary>ceptoar, sector, allCeptoars, financialCouncil, council, ministries, centre, workingGroup or named.</summary>
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required string[] Ceptoars { get; init; }
    public string[] Sectors { get; init; } = [];
    public required string[] Kinds { get; init; }
    public required Guid[] Organisations { get; init; }
    public Guid[] Groups { get; init; } = [];

    /// <summary>Who does not belong to it though named above.</summary>
    public Circle? Except { get; init; }

    /// <summary>Ministries neither belong to it nor learn of it.</summary>
    public bool WithoutMinistries { get; init; }

    /// <summary>The organisation that keeps it; null for those that every hub has.</summary>
    public Guid? Owner { get; init; }

    /// <summary>A closed group has no members.</summary>
    public bool Closed { get; init; }

    /// <summary>Of a CEPTOAR: the organisation that runs its secretariat.</summary>
    public Guid? Secretariat { get; init; }

    /// <summary>Of a CEPTOAR: its competent ministry.</summary>
    public Guid? Ministry { get; init; }
}

/// <summary>Active organisations, each named in at least one way: the union of them.</summary>
public record Circle
{
    /// <summary>Everyone in one of these CEPTOARs, by code.</summary>
    public string[] Ceptoars { get; init => field = value ?? []; } = [];

    /// <summary>The operators of one of these sectors, by code.</summary>
    public string[] Sectors { get; init => field = value ?? []; } = [];

    /// <summary>Everyone of one of these kinds: operator, secretariat, ministry, centre, partner or observer.</summary>
    public string[] Kinds { get; init => field = value ?? []; } = [];
    public Guid[] Organisations { get; init => field = value ?? []; } = [];

    /// <summary>Everyone in one of these groups.</summary>
    public Guid[] Groups { get; init => field = value ?? []; } = [];
}
