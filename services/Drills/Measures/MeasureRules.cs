using System.Text.Json;
using Ceptoar.Contracts.Distribution;

namespace Ceptoar.Drills.Measures;

/// <summary>
/// How what is heard of a participant joins what is known of it: the earliest time of each rung stays, of what was tried the newer list. So
/// it makes no difference in which order, and how often, it is heard.
/// </summary>
public static class MeasureRules
{
    /// <param name="drillId">The drill.</param>
    /// <param name="known">What was known until now; null where nothing was.</param>
    /// <param name="heard">What is heard.</param>
    public static Measure Merge(Guid drillId, Measure? known, ReachedRecipient heard) => new()
    {
        DrillId = drillId,
        OrganisationId = heard.OrganisationId,
        Hop = known?.Hop ?? heard.Hop,
        QueuedAt = Earliest(known?.QueuedAt, heard.QueuedAt)!.Value,
        PushedAt = Earliest(known?.PushedAt, heard.PushedAt),
        DeliveredAt = Earliest(known?.DeliveredAt, heard.DeliveredAt),
        OpenedAt = Earliest(known?.OpenedAt, heard.OpenedAt),
        ConfirmedAt = Earliest(known?.ConfirmedAt, heard.ConfirmedAt),
        CannotActAt = Earliest(known?.CannotActAt, heard.CannotActAt),
        AnsweredAt = known?.AnsweredAt,
        AnswerNumber = known?.AnswerNumber,
        Tried = known is null ? heard.Tried : Newer(known.Tried, heard.Tried),
    };

    /// <inheritdoc cref="Merge(Guid, Measure?, ReachedRecipient)"/>
    public static MeasuredHop Merge(Guid drillId, MeasuredHop? known, ReachedHop heard) => new()
    {
        DrillId = drillId,
        Name = heard.Name,
        Ceptoar = heard.Ceptoar,
        Body = known?.Body ?? heard.Body,
        OpenedAt = Earliest(known?.OpenedAt, heard.OpenedAt),
        RelayedAt = Earliest(known?.RelayedAt, heard.RelayedAt),
        Recipients = Math.Max(known?.Recipients ?? 0, heard.Recipients),
    };

    /// <summary>What counts of a measure, now that the drill has ended: nothing that came later. An attempt that came to its end later was still waiting.</summary>
    /// <param name="measure">As it was heard.</param>
    /// <param name="end">When the drill ended; null while it runs.</param>
    /// <returns>Null where it was not reached in time.</returns>
    public static Measure? Until(Measure measure, DateTimeOffset? end)
    {
        if (end is not { } until) return measure;
        if (measure.QueuedAt > until) return null;

        return new()
        {
            DrillId = measure.DrillId,
            OrganisationId = measure.OrganisationId,
            Hop = measure.Hop,
            QueuedAt = measure.QueuedAt,
            PushedAt = InTime(measure.PushedAt, until),
            DeliveredAt = InTime(measure.DeliveredAt, until),
            OpenedAt = InTime(measure.OpenedAt, until),
            ConfirmedAt = InTime(measure.ConfirmedAt, until),
            CannotActAt = InTime(measure.CannotActAt, until),
            AnsweredAt = InTime(measure.AnsweredAt, until),
            AnswerNumber = measure.AnsweredAt <= until ? measure.AnswerNumber : null,
            Tried = [.. measure.Tried.Where(t => (t.PostedAt ?? t.At) <= until).Select(t => t.At <= until ? t : t with { State = "waiting", Cause = null, At = until })],
        };
    }

    /// <inheritdoc cref="Until(Measure, DateTimeOffset?)"/>
    public static MeasuredHop Until(MeasuredHop hop, DateTimeOffset? end) => end is not { } until ? hop : new()
    {
        DrillId = hop.DrillId,
        Name = hop.Name,
        Ceptoar = hop.Ceptoar,
        Body = hop.Body,
        OpenedAt = InTime(hop.OpenedAt, until),
        RelayedAt = InTime(hop.RelayedAt, until),
        Recipients = hop.RelayedAt <= until ? hop.Recipients : 0,
    };

    /// <summary>The rung that a participant reached: confirmed, cannotAct, opened, delivered, pushed or queued. Who ever confirmed was reached, whatever it said later.</summary>
    public static string StateOf(Measure measure) => measure switch
    {
        { ConfirmedAt: not null } => "confirmed",
        { CannotActAt: not null } => "cannotAct",
        { OpenedAt: not null } => "opened",
        { DeliveredAt: not null } => "delivered",
        { PushedAt: not null } => "pushed",
        _ => "queued",
    };

    static DateTimeOffset? InTime(DateTimeOffset? at, DateTimeOffset until) => at <= until ? at : null;

    /// <summary>In UTC, as the database takes it.</summary>
    static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => (one is null || other < one ? other : one)?.ToUniversalTime();

    static TriedChannel[] Newer(TriedChannel[] one, TriedChannel[] other) => Compare(one, other) >= 0 ? one : other;

    /// <summary>The longer is newer; of two that are as long, the one in which something happened later, in which more has come to its end; at last any order that is always the same.</summary>
    static int Compare(TriedChannel[] one, TriedChannel[] other)
    {
        var order = (one.Length, Last(one), one.Sum(Progress)).CompareTo((other.Length, Last(other), other.Sum(Progress)));
        return order != 0 ? order : string.CompareOrdinal(JsonSerializer.Serialize(one), JsonSerializer.Serialize(other));
    }

    static DateTimeOffset Last(TriedChannel[] tried) => tried.Length == 0 ? default : tried.Max(t => t.At);

    // what was sent may still come back
    static int Progress(TriedChannel tried) => tried.State switch { "waiting" => 0, "sent" => 1, _ => 2 };
}
