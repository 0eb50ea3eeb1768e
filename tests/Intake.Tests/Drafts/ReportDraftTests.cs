using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Intake.Tests.Drafts;

/// <summary>What is being written is kept until it is handed in: for the own organisation alone, encrypted, for a month.</summary>
public class ReportDraftTests(ReportDraftTests.Small intake) : IClassFixture<ReportDraftTests.Small>
{
    public class Small : IntakeFixture
    {
        protected override Dictionary<string, string?> Settings => new() { ["Drafts:Most"] = "5" };
    }

    HttpClient Reporter => intake.Http(Role.Operator, intake.Reporter);

    HttpClient Secretariat => intake.Http(Role.Secretariat, intake.Directory.TelecomSecretariat.OrganisationId);

    [Fact]
    public async Task Half_a_sentence_is_kept_as_it_was_typed()
    {
        var http = OfSomeone();
        var started = await Started(http, new { body = "本日未明から予約" });

        var draft = await Read(http, started.Id);

        Assert.Equal("本日未明から予約", draft!.Value.GetProperty("report").GetProperty("body").GetString());
        Assert.Equal(JsonValueKind.Null, draft.Value.GetProperty("report").GetProperty("kind").ValueKind);
        Assert.Equal((1, started.KeptAt.AddDays(30)), (started.Version, started.ExpiresAt));
    }

    [Fact]
    public async Task What_is_typed_need_not_be_right_yet()
    {
        var http = OfSomeone();
        var started = await Started(http, new { kind = "?", title = new string('長', 500), requestedTlp = "GREEN", audience = new[] { Guid.NewGuid() }, detectedAt = "2050-01-01T00:00:00Z", indicators = new[] { new { value = "203.0.113" } } });

        var report = (await Read(http, started.Id))!.Value.GetProperty("report");

        Assert.Equal(("?", "GREEN", "203.0.113"), (report.GetProperty("kind").GetString(), report.GetProperty("requestedTlp").GetString(), report.GetProperty("indicators")[0].GetProperty("value").GetString()));
    }

