using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ceptoar.Hosting.Telemetry;

/// <summary>Traces that follow one report through all services; to a collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>) or a file (<c>Hub:Traces</c>), else none.</summary>
public static class TelemetrySetup
{
    public static void AddHubTelemetry(this IHostApplicationBuilder builder, string service)
    {
        var file = builder.Configuration["Hub:Traces"];
        var collector = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (string.IsNullOrEmpty(file) && string.IsNullOrEmpty(collector)) return;

        var traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService(service))
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(builder.Configuration.GetValue("Hub:TraceRatio", 1.0))))
            .AddSource("Microsoft.AspNetCore", "MassTransit", Bus.OutboxDispatcher.Activities.Name);
        if (!string.IsNullOrEmpty(collector)) traces.AddOtlpExporter();
        if (!string.IsNullOrEmpty(file)) traces.AddProcessor(new BatchActivityExportProcessor(new TraceFile(file, service), scheduledDelayMilliseconds: 1000));
        builder.Services.AddSingleton(traces.Build());
        builder.Services.AddHostedService<Flush>();
    }

    sealed class Flush(TracerProvider traces) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
