using Ceptoar.Contracts.Drills;
using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Escalation;
using Ceptoar.Distribution.Relays;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Drills;

/// <summary>Answers a rehearsal by which way and channels a drill would go now. Nothing is sent or kept; hearing it twice answers twice.</summary>
public class PlanDrillConsumer(DistributionDb db, DirectoryReader directory, ContactFacts contacts, ChannelSwitches switches, ChannelSenders senders, TimeProvider clock) : IConsumer<DrillPlanWanted>
{
    static readonly ContactSheet Nothing = new();

    public async Task Consume(ConsumeContext<DrillPlanWanted> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        var now = await directory.Now(ct);
        var hops = AudienceRules.HasHops(heard.Tlp) && now.CeptoarOf(heard.Ceptoar) is { } ceptoar
            ? HopPlan.Of(heard.Tlp, new([ceptoar.Id]) { IsRelayed = true, Participants = heard.Participants.ToHashSet(), WithoutLiaison = heard.WithoutLiaison }, now)
            : [];
        // one who is reached by several hops is reached by the first
        var way = hops.SelectMany(h => h.Members.Select(m => (Recipient: m, Hop: h))).DistinctBy(w => w.Recipient).ToArray();
        var rules = await db.RelayRules.AsNoTracking().ToDictionaryAsync(r => (r.Ceptoar, r.Hop), ct);
        var sheets = await contacts.Sheets([.. way.Select(w => w.Recipient)], ct);
        var usable = new UsableChannels((await switches.Off(ct)).Union(heard.ChannelsOff).ToHashSet(), senders.Has);
        db.Publish(new DrillPlanned { RehearsalId = heard.RehearsalId, DrillId = heard.DrillId, Recipients = [.. way.Select(w => Planned(w.Recipient, w.Hop))] });
        await db.SaveChangesAsync(ct);

        PlannedRecipient Planned(Guid id, Hop hop)
        {
            var sheet = sheets.GetValueOrDefault(id) ?? Nothing;
            return new()
            {
                OrganisationId = id,
                Hop = hop.Name,
                Body = hop.Body,
                RelayMinutes = hop.Ceptoar is null ? 0 : MinutesOf(rules.GetValueOrDefault((hop.Ceptoar, hop.Name)) ?? RelayRules.Default(hop.Ceptoar, hop.Name)),
                Channels = [.. EscalationPlan.Of(sheet, new(heard.Tlp, "alert", IsUrgent: false), usable, Progress.None, clock.GetUtcNow()).Where(s => s.LeavesTheHub).Select(s => s.Channel!).Distinct()],
                Bouncing = [.. sheet.Channels.Where(c => c.Bouncing && !usable.Off.Contains(c.Channel)).Select(c => c.Channel).Distinct()],
                CanRead = now.Organisations[id].HandlingRulesVersion == HandlingRules.Current,
            };
        }
    }

    static int? MinutesOf(RelayRule rule) => rule.Mode switch { RelayRule.Automatic => 0, RelayRule.Timed => rule.AfterMinutes, _ => null };
}
