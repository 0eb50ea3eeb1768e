using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Ceptoar.Distribution.Attachments;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Attachments;

/// <summary>Files that go out with what people write.</summary>
public class AttachmentTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    static readonly byte[] Pdf = [.. "%PDF-1.7 "u8, .. RandomNumberGenerator.GetBytes(300_000)];

    Guid Reader => distribution.Directory.Telecom[0].OrganisationId;

    [Fact]
    public async Task Go_out_with_the_advisory_to_its_audience_and_nobody_else()
    {
        var id = await distribution.Drafted(role: Role.Secretariat);
        var draft = await Ok(Add(id, "手順書.pdf", Pdf));
        Assert.Equal(HttpStatusCode.OK, (await distribution.Release(id, Revision(draft), Role.Secretariat)).StatusCode);

        var file = Assert.Single((await distribution.Read(id, Reader))!.Value.GetProperty("attachments").EnumerateArray());
        Assert.Equal(("手順書.pdf", Pdf.Length, Convert.ToHexStringLower(SHA256.HashData(Pdf))), (file.GetProperty("name").GetString(), file.GetProperty("size").GetInt32(), file.GetProperty("sha256").GetString()));
        Assert.Equal(Pdf, await (await Get(id, IdOf(file), Reader)).Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await Get(id, IdOf(file), distribution.Directory.Aviation[0].OrganisationId)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(id, Guid.NewGuid(), Reader)).StatusCode);
        Assert.Contains("手順書.pdf", await Text(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_is_released_its_own_organisation_alone_has_them()
    {
        var id = await distribution.Drafted(role: Role.Secretariat);
        var file = FileOf(await Ok(Add(id, "案.txt", Pdf)));

        Assert.Equal(HttpStatusCode.NotFound, (await Get(id, file, Reader)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(id, file, distribution.BodyOf(Role.Secretariat))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(id, file, distribution.BodyOf(Role.Secretariat), Role.Secretariat)).StatusCode);
        foreach (var role in new[] { Role.Analyst, Role.Liaison }) Assert.Equal(HttpStatusCode.NotFound, (await distribution.Http(role, distribution.BodyOf(role)).PostAsync($"/api/advisories/{id}/attachments?name=a.txt", new ByteArrayContent(Pdf))).StatusCode);
    }

    [Fact]
    public async Task A_file_sent_again_is_the_one_that_is_there_and_asks_for_no_second_approval()
    {
        var id = await distribution.Drafted(role: Role.Secretariat);
        var once = await Ok(Add(id, "a.txt", Pdf));
        var twice = await Ok(Add(id, "a.txt", Pdf));

        Assert.Equal((Revision(once), FileOf(once), 1), (Revision(twice), FileOf(twice), twice.GetProperty("attachments").GetArrayLength()));
    }

    [Fact]
    public async Task A_file_that_came_after_the_question_is_asked_about_again()
    {
        var id = await distribution.Drafted(distribution.Alert(("tlp", "CLEAR")), Role.Secretariat, "one");
        await distribution.Release(id, 1, Role.Secretariat, "one");
        var changed = await Ok(Add(id, "a.txt", Pdf));

        Assert.Equal("draft", changed.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await distribution.Release(id, 1, Role.Secretariat, "other")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_a_correction_left_out_or_a_recall_took_back_is_gone_for_everyone()
    {
        var id = await distribution.Drafted(role: Role.Secretariat);
        await Ok(Add(id, "旧.txt", Pdf));
        var draft = await Ok(Add(id, "新.txt", [.. Pdf, 1]));
        await distribution.Release(id, Revision(draft), Role.Secretariat);
        var (old, kept) = (FileOf(draft, 0), FileOf(draft, 1));

        var without = await Ok(Secretariat.DeleteAsync($"/api/advisories/{id}/attachments/{old}"));
        Assert.Equal(HttpStatusCode.OK, (await Get(id, old, Reader)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Secretariat.PostAsJsonAsync($"/api/advisories/{id}/versions", DistributionFixture.Correction(Revision(without)))).StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await Get(id, old, Reader)).StatusCode, (await Get(id, kept, Reader)).StatusCode));

        await distribution.Recall(id);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(id, kept, Reader)).StatusCode);
        Assert.Equal(0, await distribution.Db<DistributionDb, int>(db => db.Attachments.CountAsync(a => a.AdvisoryId == id)));
    }

    [Fact]
    public async Task Nothing_is_attached_to_what_was_recalled()
    {
        var id = await distribution.Drafted(role: Role.Secretariat);
        var draft = await Ok(Add(id, "a.txt", Pdf));
        await distribution.Release(id, Revision(draft), Role.Secretariat);
        (await distribution.Recall(id)).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.Conflict, (await Add(id, "b.txt", Pdf)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Secretariat.DeleteAsync($"/api/advisories/{id}/attachments/{FileOf(draft)}")).StatusCode);
        Assert.Equal(0, await distribution.Db<DistributionDb, int>(db => db.Attachments.CountAsync(a => a.AdvisoryId == id)));
    }

    [Fact]
    public async Task Under_an_embargo_no_recipient_has_them()
    {
        var embargo = distribution.Clock.GetUtcNow().AddHours(1);
        var id = await distribution.Drafted(distribution.Alert(("embargoUntil", embargo)), Role.Secretariat);
        var draft = await Ok(Add(id, "手順書.pdf", Pdf));
        Assert.Equal("scheduled", (await Ok(distribution.Release(id, Revision(draft), Role.Secretariat))).GetProperty("state").GetString());

        foreach (var organisation in distribution.Everyone) Assert.Equal(HttpStatusCode.NotFound, (await Get(id, FileOf(draft), organisation)).StatusCode);
        distribution.Clock.Advance(TimeSpan.FromHours(2));

        await DistributionFixture.Until(async () => (await Get(id, FileOf(draft), Reader)).StatusCode == HttpStatusCode.OK, "It did not go out when its embargo ended.");
        Assert.Equal(HttpStatusCode.NotFound, (await Get(id, FileOf(draft), distribution.Directory.Aviation[0].OrganisationId)).StatusCode);
    }

    [Theory]
    [InlineData("", 10, "name")]
    [InlineData("../../etc/passwd", 10, "name")]
    [InlineData("a.txt", 0, "file")]
    [InlineData("a.txt", AdvisoryAttachment.MaxBytes + 1, "file")]
    public async Task A_file_that_is_no_good_is_refused_by_its_field(string name, int size, string field)
    {
        var id = await distribution.Drafted(role: Role.Secretariat);

        var answer = await Add(id, name, new byte[size]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task There_are_no_more_than_ten()
    {
        var id = await distribution.Drafted(role: Role.Secretariat);
        for (var i = 0; i < AdvisoryAttachment.MaxFiles; i++) await Ok(Add(id, $"{i}.txt", [1]));

        Assert.Equal(HttpStatusCode.Conflict, (await Add(id, "more.txt", [1])).StatusCode);
    }

    HttpClient Secretariat => distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat));

    Task<HttpResponseMessage> Add(Guid id, string name, byte[] bytes) => Secretariat.PostAsync($"/api/advisories/{id}/attachments?name={Uri.EscapeDataString(name)}", new ByteArrayContent(bytes));

    Task<HttpResponseMessage> Get(Guid id, Guid file, Guid organisation, string role = Role.Operator) => distribution.Http(role, organisation).GetAsync($"/api/advisories/{id}/attachments/{file}");

    async Task<string> Text(Guid id)
    {
        var http = distribution.Http(Role.Operator, Reader);
        http.DefaultRequestHeaders.Accept.ParseAdd("text/plain");
        return await http.GetStringAsync($"/api/advisories/{id}");
    }

    static async Task<JsonElement> Ok(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    static int Revision(JsonElement draft) => draft.GetProperty("revision").GetInt32();

    static Guid FileOf(JsonElement draft, int n = 0) => IdOf(draft.GetProperty("attachments")[n]);

    static Guid IdOf(JsonElement file) => file.GetProperty("id").GetGuid();
}
