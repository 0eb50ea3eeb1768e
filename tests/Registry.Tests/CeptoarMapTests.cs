using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Import;

namespace Ceptoar.Registry.Tests;

public class CeptoarMapTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task Tells_of_each_of_the_eighteen_what_the_map_tells()
    {
        await registry.Operator("electricity");

        var rows = (await registry.Administrator.Get("/api/ceptoars/map")).Items();

        Assert.Equal(CeptoarTable.All.Select((c, i) => (i + 1, c.Code)), rows.Select(r => (r.GetProperty("number").GetInt32(), r.GetProperty("code").GetString()!)));
        var row = rows[9];
        Assert.Equal(("電力CEPTOAR", "電力", "電気事業連合会", "情報通信部", "経済産業省"), (Text(row, "name"), Text(row, "sectorName"), Text(row, "secretariat"), Text(row, "desk"), Text(row, "ministry")));
        Assert.Equal(("脆弱性に関する情報等", "2006-09"), (Text(row, "information"), Text(row, "handlingRules")));
        Assert.Equal(["ハブ", "メール", "電話", "携帯電話", "FAX", "会議(電子会議室等)"], row.Texts("contactMeans"));
        Assert.All(rows[15..], r => Assert.Equal(JsonValueKind.Null, r.GetProperty("memberKinds").ValueKind));
    }

    [Fact]
    public async Task Counts_live_for_the_centre_and_the_own_secretariat_and_by_band_for_others()
    {
        var before = Members(await Row(registry.Administrator, "gas"));
        var id = await registry.Operator("gas");

        Assert.Equal(before + 1, Members(await Row(registry.Administrator, "gas")));
        Assert.Equal(before + 1, Members(await Row(registry.SecretariatOf("gas"), "gas")));
        Assert.Null(Members(await Row(registry.SecretariatOf("water"), "gas")));
        Assert.Null(Members(await Row(registry.Of(id), "gas")));
        Assert.Equal("1-9", Text(await Row(registry.Of(id), "gas"), "sizeBand"));
    }

    [Theory]
    [InlineData("", null, "application/json")]
    [InlineData("", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("", "application/json;q=0.1, text/csv;q=0.9", "text/csv")]
    [InlineData("", "image/png", "application/json")]
    [InlineData("?format=csv", "text/html", "text/csv")]
    [InlineData("?format=html", null, "text/html")]
    [InlineData("?format=json", "text/html", "application/json")]
    public async Task Comes_in_the_form_that_is_asked_for(string query, string? accept, string expected)
    {
        var http = registry.Administrator;
        if (accept is not null) http.DefaultRequestHeaders.Accept.ParseAdd(accept);

        var response = await http.GetAsync("/api/ceptoars/map" + query);

        Assert.Equal((expected, "utf-8"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet));
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Fact]
    public async Task An_unknown_form_is_told() => Assert.Equal(["format"], await (await registry.Administrator.GetAsync("/api/ceptoars/map?format=xls")).Fields());

    [Fact]
    public async Task As_csv_it_has_a_line_for_each()
    {
        var csv = await registry.Administrator.GetStringAsync("/api/ceptoars/map?format=csv");

        var lines = CsvText.Read(csv.TrimStart('\uFEFF')).ToArray();
        Assert.Equal(19, lines.Length);
        Assert.All(lines, l => Assert.Equal(12, l.Cells.Length));
        Assert.Equal("水道CEPTOAR", lines[14].Cells[2]);
    }

    [Fact]
    public async Task As_a_page_it_is_one_plain_table_in_which_names_are_only_text()
    {
        var secretariat = CeptoarTable.Find("logistics")!.SecretariatId;
        await registry.Administrator.Put($"/api/organisations/{secretariat}", new { name = "<script>alert('物流')</script> & 連合会", kind = "secretariat", ceptoars = new[] { "logistics" }, active = true });

        var html = await registry.Of(await registry.Operator("gas")).GetStringAsync("/api/ceptoars/map?format=html");

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        var page = XElement.Parse(Regex.Replace(html["<!DOCTYPE html>".Length..], "<meta(?<rest>[^>]*)>", "<meta${rest}/>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        Assert.Equal("ja", page.Attribute("lang")?.Value);
        Assert.Equal(18, page.Descendants("tbody").Elements("tr").Count());
        Assert.All(page.Descendants("th"), th => Assert.NotNull(th.Attribute("scope")));
        Assert.All(page.Descendants("tbody").Elements("tr"), tr => Assert.Equal(11, tr.Elements().Count()));
        Assert.Contains(page.Descendants("td"), td => td.Value == "<script>alert('物流')</script> & 連合会");
        Assert.Contains(page.Descendants("td"), td => td.Value == "調整中");
        Assert.Contains(page.Descendants("td"), td => td.Value == "1-9");
    }

    static async Task<JsonElement> Row(HttpClient http, string code) => (await http.Get("/api/ceptoars/map")).Items().Single(r => Text(r, "code") == code);

    static int? Members(JsonElement row) => row.GetProperty("members").ValueKind == JsonValueKind.Null ? null : row.GetProperty("members").GetInt32();

    static string? Text(JsonElement row, string property) => row.GetProperty(property).GetString();
}
