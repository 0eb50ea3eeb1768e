using System.Net;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Tests.Cases;

/// <summary>A person changes the label of a report whose renditions stand.</summary>
public class ChangeLabelTests(AnonymisationFixture anonymisation) : IClassFixture<AnonymisationFixture>
{
    [Fact]
    public async Task A_raised_label_is_told_at_once_of_what_is_out()
    {
        var id = await anonymisation.Rendered(ceiling: Tlp.Amber);

        await anonymisation.Hears(Changed(id, Tlp.AmberStrict));

        var source = await Source(id);
        var said = await anonymisation.Published<SourceRelabelled>(m => m.LabelVersion == 2 && m.SourceId == source);
        Assert.Equal((Tlp.AmberStrict, 1, "critical"), (said.Tlp, said.ReportVersion, said.Severity));
        Assert.Equal(("awaitingApproval", "AMBER+STRICT"), (Text(await Read(id), "status"), Text(await Read(id), "tlp")));
    }

    [Fact]
    public async Task Raised_to_RED_nothing_can_be_approved_any_more()
    {
        var id = await anonymisation.Rendered(ceiling: Tlp.Amber);

        await anonymisation.Hears(Changed(id, Tlp.Red));

        Assert.Equal(("blocked", "none"), (Text(await Read(id), "status"), Text(await Read(id), "flashState")));
        Assert.Equal(HttpStatusCode.Conflict, (await anonymisation.Approve(id)).StatusCode);
        Assert.Equal("red.namedPeople", Assert.Single((await anonymisation.Published<RenditionChanged>(m => m.ReportId == id && m.Version == 2)).Notices).Code);
    }

    [Fact]
    public async Task A_lowered_label_lets_the_flash_go_by_its_rules_and_the_text_once_it_is_approved_anew()
    {
        var id = await anonymisation.Rendered(ceiling: Tlp.Red);
        var source = await Source(id);
        Assert.Empty(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == source));

        await anonymisation.Hears(Changed(id, Tlp.Amber));

