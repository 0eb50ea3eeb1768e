using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ceptoar.Hosting.Audit;

/// <summary>The settings of section <c>Audit</c>.</summary>
public record AuditSettings
{
    public const int MinRetentionDays = 365;

    /// <summary>After how many days what was recorded may go; at least <see cref="MinRetentionDays"/>.</summary>
    public int RetentionDays { get; init; } = 400;
}

public static class AuditSetup
{
    public static void AddAudit(this IHostApplicationBuilder builder) => builder.Services.AddOptions<AuditSettings>().BindConfiguration("Audit")
        .Validate(s => s.RetentionDays >= AuditSettings.MinRetentionDays, $"Audit:RetentionDays must be at least {AuditSettings.MinRetentionDays}.")
        .ValidateOnStart();
}
