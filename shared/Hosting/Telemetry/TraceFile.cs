using System.Diagnostics;
using System.Text.Json;
using OpenTelemetry;

namespace Ceptoar.Hosting.Telemetry;

/// <summary>Writes spans as JSON lines (<c>Hub:Traces</c>): service, trace, span, parent, name, start, milliseconds. No tags, so no content.</summary>
public sealed class TraceFile(string path, string service) : BaseExporter<Activity>
{
    public override ExportResult Export(in Batch<Activity> batch)
    {
        using var file = new StreamWriter(path, append: true);
        foreach (var span in batch)
        {
            file.WriteLine(JsonSerializer.Serialize(new
            {
                service,
                trace = span.TraceId.ToHexString(),
                span = span.SpanId.ToHexString(),
                parent = span.ParentSpanId.ToHexString(),
                name = span.DisplayName,
                start = span.StartTimeUtc,
                ms = span.Duration.TotalMilliseconds,
            }));
        }

        return ExportResult.Success;
    }
}
