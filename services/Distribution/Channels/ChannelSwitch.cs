using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Channels;

/// <summary>A switching of a channel, off for an outage or an exercise, or on again; the newest of each channel counts (table <c>channel_switch</c>).</summary>
public class ChannelSwitch
{
    /// <summary>The live line and the inbox; nobody switches it off.</summary>
    public const string Hub = "hub";

    /// <summary>Every channel: those of the plans, and the webhook.</summary>
    public static IReadOnlyList<string> Channels { get; } = [Hub, "mail", "webhook", "sms", "telephone", "mobile", "fax", "satellite", "web", "conference"];

    public long Position { get; private set; }
    public required string Channel { get; init; }
    public required bool IsOn { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Tells which channels are switched off.</summary>
public sealed class ChannelSwitches(DistributionDb db)
{
    public async Task<IReadOnlySet<string>> Off(CancellationToken ct) => (await Newest(ct)).Where(s => !s.Value.IsOn).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>The newest switching of each channel that was ever switched.</summary>
    public Task<Dictionary<string, ChannelSwitch>> Newest(CancellationToken ct) =>
        db.ChannelSwitches.FromSql($"select distinct on (channel) * from channel_switch order by channel, position desc").AsNoTracking().ToDictionaryAsync(s => s.Channel, ct);
}
