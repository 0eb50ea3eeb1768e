using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Intake;
using Ceptoar.Drills.Measures;
using Microsoft.EntityFrameworkCore;
using static Ceptoar.Drills.Tests.PlayedWords;

namespace Ceptoar.Drills.Tests.Measures;

public class KeepDrillReachedTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    Guid Member => drills.Directory.Telecom[0].OrganisationId;

    [Fact]
    public async Task Keeps_the_earliest_of_each_rung_in_whatever_order_it_is_heard()
    {
        var drill = await drills.Conducted(await drills.NewCampaign());
        ReachedRecipient[] rows =
        [
            Recipient(Member), Recipient(Member, confirmed: 9), Recipient(Member, confirmed: 4), Recipient(Member, confirmed: 4, tried: Tried("mail", "sent", at: 2)), Recipient(Member, queued: -1),
        ];
        var random = new Random(20261122);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            random.Shuffle(rows);
            foreach (var row in rows) await drills.Reached(drill, row);
        }

        var measure = await drills.Measured(drill, Member);
        Assert.Equal((Minute(-1), Minute(4)), (measure.QueuedAt, measure.ConfirmedAt));
        Assert.Equal("mail", Assert.Single(measure.Tried).Channel);
    }

    [Fact]
    public async Task Keeps_hundreds_of_recipients_and_the_hops_of_one_message()
    {
        var drill = await drills.Conducted(await drills.NewCampaign());
        var secretariat = drills.Directory.TelecomSecretariat.OrganisationId;
        ReachedHop Hop(double? relayed) => new() { Name = "members", Ceptoar = "telecom", Body = secretariat, OpenedAt = Minute(1), RelayedAt = relayed is { } at ? Minute(at) : null, Recipients = relayed is null ? 0 : 500 };

        await drills.Hears(new DrillReached { DrillId = drill.Id, Recipients = [.. Enumerable.Range(0, 500).Select(_ => Recipient(Guid.NewGuid(), confirmed: 3))], Hops = [Hop(2)] });
        await drills.Hears(new DrillReached { DrillId = drill.Id, Recipients = [], Hops = [Hop(relayed: null)] });

        Assert.Equal(500, await drills.Db<DrillsDb, int>(db => db.Measures.CountAsync(m => m.DrillId == drill.Id)));
        var hop = await drills.Db<DrillsDb, MeasuredHop>(db => db.MeasuredHops.SingleAsync(h => h.DrillId == drill.Id));
        Assert.Equal((Minute(2), 500), (hop.RelayedAt, hop.Recipients));
    }

    [Fact]
    public async Task Keeps_out_what_is_of_no_drill_it_knows()
    {
        var unknown = Guid.NewGuid();

        await drills.Hears(new DrillReached { DrillId = unknown, Recipients = [Recipient(Member)], Hops = [] });
        await drills.Hears(Answer(unknown, "RT-2026-000001"));

        Assert.False(await drills.Db<DrillsDb, bool>(db => db.Measures.AnyAsync(m => m.DrillId == unknown)));
        Assert.False(await drills.Db<DrillsDb, bool>(db => db.EarlyAnswers.AnyAsync(a => a.DrillId == unknown)));
    }

    [Fact]
    public async Task Measures_nothing_more_once_the_report_is_written()
    {
        var drill = await drills.Conducted(await drills.NewCampaign());
        await drills.Reached(drill, Recipient(Member));
        await drills.Reported(drill);

        await drills.Reached(drill, Recipient(Member, confirmed: 5));

        Assert.Null((await drills.Measured(drill, Member)).ConfirmedAt);
    }

    [Fact]
    public async Task An_answer_is_kept_whether_it_is_heard_before_the_first_rung_or_after()
    {
        var drill = await drills.Conducted(await drills.NewCampaign(), twoWay: true);
        var other = drills.Directory.Telecom[1].OrganisationId;

        await drills.Hears(Answer(drill.Id, "RT-2026-000003", at: 30));
        await drills.Hears(Answer(drill.Id, "RT-2026-000002", at: 20));
        await drills.Reached(drill, Recipient(Member), Recipient(other));
        await drills.Hears(Answer(drill.Id, "RT-2026-000005", at: 50, other));
        await drills.Hears(Answer(drill.Id, "RT-2026-000004", at: 40, other));
        await drills.Hears(Answer(drill.Id, "RT-2026-000006", at: 60, other));
        await drills.Reached(drill, Recipient(Member, confirmed: 9));

        var (early, late) = (await drills.Measured(drill, Member), await drills.Measured(drill, other));
        Assert.Equal((Minute(20), "RT-2026-000002"), (early.AnsweredAt, early.AnswerNumber));
        Assert.Equal((Minute(40), "RT-2026-000004"), (late.AnsweredAt, late.AnswerNumber));
        Assert.False(await drills.Db<DrillsDb, bool>(db => db.EarlyAnswers.AnyAsync(a => a.DrillId == drill.Id)));
    }

    DrillAnswered Answer(Guid drill, string number, double at = 10, Guid? organisation = null) =>
        new() { DrillId = drill, OrganisationId = organisation ?? Member, ReportId = Guid.NewGuid(), Number = number, At = Minute(at) };
}
