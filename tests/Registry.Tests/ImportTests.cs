using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Ceptoar.Registry.Tests;

public class ImportTests(RegistryFixture registry, ITestOutputHelper output) : IClassFixture<RegistryFixture>
{
    const string Header = "name,nameEn,kind,sectors,ceptoars,secondHop,prefecture,size,aliases,domains,cidrs,asns,systems,brands,vendors,sites,telephones,people\r\n";

    [Fact]
    public async Task Adds_changes_and_leaves_alone_and_says_which()
    {
        var (a, b, c) = (registry.NewName(), registry.NewName(), registry.NewName());
        var first = await registry.Administrator.Import($"name,kind,ceptoars,size,aliases\n{a},operator,gas,small,ああ;いい\n{b},operator,gas;electricity,,\n");
        Assert.Equal((2, 0, 0, 0, true), Counts(first));

        var report = await registry.Administrator.Import($"name,kind,ceptoars,size,aliases\n{a},operator,gas,large,ああ;うう\n{b},operator,gas;electricity,,\n{c},operator,gas,,\n", "?all=true");

        Assert.Equal((1, 1, 1, 0, true), Counts(report));
        Assert.Equal([(2, a, "changed"), (3, b, "unchanged"), (4, c, "added")], Lines(report));
        Assert.Equal(["size", "aliases"], report.GetProperty("lines")[0].Texts("fields"));
        var id = (await Named(a)).Id;
        var said = (await registry.AllPublished<OrganisationsPage>()).SelectMany(p => p.Organisations).ToArray();
        Assert.Equal(["small", "large"], said.Where(o => o.OrganisationId == id).OrderBy(o => o.Version).Select(o => o.Size));
        Assert.Equal([1, 2], (await registry.AllPublished<IdentifyingStringsPage>()).SelectMany(p => p.Strings).Where(s => s.OrganisationId == id).Select(s => s.Version).Order());
        Assert.Equal(["ああ", "うう"], (await Named(a)).IdentifiedBy(registry.Identifying).Aliases);
        Assert.Single(said, o => o.Name == b);
        var history = (await registry.Of(id).Get($"/api/organisations/{id}/history?after=0")).Items();
        Assert.Equal(["registered", "size", "identifying"], history.Select(e => e.GetProperty("field").GetString()));
        Assert.All(history, e => Assert.StartsWith("test-administrator", e.GetProperty("by").GetString(), StringComparison.Ordinal));
        Assert.Equal(["ああ", "うう"], history[2].GetProperty("toStrings").GetProperty("given").Texts("aliases"));
    }

    [Fact]
    public async Task A_column_that_is_missing_leaves_its_values_and_an_empty_cell_clears_them()
    {
        var name = registry.NewName();
        await registry.Administrator.Import($"name,kind,ceptoars,size,prefecture,systems\n{name},operator,gas,small,東京都,MINAS\n");

        await registry.Administrator.Import($"name,ceptoars,size\n{name},gas,\n");

        var stored = await Named(name);
        Assert.Equal((null, "tokyo", "MINAS"), (stored.Size, stored.Prefecture, stored.IdentifiedBy(registry.Identifying).Systems.Single()));
    }

    [Fact]
    public async Task A_dry_run_reports_and_does_nothing()
    {
        var (name, before) = (registry.NewName(), await Organisations());

        var report = await registry.Administrator.Import($"name,kind,ceptoars\n{name},operator,gas\n", "?dryRun=true");

        Assert.Equal((1, 0, 0, 0, false), Counts(report));
        Assert.True(report.GetProperty("dryRun").GetBoolean());
        Assert.Equal(before, await Organisations());
        Assert.DoesNotContain((await registry.AllPublished<OrganisationsPage>()).SelectMany(p => p.Organisations), o => o.Name == name);
    }

