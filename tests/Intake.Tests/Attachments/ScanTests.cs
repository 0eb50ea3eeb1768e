using System.Net;
using System.Text;
using Ceptoar.Contracts;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Attachments;
using Microsoft.Extensions.Options;

namespace Ceptoar.Intake.Tests.Attachments;

/// <summary>Every file is scanned; nothing is clean that a scanner has not said so of.</summary>
public class ScanTests(ScanTests.Scanned intake) : IClassFixture<ScanTests.Scanned>
{
    public sealed class Scanned : AttachmentFixture, IDisposable
    {
        internal FakeClamd Clamd { get; } = new();

        protected override Dictionary<string, string?> Settings => new() { ["Attachments:Clamd"] = Clamd.Address, ["Attachments:ScanInterval"] = "00:00:00.05" };

        public void Dispose() => Clamd.Dispose();
    }

    [Fact]
    public async Task A_clean_file_goes_to_whoever_may_read_the_original()
    {
        var report = await Readable();
        var file = await intake.Attached(report, "nothing in it");

        await Becomes(report, file.Id, "clean");

        Assert.Equal(HttpStatusCode.OK, (await AttachmentFixture.Download(Ministry, report, file.Id)).StatusCode);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, Assert.Single(await intake.Attachments(report)).GetProperty("held").ValueKind);
    }

    [Fact]
    public async Task An_infected_file_goes_to_its_sender_and_analysts_alone()
    {
        var report = await Readable();
        var file = await intake.Attached(report, FakeClamd.Eicar, "eicar.com");

        await Becomes(report, file.Id, "infected");

        Assert.Equal(HttpStatusCode.Conflict, (await AttachmentFixture.Download(Ministry, report, file.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AttachmentFixture.Download(intake.Analysts, report, file.Id)).StatusCode);
        var zip = await (await AttachmentFixture.Download(intake.Reporters, report, file.Id)).Content.ReadAsByteArrayAsync();
        Assert.Equal(FakeClamd.Eicar, Encoding.ASCII.GetString(Ae2.Open(zip, "infected").Content));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\0")]
    [InlineData("stream: OK")]
    [InlineData("stream: OK \0")]
    [InlineData("OK\0")]
    [InlineData("stream: FOUND\0")]
    [InlineData("stream: Can't allocate memory ERROR\0")]
    public async Task Where_the_scanner_hangs_up_or_answers_nonsense_it_stays_in_quarantine_and_is_asked_of_again(string? answer)
    {
        var text = "nonsense " + Guid.NewGuid();
        intake.Clamd.Says[text] = answer;
        var report = (await intake.Submitted()).Id;
        var file = await intake.Attached(report, text);

        await AttachmentFixture.Until(() => Task.FromResult(intake.Clamd.Asked.Count(a => a == text) > 2), "It was not asked again.");
        Assert.Equal("quarantined", await intake.StateOf(report, file.Id));

        intake.Clamd.Says.TryRemove(text, out _);
        await Becomes(report, file.Id, "clean");
    }

    [Fact]
    public async Task A_file_too_long_for_the_scanner_has_failed_and_is_not_clean()
    {
        intake.Clamd.Says["too long for it"] = "INSTREAM size limit exceeded. ERROR\0";
        var report = await Readable();
        var file = await intake.Attached(report, "too long for it");

        await Becomes(report, file.Id, "failed");

        Assert.Equal(HttpStatusCode.Conflict, (await AttachmentFixture.Download(Ministry, report, file.Id)).StatusCode);
    }

    [Fact]
    public async Task A_file_that_was_altered_in_the_store_has_failed()
    {
        var text = "held " + Guid.NewGuid();
        intake.Clamd.Says[text] = null;
        var report = (await intake.Submitted()).Id;
        var file = await intake.Attached(report, text);
        var path = intake.Stored.Single(f => AttachmentFixture.IsOf(f, file.Id));
        var bytes = await File.ReadAllBytesAsync(path);

        await File.WriteAllBytesAsync(path, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);

        await Becomes(report, file.Id, "failed");
    }

    [Fact]
    public async Task A_scanner_is_reached_by_a_socket_too_and_one_that_is_away_answers_nothing()
    {
        var path = Path.Combine(Path.GetTempPath(), $"clamd-{Guid.NewGuid():N}");
        var client = new Clamd(Options.Create(new AttachmentSettings { Clamd = path }));
        Assert.False(await client.Answers(default));
        Assert.Equal(ScanAnswer.None, await client.Scan(Pieces("x"), default));

        using (new FakeClamd(path))
        {
            Assert.True(await client.Answers(default));
            Assert.Equal(ScanAnswer.Clean, await client.Scan(Pieces("a", "b"), default));
            Assert.Equal(ScanAnswer.Infected, await client.Scan(Pieces(FakeClamd.Eicar[..20], FakeClamd.Eicar[20..]), default));
        }

        File.Delete(path);
    }

    [Theory]
    [InlineData("clamav.example:3310", true)]
    [InlineData("/run/clamav/clamd.ctl", true)]
    [InlineData("clamav.example", false)]
    [InlineData(":3310", false)]
    [InlineData("host:port", false)]
    [InlineData("host:99999", false)]
    public void The_setting_is_host_and_port_or_a_path(string setting, bool readable) =>
        Assert.Equal(readable, new AttachmentSettings { Clamd = setting }.Scanner is not null);

    HttpClient Ministry => intake.Http(Role.Liaison, intake.Directory.TelecomMinistry.OrganisationId);

    async Task<Guid> Readable()
    {
        var report = (await intake.Submitted(intake.Report(("sourceVisibility", "ministry")))).Id;
        await intake.Classified(report, Tlp.Amber);
        return report;
    }

    Task Becomes(Guid report, Guid file, string state) => AttachmentFixture.Until(async () => await intake.StateOf(report, file) == state, $"It did not become {state}.");

#pragma warning disable CS1998 // an enumeration of what is there already
    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces(params string[] pieces)
    {
        foreach (var piece in pieces) yield return Encoding.UTF8.GetBytes(piece);
    }
#pragma warning restore CS1998
}
