using Ceptoar.Hosting.Http;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Channels;

/// <summary>How every channel stands: whether it is on, what waits, what went well and what did not. Counts alone, and nothing of drills.</summary>
public static class ListChannels
{
    public record Query : IRequest<IReadOnlyList<View>>;

    /// <summary>
    /// <c>Reason</c> and <c>Since</c> are of the newest switching, null where it never was switched. <c>Sender</c>: whether the hub itself sends by it. <c>FailedLastHour</c>: refused, bounced or
    /// given up. <c>LastCode</c>: SMTP or HTTP status of the last that ended.
    /// </summary>
    public record View(
        string Channel, bool On, string? Reason, DateTimeOffset? Since, bool Sender, int Waiting, DateTimeOffset? OldestWaiting, int SentLastHour, int FailedLastHour, DateTimeOffset? LastSentAt, int? LastCode);

    public static void Map(IEndpointRouteBuilder channels) => channels
        .MapGet("/", async (IMediator mediator, CancellationToken ct) => Paging.Whole(await mediator.Send(new Query(), ct)));

    public class Handler(DistributionDb db, ChannelSwitches switches, ChannelSenders senders, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var newest = await switches.Newest(cancellationToken);
            var traffic = (await Traffic(cancellationToken)).ToDictionary(t => t.Channel);
            return
            [
                .. from channel in ChannelSwitch.Channels
                   let last = newest.GetValueOrDefault(channel)
                   let t = traffic.GetValueOrDefault(channel)
                   select new View(channel, last?.IsOn ?? true, last?.Reason, last?.At, channel == ChannelSwitch.Hub || senders.Has(channel), t?.Waiting ?? 0, t?.OldestWaiting, t?.Sent ?? 0, t?.Failed ?? 0, t?.LastSentAt, t?.LastCode),
            ];
        }

        Task<List<Counted>> Traffic(CancellationToken ct)
        {
            string[] channels = [.. ChannelSwitch.Channels];
            var hourAgo = clock.GetUtcNow() - TimeSpan.FromHours(1);
            return db.Database.SqlQuery<Counted>(
                $"""
                select c.channel as "Channel", w.waiting as "Waiting", w.oldest as "OldestWaiting", e.sent as "Sent", e.failed as "Failed",
                  (select ended_at from dispatch d where d.channel = c.channel and d.ended_at is not null and not d.drill and d.state = {Dispatch.Sent} order by ended_at desc limit 1) as "LastSentAt",
                  (select code from dispatch d where d.channel = c.channel and d.ended_at is not null and not d.drill order by ended_at desc limit 1) as "LastCode"
                from unnest({channels}) as c (channel)
                cross join lateral (select count(*)::int as waiting, min(posted_at) as oldest from dispatch d where d.channel = c.channel and d.state = 'waiting' and not d.drill) w
                cross join lateral (
                  select (count(*) filter (where state = {Dispatch.Sent}))::int as sent, (count(*) filter (where state in ({Dispatch.Refused}, {Dispatch.Bounced}, {Dispatch.GivenUp})))::int as failed
                  from dispatch d where d.channel = c.channel and d.ended_at > {hourAgo} and not d.drill) e
                """).ToListAsync(ct);
        }
    }

    sealed record Counted(string Channel, int Waiting, DateTimeOffset? OldestWaiting, int Sent, int Failed, DateTimeOffset? LastSentAt, int? LastCode);
}
