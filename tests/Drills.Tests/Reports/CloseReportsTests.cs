using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Drills;
using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Ceptoar.Drills.Tests.PlayedWords;

namespace Ceptoar.Drills.Tests.Reports;

public class CloseReportsTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    Guid Member => drills.Directory.Telecom[0].OrganisationId;
    Guid Other => drills.Directory.Telecom[1].OrganisationId;

    [Theory]
    [InlineData(Drill.Closed)]
    [InlineData(Drill.Stopped)]
    public async Task Writes_the_report_of_a_drill_that_has_ended(string state)
    {
        var drill = await drills.Conducted(await drills.NewCampaign(), members: [Member, Other]);
        await drills.Reached(drill, Recipient(Member, confirmed: 5), Recipient(Other));

        await drills.Ended(drill, state);
        await Write();

        var report = await Report(drill);
        // the ministry and the secretariat, whom nothing reached, and two members
        Assert.Equal((4, 1), (report!.Figures.Participants, report.Figures.Confirmed));
    }

    [Fact]
    public async Task Gives_time_to_what_is_under_way()
    {
        var drill = await drills.Conducted(await drills.NewCampaign(), members: Member);
        await drills.Db<DrillsDb, int>(db => db.Drills.Where(d => d.Id == drill.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, Drill.Closed).SetProperty(x => x.EndedAt, Minute(60)).SetProperty(x => x.EndToldAt, drills.Clock.GetUtcNow())));

        await Write();

        Assert.Null(await Report(drill));
    }

    [Fact]
    public async Task Waits_for_all_that_is_told_last_and_for_a_minute_where_it_is_not()
    {
        var (told, untold) = (await drills.Conducted(await drills.NewCampaign(), members: [Member, Other]), await drills.Conducted(await drills.NewCampaign(), members: Member));
        foreach (var drill in new[] { told, untold }) await drills.Ended(drill);
        await drills.Db<DrillsDb, int>(db => db.Drills.Where(d => d.Id == told.Id || d.Id == untold.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.EndToldAt, drills.Clock.GetUtcNow() - CloseReports.Grace)));

        foreach (var (part, member) in new[] { (2, Other), (2, Other), (1, Member) })
        {
            await Write();
            Assert.Null(await Report(told));
            await drills.Hears(new DrillReached { DrillId = told.Id, Recipients = [Recipient(member, confirmed: 5)], Hops = [], FinalPart = part, FinalParts = 2 });
        }

        await Write();
        Assert.Equal(2, (await Report(told))!.Figures.Confirmed);
        Assert.Null(await Report(untold));
        drills.Clock.Advance(CloseReports.Patience);
        await drills.Services.GetRequiredService<CloseReports>().Write(heard: CloseReports.Grace, CancellationToken.None);
        Assert.Null(await Report(untold)); // it may wait in the queue of a service that was away
        await Write();
        Assert.NotNull(await Report(untold));
    }

    [Fact]
    public async Task A_drill_that_cannot_be_reported_holds_no_other_up()
    {
        var (broken, sound) = (await drills.Conducted(await drills.NewCampaign(), members: Member), await drills.Conducted(await drills.NewCampaign(), members: Member));
        await drills.Reached(broken, Recipient(Member));
        await drills.Db<DrillsDb, int>(db => db.Database.ExecuteSqlAsync($"update measure set tried = '7' where drill_id = {broken.Id}"));
        foreach (var drill in new[] { broken, sound }) await drills.Ended(drill);

        await Write();

        Assert.Null(await Report(broken));
        Assert.NotNull(await Report(sound));
    }

    [Fact]
    public async Task Several_that_write_at_once_write_it_once()
    {
        var drill = await drills.Conducted(await drills.NewCampaign(), members: Member);
        await drills.Reached(drill, Recipient(Member, tried: Tried("mail", "bounced", "5.1.1")));

        await drills.Ended(drill);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Write()));

        Assert.NotNull(await Report(drill));
        Assert.Single(await drills.AllPublished<StaleContactsFound>(s => s.DrillId == drill.Id));
    }

    [Fact]
    public async Task Tells_whose_contacts_are_stale()
    {
        var drill = await drills.Conducted(await drills.NewCampaign(), members: [Member, Other]);
        await drills.Reached(drill, Recipient(Member, tried: Tried("mail", "bounced", "5.1.1")), Recipient(Other, tried: Tried("mail", "sent")));

        await drills.Reported(drill);

        Assert.Equal([Member], (await drills.Published<StaleContactsFound>(s => s.DrillId == drill.Id)).OrganisationIds);
    }

    [Fact]
    public async Task Tells_nothing_where_everybody_was_reached()
    {
        var drill = await drills.Conducted(await drills.NewCampaign(), members: Member);
        await drills.Reached(drill, Recipient(Member, confirmed: 5));

        await drills.Reported(drill);

        Assert.Empty(await drills.AllPublished<StaleContactsFound>(s => s.DrillId == drill.Id));
    }

    [Fact]
    public async Task A_service_that_was_away_when_a_drill_ended_writes_its_report_later()
    {
        var drill = await drills.Conducted(await drills.NewCampaign(), members: Member);
        await drills.Reached(drill, Recipient(Member, confirmed: 5));
        await drills.Ended(drill);
        await drills.Hears(new DrillReached { DrillId = drill.Id, Recipients = [], Hops = [], FinalPart = 1, FinalParts = 1 });

        await drills.Restart();

        await DrillsFixture.Until(async () => await Report(drill) is not null, "No report was written after the start.");
    }

    Task Write() => drills.Services.GetRequiredService<CloseReports>().Write(heard: CloseReports.Patience, CancellationToken.None);

    Task<ClosedReport?> Report(Drill drill) => drills.Db<DrillsDb, ClosedReport?>(db => db.ClosedReports.AsNoTracking().SingleOrDefaultAsync(r => r.DrillId == drill.Id));
}
