using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Classification;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Anonymisation.Tests.Cases;

/// <summary>The answering report of a drill is anonymised as any other; nothing of it leaves without the mark, and it teaches nothing.</summary>
public class DrillCaseTests(AnonymisationFixture anonymisation) : IClassFixture<AnonymisationFixture>
{
    readonly Guid drill = Guid.NewGuid();

    [Fact]
    public async Task Flash_and_narrative_carry_the_drill_through_approvals_edits_and_changes_of_label()
    {
        var heard = anonymisation.Classified(anonymisation.Report(), Tlp.AmberStrict) with { DrillId = drill };
        await anonymisation.Hears(heard);
        (await anonymisation.Approve(heard.ReportId)).EnsureSuccessStatusCode();
        await anonymisation.Hears(heard with { Version = 2, LabelVersion = 2, Case = anonymisation.Case.Seal(anonymisation.Report(releaseMode: "review")) });
        (await anonymisation.Decide(heard.ReportId, new { decision = "edit", hash = await anonymisation.Hash(heard.ReportId), title = "模擬の件名", body = "模擬の本文" })).EnsureSuccessStatusCode();
        (await anonymisation.Approve(heard.ReportId, narrative: false)).EnsureSuccessStatusCode();
        await anonymisation.Hears(new LabelChanged { ReportId = heard.ReportId, ReportVersion = 2, LabelVersion = 3, Original = Tlp.Amber, Ceiling = Tlp.Amber, Severity = "low", Urgency = "normal", Handling = [] });
        (await anonymisation.Approve(heard.ReportId, narrative: true)).EnsureSuccessStatusCode();

        var source = (await anonymisation.Published<RenditionChanged>(m => m.ReportId == heard.ReportId)).SourceId;
        var flashes = await anonymisation.AllPublished<FlashReady>(m => m.SourceId == source);
        var narratives = await anonymisation.AllPublished<NarrativeApproved>(m => m.SourceId == source);
        Assert.Equal([1, 2], flashes.Select(f => f.ReportVersion).Distinct().Order());
        Assert.Equal([1, 2], narratives.Select(n => n.ReportVersion).Order());
        Assert.All(flashes.Select(f => f.DrillId).Concat(narratives.Select(n => n.DrillId)), said => Assert.Equal(drill, said));
    }

    [Fact]
    public async Task The_mark_in_its_text_holds_nothing_back_as_it_does_in_life()
    {
        var report = anonymisation.Report() with { Title = "【訓練】模擬の障害" };
        var live = anonymisation.Classified(report) with { DrillMarked = true };
        var played = anonymisation.Classified(report) with { DrillMarked = true, DrillId = drill };

        await anonymisation.Hears(live);
        await anonymisation.Hears(played);

        Assert.Contains((await Changed(live.ReportId)).Notices, n => n.Code == "drill.marked");
        Assert.Equal("held", (await Changed(live.ReportId)).Flash);
        Assert.DoesNotContain((await Changed(played.ReportId)).Notices, n => n.Code == "drill.marked");
        Assert.Equal("ready", (await Changed(played.ReportId)).Flash);
    }

    [Fact]
    public async Task The_preview_shows_the_mark()
    {
        var played = anonymisation.Classified(anonymisation.Report()) with { DrillId = drill };
        await anonymisation.Hears(played);
        var live = await anonymisation.Rendered();

        var (ofDrill, ofLife) = ((await anonymisation.Read(played.ReportId))!.Value, (await anonymisation.Read(live))!.Value);
        Assert.Equal((true, drill), (ofDrill.GetProperty("drill").GetBoolean(), ofDrill.GetProperty("exercise").GetGuid()));
        Assert.False(ofLife.GetProperty("drill").GetBoolean());
        var source = (await Changed(live)).SourceId;
        Assert.Null((await anonymisation.Published<FlashReady>(m => m.SourceId == source)).DrillId);
    }

    [Fact]
    public async Task What_is_marked_in_a_drill_teaches_nothing()
    {
        const string word = "灰色の観測塔";
        var report = anonymisation.Report() with { Body = $"模擬として{word}が止まった。" };
        var played = anonymisation.Classified(report) with { DrillId = drill };
        await anonymisation.Hears(played);

        (await anonymisation.Mark(played.ReportId, report.Body, word, "remove")).EnsureSuccessStatusCode();

        Assert.DoesNotContain(word, (await anonymisation.Read(played.ReportId))!.Value.GetProperty("narrative").GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Empty(await anonymisation.Terms(Role.Manager, anonymisation.Reporter));
    }

    Task<RenditionChanged> Changed(Guid reportId) => anonymisation.Published<RenditionChanged>(m => m.ReportId == reportId);
}
