namespace Ceptoar.Contracts.Drills;

/// <summary>A rehearsal asks by which way and channels a drill would reach its participants now; answered by <see cref="DrillPlanned"/>. Nothing is sent.</summary>
public record DrillPlanWanted
{
    public required Guid RehearsalId { get; init; }
    public required Guid DrillId { get; init; }
    public required string Ceptoar { get; init; }
    public Tlp Tlp { get; init; }
    public required Guid[] Participants { get; init; }
    public bool WithoutLiaison { get; init; }
    public string[] ChannelsOff { get; init; } = [];
}

/// <summary>The way of a drill through the directory as it is now, one row a recipient. Hearing it twice changes nothing.</summary>
public record DrillPlanned
{
    public required Guid RehearsalId { get; init; }
    public required Guid DrillId { get; init; }
    public required PlannedRecipient[] Recipients { get; init; }
}

/// <summary>How one participant would be reached. No address, no name.</summary>
public record PlannedRecipient
{
    public required Guid OrganisationId { get; init; }

    /// <summary>liaison, secretariat, members, secondHop or audience.</summary>
    public required string Hop { get; init; }

    /// <summary>Who relays to it; null where the release itself reaches it.</summary>
    public Guid? Body { get; init; }

    /// <summary>After how many minutes it is relayed to though the body is silent: 0 at once; null never.</summary>
    public int? RelayMinutes { get; init; }

    /// <summary>Channels by which the silent would be reached beside the hub, in the order of the plan, without those switched off.</summary>
    public required string[] Channels { get; init; }

    /// <summary>Those of its channels whose contact bounced.</summary>
    public string[] Bouncing { get; init; } = [];

    /// <summary>False where it has not accepted the handling rules in force, so that it cannot read.</summary>
    public required bool CanRead { get; init; }
}
