using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ceptoar.Anonymisation.Tests.Cases;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Intake;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ceptoar.Anonymisation.Tests.Attachments;

/// <summary>What becomes of the files of a case: shown to the reporter, their indicators in a flash that waits, destroyed with them.</summary>
public class CaseAttachmentTests(AnonymisationFixture anonymisation) : IClassFixture<AnonymisationFixture>
{
    static readonly FlashIndicator Sender = new() { Type = "domain", Value = "attacker.example" };

    const string Mail = "From: a@attacker.example\nTo: taro@kawa-denryoku.example\nSubject: 青葉通信株式会社 様\n\nhttp://attacker.example/a\n";

    [Fact]
    public async Task Indicators_of_a_file_join_a_flash_that_waits_and_what_is_approved_then_holds_them()
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"));
        var before = await anonymisation.Hash(id);

        var file = await Attached(id, "phish.eml", Mail);

        Assert.Equal("releasable", await StateOf(id, file));
        Assert.Contains(Sender, await Flash(id));
        Assert.Equal(HttpStatusCode.Conflict, (await anonymisation.Decide(id, new { decision = "approve", hash = before })).StatusCode);
        (await anonymisation.Approve(id)).EnsureSuccessStatusCode();
        var changed = (await anonymisation.AllPublished<RenditionChanged>(m => m.ReportId == id))[0];
        var approved = await anonymisation.Published<NarrativeApproved>(m => m.SourceId == changed.SourceId);
        Assert.Contains(Sender, approved.Flash.Indicators);
        Assert.Contains(new FlashIndicator { Type = "ipv4", Value = "203.0.113.7" }, approved.Flash.Indicators);
        Assert.DoesNotContain("青葉通信", approved.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flash_that_is_out_is_not_changed_and_the_next_version_waits_with_them()
    {
        var id = await anonymisation.Rendered(); // auto
        var file = await Attached(id, "phish.eml", Mail);
        Assert.Equal("releasable", await StateOf(id, file));
        Assert.DoesNotContain(Sender, await Flash(id));
        var source = (await anonymisation.AllPublished<RenditionChanged>(m => m.ReportId == id)).Single().SourceId;

        await anonymisation.Hears(anonymisation.Classified(anonymisation.Report(), id: id, version: 2));

        var second = await anonymisation.Published<RenditionChanged>(m => m.ReportId == id && m.ReportVersion == 2);
        Assert.Equal(("held", "files.held"), (second.Flash, second.Notices[0].Code));
        Assert.Contains(Sender, await Flash(id));
        Assert.Single(await anonymisation.AllPublished<FlashReady>(m => m.SourceId == source));
        await StateOf(id, file);
        (await anonymisation.Approve(id)).EnsureSuccessStatusCode();
        Assert.Contains(Sender, (await anonymisation.Published<NarrativeApproved>(m => m.SourceId == source)).Flash.Indicators);
    }

    [Fact]
    public async Task A_file_heard_of_before_its_report_is_rendered_with_it()
    {
        var heard = anonymisation.Classified(anonymisation.Report(releaseMode: "review"));
        var file = await Attached(heard.ReportId, "phish.eml", Mail);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(heard.ReportId)).StatusCode);

        await anonymisation.Hears(heard);

