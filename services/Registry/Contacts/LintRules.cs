namespace Ceptoar.Registry.Contacts;

/// <summary>Who of an organisation can be reached.</summary>
/// <param name="People">Active people who can sign in.</param>
/// <param name="Deputies">People who stand in for another at this moment, and are not absent.</param>
/// <param name="HasExecutive">Whether an executive contact is named.</param>
public record ReachFacts(int People, int Deputies, bool HasExecutive);

/// <summary>Where what was sent to an organisation came back, its mail channels aside.</summary>
public record BouncingFacts(bool Channel, bool Desk, bool Executive, bool Person)
{
    public static readonly BouncingFacts Nothing = new(Channel: false, Desk: false, Executive: false, Person: false);
}

/// <summary>What the lint looks at in an organisation.</summary>
/// <param name="Reach">Its people.</param>
/// <param name="WorkingChannels">Channels besides the hub that have a contact and do not bounce.</param>
/// <param name="MailBouncing">Whether mail to it came back.</param>
/// <param name="AttestedAt">When it last confirmed its entries.</param>
/// <param name="StringsConfirmed">Whether it confirmed what identifies it.</param>
public record LintFacts(ReachFacts Reach, int WorkingChannels, bool MailBouncing, DateTimeOffset? AttestedAt, bool StringsConfirmed)
{
    public BouncingFacts Bouncing { get; init; } = BouncingFacts.Nothing;

    /// <summary>Whether a drill could not reach it, and it has not confirmed its entries since.</summary>
    public bool UnreachedInDrill { get; init; }
}

/// <summary>Why an organisation could not be reached now, or might not be.</summary>
public static class LintRules
{
    public static IReadOnlyList<string> Check(LintFacts facts, DateTimeOffset now) => [.. Rules.Where(rule => rule.Applies(facts, now)).Select(rule => rule.Code)];

    static readonly (string Code, Func<LintFacts, DateTimeOffset, bool> Applies)[] Rules =
    [
        ("noPerson", (f, _) => f.Reach.People == 0),
        ("noSecondChannel", (f, _) => f.WorkingChannels == 0),
        ("mailBouncing", (f, _) => f.MailBouncing),
        ("channelBouncing", (f, _) => f.Bouncing.Channel),
        ("deskBouncing", (f, _) => f.Bouncing.Desk),
        ("executiveBouncing", (f, _) => f.Bouncing.Executive),
        ("personBouncing", (f, _) => f.Bouncing.Person),
        ("unreachedInDrill", (f, _) => f.UnreachedInDrill),
        ("attestationOld", (f, now) => f.AttestedAt is not { } at || at < now.AddYears(-1)),
        ("noDeputy", (f, _) => f.Reach.Deputies == 0),
        ("noExecutive", (f, _) => !f.Reach.HasExecutive),
        ("identifyingUnconfirmed", (f, _) => !f.StringsConfirmed),
    ];
}
