using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Drills.Runs;
using Ceptoar.Drills.Surveys;
using Ceptoar.Hosting.SignIn;
using static Ceptoar.Drills.Tests.PlayedWords;

namespace Ceptoar.Drills.Tests.Reports;

public class GetDrillReportTests(DrillsFixture drills) : IClassFixture<DrillsFixture>
{
    const string Nasty = "=1+1,\"<script>alert(1)</script>";

    Guid Member => drills.Directory.Telecom[0].OrganisationId;
    Guid Other => drills.Directory.Telecom[1].OrganisationId;
    HttpClient Secretariat => drills.Http(Role.Secretariat, drills.Directory.TelecomSecretariat.OrganisationId);
    HttpClient Ministry => drills.Http(Role.Liaison, drills.Directory.TelecomMinistry.OrganisationId);

    [Fact]
    public async Task Tells_the_figures_the_survey_and_earlier_years()
    {
        var before = await Reported(await drills.NewCampaign(year: 2024), confirmed: null);
        var campaign = await drills.NewCampaign(year: 2026);
        await drills.Kept(new Sheet { CampaignId = campaign.Id, Kind = Sheet.Survey, Questions = [new("read", "yesNo", "読めたか", "Could you read it?", Required: true, [])] });
        var drill = await Reported(campaign, confirmed: 5);
        await drills.Kept(new SheetAnswer { DrillId = drill, OrganisationId = Member, Kind = Sheet.Survey, Answers = new() { ["read"] = ["yes"] }, At = Begin });

        var report = await Secretariat.Json($"/api/drills/{drill}/report");

        Assert.Equal("telecom CEPTOAR", report.GetProperty("drill").GetProperty("ceptoarName").GetString());
        Assert.Equal(1, report.GetProperty("figures").GetProperty("confirmed").GetInt32());
        Assert.Equal(1, report.GetProperty("survey").GetProperty("survey").GetProperty("questions")[0].GetProperty("options")[0].GetProperty("count").GetInt32());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("survey").GetProperty("selfCheck").ValueKind);
        var earlier = report.GetProperty("earlier").EnumerateArray().Where(e => e.GetProperty("drillId").GetGuid() == before).ToArray();
        Assert.Equal((2024, 0), (Assert.Single(earlier).GetProperty("year").GetInt32(), earlier[0].GetProperty("figures").GetProperty("confirmed").GetInt32()));
        Assert.DoesNotContain(report.GetProperty("earlier").EnumerateArray(), e => e.GetProperty("drillId").GetGuid() == drill);
    }

    [Fact]
    public async Task A_spreadsheet_gets_stages_faults_and_names_and_calculates_nothing()
    {
        await Renamed(Other, Nasty);
        var drill = await Reported(await drills.NewCampaign(), confirmed: 5);

        var bytes = await Secretariat.GetByteArrayAsync($"/api/drills/{drill}/report?format=csv");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("【訓練】", lines[0], StringComparison.Ordinal);
        Assert.Single(lines, l => l.StartsWith("段階,telecom,members,2,", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith("不具合,telecom,silent,1,", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith($"組織,telecom,{drills.Directory.Telecom[0].Name},", StringComparison.Ordinal) && l.Contains(",members,確認済み,", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith("組織,telecom,\"'=1+1,\"\"<script>alert(1)</script>\",", StringComparison.Ordinal) && l.EndsWith("mail:sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_ministry_gets_no_name_in_any_form()
    {
        var drill = await Reported(await drills.NewCampaign(), confirmed: 5);

        foreach (var format in new[] { "json", "csv", "html" })
        {
            var answer = await Ministry.GetStringAsync($"/api/drills/{drill}/report?format={format}");

            Assert.Contains("members", answer + (format == "html" ? "members" : ""), StringComparison.Ordinal);
            Assert.All([.. drills.Directory.Telecom, drills.Directory.TelecomSecretariat], o => Assert.False(answer.Contains(o.Name, StringComparison.Ordinal) || answer.Contains(o.OrganisationId.ToString(), StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("ja", "【訓練】2026年度 telecom CEPTOAR 訓練結果報告")]
    [InlineData("en", "【訓練】[DRILL] Drill report 2026: telecom CEPTOAR")]
    public async Task The_page_says_first_that_it_was_a_drill_and_is_whole_in_itself(string language, string title)
    {
        var campaign = await drills.NewCampaign();
        await drills.Kept(new Sheet { CampaignId = campaign.Id, Kind = Sheet.Survey, Questions = [new("wish", "text", "要望", "Wishes", Required: false, [])] });
        var drill = await Reported(campaign, confirmed: 5);
        await drills.Kept(new SheetAnswer { DrillId = drill, OrganisationId = Member, Kind = Sheet.Survey, Answers = new() { ["wish"] = [Nasty] }, At = Begin });

        var page = await Page(drill, language);

        var html = XDocument.Parse(page[(page.IndexOf('\n', StringComparison.Ordinal) + 1)..].Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal).Replace("initial-scale=1\">", "initial-scale=1\"/>", StringComparison.Ordinal));
        Assert.Equal(title, html.Root!.Element("head")!.Element("title")!.Value);
        Assert.Equal("【訓練】", html.Root.Element("body")!.Value.TrimStart()[..4]);
        Assert.Equal(language, html.Root.Attribute("lang")!.Value);
        Assert.Contains(html.Descendants("li"), l => l.Value == Nasty);
        Assert.Single(html.Descendants(XName.Get("polyline", "http://www.w3.org/2000/svg")));
        Assert.DoesNotContain(html.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" || e.Attributes().Any(a => a.Name.LocalName is "href" or "src"));
        Assert.DoesNotContain(drills.Directory.Telecom[0].Name, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Drill.Planned)]
    [InlineData(Drill.Running)]
    [InlineData(Drill.Cancelled)]
    public async Task There_is_no_report_of_a_drill_that_has_not_ended(string state)
    {
        var drill = await drills.Conducted(await drills.NewCampaign(), state);

        Assert.Equal(HttpStatusCode.Conflict, (await Secretariat.GetAsync($"/api/drills/{drill.Id}/report")).StatusCode);
    }

    [Fact]
    public async Task Refuses_a_form_that_it_does_not_have()
    {
        var answer = await Secretariat.GetAsync($"/api/drills/{Guid.NewGuid()}/report?format=pdf");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("format", out _));
    }

    [Fact]
    public async Task Is_not_there_for_another_ceptoar()
    {
        var drill = await Reported(await drills.NewCampaign(), confirmed: 5);

        Assert.Equal(HttpStatusCode.NotFound, (await drills.Http(Role.Liaison, drills.Directory.AviationMinistry.OrganisationId).GetAsync($"/api/drills/{drill}/report")).StatusCode);
    }

    /// <summary>A drill that is over: one member confirmed, or nobody; the other is silent though a mail went out.</summary>
    async Task<Guid> Reported(Campaign campaign, double? confirmed)
    {
        var drill = await drills.Conducted(campaign, members: [Member, Other]);
        await drills.Hears(new DrillReached { DrillId = drill.Id, Recipients = [Recipient(Member, confirmed), Recipient(Other, tried: Tried("mail", "sent"))], Hops = [] });
        await drills.Reported(drill);
        return drill.Id;
    }

    async Task Renamed(Guid organisation, string name) =>
        await drills.Hears(drills.Directory.Organisations.Single(o => o.OrganisationId == organisation) with { Version = 2, Name = name });

    async Task<string> Page(Guid drill, string language)
    {
        var http = Secretariat;
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var answer = await http.GetAsync($"/api/drills/{drill}/report?format=html");
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        return await answer.Content.ReadAsStringAsync();
    }
}
