using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Classification.Tests.Labelling;

/// <summary>The answering report of a drill is labelled as any other, carries its drill on, and counts nowhere.</summary>
public class DrillReportTests(ClassificationFixture classification) : IClassFixture<ClassificationFixture>
{
    readonly Guid drill = Guid.NewGuid();

    [Fact]
    public async Task The_drill_goes_on_with_every_version_and_is_no_suspicion()
    {
        var first = classification.Report(body: "【訓練】模擬の障害。社外秘。") with { DrillId = drill };
        await classification.Hears(first);
        await classification.Hears(first with { Version = 2 });
        await classification.Hears(first with { Version = 3, DrillId = null });

        var said = await classification.AllPublished<ReportClassified>(m => m.ReportId == first.ReportId);
        Assert.Equal([1, 2, 3], said.Select(m => m.Version).Order());
        Assert.All(said, m => Assert.Equal((drill, false, Tlp.AmberStrict), (m.DrillId, m.DrillMarked, m.Ceiling)));
    }

    [Fact]
    public async Task A_live_report_with_the_mark_in_its_text_is_suspected_still()
    {
        var id = await classification.Labelled(body: "【訓練】模擬の障害。");

        Assert.Equal((null, true), await classification.Published<ReportClassified>(m => m.ReportId == id) is var said ? (said.DrillId, said.DrillMarked) : default);
        Assert.Equal((false, true), Marks((await classification.Label(id))!.Value));
    }

    [Fact]
    public async Task Whoever_sees_its_labels_sees_the_mark_after_a_persons_change_too()
    {
        var report = classification.Report(Tlp.Clear, "【訓練】模擬の障害。") with { DrillId = drill };
        await classification.Hears(report);
        Assert.Equal((true, false), await Listed(report.ReportId));

        (await classification.AsAnalyst(HttpMethod.Put, $"/api/reports/{report.ReportId}/label", new { ceiling = "AMBER", reason = "訓練の手順" })).EnsureSuccessStatusCode();
        (await classification.AsAnalyst(HttpMethod.Put, $"/api/reports/{report.ReportId}/label", new { ceiling = "GREEN", reason = "訓練の手順" })).EnsureSuccessStatusCode();

        Assert.Equal((true, false), await Listed(report.ReportId));
        var label = (await classification.Label(report.ReportId))!.Value;
        Assert.Equal((true, false), Marks(label));
        Assert.All(label.GetProperty("changes").EnumerateArray(), c => Assert.True(c.GetProperty("drill").GetBoolean()));
        var waiting = (await classification.Http(Role.Operator, classification.Reporter).GetFromJsonAsync<JsonElement>("/api/label-changes")).GetProperty("items").EnumerateArray();
        Assert.True(waiting.Single(c => c.GetProperty("reportId").GetGuid() == report.ReportId).GetProperty("drill").GetBoolean());
    }

    [Fact]
    public async Task A_policy_is_tried_on_live_reports_alone()
    {
        var before = await Tried();

        for (var i = 0; i < 3; i++) await classification.Hears(classification.Report(Tlp.Clear, "取扱注意") with { DrillId = drill });
        Assert.Equal(before, await Tried());

        await classification.Labelled(Tlp.Clear, "取扱注意");
        Assert.Equal((before.Reports + 1, before.Changed + 1), await Tried());
    }

    async Task<(int Reports, int Changed)> Tried()
    {
        var policy = new { note = "試す", rules = new[] { new { id = "restricted", when = new { signals = new[] { "marking.restricted" } }, tlp = "RED", raises = "both", ja = "取扱注意", en = "restricted" } } };
        var tried = await ClassificationFixture.Json(await classification.AsAnalyst(HttpMethod.Post, "/api/policies/national/dry-run", policy));
        return (tried.GetProperty("reports").GetInt32(), tried.GetProperty("changed").GetInt32());
    }

    async Task<(bool Drill, bool Marked)> Listed(Guid reportId)
    {
        var labels = await classification.Http(Role.Analyst, classification.Centre).GetFromJsonAsync<JsonElement>("/api/labels?limit=100");
        return Marks(labels.GetProperty("items").EnumerateArray().Single(l => l.GetProperty("reportId").GetGuid() == reportId));
    }

    static (bool Drill, bool Marked) Marks(JsonElement label) => (label.GetProperty("drill").GetBoolean(), label.GetProperty("drillMarked").GetBoolean());
}