    [Fact]
    public async Task One_refused_line_and_nothing_is_done()
    {
        var (known, name) = (registry.NewName(), registry.NewName());
        await registry.Administrator.Import($"name,kind,ceptoars\n{known},operator,gas\n");

        var report = await registry.Administrator.Import($"name,kind,ceptoars,size\n{known},operator,gas,large\n{name},operator,moon,huge\n");

        Assert.Equal((0, 1, 0, 1, false), Counts(report));
        Assert.Equal(["ceptoars[0]", "size"], report.GetProperty("lines")[1].GetProperty("errors").Strings("field"));
        Assert.Null((await Named(known)).Size);
        Assert.Equal(0, await registry.Db<RegistryDb, int>(db => db.Organisations.CountAsync(o => o.Name == name)));
    }

    [Theory]
    [InlineData("\"みなと第3016通信,operator,gas", "line")]
    [InlineData("みなと\"第\"通信,operator,gas", "line")]
    [InlineData("みなと第3016通信,operator", "line")]
    [InlineData("みなと第3016通信,operator,gas,余り", "line")]
    [InlineData(",operator,gas", "name")]
    [InlineData("みなと第3016通信,king,gas", "kind")]
    [InlineData("みなと第10通信,operator,gas", "name")]
    public async Task A_broken_line_3017_is_named_and_no_other(string broken, string field)
    {
        var before = await Organisations();
        var csv = new StringBuilder("name,kind,ceptoars\n");
        for (var line = 2; line <= 4092; line++) csv.Append(line == 3017 ? broken : string.Create(CultureInfo.InvariantCulture, $"みなと第{line}通信,operator,gas")).Append('\n');

        var report = await registry.Administrator.Import(csv.ToString(), "?dryRun=true");

        var refused = Assert.Single(report.GetProperty("lines").EnumerateArray(), l => l.GetProperty("outcome").GetString() == "refused");
        Assert.Equal((3017, field), (refused.GetProperty("line").GetInt32(), refused.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.Equal((4090, 1), (report.GetProperty("added").GetInt32(), report.GetProperty("refused").GetInt32()));
        Assert.Equal(before, await Organisations());
    }

    [Fact]
    public async Task The_same_name_or_organisation_twice_in_a_file_is_refused()
    {
        var name = registry.NewName();
        var id = await registry.Operator("gas");

        var report = await registry.Administrator.Import($"id,name,kind,ceptoars\n,{name},operator,gas\n, {name} ,operator,gas\n{id},{registry.NewName()},operator,gas\n{id},{registry.NewName()},operator,gas\n");

        Assert.Equal(["added", "refused", "changed", "refused"], report.GetProperty("lines").Strings("outcome"));
        Assert.Contains("2 行目", report.GetProperty("lines")[1].GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(["name", "id"], new[] { 1, 3 }.Select(i => report.GetProperty("lines")[i].GetProperty("errors")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task An_id_renames_and_a_name_that_another_has_is_refused()
    {
        var (id, other, free) = (await registry.Operator("gas"), (await registry.Stored(await registry.Operator("gas"))).Name, registry.NewName());

        Assert.Equal((0, 1, 0, 0, true), Counts(await registry.Administrator.Import($"id,name\n{id},{free}\n")));
        Assert.Equal(free, (await registry.Stored(id)).Name);
        var report = await registry.Administrator.Import($"id,name\n{id},{other}\n{Guid.NewGuid()},{registry.NewName()}\nnonsense,x\n");
        Assert.Equal(["name", "id", "id"], report.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("errors")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task The_kind_of_an_organisation_stays()
    {
        var name = (await registry.Stored(await registry.Operator("gas"))).Name;

        var report = await registry.Administrator.Import($"name,kind\n{name},observer\n");

        Assert.Equal("kind", report.GetProperty("lines")[0].GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_secretariat_imports_operators_of_its_own_ceptoar_only()
    {
        var foreign = (await registry.Stored(await registry.Operator("water"))).Name;
        var (own, other, observer) = (registry.NewName(), registry.NewName(), registry.NewName());

        var report = await registry.SecretariatOf("gas").Import($"name,kind,ceptoars\n{own},operator,gas\n{other},operator,gas;water\n{observer},observer,gas\n{foreign},operator,gas\n", "?dryRun=true");

        Assert.Equal(["added", "refused", "refused", "refused"], report.GetProperty("lines").Strings("outcome"));
        Assert.Equal(["ceptoars[1]", "kind", "name"], report.GetProperty("lines").EnumerateArray().Skip(1).Select(l => l.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.Equal((1, 0, 0, 0, true), Counts(await registry.SecretariatOf("gas").Import($"name,kind,ceptoars\n{own},operator,gas\n")));
        Assert.Equal(HttpStatusCode.Forbidden, (await registry.Of(await registry.Operator("gas")).PostCsv("/api/organisations/import", "name\nx\n"u8.ToArray())).StatusCode);
    }

    [Fact]
    public async Task Overlapping_ranges_and_alike_domains_are_warned_of_within_a_file_too()
    {
        var (a, b) = (registry.NewName(), registry.NewName());

        var report = await registry.Administrator.Import($"name,kind,ceptoars,domains,cidrs\n{a},operator,gas,minato-suido.example,198.19.7.0/24\n{b},operator,gas,minato-suid0.example,198.19.7.16/28;198.19.8.0/28\n");

        Assert.Equal((2, 0, 0, 0, true), Counts(report));
        Assert.Equal(["cidrs[0]", "domains[0]"], report.GetProperty("lines")[1].GetProperty("warnings").Strings("field"));
    }

    [Theory]
    [InlineData("text/csv", 932)]
    [InlineData("text/csv; charset=Shift_JIS", 932)]
    [InlineData("text/csv; charset=\"windows-31j\"", 932)]
    [InlineData("text/csv", 65001)]
    [InlineData("text/csv; charset=utf-8", 65001)]
    [InlineData("TEXT/CSV; charset=UTF-8; header=present", 65001)]
    public async Task Reads_utf8_with_or_without_bom_and_shift_jis(string type, int codePage)
    {
        var name = $"髙﨑ソ表{registry.NewName()}"; // 髙 and 﨑 are code page 932 only; ソ and 表 end in a backslash there
        var encoding = codePage == 932 ? CodePagesEncodingProvider.Instance.GetEncoding(932)! : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        byte[] body = encoding.GetBytes($"name,kind,ceptoars\r\n{name},operator,gas\r\n");
        if (codePage == 65001 && type == "text/csv") body = [0xEF, 0xBB, 0xBF, .. body];

        var response = await registry.Administrator.PostCsv("/api/organisations/import", body, type);

        Assert.Equal((1, 0, 0, 0, true), Counts(await response.Json()));
        Assert.Equal(name, (await Named(name)).Name);
    }

    [Fact]
    public async Task What_is_no_readable_csv_is_told_by_field()
    {
        var http = registry.Administrator;

        Assert.Equal(["Content-Type"], await (await http.PostCsv("/api/organisations/import", "name\nx\n"u8.ToArray(), "application/json")).Fields());
        Assert.Equal(["Content-Type"], await (await http.PostCsv("/api/organisations/import", "name\nx\n"u8.ToArray(), "text/csv; charset=ebcdic")).Fields());
        Assert.Equal(["body"], await (await http.PostCsv("/api/organisations/import", [0xFF, 0xFF, 0x80, 0x0A, 0x81])).Fields());
        Assert.Equal(["body"], await (await http.PostCsv("/api/organisations/import", [(byte)'n', 0x82, 0xA0], "text/csv; charset=utf-8")).Fields());
        Assert.Equal(["header"], await (await http.PostCsv("/api/organisations/import", [])).Fields());
        Assert.Equal(["header"], await (await http.PostCsv("/api/organisations/import", "kind,size\noperator,small\n"u8.ToArray())).Fields());
        Assert.Equal(["header[1]"], await (await http.PostCsv("/api/organisations/import", "name,colour\nx,red\n"u8.ToArray())).Fields());
        Assert.Equal(["header[2]"], await (await http.PostCsv("/api/organisations/import", "name,kind,NAME\nx,operator,y\n"u8.ToArray())).Fields());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_megabytes_are_too_many_and_not_read_to_the_end(bool lengthTold)
    {
        var body = new Fifty();
        var content = new StreamContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        if (lengthTold) content.Headers.ContentLength = Fifty.Megabytes;

        var response = await registry.Administrator.In("en").PostAsync("/api/organisations/import", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("At most 10 MB.", (await response.Json()).GetProperty("errors").GetProperty("body")[0].GetString());
        Assert.InRange(body.Given, 0, 20 * 1024 * 1024);
    }

    [Fact]
    public async Task The_whole_directory_comes_in_at_once_and_changes_nothing_the_second_time()
    {
        var csv = new StringBuilder(Header);
        for (var i = 0; i < 4091; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"凪ヶ崎第{i}通信株式会社,Nagigasaki Telecom {i},operator,,{(i % 5 == 0 ? "gas;electricity" : "local-government")},,tokyo,medium,凪{i}通;NGT{i},nagi-{i}.example,198.18.{i / 256}.{i % 256}/32;2001:db8:{i + 4096:x}::/48,")
                .Append(CultureInfo.InvariantCulture, $"AS{4_200_000_000 + i},NAGI-{i}-CORE,凪光{i},朧谷システムズ,凪データセンター{i},03-5{i:D3}-,凪 太郎{i}\r\n");
        }

        var watch = Stopwatch.StartNew();
        var first = await registry.Administrator.Import(csv.ToString());
        output.WriteLine($"4,091 added in {watch.Elapsed.TotalSeconds:F2} s");
        Assert.Equal((4091, 0, 0, 0, true), Counts(first));

        watch.Restart();
        var second = await registry.Administrator.Import(csv.ToString());
        output.WriteLine($"4,091 unchanged in {watch.Elapsed.TotalSeconds:F2} s");
        Assert.Equal((0, 0, 4091, 0, true), Counts(second));
        Assert.Empty(second.GetProperty("lines").EnumerateArray());

        watch.Restart();
        var third = await registry.Administrator.Import(csv.ToString().Replace(",medium,", ",large,", StringComparison.Ordinal));
        output.WriteLine($"4,091 changed in {watch.Elapsed.TotalSeconds:F2} s");
        Assert.Equal((0, 4091, 0, 0, true), Counts(third));
    }

    async Task<Organisations.Organisation> Named(string name) => await registry.Db<RegistryDb, Organisations.Organisation>(db => db.Organisations.SingleAsync(o => o.Name == name));

    Task<int> Organisations() => registry.Db<RegistryDb, int>(db => db.Organisations.CountAsync());

    static (int Added, int Changed, int Unchanged, int Refused, bool Applied) Counts(JsonElement report) =>
        (report.GetProperty("added").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("unchanged").GetInt32(), report.GetProperty("refused").GetInt32(), report.GetProperty("applied").GetBoolean());

    static (int, string, string)[] Lines(JsonElement report) =>
        [.. report.GetProperty("lines").EnumerateArray().Select(l => (l.GetProperty("line").GetInt32(), l.GetProperty("name").GetString()!, l.GetProperty("outcome").GetString()!))];

    /// <summary>50 MB of CSV that are made as they are read, and counted.</summary>
    sealed class Fifty : Stream
    {
        public const int Megabytes = 50 * 1024 * 1024;

        public int Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var length = Math.Min(count, Megabytes - Given);
            buffer.AsSpan(offset, length).Fill((byte)'x');
            Given += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
