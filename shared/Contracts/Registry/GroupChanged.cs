namespace Ceptoar.Contracts.Registry;

/// <summary>
/// A group that an audience may name. Its members are every active organisation that is in one of <see cref="Ceptoars"/>, is of
/// one of <see cref="Kinds"/>, or is named in <see cref="Organisations"/>. A hearer ignores a version not newer than its own.
/// </summary>
public record GroupChanged
{
    public required Guid GroupId { get; init; }
    public required long Version { get; init; }

    /// <summary>ceptoar, allCeptoars, financialCouncil, council, ministries or centre.</summary>
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required string[] Ceptoars { get; init; }
    public required string[] Kinds { get; init; }
    public required Guid[] Organisations { get; init; }

    /// <summary>Of a CEPTOAR: the organisation that runs its secretariat.</summary>
    public Guid? Secretariat { get; init; }

    /// <summary>Of a CEPTOAR: its competent ministry.</summary>
    public Guid? Ministry { get; init; }
}