        Assert.Equal("releasable", await StateOf(heard.ReportId, file));
        Assert.Contains(Sender, await Flash(heard.ReportId));
    }

    [Fact]
    public async Task The_reporter_sees_the_anonymised_text_and_why_something_is_held()
    {
        var id = await anonymisation.Rendered();
        var own = anonymisation.Directory.StringsOf(anonymisation.Reporter);
        var (log, pdf) = (await Attached(id, $"{own.Names[0]}.log", $"{own.Systems[0]} 198.18.1.9 停止"), await Attached(id, "a.pdf", "%PDF"));

        Assert.Equal("releasable", await StateOf(id, log));
        Assert.Equal("held", await StateOf(id, pdf));

        var items = await Items(id);
        var (shown, held) = (items.Single(i => Id(i) == log), items.Single(i => Id(i) == pdf));
        Assert.Contains("停止", shown.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.All([.. anonymisation.Directory.AllStringsOf(anonymisation.Reporter), "198.18.1.9"], s => Assert.DoesNotContain(s, shown.GetProperty("text").GetString()! + shown.GetProperty("name").GetString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal("attachment.pdf", held.GetProperty("reasons")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_edited_text_keeps_the_indicators_of_files()
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"));
        await StateOf(id, await Attached(id, "phish.eml", Mail));

        (await anonymisation.Decide(id, new { decision = "edit", hash = await anonymisation.Hash(id), title = "障害", body = "短い文。" })).EnsureSuccessStatusCode();

        Assert.Contains(Sender, await Flash(id));
    }

    [Fact]
    public async Task A_removed_file_takes_its_indicators_out_of_a_flash_that_waits()
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"));
        var file = await Attached(id, "phish.eml", Mail);
        await StateOf(id, file);

        await anonymisation.Hears(new AttachmentRemoved { ReportId = id, AttachmentId = file });

        Assert.Equal([new() { Type = "ipv4", Value = "203.0.113.7" }], await Flash(id));
        Assert.Empty(await Items(id));
        Assert.False(InStore(file));
    }

    [Fact]
    public async Task A_file_whose_removal_came_first_is_never_kept()
    {
        var (id, file) = (await anonymisation.Rendered(), Guid.NewGuid());
        await anonymisation.Hears(new AttachmentRemoved { ReportId = id, AttachmentId = file });

        await Attached(id, "phish.eml", Mail, file);

        Assert.Empty(await Items(id));
    }

    [Fact]
    public async Task A_repeat_changes_nothing()
    {
        var id = await anonymisation.Rendered(anonymisation.Report(releaseMode: "review"));
        var file = await Attached(id, "phish.eml", Mail);
        await StateOf(id, file);
        var hash = await anonymisation.Hash(id);

        await anonymisation.Hears(new AttachmentDue { ReportId = id, AttachmentId = file });
        await Attached(id, "phish.eml", Mail, file, written: true);

        Assert.Equal(hash, await anonymisation.Hash(id));
        Assert.Single(await Items(id));
        Assert.Equal(2, (await anonymisation.AllPublished<RenditionChanged>(m => m.ReportId == id)).Count);
    }

    [Fact]
    public async Task The_anonymised_text_of_a_file_goes_out_only_where_it_is_approved_in_that_wording()
    {
        var id = await anonymisation.Rendered();
        var (named, other) = (await Attached(id, "phish.eml", Mail), await Attached(id, "memo.txt", "目黒の設備"));
        await StateOf(id, named);
        await StateOf(id, other);
        var items = await Items(id);

        (await Approve(id, files: [Choice(items, named)])).EnsureSuccessStatusCode();

        var file = Assert.Single((await Approved(id)).Files);
        var shown = items.Single(i => Id(i) == named);
        Assert.Equal((shown.GetProperty("name").GetString(), shown.GetProperty("text").GetString()), (file.Name, file.Text));
        Assert.DoesNotContain("青葉通信", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_files_two_must_approve_only_what_both_named_goes_out()
    {
        var reporter = anonymisation.Directory.Aviation[0]; // too few share its place
        var id = await anonymisation.Rendered(anonymisation.Report(reporter, "review"));
        var (both, first) = (await Attached(id, "a.txt", "停止の記録"), await Attached(id, "b.txt", "再開の記録"));
        await AnonymisationFixture.Until(async () => (await Items(id, reporter)).All(i => i.GetProperty("hash").ValueKind == JsonValueKind.String), "They were not rendered.");
        var items = await Items(id, reporter);

        (await Approve(id, [Choice(items, both), Choice(items, first)], reporter, "first")).EnsureSuccessStatusCode();
        (await Approve(id, [Choice(items, both)], reporter, "second")).EnsureSuccessStatusCode();

        Assert.Equal("停止の記録", Assert.Single((await Approved(id)).Files).Text);
    }

    [Fact]
    public async Task A_file_that_is_held_is_not_there_or_has_changed_is_not_let_go()
    {
        var id = await anonymisation.Rendered();
        var (pdf, text) = (await Attached(id, "a.pdf", "%PDF"), await Attached(id, "a.txt", "停止の記録"));
        await StateOf(id, pdf);
        await StateOf(id, text);

        foreach (var unknown in new[] { pdf, Guid.NewGuid() })
        {
            var answer = await Approve(id, [new { id = unknown, hash = "0" }]);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject(), e => e.Name == "files[0].id");
        }

        Assert.Equal(HttpStatusCode.Conflict, (await Approve(id, [new { id = text, hash = "0" }])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Approve(id, [new { id = text }])).StatusCode);
        Assert.Equal("awaitingApproval", (await anonymisation.Read(id))!.Value.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Withdrawal_destroys_files_and_what_was_made_of_them()
    {
        var id = await anonymisation.Rendered();
        var file = await Attached(id, "phish.eml", Mail);
        await StateOf(id, file);

        await anonymisation.Hears(new ReportWithdrawn { ReportId = id });

        Assert.False(InStore(file));
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(id)).StatusCode);
        Assert.DoesNotContain(id.ToString(), await Stored("case_attachment", "case_key"), StringComparison.Ordinal);
        await Attached(id, "late.eml", Mail);
        Assert.DoesNotContain(id.ToString(), await Stored("case_attachment", "case_key"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_or_not_what_was_sent_is_held_back()
    {
        var id = await anonymisation.Rendered();
        var (gone, other) = (Guid.NewGuid(), Guid.NewGuid());

        await Attached(id, "gone.txt", "x", gone, written: true);
        await Attached(id, "other.txt", "x", other, sha256: new string('0', 64));

        Assert.Equal("held", await StateOf(id, gone));
        Assert.Equal("held", await StateOf(id, other));
        Assert.All(await Items(id), i => Assert.Equal("attachment.altered", i.GetProperty("reasons")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Another_organisation_finds_none_of_it()
    {
        var id = await anonymisation.Rendered();
        await Attached(id, "a.txt", "x");

        foreach (var other in anonymisation.Directory.Organisations.Where(o => o != anonymisation.Reporter)) Assert.Equal(HttpStatusCode.NotFound, (await Ask(id, other)).StatusCode);
    }

    [Fact]
    public async Task Nothing_of_a_file_lies_in_the_database_in_clear()
    {
        var id = await anonymisation.Rendered();
        await StateOf(id, await Attached(id, "okapi.txt", "giraffe 目黒の設備"));

        var stored = await Stored("case_attachment", "case_rendition", "outbox", "heard");

        Assert.Contains(id.ToString(), stored, StringComparison.Ordinal);
        foreach (var secret in new[] { "okapi", "giraffe", "目黒の設備" })
        {
            Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(secret).Trim('"'))), stored, StringComparison.OrdinalIgnoreCase);
        }
    }

    static object Choice(JsonElement[] items, Guid file) => new { id = file, hash = items.Single(i => Id(i) == file).GetProperty("hash").GetString() };

    async Task<HttpResponseMessage> Approve(Guid id, object[] files, OrganisationChanged? organisation = null, string? subject = null) =>
        await anonymisation.Decide(id, new { decision = "approve", hash = await anonymisation.Hash(id, organisation), files }, organisation, subject);

    async Task<NarrativeApproved> Approved(Guid id)
    {
        var source = (await anonymisation.AllPublished<RenditionChanged>(m => m.ReportId == id))[0].SourceId;
        return await anonymisation.Published<NarrativeApproved>(m => m.SourceId == source);
    }

    /// <summary>Puts a file into the store, as Intake does, and lets the service hear of it.</summary>
    async Task<Guid> Attached(Guid report, string name, string text, Guid? id = null, bool written = false, string? sha256 = null)
    {
        var (file, key, bytes) = (id ?? Guid.NewGuid(), RandomNumberGenerator.GetBytes(BlobStore.KeyBytes), Encoding.UTF8.GetBytes(text));
        if (!written) await anonymisation.Services.GetRequiredService<BlobStore>().Write(file, key, new MemoryStream(bytes), bytes.Length, default);
        await anonymisation.Hears(new AttachmentAdded
        {
            ReportId = report,
            AttachmentId = file,
            Sha256 = sha256 ?? Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = bytes.Length,
            File = anonymisation.Case.Seal(new AttachedFile { Name = name, MediaType = "text/plain", Key = Convert.ToBase64String(key) }),
        });
        return file;
    }

    /// <summary>The state of a file once it was rendered.</summary>
    async Task<string> StateOf(Guid report, Guid file)
    {
        var state = "";
        await AnonymisationFixture.Until(async () =>
        {
            var item = (await Items(report)).Single(i => Id(i) == file);
            state = item.GetProperty("state").GetString()!;
            return item.GetProperty("reasons").EnumerateArray().All(r => r.GetProperty("code").GetString() != "attachment.waiting");
        }, "It was not rendered.");
        return state;
    }

    async Task<FlashIndicator[]> Flash(Guid report) =>
        (await anonymisation.Read(report))!.Value.GetProperty("flash").GetProperty("indicators").Deserialize<FlashIndicator[]>(JsonSerializerOptions.Web)!;

    async Task<JsonElement[]> Items(Guid report, OrganisationChanged? organisation = null) =>
        [.. (await (await Ask(report, organisation)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray()];

    Task<HttpResponseMessage> Ask(Guid report, OrganisationChanged? organisation = null) =>
        anonymisation.Http(Role.Operator, (organisation ?? anonymisation.Reporter).OrganisationId).GetAsync($"/api/reports/{report}/rendition/attachments");

    static Guid Id(JsonElement item) => item.GetProperty("attachmentId").GetGuid();

    bool InStore(Guid file) => File.Exists(Path.Combine(anonymisation.Services.GetRequiredService<IConfiguration>()["Attachments:Folder"]!, file.ToString("N")));

    Task<string> Stored(params string[] tables) => anonymisation.With<NpgsqlDataSource, string>(async database =>
    {
        var rows = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand($"select t::text from {table} t");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) rows.AppendLine(reader.GetString(0));
        }

        return rows.ToString();
    });
}
