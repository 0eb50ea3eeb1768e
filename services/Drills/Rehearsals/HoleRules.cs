using Ceptoar.Contracts.Drills;

namespace Ceptoar.Drills.Rehearsals;

/// <summary>What a rehearsal finds in the real directory: participants that the drill could not reach, or not for sure.</summary>
public static class HoleRules
{
    /// <summary>It has not accepted the handling rules in force, so that it cannot read.</summary>
    public const string CannotRead = "cannotRead";

    /// <summary>Nothing but the hub reaches it.</summary>
    public const string NoChannel = "noChannel";

    /// <summary>Its contact for a channel came back.</summary>
    public const string Bouncing = "bouncing";

    /// <summary>The codes of a participant, none where all is well.</summary>
    public static IEnumerable<string> Of(PlannedRecipient recipient)
    {
        if (!recipient.CanRead) yield return CannotRead;
        if (recipient.Channels.Length == 0) yield return NoChannel;

        foreach (var channel in recipient.Bouncing) yield return $"{Bouncing}:{channel}";
    }
}
