using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.Seeding;
using Ceptoar.Testing;

namespace Ceptoar.Registry.Tests;

/// <summary>Registry with its first administrator, and the words in which its tests speak.</summary>
public class RegistryFixture : ServiceFixture<Program>
{
    public const string BootstrapId = "first-administrator";
    public const string BootstrapSecret = "0123456789abcdef0123456789abcdef";

    public const string PublicUrl = "https://hub.example";

    int count;

    public HttpClient Administrator => Http(Role.Administrator, WellKnownId.Centre);

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Registry:Bootstrap:ClientId"] = BootstrapId,
        ["Registry:Bootstrap:ClientSecret"] = BootstrapSecret,
        ["Registry:PublicUrl"] = PublicUrl,
        ["Smtp:Host"] = TestMail.Host,
        ["Smtp:Port"] = TestMail.Port,
    };

    public HttpClient SecretariatOf(string ceptoar) => Http(Role.Secretariat, Ceptoars.CeptoarTable.Find(ceptoar)!.SecretariatId);

    /// <summary>Waits for the newest mail to an address whose text says something, and returns the text.</summary>
    public static async Task<string> MailTo(string address, string says) => (await TestMail.Box.Newest(address, m => m.Text.Contains(says, StringComparison.Ordinal))).Text;

    /// <summary>The texts of all mails to an address until now, oldest first.</summary>
    public static IEnumerable<string> MailsTo(string address) => TestMail.Box.To(address).Select(m => m.Text);

    public string NewName() => $"みなと通信 {Interlocked.Increment(ref count)}";

    /// <summary>Registers an operator and returns its id.</summary>
    public async Task<Guid> Operator(params string[] ceptoars)
    {
        var view = await Administrator.Post("/api/organisations", new { name = NewName(), kind = "operator", ceptoars });
        return view.GetProperty("id").GetGuid();
    }

    public Task<Organisation> Stored(Guid id) => Db<RegistryDb, Organisation>(async db => (await db.Organisations.FindAsync(id))!);
}

public static class Answers
{
    public static async Task<JsonElement> Json(this HttpResponseMessage response) => JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

    public static async Task<JsonElement> Get(this HttpClient http, string path) => await http.GetFromJsonAsync<JsonElement>(path);

    public static async Task<JsonElement> Post(this HttpClient http, string path, object body)
    {
        var response = await http.PostAsJsonAsync(path, body);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Json();
    }

    /// <summary>The JSON paths of the fields that a 400 complains of.</summary>
    public static async Task<string[]> Fields(this HttpResponseMessage response)
    {
        Assert.Equal(400, (int)response.StatusCode);
        return [.. (await response.Json()).GetProperty("errors").EnumerateObject().Select(e => e.Name)];
    }

    public static HttpClient In(this HttpClient http, string language)
    {
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return http;
    }

    public static string[] Strings(this JsonElement element, string property) => [.. element.EnumerateArray().Select(e => e.GetProperty(property).GetString()!)];
}
