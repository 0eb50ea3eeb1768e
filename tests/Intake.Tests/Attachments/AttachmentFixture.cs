using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Intake.Tests.Attachments;

/// <summary>Intake with files attached to its reports.</summary>
public class AttachmentFixture : IntakeFixture
{
    /// <summary>The files of the store, by their names.</summary>
    public string[] Stored => System.IO.Directory.GetFiles(Services.GetRequiredService<IConfiguration>()["Attachments:Folder"]!);

    public static bool IsOf(string path, Guid attachment) => Path.GetFileName(path) == attachment.ToString("N");

    public HttpClient Reporters => Http(Role.Operator, Reporter);

    public HttpClient Analysts => Http(Role.Analyst, Directory.Centre.OrganisationId);

    public HttpClient Secretariats => Http(Role.Secretariat, Directory.TelecomSecretariat.OrganisationId);

    /// <summary>Sends a file as a form does.</summary>
    public static Task<HttpResponseMessage> Attach(HttpClient http, Guid report, string name, byte[] content, string mediaType = "text/plain") =>
        http.PostAsync($"/api/reports/{report}/attachments", Form(("file", name, content, mediaType)));

    public async Task<Receipt> Attached(Guid report, string text = "src=203.0.113.7 dst=443", string name = "firewall.log")
    {
        var answer = await Attach(Reporters, report, name, Encoding.UTF8.GetBytes(text));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<Receipt>())!;
    }

    public async Task<JsonElement[]> Attachments(Guid report, HttpClient? http = null) =>
        [.. (await (http ?? Reporters).GetFromJsonAsync<JsonElement>($"/api/reports/{report}/attachments")).GetProperty("items").EnumerateArray()];

    public async Task<string> StateOf(Guid report, Guid attachment) =>
        (await Attachments(report)).Single(a => a.GetProperty("id").GetGuid() == attachment).GetProperty("state").GetString()!;

    public static Task<HttpResponseMessage> Download(HttpClient http, Guid report, Guid attachment) => http.GetAsync($"/api/reports/{report}/attachments/{attachment}");

    public static MultipartFormDataContent Form(params (string Field, string Name, byte[] Content, string MediaType)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, name, content, mediaType) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            form.Add(part, field, name);
        }

        return form;
    }

    public new record Receipt(Guid Id, string Name, long Size, string Sha256, string State);
}
