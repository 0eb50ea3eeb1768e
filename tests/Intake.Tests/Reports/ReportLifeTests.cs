using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Intake.Tests.Reports;

/// <summary>What becomes of a report after it was handed in: labels, renditions, release, follow-ups, withdrawal.</summary>
public class ReportLifeTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Takes_over_the_labels_that_Classification_decided()
    {
        var id = (await intake.Submitted()).Id;

        await intake.Classified(id, Tlp.Red, ceiling: Tlp.Amber);

        var report = await Read(id);
        Assert.Equal(("classified", "RED", "AMBER"), (Text(report, "status"), Text(report, "original"), Text(report, "ceiling")));
    }

    [Fact]
    public async Task Labels_of_an_older_version_change_nothing()
    {
        var id = (await intake.Submitted()).Id;
        await intake.FollowedUp(id, intake.Report());
        await intake.Classified(id, Tlp.Red, version: 2);

        await intake.Classified(id, Tlp.Clear, version: 1);
        await intake.Classified(id, Tlp.Green, version: 2);

        Assert.Equal("RED", Text(await Read(id), "original"));
    }

    [Fact]
    public async Task Takes_over_what_a_person_changed_of_them_in_whatever_order_it_comes()
    {
        var id = (await intake.Submitted()).Id;
        await intake.Hears(Changed(id, Tlp.Red, labelVersion: 3));

        await intake.Classified(id, Tlp.Green);
        await intake.Hears(Changed(id, Tlp.Amber, labelVersion: 2));

        var report = await Read(id);
        Assert.Equal(("classified", "RED", "RED", "critical"), (Text(report, "status"), Text(report, "original"), Text(report, "ceiling"), Text(report, "severity")));
    }

    [Fact]
    public async Task A_change_of_an_older_versions_label_changes_nothing()
    {
        var id = (await intake.Submitted()).Id;
        await intake.Classified(id, Tlp.Green);
        await intake.FollowedUp(id, intake.Report());
        await intake.Classified(id, Tlp.Amber, version: 2);

        await intake.Hears(Changed(id, Tlp.Clear, labelVersion: 9));

        Assert.Equal("AMBER", Text(await Read(id), "original"));
    }

    static LabelChanged Changed(Guid id, Tlp label, int labelVersion) => new()
    {
        ReportId = id,
        ReportVersion = 1,
        LabelVersion = labelVersion,
        Original = label,
        Ceiling = label,
        Severity = "critical",
        Urgency = "urgent",
        Handling = [],
    };

    [Fact]
    public async Task Shows_where_the_renditions_stand_with_the_reasons_in_words()
    {
        var id = (await intake.Submitted()).Id;
        await intake.Classified(id, Tlp.Amber);

        await intake.Hears(IntakeFixture.Rendered(id, Guid.NewGuid()));

        var report = await Read(id);
        Assert.Equal(("awaitingApproval", "held"), (Text(report, "status"), Text(report.GetProperty("flash"), "state")));
        Assert.Equal("速報は承認を待っています。", Text(report.GetProperty("notices")[0], "ja"));
    }

    [Theory]
    [InlineData("awaitingApproval")]
    [InlineData("approved")]
    [InlineData("refused")]
    [InlineData("blocked")]
    public async Task Knows_every_state_of_a_narrative(string narrative)
    {
        var id = (await intake.Submitted()).Id;

        await intake.Hears(IntakeFixture.Rendered(id, Guid.NewGuid(), narrative: narrative));

        Assert.Equal(narrative, Text(await Read(id), "status"));
    }

    [Fact]
    public async Task Repeats_and_old_news_of_renditions_change_nothing()
    {
        var id = (await intake.Submitted()).Id;
        var source = Guid.NewGuid();
        await intake.Hears(IntakeFixture.Rendered(id, source, version: 2, narrative: "approved", flash: "ready"));

        await intake.Hears(IntakeFixture.Rendered(id, source, version: 1, narrative: "awaitingApproval"));
        await intake.Hears(IntakeFixture.Rendered(id, source, version: 2, narrative: "refused"));
        await intake.Classified(id, Tlp.Amber);

        Assert.Equal("approved", Text(await Read(id), "status"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shows_the_advisory_in_whatever_order_the_news_comes(bool releaseFirst)
    {
        var (id, source, advisory) = ((await intake.Submitted()).Id, Guid.NewGuid(), Guid.NewGuid());
        var released = new AdvisoryReleased { AdvisoryId = advisory, Version = 1, SourceIds = [Guid.NewGuid(), source], NarrativeSourceIds = [] };
        var rendered = IntakeFixture.Rendered(id, source, flash: "ready");

        if (releaseFirst)
        {
            await intake.Hears(released);
            await intake.Hears(rendered);
        }
        else
        {
            await intake.Hears(rendered);
            await intake.Hears(released);
        }

        await intake.Hears(released);
        var report = await Read(id);
        Assert.Equal(("awaitingApproval", "released", advisory), (Text(report, "status"), Text(report.GetProperty("flash"), "state"), report.GetProperty("flash").GetProperty("advisoryId").GetGuid()));
        var listed = (await intake.Listed(intake.Reporter)).Single(i => i.GetProperty("id").GetGuid() == id);
        Assert.Equal(advisory, listed.GetProperty("flash").GetProperty("advisoryId").GetGuid());
    }

    [Fact]
    public async Task An_approved_narrative_is_released_once_it_is_out_and_stays_so()
    {
        var (id, source, advisory) = ((await intake.Submitted()).Id, Guid.NewGuid(), Guid.NewGuid());
        await intake.Hears(IntakeFixture.Rendered(id, source, narrative: "approved", flash: "ready"));
        Assert.Equal("approved", Text(await Read(id), "status"));

        await intake.Hears(new AdvisoryReleased { AdvisoryId = advisory, Version = 2, SourceIds = [source], NarrativeSourceIds = [source] });
        await intake.Hears(new AdvisoryReleased { AdvisoryId = advisory, Version = 1, SourceIds = [source], NarrativeSourceIds = [] });

        Assert.Equal("released", Text(await Read(id), "status"));
    }

    [Fact]
    public async Task A_source_that_went_out_anew_shows_the_newer_advisory()
    {
        var (id, source, first, second) = ((await intake.Submitted()).Id, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await intake.Hears(IntakeFixture.Rendered(id, source, flash: "ready"));
        await intake.Hears(new AdvisoryReleased { AdvisoryId = first, Version = 1, SourceIds = [source], NarrativeSourceIds = [] });

        await intake.Hears(new AdvisoryReleased { AdvisoryId = second, Version = 1, SourceIds = [source], NarrativeSourceIds = [] });

        Assert.Equal(second, (await Read(id)).GetProperty("flash").GetProperty("advisoryId").GetGuid());
    }

    [Fact]
    public async Task A_follow_up_is_a_whole_new_version_and_goes_the_same_way_again()
    {
        var receipt = await intake.Submitted();
        await intake.Classified(receipt.Id, Tlp.Amber);

        var second = await intake.FollowedUp(receipt.Id, intake.Report(("title", "続報"), ("requestedTlp", "GREEN"), ("stage", "followUp")));

        Assert.Equal((receipt.Id, receipt.Number, "received", 2), (second.Id, second.Number, second.Status, second.Version));
        var report = await Read(receipt.Id);
        Assert.Equal((2, "GREEN", "続報"), (report.GetProperty("version").GetInt32(), Text(report, "requestedTlp"), Text(report.GetProperty("report"), "title")));
        var said = await intake.Published<ReportSubmitted>(m => m.ReportId == receipt.Id && m.Version == 2);
        Assert.Equal((Tlp.Green, "続報"), (said.RequestedTlp, intake.Case.Open<CaseFile>(said.Case).Title));
    }

    [Fact]
    public async Task A_follow_up_is_validated_as_a_first_report_is()
    {
        var id = (await intake.Submitted()).Id;

        var answer = await intake.Http(Role.Operator, intake.Reporter).PostAsJsonAsync($"/api/reports/{id}/versions", intake.Report(("title", ""), ("requestedTlp", "red")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, (await Read(id)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Renditions_of_the_version_before_a_follow_up_change_nothing()
    {
        var id = (await intake.Submitted()).Id;
        await intake.FollowedUp(id, intake.Report());

        await intake.Hears(IntakeFixture.Rendered(id, Guid.NewGuid(), version: 5, narrative: "approved", reportVersion: 1));

        Assert.Equal("received", Text(await Read(id), "status"));
    }

    [Theory]
    [InlineData("versions")]
    [InlineData("withdrawal")]
    public async Task What_is_not_mine_is_not_there(string path)
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", "ministry")))).Id;
        await intake.Classified(id, Tlp.Amber);
        var other = intake.Http(Role.Operator, intake.Directory.Telecom[1].OrganisationId);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"/api/reports/{id}/{path}", intake.Report())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"/api/reports/{Guid.NewGuid()}/{path}", intake.Report())).StatusCode);
        // whoever may read it may not change it either
        var ministry = intake.Http(Role.Operator, intake.Directory.TelecomMinistry.OrganisationId);
        Assert.Equal(HttpStatusCode.NotFound, (await ministry.PostAsJsonAsync($"/api/reports/{id}/{path}", intake.Report(("audience", new[] { intake.Directory.Ministries.GroupId })))).StatusCode);
        Assert.Equal("classified", Text(await Read(id), "status"));
    }

    [Fact]
    public async Task A_withdrawn_report_loses_its_text_and_its_key_and_tells_the_bus()
    {
        var receipt = await intake.Submitted();
        await intake.FollowedUp(receipt.Id, intake.Report());

        var answer = await Withdraw(receipt.Id);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await intake.Published<ReportWithdrawn>(m => m.ReportId == receipt.Id);
        var report = await Read(receipt.Id);
        Assert.Equal(("withdrawn", receipt.Number, JsonValueKind.Null), (Text(report, "status"), Text(report, "number"), report.GetProperty("report").ValueKind));
        Assert.Equal(0, await intake.Sql<long>($"select (select count(*) from report_version where report_id = '{receipt.Id}') + (select count(*) from case_key where case_id = '{receipt.Id}')"));
    }

    [Fact]
    public async Task A_report_is_withdrawn_once()
    {
        var id = (await intake.Submitted()).Id;
        await Withdraw(id);

        var again = await Withdraw(id);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("取り下げられています", (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Single(await intake.AllPublished<ReportWithdrawn>(m => m.ReportId == id));
        Assert.Equal(HttpStatusCode.Conflict, (await intake.Http(Role.Operator, intake.Reporter).PostAsJsonAsync($"/api/reports/{id}/versions", intake.Report())).StatusCode);
    }

    [Fact]
    public async Task Nothing_that_comes_late_revives_a_withdrawn_report()
    {
        var (id, source) = ((await intake.Submitted()).Id, Guid.NewGuid());
        await Withdraw(id);

        await intake.Classified(id, Tlp.Amber);
        await intake.Hears(IntakeFixture.Rendered(id, source, version: 9, narrative: "approved", flash: "ready"));
        await intake.Hears(new AdvisoryReleased { AdvisoryId = Guid.NewGuid(), Version = 1, SourceIds = [source], NarrativeSourceIds = [source] });

        var report = await Read(id);
        Assert.Equal(("withdrawn", "none"), (Text(report, "status"), Text(report.GetProperty("flash"), "state")));
        Assert.Empty(report.GetProperty("notices").EnumerateArray());
    }

    Task<HttpResponseMessage> Withdraw(Guid id) => intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{id}/withdrawal", content: null);

    async Task<JsonElement> Read(Guid id) => (await intake.Read(id))!.Value;

    static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();
}