        var flash = await anonymisation.Published<FlashReady>(m => m.SourceId == source);
        Assert.Equal((Tlp.Amber, 2, "critical"), (flash.Tlp, flash.LabelVersion, flash.Flash.Severity));
        Assert.Equal("awaitingApproval", Text(await Read(id), "status"));
        (await anonymisation.Approve(id)).EnsureSuccessStatusCode();
        Assert.Equal((Tlp.Amber, 2), await anonymisation.Published<NarrativeApproved>(m => m.SourceId == flash.SourceId) is var n ? (n.Tlp, n.LabelVersion) : default);
    }

    [Fact]
    public async Task What_was_approved_for_a_stricter_label_must_be_approved_again_for_a_lower_one()
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"), Tlp.AmberStrict);
        (await anonymisation.Approve(id)).EnsureSuccessStatusCode();

        await anonymisation.Hears(Changed(id, Tlp.Green));

        Assert.Equal(("awaitingApproval", "held"), (Text(await Read(id), "status"), Text(await Read(id), "flashState")));
        var source = await Source(id);
        Assert.Single(await anonymisation.AllPublished<NarrativeApproved>(m => m.SourceId == source));
        Assert.Empty(await anonymisation.AllPublished<SourceRelabelled>(m => m.SourceId == source));
    }

    [Fact]
    public async Task A_change_that_comes_before_the_report_holds_for_it()
    {
        var report = anonymisation.Classified(anonymisation.Report(), Tlp.Green);
        await anonymisation.Hears(Changed(report.ReportId, Tlp.Red));

        await anonymisation.Hears(report);

        Assert.Equal(("blocked", "RED"), (Text(await Read(report.ReportId), "status"), Text(await Read(report.ReportId), "tlp")));
        var source = await Source(report.ReportId);
        Assert.Empty(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == source));
    }

    [Fact]
    public async Task A_follow_up_under_a_stricter_label_narrows_what_is_out_though_nothing_of_it_may_leave()
    {
        var id = await anonymisation.Rendered(ceiling: Tlp.Green);
        var source = await Source(id);

        await anonymisation.Hears(anonymisation.Classified(anonymisation.Report(), Tlp.Red, id, version: 2) with { LabelVersion = 2 });

        var said = await anonymisation.Published<SourceRelabelled>(m => m.SourceId == source);
        Assert.Equal((Tlp.Red, 2), (said.Tlp, said.ReportVersion));
    }

    [Fact]
    public async Task A_change_of_the_original_alone_leaves_a_first_approval_as_it_is()
    {
        var id = await anonymisation.Rendered(ceiling: Tlp.Amber);
        var rendition = await Read(id);
        var source = await Source(id);

        await anonymisation.Hears(Changed(id, Tlp.Amber) with { Severity = Text(rendition.GetProperty("flash"), "severity"), Urgency = Text(rendition.GetProperty("flash"), "urgency") });

        Assert.Equal(Text(rendition, "hash"), Text(await Read(id), "hash"));
        Assert.Empty(await anonymisation.AllPublished<SourceRelabelled>(m => m.SourceId == source));
    }

    [Fact]
    public async Task Hearing_it_twice_or_an_older_one_late_changes_nothing()
    {
        var id = await anonymisation.Rendered(ceiling: Tlp.Green);
        await anonymisation.Hears(Changed(id, Tlp.Amber, labelVersion: 3));

        await anonymisation.Hears(Changed(id, Tlp.Amber, labelVersion: 3));
        await anonymisation.Hears(Changed(id, Tlp.Red, labelVersion: 2));

        Assert.Equal("AMBER", Text(await Read(id), "tlp"));
        var source = await Source(id);
        Assert.Single(await anonymisation.AllPublished<SourceRelabelled>(m => m.SourceId == source));
    }

    [Fact]
    public async Task A_change_of_an_older_version_or_a_withdrawn_report_changes_nothing()
    {
        var id = await anonymisation.Rendered(ceiling: Tlp.Green);
        await anonymisation.Hears(anonymisation.Classified(anonymisation.Report(), Tlp.Green, id, version: 2) with { LabelVersion = 2 });

        await anonymisation.Hears(Changed(id, Tlp.Red, labelVersion: 3));
        Assert.Equal("GREEN", Text(await Read(id), "tlp"));

        await anonymisation.Hears(new ReportWithdrawn { ReportId = id });
        await anonymisation.Hears(Changed(id, Tlp.Red, labelVersion: 4) with { ReportVersion = 2 });
        Assert.Null(await anonymisation.Read(id));
    }

    [Fact]
    public async Task Severity_and_urgency_as_decided_and_handling_leave_with_the_flash()
    {
        var report = anonymisation.Classified(anonymisation.Report()) with { Severity = "critical", Urgency = "urgent", Handling = ["noCopy"] };
        await anonymisation.Hears(report);

        var source = await Source(report.ReportId);
        var flash = (await anonymisation.Published<FlashReady>(m => m.SourceId == source)).Flash;
        Assert.Equal(("critical", "urgent", "noCopy"), (flash.Severity, flash.Urgency, Assert.Single(flash.Handling)));
    }

    [Fact]
    public async Task A_text_with_the_mark_of_a_drill_does_not_go_out_by_itself()
    {
        var report = anonymisation.Classified(anonymisation.Report(releaseMode: "auto")) with { DrillMarked = true };
        await anonymisation.Hears(report);

        Assert.Equal("held", Text(await Read(report.ReportId), "flashState"));
        Assert.Contains((await anonymisation.Published<RenditionChanged>(m => m.ReportId == report.ReportId)).Notices, n => n.Code == "drill.marked");
    }

    static LabelChanged Changed(Guid id, Tlp ceiling, int labelVersion = 2) => new()
    {
        ReportId = id,
        ReportVersion = 1,
        LabelVersion = labelVersion,
        Original = Tlp.Red,
        Ceiling = ceiling,
        Severity = "critical",
        Urgency = "urgent",
        Handling = [],
    };

    Task<Guid> Source(Guid id) => anonymisation.Db<AnonymisationDb, Guid>(db => db.Cases.AsNoTracking().Where(c => c.ReportId == id).Select(c => c.SourceId).SingleAsync());

    async Task<JsonElement> Read(Guid id) => (await anonymisation.Read(id))!.Value;

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
