using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Ceptoar.Contracts.Intake;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ceptoar.Intake.Tests.Attachments;

/// <summary>Name and text of a file stand in no table, message, log or file in the clear (I4).</summary>
public class AttachmentLeakTests(AttachmentLeakTests.Logged intake) : IClassFixture<AttachmentLeakTests.Logged>
{
    public sealed class Logged : AttachmentFixture
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        protected override void Replace(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(new Provider(Lines)));
    }

    [Fact]
    public async Task Nothing_of_it_lies_about_in_clear()
    {
        string[] secrets = ["zebra", "目黒の設備", "okapi.log"];
        var report = (await intake.Submitted()).Id;
        var file = await intake.Attached(report, "zebra 目黒の設備", "okapi.log");
        await intake.Attachments(report);
        await AttachmentFixture.Download(intake.Reporters, report, file.Id);
        await intake.Reporters.PostAsync($"/api/reports/{report}/attachments?name=okapi.log", new ByteArrayContent([])); // refused
        await intake.Reporters.PostAsync($"/api/reports/{report}/attachments?name=okapi.log%2F..", new ByteArrayContent("zebra"u8.ToArray()));

        var stored = await intake.EverythingStored();
        var said = JsonSerializer.Serialize(await intake.Published<AttachmentAdded>(m => m.AttachmentId == file.Id));
        await intake.AllPublished<AttachmentAdded>();
        var blobs = string.Concat(intake.Stored.Select(f => Convert.ToHexString(File.ReadAllBytes(f)) + Path.GetFileName(f)));

        Assert.Contains(file.Id.ToString(), stored, StringComparison.Ordinal);
        Assert.NotEmpty(intake.Stored);
        foreach (var secret in secrets)
        {
            var hex = Convert.ToHexString(Encoding.UTF8.GetBytes(secret));
            Assert.All([stored, said, blobs, string.Join('\n', intake.Lines)], text =>
            {
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(hex, text, StringComparison.OrdinalIgnoreCase);
            });
        }
    }

    sealed class Provider(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);
    }
}
