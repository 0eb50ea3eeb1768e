using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Intake.Tests.Reports;

/// <summary>The reporter sees who first read its report, and what it led to; nobody else does.</summary>
public class ReciprocityTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task The_reporter_sees_what_kind_of_body_first_read_the_original_and_when()
    {
        var report = (await intake.Submitted(intake.Report(("sourceVisibility", "ministry")))).Id;
        await intake.Classified(report, Tlp.Amber);
        Assert.Equal(JsonValueKind.Null, (await intake.Read(report))!.Value.GetProperty("firstRead").ValueKind);

        var read = await intake.Read(report, intake.Directory.TelecomMinistry.OrganisationId, Role.Liaison);
        intake.Clock.Advance(TimeSpan.FromMinutes(5));
        await intake.Read(report, intake.Directory.Centre.OrganisationId, Role.Analyst);

        var first = (await intake.Read(report))!.Value.GetProperty("firstRead");
        Assert.Equal("ministry", first.GetProperty("by").GetString());
        Assert.InRange(intake.Clock.GetUtcNow() - first.GetProperty("at").GetDateTimeOffset(), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6));
        Assert.DoesNotContain(intake.Directory.TelecomMinistry.OrganisationId.ToString(), first.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, read!.Value.GetProperty("firstRead").ValueKind);
    }

    [Fact]
    public async Task The_reporters_own_reading_is_no_receipt()
    {
        var report = (await intake.Submitted()).Id;
        await intake.Read(report);

        Assert.Equal(JsonValueKind.Null, (await intake.Read(report))!.Value.GetProperty("firstRead").ValueKind);
    }

    [Fact]
    public async Task The_reporter_sees_which_advisory_it_became_and_how_many_confirmed_and_found_it_useful()
    {
        var (report, source, advisory) = await Released();
        await intake.Hears(Reached(source, advisory, version: 2, confirmed: 28, useful: 12));
        await intake.Hears(Reached(source, advisory, version: 1, confirmed: 3, useful: 0));

        var outcome = (await intake.Read(report))!.Value.GetProperty("outcome");

        Assert.Equal((advisory, "A-2026-000042", 28, 12), (outcome.GetProperty("advisoryId").GetGuid(), outcome.GetProperty("number").GetString(), outcome.GetProperty("confirmed").GetInt32(), outcome.GetProperty("useful").GetInt32()));
        Assert.Equal("お寄せいただいた情報は A-2026-000042 として提供され、28 組織が確認し、12 組織が有用と評価しました。", outcome.GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task A_few_stays_a_few()
    {
        var (report, source, advisory) = await Released();
        await intake.Hears(Reached(source, advisory, version: 1, confirmed: null, useful: 0));

        var http = intake.Http(Role.Operator, intake.Reporter);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var outcome = (await http.GetFromJsonAsync<JsonElement>($"/api/reports/{report}")).GetProperty("outcome");

        Assert.Equal(JsonValueKind.Null, outcome.GetProperty("confirmed").ValueKind);
        Assert.Equal("Your report became advisory A-2026-000042; a few organisations confirmed it and 0 organisations found it useful.", outcome.GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task The_counts_are_of_the_advisory_it_now_stands_in()
    {
        var (report, source, advisory) = await Released();
        await intake.Hears(Reached(source, advisory, version: 1, confirmed: 28, useful: 12));
        var next = Guid.NewGuid();
        await intake.Hears(new AdvisoryReleased { AdvisoryId = next, Version = 1, Number = "A-2026-000043", SourceIds = [source], NarrativeSourceIds = [] });

        var outcome = (await intake.Read(report))!.Value.GetProperty("outcome");

        Assert.Equal((next, "A-2026-000043", 0), (outcome.GetProperty("advisoryId").GetGuid(), outcome.GetProperty("number").GetString(), outcome.GetProperty("confirmed").GetInt32()));
    }

    [Fact]
    public async Task Who_may_read_the_original_is_not_told_the_outcome_and_a_withdrawn_report_has_none()
    {
        var (report, source, advisory) = await Released("ceptoar");
        await intake.Hears(Reached(source, advisory, version: 1, confirmed: 28, useful: 12));

        Assert.Equal(JsonValueKind.Null, (await intake.Read(report, intake.Directory.TelecomSecretariat.OrganisationId, Role.Secretariat))!.Value.GetProperty("outcome").ValueKind);

        (await intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{report}/withdrawal", content: null)).EnsureSuccessStatusCode();
        var withdrawn = (await intake.Read(report))!.Value;
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (withdrawn.GetProperty("outcome").ValueKind, withdrawn.GetProperty("firstRead").ValueKind));
    }

    async Task<(Guid Report, Guid Source, Guid Advisory)> Released(string visibility = "hidden")
    {
        var (report, source, advisory) = ((await intake.Submitted(intake.Report(("sourceVisibility", visibility)))).Id, Guid.NewGuid(), Guid.NewGuid());
        await intake.Classified(report, Tlp.Amber);
        await intake.Hears(IntakeFixture.Rendered(report, source));
        await intake.Hears(new AdvisoryReleased { AdvisoryId = advisory, Version = 1, Number = "A-2026-000042", SourceIds = [source], NarrativeSourceIds = [] });
        return (report, source, advisory);
    }

    static AdvisoryReached Reached(Guid source, Guid advisory, long version, int? confirmed, int? useful) =>
        new() { AdvisoryId = advisory, Version = version, SourceIds = [source], Confirmed = confirmed, Useful = useful };
}
