using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Registry.Tests;

/// <summary>Further words in which tests of the directory speak.</summary>
static class DirectoryWords
{
    /// <summary>Speaks for an organisation.</summary>
    public static HttpClient Of(this RegistryFixture registry, Guid organisation, string role = Role.Operator) => registry.Http(role, organisation);

    public static async Task<JsonElement> Put(this HttpClient http, string path, object body)
    {
        var response = await http.PutAsJsonAsync(path, body);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Json();
    }

    public static Task<HttpResponseMessage> PostCsv(this HttpClient http, string path, byte[] csv, string contentType = "text/csv")
    {
        var content = new ByteArrayContent(csv);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return http.PostAsync(path, content);
    }

    /// <summary>Imports a CSV in UTF-8 and returns the report.</summary>
    public static async Task<JsonElement> Import(this HttpClient http, string csv, string query = "")
    {
        var response = await http.PostCsv("/api/organisations/import" + query, Encoding.UTF8.GetBytes(csv));
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Json();
    }

    /// <summary>Registers an operator of the gas CEPTOAR with these strings and returns its view.</summary>
    public static Task<JsonElement> Identified(this RegistryFixture registry, object identifying) =>
        registry.Administrator.Post("/api/organisations", new { name = registry.NewName(), kind = "operator", ceptoars = new[] { "gas" }, identifying });

    public static Guid Id(this JsonElement view) => view.GetProperty("id").GetGuid();

    public static string[] Texts(this JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray().Select(e => e.GetString()!)];

    public static JsonElement[] Items(this JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
