using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Attachments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Intake.Tests.Attachments;

/// <summary>Files of a report: taken, listed, given out as a ZIP, removed; here without a scanner.</summary>
public class AttachmentTests(AttachmentFixture intake) : IClassFixture<AttachmentFixture>
{
    const string Words = "zanzibar 目黒の設備 giraffe";

    [Fact]
    public async Task A_file_of_a_form_is_kept_and_told_to_the_bus_sealed()
    {
        var report = (await intake.Submitted()).Id;

        var receipt = await intake.Attached(report, Words, "通信記録 6月.log");

        var content = Encoding.UTF8.GetBytes(Words);
        Assert.Equal(("通信記録 6月.log", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), "quarantined"), (receipt.Name, receipt.Size, receipt.Sha256, receipt.State));
        var said = await intake.Published<AttachmentAdded>(m => m.AttachmentId == receipt.Id);
        Assert.Equal((report, receipt.Sha256, receipt.Size), (said.ReportId, said.Sha256, said.Size));
        var file = intake.Case.Open<AttachedFile>(said.File);
        Assert.Equal((receipt.Name, "text/plain"), (file.Name, file.MediaType));
        Assert.Equal(content, await intake.Services.GetRequiredService<BlobStore>().ReadAll(receipt.Id, Convert.FromBase64String(file.Key), default));
    }

    [Fact]
    public async Task Any_other_body_is_a_file_too_with_its_name_in_the_query()
    {
        var report = (await intake.Submitted()).Id;
        using var body = new ByteArrayContent("{\"a\":1}"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        var answer = await intake.Reporters.PostAsync($"/api/reports/{report}/attachments?name={Uri.EscapeDataString("検知.json")}", body);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var listed = Assert.Single(await intake.Attachments(report));
        Assert.Equal(("検知.json", "application/json", 7), (listed.GetProperty("name").GetString(), listed.GetProperty("mediaType").GetString(), listed.GetProperty("size").GetInt32()));
        Assert.Equal($"/api/reports/{report}/attachments/{listed.GetProperty("id").GetGuid()}", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task It_comes_back_only_as_a_ZIP_with_a_password()
    {
        var report = (await intake.Submitted()).Id;
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Words, 9_000))); // several pieces
        var receipt = (await (await AttachmentFixture.Attach(intake.Reporters, report, "記録.log", content)).Content.ReadFromJsonAsync<AttachmentFixture.Receipt>())!;

        var answer = await AttachmentFixture.Download(intake.Reporters, report, receipt.Id);

        Assert.Equal(("application/zip", "attachment", "nosniff", "infected"),
            (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Archive-Password").Single()));
        var zip = await answer.Content.ReadAsByteArrayAsync();
        var (name, inside) = Ae2.Open(zip, "infected");
        Assert.Equal("記録.log", name);
        Assert.Equal(content, inside);
        Assert.Equal(-1, zip.AsSpan().IndexOf("zanzibar"u8));
    }

    [Fact]
    public async Task The_same_file_sent_again_is_the_one_that_is_there()
    {
        var report = (await intake.Submitted()).Id;
        var first = await intake.Attached(report);

        var again = await intake.Attached(report);
        var renamed = await intake.Attached(report, name: "other.log");

        Assert.Equal(first, again);
        Assert.NotEqual(first.Id, renamed.Id);
        Assert.Equal(2, (await intake.Attachments(report)).Length);
        Assert.Single(await intake.AllPublished<AttachmentAdded>(m => m.AttachmentId == first.Id));
    }

    [Theory]
    [InlineData("../passwd")]
    [InlineData("C:\\windows\\a.exe")]
    [InlineData("a\nb.txt")]
    [InlineData("a\0.txt")]
    [InlineData("..")]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData("long")]
    public async Task A_name_with_a_path_or_control_characters_is_refused(string name)
    {
        var report = (await intake.Submitted()).Id;

        var answer = await intake.Reporters.PostAsync($"/api/reports/{report}/attachments?name={Uri.EscapeDataString(name == "long" ? new string('あ', 201) : name)}", new ByteArrayContent([1]));

        Assert.Equal(["name"], await Fields(answer));
        Assert.Empty(await intake.Attachments(report));
    }

    [Fact]
    public async Task A_form_without_one_readable_file_is_refused_and_leaves_nothing()
    {
        var report = (await intake.Submitted()).Id;
        var before = intake.Stored.Length;
        var broken = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhalf"u8.ToArray());
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        var boundless = new ByteArrayContent("x"u8.ToArray());
        boundless.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data");

        Assert.Equal(["file"], await Fields(await AttachmentFixture.Attach(intake.Reporters, report, "empty.txt", [])));
        Assert.Equal(["file"], await Fields(await Post(AttachmentFixture.Form(("other", "a.txt", [1], "text/plain")))));
        Assert.Equal(["file"], await Fields(await Post(AttachmentFixture.Form(("file", "a.txt", [1], "text/plain"), ("file", "b.txt", [2], "text/plain")))));
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(broken)).StatusCode);
        Assert.Equal(["Content-Type"], await Fields(await Post(boundless)));

        Assert.Empty(await intake.Attachments(report));
        Assert.Equal(before, intake.Stored.Length);

        Task<HttpResponseMessage> Post(HttpContent content) => intake.Reporters.PostAsync($"/api/reports/{report}/attachments", content);
    }

    [Fact]
    public async Task A_file_has_at_most_20_MB()
    {
        var report = (await intake.Submitted()).Id;
        var longest = new byte[AttachmentRules.MaxBytes];

        Assert.Equal(HttpStatusCode.Created, (await AttachmentFixture.Attach(intake.Reporters, report, "longest.bin", longest)).StatusCode);
        var before = intake.Stored.Length;
        var answer = await intake.Reporters.PostAsync($"/api/reports/{report}/attachments?name=longer.bin", new ByteArrayContent([.. longest, 1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("20 MB", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("body")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(before, intake.Stored.Length);
    }

    [Fact]
    public async Task A_report_has_at_most_20_files()
    {
        var report = (await intake.Submitted()).Id;
        for (var i = 0; i < AttachmentRules.MaxFiles; i++) await intake.Attached(report, name: $"{i}.log");
        var before = intake.Stored.Length;

        Assert.Equal(HttpStatusCode.Conflict, (await AttachmentFixture.Attach(intake.Reporters, report, "more.log", [1])).StatusCode);

        Assert.Equal(before, intake.Stored.Length);
    }

    [Theory]
    [InlineData(80, 20, true)]
    [InlineData(81, 20, false)]
    [InlineData(100, 0, true)]
    public void A_report_has_at_most_100_MB(int have, int more, bool may)
    {
        var fault = Record.Exception(() => AttachmentRules.RequireRoom([new Attachment { Id = Guid.NewGuid(), ReportId = Guid.NewGuid(), Size = have * 1024L * 1024, Content = [], AddedAt = default }], more * 1024L * 1024));

        Assert.Equal(may ? null : typeof(RuleViolation), fault?.GetType());
    }

    [Fact]
    public async Task A_removed_file_is_gone_everywhere()
    {
        var report = (await intake.Submitted()).Id;
        var (gone, stays) = (await intake.Attached(report), await intake.Attached(report, name: "stays.log"));

        Assert.Equal(HttpStatusCode.NoContent, (await intake.Reporters.DeleteAsync($"/api/reports/{report}/attachments/{gone.Id}")).StatusCode);

        await intake.Published<AttachmentRemoved>(m => m.AttachmentId == gone.Id && m.ReportId == report);
        await AttachmentFixture.Until(() => Task.FromResult(!intake.Stored.Any(f => AttachmentFixture.IsOf(f, gone.Id))), "The file is still there.");
        Assert.Equal(stays.Id, Assert.Single(await intake.Attachments(report)).GetProperty("id").GetGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await AttachmentFixture.Download(intake.Reporters, report, gone.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Reporters.DeleteAsync($"/api/reports/{report}/attachments/{gone.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AttachmentFixture.Download(intake.Reporters, report, stays.Id)).StatusCode);
    }

    [Fact]
    public async Task Withdrawal_destroys_the_files_and_nothing_more_is_taken()
    {
        var report = (await intake.Submitted()).Id;
        Guid[] files = [(await intake.Attached(report)).Id, (await intake.Attached(report, name: "b.log")).Id];

        (await intake.Reporters.PostAsJsonAsync($"/api/reports/{report}/withdrawal", new { })).EnsureSuccessStatusCode();

        await AttachmentFixture.Until(() => Task.FromResult(!intake.Stored.Any(f => files.Any(id => AttachmentFixture.IsOf(f, id)))), "A file is still there.");
        foreach (var id in files) await intake.Published<AttachmentRemoved>(m => m.AttachmentId == id);
        Assert.Equal(0L, await intake.Sql<long>($"select count(*) from attachment where report_id = '{report}'"));
        Assert.Empty(await intake.Attachments(report));
        var before = intake.Stored.Length;
        Assert.Equal(HttpStatusCode.Conflict, (await AttachmentFixture.Attach(intake.Reporters, report, "late.log", [1])).StatusCode);
        Assert.Equal(before, intake.Stored.Length);
    }

    [Fact]
    public async Task Who_entered_a_report_attaches_to_it_until_the_operator_confirms()
    {
        var entered = (await (await intake.Secretariats.PostAsJsonAsync("/api/reports", intake.Report(("onBehalf", new { organisationId = intake.Reporter, means = "fax" })))).Content.ReadFromJsonAsync<IntakeFixture.Receipt>())!.Id;

        var fax = await AttachmentFixture.Attach(intake.Secretariats, entered, "fax.txt", "FAX"u8.ToArray());
        Assert.Equal(HttpStatusCode.Created, fax.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Secretariats.GetAsync($"/api/reports/{entered}/attachments")).StatusCode);
        Assert.Single(await intake.Attachments(entered));

        (await intake.Reporters.PostAsync($"/api/reports/{entered}/confirmation", content: null)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.NotFound, (await AttachmentFixture.Attach(intake.Secretariats, entered, "more.txt", "FAX"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Secretariats.DeleteAsync(fax.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await intake.Reporters.DeleteAsync(fax.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task Another_organisation_finds_none_of_it()
    {
        var report = (await intake.Submitted()).Id;
        await intake.Classified(report, Tlp.Amber);
        var file = await intake.Attached(report);
        var before = intake.Stored.Length;

        foreach (var other in new[] { intake.Http(Role.Operator, intake.Directory.Telecom[1].OrganisationId), intake.Secretariats, intake.Analysts, intake.Http(Role.Operator, Guid.NewGuid()) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/reports/{report}/attachments")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await AttachmentFixture.Download(other, report, file.Id)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await AttachmentFixture.Attach(other, report, "a.txt", [1])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"/api/reports/{report}/attachments/{file.Id}")).StatusCode);
        }

        Assert.Equal(before, intake.Stored.Length);
        Assert.Single(await intake.Attachments(report));
        var own = (await intake.Submitted()).Id;
        Assert.Equal(HttpStatusCode.NotFound, (await AttachmentFixture.Download(intake.Reporters, own, file.Id)).StatusCode);
    }

    [Fact]
    public async Task What_no_scanner_found_clean_goes_to_analysts_and_to_no_other_reader_and_says_why()
    {
        var report = (await intake.Submitted(intake.Report(("sourceVisibility", "ministry")))).Id;
        await intake.Classified(report, Tlp.Amber);
        var file = await intake.Attached(report);
        var ministry = intake.Http(Role.Liaison, intake.Directory.TelecomMinistry.OrganisationId);

        var listed = Assert.Single(await intake.Attachments(report, ministry));
        Assert.Equal(("quarantined", "attachment.noScanner"), (listed.GetProperty("state").GetString(), listed.GetProperty("held").GetProperty("code").GetString()));
        var refused = await AttachmentFixture.Download(ministry, report, file.Id);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(listed.GetProperty("held").GetProperty("ja").GetString(), (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
        Assert.Equal(HttpStatusCode.OK, (await AttachmentFixture.Download(intake.Analysts, report, file.Id)).StatusCode);
    }

    [Fact]
    public async Task Another_organisations_reading_stands_in_the_trail_and_needs_the_handling_rules()
    {
        var report = (await intake.Submitted(intake.Report(("sourceVisibility", "centre")))).Id;
        await intake.Classified(report, Tlp.Amber);
        var file = await intake.Attached(report);

        await AttachmentFixture.Download(intake.Reporters, report, file.Id);
        await intake.Attachments(report, intake.Analysts);
        await AttachmentFixture.Download(intake.Analysts, report, file.Id);

        var rows = await intake.Db<IntakeDb, List<AuditRow>>(db => db.Set<AuditRow>().Where(r => r.Item!.StartsWith($"report/{report}")).OrderBy(r => r.At).ToListAsync());
        Assert.Equal(["report.submitted", "attachment.added", "report.read", "attachment.read"], rows.Select(r => r.Action));
        Assert.Equal($"report/{report}/attachment/{file.Id}", rows[^1].Item);
        var told = await intake.Published<AuditRecorded>(m => m.EntryId == rows[^1].EntryId);
        Assert.DoesNotContain(report.ToString(), JsonSerializer.Serialize(told), StringComparison.Ordinal);
        Assert.DoesNotContain(file.Id.ToString(), JsonSerializer.Serialize(told), StringComparison.Ordinal);

        await intake.Hears(intake.Directory.Centre with { Version = 2, HandlingRulesVersion = null });
        Assert.Equal(HttpStatusCode.Conflict, (await AttachmentFixture.Download(intake.Analysts, report, file.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await intake.Analysts.GetAsync($"/api/reports/{report}/attachments")).StatusCode);
        await intake.Hears(intake.Directory.Centre with { Version = 3 });
    }

    [Fact]
    public async Task A_file_that_no_row_knows_is_swept_after_an_hour()
    {
        var report = (await intake.Submitted()).Id;
        var kept = (await intake.Attached(report)).Id;
        var (blobs, sweep, orphan) = (intake.Services.GetRequiredService<BlobStore>(), intake.Services.GetRequiredService<SweepAttachments>(), Guid.NewGuid());
        await blobs.Write(orphan, RandomNumberGenerator.GetBytes(32), new MemoryStream([1]), 10, default);

        await sweep.Sweep(default);
        Assert.Contains(intake.Stored, f => AttachmentFixture.IsOf(f, orphan));

        intake.Clock.Advance(TimeSpan.FromMinutes(61));
        await sweep.Sweep(default);
        Assert.DoesNotContain(intake.Stored, f => AttachmentFixture.IsOf(f, orphan));
        Assert.Contains(intake.Stored, f => AttachmentFixture.IsOf(f, kept));
    }

    static async Task<string[]> Fields(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name)];
    }
}