    [Fact]
    public async Task Colleagues_see_and_go_on_with_it_and_no_other_organisation_does()
    {
        var organisation = Guid.NewGuid();
        var started = await Started(intake.Http(Role.Operator, organisation, "day-shift"), new { title = "引継ぎ" });
        var night = intake.Http(Role.Operator, organisation, "night-shift");

        Assert.Equal("引継ぎ", Assert.Single(await Listed(night)).GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.OK, (await Save(night, started.Id, 1, new { title = "引継ぎ済み" })).StatusCode);
        foreach (var other in new[] { OfSomeone(), Secretariat, intake.Http(Role.Analyst, intake.Directory.Centre.OrganisationId) })
        {
            Assert.Null(await Read(other, started.Id));
            Assert.DoesNotContain(await Listed(other), d => d.GetProperty("id").GetGuid() == started.Id);
            Assert.Equal(HttpStatusCode.NotFound, (await Save(other, started.Id, 2, new { })).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"/api/report-drafts/{started.Id}")).StatusCode);
        }

        Assert.Equal("引継ぎ済み", Assert.Single(await Listed(night)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Of_two_windows_the_later_one_is_told_which_version_stands()
    {
        var http = OfSomeone();
        var started = await Started(http, new { title = "一" });
        Assert.Equal(HttpStatusCode.OK, (await Save(http, started.Id, 1, new { title = "二" })).StatusCode);

        var late = await Save(http, started.Id, 1, new { title = "三" });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("第 2 版", (await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("二", (await Read(http, started.Id))!.Value.GetProperty("report").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Of_two_saves_at_once_one_is_kept_and_the_other_told()
    {
        var http = OfSomeone();
        var started = await Started(http, new { title = "一" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Save(http, started.Id, 1, new { title = $"同時 {n}" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Handed_in_it_is_gone_and_cannot_be_handed_in_twice()
    {
        var started = await Started(Reporter, intake.Report());

        await intake.Submitted(intake.Report(("draftId", started.Id)));

        Assert.Null(await Read(Reporter, started.Id));
        var reports = (await intake.Listed(intake.Reporter)).Length;
        Assert.Equal(HttpStatusCode.Conflict, (await intake.Submit(intake.Report(("draftId", started.Id)))).StatusCode);
        Assert.Equal(reports, (await intake.Listed(intake.Reporter)).Length);
        Assert.Equal(0, await KeysOf(started.Id));
    }

    [Fact]
    public async Task A_report_that_is_refused_leaves_its_draft()
    {
        var started = await Started(Reporter, intake.Report());

        Assert.Equal(HttpStatusCode.BadRequest, (await intake.Submit(intake.Report(("draftId", started.Id), ("title", "")))).StatusCode);

        Assert.NotNull(await Read(Reporter, started.Id));
        await Reporter.DeleteAsync($"/api/report-drafts/{started.Id}");
    }

    [Fact]
    public async Task Nobody_hands_in_the_draft_of_another()
    {
        var http = OfSomeone();
        var started = await Started(http, new { title = "他組織の下書き" });

        Assert.Equal(HttpStatusCode.Conflict, (await intake.Submit(intake.Report(("draftId", started.Id)))).StatusCode);

        Assert.NotNull(await Read(http, started.Id));
    }

    [Fact]
    public async Task A_secretariat_writes_down_what_a_member_tells_and_hands_it_in()
    {
        var report = intake.Report(("onBehalf", new { organisationId = intake.Reporter, means = "telephone" }));
        var started = await Started(Secretariat, report);
        Assert.Equal(intake.Reporter, Assert.Single(await Listed(Secretariat), d => d.GetProperty("id").GetGuid() == started.Id).GetProperty("onBehalfOf").GetGuid());
        Assert.Null(await Read(Reporter, started.Id));

        report["draftId"] = started.Id;
        Assert.Equal(HttpStatusCode.Created, (await Secretariat.PostAsJsonAsync("/api/reports", report)).StatusCode);

        Assert.Null(await Read(Secretariat, started.Id));
    }

    [Fact]
    public async Task A_follow_up_is_written_to_a_report_of_ones_own_and_goes_with_it()
    {
        var (report, other) = ((await intake.Submitted()).Id, (await intake.Submitted(organisation: intake.Directory.Telecom[1].OrganisationId)).Id);
        Assert.Equal(["followsUp"], await Fields(await Start(Reporter, new { title = "続報" }, other)));
        Assert.Equal(["followsUp"], await Fields(await Start(Reporter, new { title = "続報" }, Guid.NewGuid())));

        var handedIn = await Started(Reporter, new { title = "続報" }, report);
        await intake.FollowedUp(report, intake.Report(("draftId", handedIn.Id)));
        Assert.Null(await Read(Reporter, handedIn.Id));

        var left = await Started(Reporter, new { title = "続報" }, report);
        (await Reporter.PostAsync($"/api/reports/{report}/withdrawal", content: null)).EnsureSuccessStatusCode();
        Assert.Null(await Read(Reporter, left.Id));
        Assert.Equal(0, await KeysOf(left.Id));
        Assert.Equal(["followsUp"], await Fields(await Start(Reporter, new { title = "続報" }, report)));
    }

    [Fact]
    public async Task After_a_month_without_a_change_it_is_destroyed_with_its_key()
    {
        await using var own = new Own();
        await own.Start();
        var http = own.Intake.Http(Role.Operator, Guid.NewGuid());
        var (left, changed) = (await Started(http, new { title = "古い" }), await Started(http, new { title = "続けている" }));

        own.Intake.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(HttpStatusCode.OK, (await Save(http, changed.Id, 1, new { title = "続けている" })).StatusCode);
        own.Intake.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Read(http, left.Id));
        await own.Intake.Services.GetRequiredService<ForgetDrafts>().Sweep(CancellationToken.None);

        Assert.Equal([changed.Id], (await Listed(http)).Select(d => d.GetProperty("id").GetGuid()));
        Assert.Equal((0, 1), (await KeysOf(left.Id, own.Intake), await KeysOf(changed.Id, own.Intake)));
    }

    [Fact]
    public async Task An_organisation_keeps_as_many_as_are_set_and_none_too_long()
    {
        var http = OfSomeone();
        for (var i = 0; i < 5; i++) await Started(http, new { title = $"{i}" });

        Assert.Equal(HttpStatusCode.Conflict, (await Start(http, new { title = "六" })).StatusCode);
        Assert.Equal(["report"], await Fields(await Start(OfSomeone(), new { body = new string('長', 400_000) })));
        Assert.Equal(["report"], await Fields(await OfSomeone().PostAsJsonAsync("/api/report-drafts", new { })));
        Assert.Equal(["report.requestedTlp"], await Fields(await Start(OfSomeone(), new { requestedTlp = "PINK" })));
    }

    [Fact]
    public async Task Neither_the_text_nor_who_writes_it_stands_anywhere_in_the_clear()
    {
        var organisation = Guid.NewGuid();
        await Started(intake.Http(Role.Operator, organisation), new { title = "秘匿の件名", body = "secret-sentence", onBehalf = new { organisationId = intake.Reporter } });

        var stored = await intake.EverythingStored();
        Assert.All(["秘匿の件名", "secret-sentence", Convert.ToHexString("secret-sentence"u8), organisation.ToString(), intake.Reporter.ToString()], text => Assert.DoesNotContain(text, stored, StringComparison.OrdinalIgnoreCase));
    }

    HttpClient OfSomeone() => intake.Http(Role.Operator, Guid.NewGuid());

    Task<long> KeysOf(Guid draft) => KeysOf(draft, intake);

    static Task<long> KeysOf(Guid draft, IntakeFixture intake) => intake.Sql<long>($"select count(*) from case_key where case_id = '{draft}'");

    static Task<HttpResponseMessage> Start(HttpClient http, object report, Guid? followsUp = null) => http.PostAsJsonAsync("/api/report-drafts", new { report, followsUp });

    static async Task<Receipt> Started(HttpClient http, object report, Guid? followsUp = null)
    {
        var answer = await Start(http, report, followsUp);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<Receipt>())!;
    }

    static Task<HttpResponseMessage> Save(HttpClient http, Guid id, int version, object report) => http.PutAsJsonAsync($"/api/report-drafts/{id}", new { version, report });

    static async Task<JsonElement?> Read(HttpClient http, Guid id)
    {
        var answer = await http.GetAsync($"/api/report-drafts/{id}");
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    static async Task<JsonElement[]> Listed(HttpClient http) => [.. (await http.GetFromJsonAsync<JsonElement>("/api/report-drafts")).GetProperty("items").EnumerateArray()];

    static async Task<string[]> Fields(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name)];
    }

    sealed record Receipt(Guid Id, int Version, DateTimeOffset KeptAt, DateTimeOffset ExpiresAt);

    /// <summary>A service of its own, whose clock no other test shares.</summary>
    sealed class Own : IAsyncDisposable
    {
        public IntakeFixture Intake { get; } = new();

        public Task Start() => ((IAsyncLifetime)Intake).InitializeAsync();

        public async ValueTask DisposeAsync() => await ((IAsyncLifetime)Intake).DisposeAsync();
    }
}
