using System.Net;
using System.Text;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Seeding;

namespace Ceptoar.Registry.Tests;

public class ExportTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task It_comes_in_Shift_JIS_too_and_can_be_imported_again()
    {
        var name = registry.NewName();
        await registry.Administrator.Import($"name,kind,ceptoars,nameEn\n{name},operator,gas,Minato\n");

        var answer = await registry.Administrator.GetAsync("/api/organisations/export?charset=shift_jis");
        var text = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetString(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal("shift_jis", answer.Content.Headers.ContentType?.CharSet);
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Equal(["charset"], await (await registry.Administrator.GetAsync("/api/organisations/export?charset=ebcdic")).Fields());
        using var again = new ByteArrayContent(await answer.Content.ReadAsByteArrayAsync());
        again.Headers.ContentType = new("text/csv") { CharSet = "shift_jis" };
        var report = await (await registry.Administrator.PostAsync("/api/organisations/import?dryRun=true", again)).Json();
        Assert.Equal((0, 0, 0), (report.GetProperty("added").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("refused").GetInt32()));
    }

    [Fact]
    public async Task What_is_exported_is_imported_again_and_changes_nothing()
    {
        await registry.Administrator.Post("/api/organisations", new
        {
            name = "=HYPERLINK(\"x\"),港",
            nameEn = "@Minato; \"Gas\"",
            kind = "operator",
            ceptoars = new[] { "gas", "electricity" },
            prefecture = "tokyo",
            identifying = new { aliases = new[] { "a;b", "c\\d", "-e" }, telephones = new[] { "+81 3 5555 1234" }, names = new[] { "港の会社" }, people = new[] { "港 太郎" } },
        });
        await registry.Administrator.Post("/api/organisations", new { name = "'-みなと", kind = "partner", partnerOf = "jpcert" });
        await registry.Administrator.Post("/api/organisations", new { name = registry.NewName(), kind = "operator", secondHop = new[] { "water" } });

        var response = await registry.Administrator.GetAsync("/api/organisations/export");
        var csv = await response.Content.ReadAsByteArrayAsync();
        var report = await (await registry.Administrator.PostCsv("/api/organisations/import", csv)).Json();

        Assert.Equal(("text/csv", "organisations.csv"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Equal((0, 0, 0), (report.GetProperty("added").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("refused").GetInt32()));
        Assert.InRange(report.GetProperty("unchanged").GetInt32(), 24, int.MaxValue);
        var text = Encoding.UTF8.GetString(csv);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\"),港\"", text, StringComparison.Ordinal);
        Assert.Contains(",'+81 3 5555 1234,", text, StringComparison.Ordinal);
        Assert.Contains("a\\;b;c\\\\d;-e", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretariat_exports_its_members_without_what_identifies_them()
    {
        var (member, foreign) = ((await registry.Identified(new { aliases = new[] { "秘匿略称" } })).GetProperty("name").GetString()!, (await registry.Stored(await registry.Operator("water"))).Name);

        var csv = await registry.SecretariatOf("gas").GetStringAsync("/api/organisations/export");

        Assert.StartsWith("id,name,nameEn,kind,partnerOf,sectors,ceptoars,secondHop,prefecture,size\r\n", csv, StringComparison.Ordinal);
        Assert.Contains(member, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, csv, StringComparison.Ordinal);
        Assert.DoesNotContain("秘匿略称", csv, StringComparison.Ordinal);
        Assert.Contains("秘匿略称", await registry.Administrator.GetStringAsync("/api/organisations/export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_export_nothing()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await registry.Of(await registry.Operator("gas")).GetAsync("/api/organisations/export")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await registry.Http(Role.Analyst, WellKnownId.Centre).GetAsync("/api/organisations/export")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await registry.Http().GetAsync("/api/organisations/export")).StatusCode);
    }
}
