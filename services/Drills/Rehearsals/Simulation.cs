using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Reports;

namespace Ceptoar.Drills.Rehearsals;

/// <summary>Plays a drill with simulated participants: the way and the channels are the directory's, delays and failures are drawn. Pure: the same seed plays the same.</summary>
public static class Simulation
{
    /// <summary>How long is waited for an answer before the next channel is tried: as Distribution waits where a CEPTOAR says nothing.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(120);

    static readonly TimeSpan Push = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Delivery = TimeSpan.FromSeconds(2);

    /// <param name="plan">How each would be reached.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="settings">Of the drill.</param>
    public static PlayedDrill Play(IReadOnlyCollection<PlannedRecipient> plan, int seed, Settings settings) => new Played(plan, seed, settings).Result();

    /// <param name="DrillId">The drill.</param>
    /// <param name="Ceptoar">Code of its CEPTOAR.</param>
    /// <param name="Begin">When it begins.</param>
    /// <param name="Lasts">What comes later is not measured.</param>
    /// <param name="ChannelsOff">Channels that it does without; hub: nothing is hinted.</param>
    /// <param name="TwoWay">Whether participants answer by a report.</param>
    public sealed record Settings(Guid DrillId, string Ceptoar, DateTimeOffset Begin, TimeSpan Lasts, IReadOnlyCollection<string> ChannelsOff, bool TwoWay);

    sealed class Played(IReadOnlyCollection<PlannedRecipient> plan, int seed, Settings settings)
    {
        readonly DateTimeOffset end = settings.Begin + settings.Lasts;
        readonly Dictionary<Guid, Measure> measures = [];
        readonly List<MeasuredHop> hops = [];

        public PlayedDrill Result()
        {
            foreach (var recipient in plan.Where(r => r.Body is null)) Reach(recipient, settings.Begin);

            // a body is reached at a stage before the one that it relays to
            foreach (var hop in plan.Where(r => r.Body is not null).GroupBy(r => (r.Hop, Body: r.Body!.Value)).OrderBy(h => StageRules.Place(h.Key.Hop)).ThenBy(h => h.Key.Body)) Relay(hop.Key.Hop, hop.Key.Body, [.. hop]);

            return new(settings.Begin, Pace: 1, measures.Values, hops, plan.Where(r => !measures.ContainsKey(r.OrganisationId)).GroupBy(r => r.OrganisationId).ToDictionary(r => r.Key, r => r.First().Hop)) { ChannelsOff = settings.ChannelsOff };
        }

        void Relay(string name, Guid body, PlannedRecipient[] recipients)
        {
            var relayed = measures.GetValueOrDefault(body) is { } own ? RelayedAt(name, own, recipients[0].RelayMinutes) : null;
            hops.Add(new()
            {
                DrillId = settings.DrillId,
                Name = name,
                Ceptoar = settings.Ceptoar,
                Body = body,
                OpenedAt = measures.GetValueOrDefault(body)?.QueuedAt,
                RelayedAt = relayed,
                Recipients = relayed is null ? 0 : recipients.Length,
            });
            if (relayed is not { } at) return;

            foreach (var recipient in recipients) Reach(recipient, at);
        }

        /// <summary>By the body itself, or by the timed rule where that comes first. It hands on to the second hop after its members.</summary>
        DateTimeOffset? RelayedAt(string name, Measure own, int? minutes)
        {
            var itself = own.OpenedAt + Draw(own.OrganisationId).Relays;
            if (name == StageRules.SecondHop && hops.FirstOrDefault(h => h.Body == own.OrganisationId && h.Name == StageRules.Members) is { } first) itself = first.RelayedAt + (Draw(own.OrganisationId).Relays / 2);

            return Upto(Earlier(itself, minutes is { } after ? own.QueuedAt + TimeSpan.FromMinutes(after) : null));
        }

        void Reach(PlannedRecipient recipient, DateTimeOffset queued)
        {
            var drawn = Draw(recipient.OrganisationId);
            var hinted = drawn.Connected && !settings.ChannelsOff.Contains("hub");
            var opened = hinted && recipient.CanRead ? queued + Delivery + Opens(drawn, "hub") : null;
            var tried = new List<TriedChannel>();
            foreach (var (channel, at) in Turns(recipient).Select(t => (t.Channel, At: queued + (t.Waits * Silence))))
            {
                if (at > end || opened + drawn.Confirms <= at) break;

                var fails = recipient.Bouncing.Contains(channel) || drawn.Failing.Contains(channel);
                tried.Add(new() { Channel = channel, State = fails ? channel == "mail" ? "bounced" : "givenUp" : "sent", Cause = fails && channel == "mail" ? "5.1.1" : null, At = at });
                if (!fails && recipient.CanRead) opened = Earlier(opened, at + Opens(drawn, channel));
            }

            opened = Upto(opened);
            var answered = Upto(opened + drawn.Confirms);
            measures[recipient.OrganisationId] = new()
            {
                DrillId = settings.DrillId,
                OrganisationId = recipient.OrganisationId,
                Hop = recipient.Hop,
                QueuedAt = queued,
                PushedAt = Earlier(hinted ? Upto(queued + Push) : null, opened),
                DeliveredAt = Earlier(hinted ? Upto(queued + Delivery) : null, opened),
                OpenedAt = opened,
                ConfirmedAt = drawn.CannotAct ? null : answered,
                CannotActAt = drawn.CannotAct ? answered : null,
                AnsweredAt = settings.TwoWay && !drawn.CannotAct ? Upto(answered + drawn.Answers) : null,
                Tried = [.. tried],
            };
        }

        /// <summary>A webhook goes with the reminder, after the first wait; each further channel waits once more.</summary>
        static IEnumerable<(string Channel, int Waits)> Turns(PlannedRecipient recipient)
        {
            var waits = 1;
            foreach (var channel in recipient.Channels) yield return (channel, channel == "webhook" ? 1 : ++waits);
        }

        SimulatedParticipant Draw(Guid organisationId) => SimulatedParticipant.Draw(seed, organisationId);

        static TimeSpan? Opens(SimulatedParticipant drawn, string channel) => drawn.Opens.TryGetValue(channel, out var delay) ? delay : null;

        DateTimeOffset? Upto(DateTimeOffset? at) => at <= end ? at : null;

        static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
    }
}
