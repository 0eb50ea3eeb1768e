using System.Net.Http.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Drills;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Tests.Escalation;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Drills;

/// <summary>A rehearsal is told the way and the channels of a drill as the directory has them, and nothing is sent.</summary>
public class PlanDrillTests(EscalationFixture distribution) : IClassFixture<EscalationFixture>
{
    SmallDirectory Small => distribution.Directory;

    [Fact]
    public async Task The_plan_says_by_which_hop_after_how_long_and_by_which_channels_each_is_reached()
    {
        var careless = Fake.Organisation("ict", "telecom") with { HandlingRulesVersion = null };
        await distribution.Hears(careless);
        var sheet = distribution.Sheet();
        await distribution.Knows((Small.Telecom[0].OrganisationId, sheet with { Channels = [new(1, "mail", "office@aoba.example", null, Bouncing: true), new(2, "sms", "090-0000-0001", null, Bouncing: false), new(3, "telephone", "03-0000-0009", null, Bouncing: false)] }));
        await distribution.Http(Role.Liaison, Small.TelecomMinistry.OrganisationId).PutAsJsonAsync("/api/relay-rules/telecom/secretariat", new { mode = "automatic" });
        var before = await Traces();

        var plan = (await Plan(w => w with { Participants = [.. distribution.Agreed, careless.OrganisationId], ChannelsOff = ["telephone"] })).ToDictionary(r => r.OrganisationId);

        Assert.Equal(("liaison", null, 0), Told(plan[Small.TelecomMinistry.OrganisationId]));
        Assert.Equal(("secretariat", Small.TelecomMinistry.OrganisationId, 0), Told(plan[Small.TelecomSecretariat.OrganisationId]));
        Assert.Equal(("members", Small.TelecomSecretariat.OrganisationId, 30), Told(plan[Small.Telecom[0].OrganisationId]));
        var one = plan[Small.Telecom[0].OrganisationId];
        Assert.Equal(["mail", "sms"], one.Channels);
        Assert.Equal(["mail"], one.Bouncing);
        Assert.True(one.CanRead);
        Assert.Empty(plan[Small.Telecom[1].OrganisationId].Channels);
        Assert.False(plan[careless.OrganisationId].CanRead);
        Assert.Equal(6, plan.Count);
        Assert.Equal(before, await Traces());
    }

    [Fact]
    public async Task A_body_that_relays_by_hand_alone_never_does_by_itself_and_without_liaison_the_secretariat_is_first()
    {
        await distribution.Http(Role.Secretariat, Small.TelecomSecretariat.OrganisationId).PutAsJsonAsync("/api/relay-rules/telecom/members", new { mode = "manual" });

        var plan = (await Plan(w => w with { WithoutLiaison = true })).ToDictionary(r => r.OrganisationId);

        Assert.Equal(("secretariat", null, 0), Told(plan[Small.TelecomSecretariat.OrganisationId]));
        Assert.Equal(("members", Small.TelecomSecretariat.OrganisationId, null), Told(plan[Small.Telecom[0].OrganisationId]));
        Assert.DoesNotContain(Small.TelecomMinistry.OrganisationId, plan.Keys);
        await distribution.Http(Role.Secretariat, Small.TelecomSecretariat.OrganisationId).PutAsJsonAsync("/api/relay-rules/telecom/members", new { mode = "timed", afterMinutes = 30 });
    }

    [Theory]
    [InlineData(Tlp.Red, "telecom")]
    [InlineData(Tlp.AmberStrict, "telecom")]
    [InlineData(Tlp.Green, "nowhere")]
    public async Task What_would_not_go_out_reaches_nobody(Tlp tlp, string ceptoar) => Assert.Empty(await Plan(w => w with { Tlp = tlp, Ceptoar = ceptoar }));

    async Task<PlannedRecipient[]> Plan(Func<DrillPlanWanted, DrillPlanWanted> change)
    {
        var wanted = change(new() { RehearsalId = Guid.NewGuid(), DrillId = Guid.NewGuid(), Ceptoar = "telecom", Tlp = Tlp.Green, Participants = distribution.Agreed });
        await distribution.Hears(wanted);
        return (await distribution.Published<DrillPlanned>(p => p.RehearsalId == wanted.RehearsalId && p.DrillId == wanted.DrillId)).Recipients;
    }

    Task<(int, int, int)> Traces() => distribution.Db<DistributionDb, (int, int, int)>(async db => (await db.Advisories.CountAsync(), await db.Inbox.CountAsync(), await db.Dispatches.CountAsync()));

    static (string, Guid?, int?) Told(PlannedRecipient r) => (r.Hop, r.Body, r.RelayMinutes);
}
