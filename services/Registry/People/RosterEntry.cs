namespace Ceptoar.Registry.People;

/// <summary>A person's turn (当番) from one moment until, but not at, another.</summary>
public class RosterEntry
{
    public const string Duty = "duty";
    public const string Deputy = "deputy";

    public static IReadOnlyList<string> Kinds { get; } = [Duty, Deputy];

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
}

/// <summary>When a person cannot be reached.</summary>
public class RosterAbsence
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
}
