namespace Ceptoar.Distribution.Relays;

/// <summary>How a CEPTOAR's hop is relayed (table <c>relay_rule</c>).</summary>
public class RelayRule
{
    public const string Manual = "manual";
    public const string Timed = "timed";
    public const string Automatic = "automatic";

    public static IReadOnlyList<string> Modes { get; } = [Manual, Timed, Automatic];

    public required string Ceptoar { get; init; }

    /// <summary>One of <see cref="HopName.Relayed"/>.</summary>
    public required string Hop { get; init; }
    public string Mode { get; set; } = Timed;

    /// <summary>Of a timed one: how long the body has for words of its own.</summary>
    public int AfterMinutes { get; set; }
    public DateTimeOffset? ChangedAt { get; set; }
}

/// <summary>When a hop goes on by itself.</summary>
public static class RelayRules
{
    const int DefaultMinutes = 30;

    /// <summary>Until a CEPTOAR says otherwise: a body has half an hour; the second hop, by the content, is its own decision.</summary>
    public static RelayRule Default(string ceptoar, string hop) =>
        new() { Ceptoar = ceptoar, Hop = hop, Mode = hop == HopName.SecondHop ? RelayRule.Manual : RelayRule.Timed, AfterMinutes = hop == HopName.SecondHop ? 0 : DefaultMinutes };

    /// <summary>When a hop that was opened goes on by itself; null: never. A large-scale failure shortens the time and leaves nothing to wait for a person alone.</summary>
    /// <param name="rule">Of the hop's CEPTOAR.</param>
    /// <param name="openedAt">When its body got the advisory.</param>
    /// <param name="largeScaleSince">Since when large-scale mode is on; null while it is off.</param>
    /// <param name="largeScaleMinutes">How long a body has then at most.</param>
    /// <param name="pace">How much faster than life a drill runs, which large-scale mode does not concern; null in life.</param>
    public static DateTimeOffset? DueAt(RelayRule rule, DateTimeOffset openedAt, DateTimeOffset? largeScaleSince, int largeScaleMinutes, int? pace = null)
    {
        DateTimeOffset? usual = rule.Mode switch
        {
            RelayRule.Automatic => openedAt,
            RelayRule.Timed => openedAt + (TimeSpan.FromMinutes(rule.AfterMinutes) / (pace ?? 1)),
            _ => null,
        };
        if (pace is not null || largeScaleSince is not { } since) return usual;

        var latest = (since > openedAt ? since : openedAt).AddMinutes(largeScaleMinutes);
        return usual < latest ? usual : latest;
    }
}
