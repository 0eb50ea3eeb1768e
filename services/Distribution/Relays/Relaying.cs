using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Relays;

/// <summary>Section <c>Relay</c>.</summary>
public record RelaySettings
{
    /// <summary>How long a body has at most while large-scale mode is on.</summary>
    public int LargeScaleMinutes { get; init; } = 5;
}

/// <summary>
/// Hands advisories down. What goes on by itself at once goes with the step before it, so that a transaction fills mailboxes once and
/// takes their locks in one order. The directory is asked anew at each step; all in the caller's transaction, with the advisory locked.
/// </summary>
public sealed class Relaying(DistributionDb db, DirectoryReader directory, IOptions<RelaySettings> settings, TimeProvider clock)
{
    /// <summary>Lays down the hops of an advisory; whom its release reaches, those included whom hops reach that go on at once.</summary>
    public async Task<IReadOnlyList<Delivery>> Start(Advisory advisory, CancellationToken ct)
    {
        var way = await WayOf(advisory, ct);
        var plan = way.Plan;
        var hops = plan.Where(h => h.Body is not null).Select(h => new RelayHop { AdvisoryId = advisory.Id, Name = h.Name, Ceptoar = h.Ceptoar!, Body = h.Body!.Value, Pace = advisory.Drill ? advisory.Pace : null }).ToList();
        db.RelayHops.AddRange(hops);
        var deliveries = new Dictionary<Guid, Delivery>();
        foreach (var hop in plan.Where(h => h.Body is null))
        {
            foreach (var member in hop.Members) deliveries.TryAdd(member, new(member, hop.Name));
        }

        await GoOn(hops, way, deliveries.Keys.ToHashSet(), deliveries, ct);
        return [.. deliveries.Values];
    }

    /// <summary>A body relays hops of an advisory to all of their members whom it did not reach yet, or to those it chose; hops below that are due go along.</summary>
    public Task<IReadOnlyList<Delivery>> Relay(Advisory advisory, Func<RelayHop, bool> which, string? note, IReadOnlyCollection<Guid>? chosen, CancellationToken ct) =>
        Relay(advisory, (hop, _) => hop is { OpenedAt: not null, EndedAt: null } && which(hop), note, chosen, ct);

    /// <summary>Whatever of an advisory is due goes on.</summary>
    public Task<IReadOnlyList<Delivery>> RelayDue(Advisory advisory, CancellationToken ct) => Relay(advisory, (hop, isDue) => hop.IsWaiting && isDue, note: null, chosen: null, ct);

    async Task<IReadOnlyList<Delivery>> Relay(Advisory advisory, Func<RelayHop, bool, bool> which, string? note, IReadOnlyCollection<Guid>? chosen, CancellationToken ct)
    {
        var way = await WayOf(advisory, ct);
        var hops = await db.RelayHops.Where(h => h.AdvisoryId == advisory.Id).ToListAsync(ct);
        var reached = await db.Inbox.Where(r => r.AdvisoryId == advisory.Id).Select(r => r.MailboxId).Distinct().ToHashSetAsync(ct);
        var deliveries = new Dictionary<Guid, Delivery>();
        var due = await Due(ct);
        foreach (var hop in hops.Where(h => which(h, due(h))).ToArray()) Pass(hop, way, reached, deliveries, note, chosen);
        await GoOn(hops, way, reached, deliveries, ct);
        return [.. deliveries.Values];
    }

    /// <summary>Opens the hops whose body has the advisory, or is no body any more, and relays those that are due, until nothing moves.</summary>
    async Task GoOn(List<RelayHop> hops, Way way, HashSet<Guid> reached, Dictionary<Guid, Delivery> deliveries, CancellationToken ct)
    {
        var due = await Due(ct);
        while (true)
        {
            foreach (var hop in hops.Where(h => reached.Contains(h.Body) || !way.Everyone.Contains(h.Body))) hop.Open(clock.GetUtcNow());
            if (hops.Find(h => h.IsWaiting && due(h)) is not { } next) return;

            Pass(next, way, reached, deliveries, note: null, chosen: null);
        }
    }

    void Pass(RelayHop hop, Way way, HashSet<Guid> reached, Dictionary<Guid, Delivery> deliveries, string? note, IReadOnlyCollection<Guid>? chosen)
    {
        var members = HopPlan.MembersOf(hop.Name, hop.Ceptoar, way.Plan, way.Directory);
        Guid[] those = [.. members.Where(m => chosen?.Contains(m) != false).Except(hop.Reached)];
        if (those.Length == 0 && hop.RelayedAt is not null) return;

        hop.Relay(those, note, clock.GetUtcNow());
        foreach (var member in those.Where(reached.Add)) deliveries[member] = new(member, hop.Name);
        db.Audit(AuditActions.AdvisoryRelayed, $"advisory/{hop.AdvisoryId}", $"hop={hop.Name} ceptoar={hop.Ceptoar} recipients={those.Length}");
    }

    async Task<Way> WayOf(Advisory advisory, CancellationToken ct)
    {
        var now = await directory.Now(ct);
        var plan = HopPlan.Of(advisory.Tlp, advisory.Scope, now);
        return new(plan, plan.SelectMany(h => h.Members).ToHashSet(), now);
    }

    /// <summary>The hops as they would be planned now, and everyone in them.</summary>
    sealed record Way(IReadOnlyList<Hop> Plan, IReadOnlySet<Guid> Everyone, DirectorySnapshot Directory);

    /// <summary>When the hop goes on by itself; null: when its body relays it.</summary>
    public async Task<Func<RelayHop, DateTimeOffset?>> DueAt(CancellationToken ct)
    {
        var rules = await db.RelayRules.AsNoTracking().ToDictionaryAsync(r => (r.Ceptoar, r.Hop), ct);
        var since = await db.LargeScaleNow(ct) is { IsOn: true } now ? now.At : (DateTimeOffset?)null;
        return hop => hop.OpenedAt is { } opened
            ? RelayRules.DueAt(rules.GetValueOrDefault((hop.Ceptoar, hop.Name)) ?? RelayRules.Default(hop.Ceptoar, hop.Name), opened, since, settings.Value.LargeScaleMinutes, hop.Pace)
            : null;
    }

    async Task<Func<RelayHop, bool>> Due(CancellationToken ct)
    {
        var dueAt = await DueAt(ct);
        return hop => dueAt(hop) <= clock.GetUtcNow();
    }
}
