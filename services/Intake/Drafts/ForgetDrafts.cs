using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Intake.Drafts;

/// <summary>Destroys, each hour, the drafts that nobody changed for as long as they are kept, with their keys.</summary>
public sealed class ForgetDrafts(NpgsqlDataSource database, IOptions<DraftSettings> settings, TimeProvider clock) : Hourly(clock)
{
    public override async Task Sweep(CancellationToken ct)
    {
        await using var command = database.CreateCommand("with gone as (delete from report_draft where kept_at <= $1 returning id) delete from case_key using gone where case_id = gone.id");
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() - settings.Value.KeptFor });
        await command.ExecuteNonQueryAsync(ct);
    }
}

public static class ForgettingFollowUps
{
    /// <summary>What was being written about a report goes with it when it is withdrawn; saved with the caller's work.</summary>
    public static Task ForgetFollowUps(this IntakeDb db, Guid reportId, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"with gone as (delete from report_draft where follows_up = {reportId} returning id) delete from case_key using gone where case_id = gone.id", ct);
}
