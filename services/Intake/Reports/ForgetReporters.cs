using Ceptoar.Hosting.Database;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Intake.Reports;

/// <summary>The settings of section <c>Withdrawal</c>.</summary>
public record WithdrawalSettings
{
    /// <summary>For how long the reporter sees that its report is withdrawn; after that the report leads to nobody.</summary>
    public TimeSpan VisibleFor { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>
/// Takes, each hour, from the reports that were withdrawn long enough ago what still leads to their reporter
/// (<c>docs/adr/0012-a-withdrawn-report-leads-nowhere.md</c>): the owner key, and the kept answers of calls, which name the report beside a mark of the caller.
/// </summary>
public sealed class ForgetReporters(NpgsqlDataSource database, IOptions<WithdrawalSettings> settings, TimeProvider clock) : Hourly(clock)
{
    public override async Task Sweep(CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            with forgotten as (
              update report set owner_key = null where status = 'withdrawn' and owner_key is not null and withdrawn_at <= $1 returning id::text
            )
            delete from idempotency using forgotten where strpos(route, id) > 0 or position(convert_to(id, 'UTF8') in answer) > 0
            """);
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() - settings.Value.VisibleFor });
        await command.ExecuteNonQueryAsync(ct);
    }
}

public static class ForgettingReportersSetup
{
    public static void AddForgettingReporters(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<ForgetReporters>();
        builder.Services.AddOptions<WithdrawalSettings>().BindConfiguration("Withdrawal")
            .Validate(s => s.VisibleFor >= TimeSpan.Zero && s.VisibleFor <= TimeSpan.FromDays(30), "Withdrawal:VisibleFor must lie between nothing and 30 days.")
            .ValidateOnStart();
    }
}
