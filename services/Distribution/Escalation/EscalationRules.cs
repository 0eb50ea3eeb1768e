using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Relays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Escalation;

/// <summary>Section <c>Escalation</c>: the pace where a CEPTOAR says nothing.</summary>
public record EscalationSettings
{
    /// <summary>How long a step waits for an answer where it is urgent.</summary>
    public TimeSpan Urgent { get; init; } = TimeSpan.FromMinutes(10);
    public TimeSpan Normal { get; init; } = TimeSpan.FromMinutes(120);

    /// <summary>How long at most while large-scale mode is on.</summary>
    public TimeSpan LargeScale { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many people have to confirm, 1 to 3.</summary>
    public int Responses { get; init; } = 1;

    /// <summary>How often the hub looks what is due.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    public bool IsGood => Urgent > TimeSpan.Zero && Normal > TimeSpan.Zero && LargeScale > TimeSpan.Zero && Every > TimeSpan.Zero && Responses is >= 1 and <= EscalationRule.MostResponses;
}

/// <summary>How fast a CEPTOAR's silent members are reached (table <c>escalation_rule</c>).</summary>
public class EscalationRule
{
    public const int MostResponses = 3;
    public const int MostMinutes = 1440;

    public required string Ceptoar { get; init; }
    public int UrgentMinutes { get; set; }
    public int NormalMinutes { get; set; }

    /// <summary>How many people have to confirm.</summary>
    public int Responses { get; set; }
    public DateTimeOffset? ChangedAt { get; set; }
}

/// <param name="Urgent">How long a step waits for an answer where it is urgent.</param>
/// <param name="Normal">How long otherwise.</param>
/// <param name="Responses">How many people have to confirm.</param>
public sealed record Pace(TimeSpan Urgent, TimeSpan Normal, int Responses)
{
    public static Pace Of(EscalationRule rule) => new(TimeSpan.FromMinutes(rule.UrgentMinutes), TimeSpan.FromMinutes(rule.NormalMinutes), rule.Responses);
}

public static class EscalationRules
{
    /// <summary>The pace of an organisation: of several CEPTOARs the shortest waits and the most responses.</summary>
    /// <param name="ceptoars">Codes of those that reach it.</param>
    /// <param name="kept">What each said.</param>
    /// <param name="usual">Of one that said nothing, and of an organisation in none.</param>
    public static Pace Of(IReadOnlyCollection<string> ceptoars, IReadOnlyDictionary<string, Pace> kept, Pace usual)
    {
        var paces = ceptoars.Select(c => kept.GetValueOrDefault(c) ?? usual).DefaultIfEmpty(usual).ToArray();
        return new(paces.Min(p => p.Urgent), paces.Min(p => p.Normal), paces.Max(p => p.Responses));
    }

    /// <param name="pace">Of the recipient.</param>
    /// <param name="isUrgent">Whether the advisory is.</param>
    /// <param name="atMost">The bound of large-scale mode; null while it is off.</param>
    public static TimeSpan Wait(Pace pace, bool isUrgent, TimeSpan? atMost)
    {
        var usual = isUrgent ? pace.Urgent : pace.Normal;
        return atMost < usual ? atMost.Value : usual;
    }

    /// <summary>A drill runs at its own pace, and large-scale mode does not concern it.</summary>
    /// <inheritdoc cref="Wait(Pace, bool, TimeSpan?)"/>
    public static TimeSpan Wait(Pace pace, Advisory advisory, TimeSpan? atMost) =>
        advisory.Drill ? Wait(pace, advisory.IsUrgent, atMost: null) / advisory.Pace : Wait(pace, advisory.IsUrgent, atMost);

    /// <summary>How many confirmations an organisation can be asked for: not more than it has people.</summary>
    /// <param name="pace">Of the recipient.</param>
    /// <param name="people">How many may sign in; null where that is not known.</param>
    public static int Responses(Pace pace, int? people) => people is { } count ? Math.Clamp(pace.Responses, 1, Math.Max(1, count)) : pace.Responses;
}

/// <summary>The paces as they stand now.</summary>
public sealed class Paces(DistributionDb db, IOptions<EscalationSettings> settings)
{
    public Pace Usual => new(settings.Value.Urgent, settings.Value.Normal, settings.Value.Responses);

    public async Task<Now> Look(CancellationToken ct)
    {
        var kept = await db.EscalationRules.AsNoTracking().ToDictionaryAsync(r => r.Ceptoar, Pace.Of, ct);
        return new(kept, Usual, await db.LargeScaleNow(ct) is { IsOn: true } ? settings.Value.LargeScale : null);
    }

    /// <param name="Kept">By CEPTOAR.</param>
    /// <param name="Usual">Where one said nothing.</param>
    /// <param name="AtMost">The bound of large-scale mode; null while it is off.</param>
    public sealed record Now(IReadOnlyDictionary<string, Pace> Kept, Pace Usual, TimeSpan? AtMost)
    {
        /// <summary>The pace of a recipient: an organisation of the directory, or a person, who has the usual one and is one.</summary>
        public Pace Of(DirectoryOrganisation? recipient) =>
            recipient is null ? Usual with { Responses = 1 } : EscalationRules.Of(recipient.Ceptoars.Length > 0 ? recipient.Ceptoars : recipient.SecondHop, Kept, Usual);
    }
}
