using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Classification.Labelling;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Tests.Labelling;

public class LabelReportTests(ClassificationFixture classification) : IClassFixture<ClassificationFixture>
{
    Guid Reporter => classification.Reporter;

    [Fact]
    public async Task Decides_both_labels_and_tells_why()
    {
        var report = Submitted(Tlp.Green, body: "社外秘の資料による。");

        await classification.Hears(report);

        var said = await classification.Published<ReportClassified>(m => m.ReportId == report.ReportId);
        Assert.Equal((1, Tlp.AmberStrict, Tlp.AmberStrict), (said.Version, said.Original, said.Ceiling));
        Assert.Equal(["wish", "marking.internal"], said.Reasons.Select(r => r.Rule));
        Assert.All(said.Reasons, r => Assert.True(r is { Ja.Length: > 0, En.Length: > 0, Raises: "both" or "original" or "none" }));
        Assert.Equal(report.Case, said.Case);
    }

    [Fact]
    public async Task Without_any_marking_the_wish_stands()
    {
        var report = Submitted(Tlp.Clear);

        await classification.Hears(report);

        var said = await classification.Published<ReportClassified>(m => m.ReportId == report.ReportId);
        Assert.Equal((Tlp.Clear, Tlp.Clear, "wish"), (said.Original, said.Ceiling, Assert.Single(said.Reasons).Rule));
    }

    [Fact]
    public async Task A_report_without_a_label_is_RED()
    {
        var report = Submitted(Tlp.Red);
        var json = JsonSerializer.SerializeToNode(report)!.AsObject();
        json.Remove(nameof(ReportSubmitted.RequestedTlp));

        await classification.Hears(json.Deserialize<ReportSubmitted>()!);

        Assert.Equal(Tlp.Red, (await classification.Published<ReportClassified>(m => m.ReportId == report.ReportId)).Ceiling);
    }

    [Fact]
    public async Task A_repeat_keeps_the_decision_and_says_nothing_more()
    {
        var report = Submitted(Tlp.Green);
        await classification.Hears(report);

        await classification.Hears(report);
        await classification.Hears(report with { RequestedTlp = Tlp.Red });

        Assert.Equal(Tlp.Green, Assert.Single(await classification.AllPublished<ReportClassified>(m => m.ReportId == report.ReportId)).Ceiling);
    }

    [Fact]
    public async Task Each_version_is_decided_for_itself()
    {
        var first = Submitted(Tlp.Red);
        await classification.Hears(first);

        await classification.Hears(Submitted(Tlp.Green) with { ReportId = first.ReportId, Version = 2 });

        var label = await Label(first.ReportId);
        Assert.Equal((2, "GREEN"), (label!.Value.GetProperty("version").GetInt32(), label.Value.GetProperty("original").GetString()));
        Assert.Equal([1, 2], (await classification.AllPublished<ReportClassified>(m => m.ReportId == first.ReportId)).Select(m => m.Version).Order());
    }

    [Fact]
    public async Task Reasons_and_decision_hold_no_text_of_the_report()
    {
        var report = Submitted(Tlp.Green, body: "TLP:ZEBRA okapi-gateway 関係者限り", title: "giraffe TLP:AMBER");
        await classification.Hears(report);

        var said = await classification.Published<ReportClassified>(m => m.ReportId == report.ReportId);
        var stored = await classification.Db<ClassificationDb, LabelDecision>(db => db.Decisions.SingleAsync(d => d.ReportId == report.ReportId));

        foreach (var json in new[] { JsonSerializer.Serialize(said), JsonSerializer.Serialize(stored) })
        {
            foreach (var word in new[] { "zebra", "okapi", "giraffe", Reporter.ToString() }) Assert.DoesNotContain(word, json, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_case_that_does_not_open_is_not_labelled()
    {
        var report = Submitted(Tlp.Green) with { Case = classification.Identifying.Seal(Fake.CaseFile()) };

        await Assert.ThrowsAnyAsync<Exception>(() => classification.Hears(report));

        Assert.Empty(await classification.AllPublished<ReportClassified>(m => m.ReportId == report.ReportId));
    }

    [Fact]
    public async Task Shows_the_reporter_the_labels_and_the_reasons()
    {
        var report = Submitted(Tlp.Green, body: "取扱注意");
        await classification.Hears(report);

        var label = (await Label(report.ReportId))!.Value;

        Assert.Equal(("AMBER", "AMBER", 1), (label.GetProperty("original").GetString(), label.GetProperty("ceiling").GetString(), label.GetProperty("version").GetInt32()));
        Assert.Equal(["wish", "marking.restricted"], label.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task A_foreign_report_is_not_there()
    {
        var report = Submitted(Tlp.Green);
        await classification.Hears(report);

        foreach (var role in Role.All.Except([Role.Analyst, Role.Approver])) Assert.Null(await Label(report.ReportId, Guid.NewGuid(), role));
        Assert.Null(await Label(Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await classification.Http().GetAsync($"/api/reports/{report.ReportId}/label")).StatusCode);
    }

    [Fact]
    public async Task Forgets_what_was_withdrawn()
    {
        var report = Submitted(Tlp.Green);
        await classification.Hears(report);

        await classification.Hears(new ReportWithdrawn { ReportId = report.ReportId });
        await classification.Hears(new ReportWithdrawn { ReportId = report.ReportId });

        Assert.Null(await Label(report.ReportId));
        Assert.False(await classification.Db<ClassificationDb, bool>(db => db.Decisions.AnyAsync(d => d.ReportId == report.ReportId)));
    }

    ReportSubmitted Submitted(Tlp requested, string body = "本文", string title = "件名") => new()
    {
        ReportId = Guid.NewGuid(),
        Version = 1,
        RequestedTlp = requested,
        Case = classification.Case.Seal(Fake.CaseFile(Reporter) with { Title = title, Body = body }),
    };

    Task<JsonElement?> Label(Guid reportId, Guid? organisation = null, string role = Role.Operator) => classification.Label(reportId, organisation, role);
}
