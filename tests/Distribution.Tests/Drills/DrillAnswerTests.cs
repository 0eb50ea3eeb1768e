using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Reciprocity;

namespace Ceptoar.Distribution.Tests.Drills;

/// <summary>Reports that answer a drill are advisories of that drill and never meet what is live.</summary>
public class DrillAnswerTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Testing.SmallDirectory Small => distribution.Directory;

    Guid Member(int n) => Small.Telecom[n].OrganisationId;

    [Fact]
    public async Task An_answer_is_a_drill_under_a_number_of_drills_for_those_who_take_part()
    {
        var drill = await distribution.Drilled();
        var flash = distribution.Flash(audience: [Small.AllCeptoars.GroupId]) with { DrillId = drill };

        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash) with { DrillId = drill });

        var view = (await distribution.Read(id, Member(1)))!.Value;
        Assert.StartsWith("AT-", view.GetProperty("number").GetString(), StringComparison.Ordinal);
        Assert.Equal((true, "【訓練】承認された件名", 2), (view.GetProperty("drill").GetBoolean(), view.GetProperty("title").GetString(), view.GetProperty("version").GetInt32()));
        Assert.Equal([Member(0), Member(1), Member(2), Small.TelecomSecretariat.OrganisationId], (await distribution.Rows(id)).Where(r => r.Version == 2).Select(r => r.MailboxId).OrderBy(m => Array.IndexOf(distribution.Agreed, m)));
        Assert.All(await distribution.AllPublished<AdvisoryReleased>(m => m.AdvisoryId == id), m => Assert.True(m.Drill));
        foreach (var outside in distribution.Everyone.Except(distribution.Agreed)) Assert.Null(await distribution.Read(id, outside));
    }

    [Fact]
    public async Task Answers_to_one_drill_join_each_other_and_neither_live_reports_nor_another_drill()
    {
        var attacker = DistributionFixture.Address();
        var (drill, other) = (await distribution.Drilled(), await distribution.Drilled());
        FlashReady Of(Guid? answers) => distribution.Flash(indicators: attacker) with { DrillId = answers };

        var live = await distribution.Released(Of(null));
        var first = await distribution.Released(Of(drill));
        var second = await distribution.Released(Of(drill));
        var elsewhere = await distribution.Released(Of(other));
        var again = await distribution.Released(Of(null));

        Assert.Equal((first, live), (second, again));
        Assert.Equal(3, new[] { live, first, elsewhere }.Distinct().Count());
        Assert.Equal([(2, false), (2, true), (1, true)], await Task.WhenAll(new[] { live, first, elsewhere }.Select(async id => await distribution.Advisory(id) is var a ? (a.Content.Reports, a.Drill) : default)));
    }

    [Fact]
    public async Task An_answer_to_a_drill_that_is_not_known_is_seen_by_nobody_and_goes_out_when_it_is()
    {
        var drill = Guid.NewGuid();
        var flash = distribution.Flash() with { DrillId = drill };

        await Assert.ThrowsAnyAsync<Exception>(() => distribution.Hears(flash));
        Assert.Null(await distribution.AdvisoryOf(flash.SourceId));

        await distribution.Hears(DistributionFixture.Drill(drill, distribution.Agreed));
        Assert.NotNull(await distribution.Read(await distribution.Released(flash), Member(0)));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("stopped")]
    public async Task An_answer_to_a_drill_that_ended_is_not_released(string state)
    {
        var drill = await distribution.Drilled();
        await distribution.Hears(DistributionFixture.Drill(drill, distribution.Agreed, state, version: 2));
        var flash = distribution.Flash() with { DrillId = drill };

        await distribution.Hears(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash) with { DrillId = drill });

        Assert.Null(await distribution.AdvisoryOf(flash.SourceId));
    }

    [Fact]
    public async Task The_mark_of_an_answer_does_not_come_off_with_a_later_report_or_label()
    {
        var drill = await distribution.Drilled();
        var flash = distribution.Flash(Tlp.Green) with { DrillId = drill };
        var first = await distribution.Released(flash);

        var later = await distribution.Released(distribution.Flash(Tlp.Amber, flash.SourceId, version: 2, audience: [Small.AllCeptoars.GroupId]));
        await distribution.Hears(new SourceRelabelled { SourceId = flash.SourceId, ReportVersion = 2, LabelVersion = 9, Tlp = Tlp.AmberStrict });

        foreach (var id in new[] { first, later })
        {
            var advisory = await distribution.Advisory(id);
            Assert.Equal((true, drill), (advisory.Drill, advisory.DrillId));
            Assert.Null(await distribution.Read(id, Member(5)));
        }
    }

    [Fact]
    public async Task Its_reporter_is_told_how_far_it_came_and_its_drill_tells_nobody()
    {
        var drill = await distribution.Drilled();
        var flash = distribution.Flash() with { DrillId = drill };
        var id = await distribution.Released(flash);
        await distribution.Receipt(id, Member(0), "confirmed");
        await distribution.Relayed(drill);
        await distribution.Receipt(drill, Member(0), "confirmed");

        await ((TellSources)distribution.Services.GetService(typeof(TellSources))!).Tell(CancellationToken.None);

        Assert.Equal([flash.SourceId], (await distribution.Published<AdvisoryReached>(m => m.AdvisoryId == id)).SourceIds);
        Assert.Empty(await distribution.AllPublished<AdvisoryReached>(m => m.AdvisoryId == drill));
    }
}
