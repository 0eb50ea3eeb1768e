using System.Net;
using System.Net.Sockets;
using Ceptoar.Hosting.Sealing;

namespace Ceptoar.Intake.Attachments;

/// <summary>The settings of section <c>Attachments</c>, beside the folder of the <see cref="BlobStore"/>.</summary>
public record AttachmentSettings
{
    /// <summary>Where ClamAV's clamd listens: <c>host:port</c>, or the path of its socket; null where there is no scanner.</summary>
    public string? Clamd { get; init; }

    /// <summary>How often to look for what was not scanned yet.</summary>
    public TimeSpan ScanInterval { get; init; } = TimeSpan.FromSeconds(5);

    public bool HasScanner => !string.IsNullOrEmpty(Clamd);

    /// <summary>Where clamd listens; null where the setting cannot be read.</summary>
    public EndPoint? Scanner => Clamd is ['/', ..] ? new UnixDomainSocketEndPoint(Clamd)
        : Clamd?.LastIndexOf(':') is { } colon and > 0 && ushort.TryParse(Clamd.AsSpan(colon + 1), out var port) ? new DnsEndPoint(Clamd[..colon], port)
        : null;
}

public static class AttachmentSetup
{
    public static void AddAttachments(this IHostApplicationBuilder builder)
    {
        builder.AddBlobStore();
        builder.Services.AddOptions<AttachmentSettings>().BindConfiguration("Attachments")
            .Validate(s => !s.HasScanner || s.Scanner is not null, "Attachments:Clamd must be host:port or the path of a socket.")
            .ValidateOnStart();
        builder.Services.AddSingleton<Clamd>();
        builder.Services.AddHostedService<ScanAttachments>();
        builder.Services.AddSingleton<SweepAttachments>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SweepAttachments>());
    }
}
