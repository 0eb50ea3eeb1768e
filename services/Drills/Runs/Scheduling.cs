using System.Security.Cryptography;
using Ceptoar.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Drills.Runs;

/// <summary>Finds the moment of a drill, on a day on which no other drill of its CEPTOAR begins, and while none runs.</summary>
public sealed class Scheduling(DrillsDb db)
{
    /// <summary>The moment: as it is told, or drawn from the window.</summary>
    /// <param name="ceptoar">Its code.</param>
    /// <param name="startsAt">As it is told; null where it is drawn.</param>
    /// <param name="window">To draw from.</param>
    /// <param name="lasts">How long the drill runs.</param>
    /// <param name="drillId">The drill, which is in its own way nowhere.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="RuleViolation">Another drill of the CEPTOAR is in the way then, or on every day of the window.</exception>
    public async Task<DateTimeOffset> Moment(string ceptoar, DateTimeOffset? startsAt, Window? window, TimeSpan lasts, Guid drillId, CancellationToken ct)
    {
        var (from, until) = (startsAt ?? window!.From!.Value, startsAt ?? window!.Until!.Value);
        var others = await Others(ceptoar, from, until + lasts, drillId, ct);
        var moment = startsAt ?? ScheduleRules.Draw(from, until, ScheduleRules.Taken(others, lasts), RandomNumberGenerator.GetInt32);
        if (moment is not { } found || others.Any(o => ScheduleRules.Collide(found, lasts, o))) throw InTheWay();

        return found.ToUniversalTime();
    }

    /// <summary>Until the transaction ends, nobody else plans or begins a drill of the CEPTOAR.</summary>
    public Task<int> Turn(string ceptoar, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('drills of ' || {ceptoar}, 0))", ct);

    async Task<List<Stretch>> Others(string ceptoar, DateTimeOffset from, DateTimeOffset until, Guid drillId, CancellationToken ct)
    {
        await Turn(ceptoar, ct);
        var (earliest, latest) = (from.ToUniversalTime() - DrillRules.LongestRun - TimeSpan.FromDays(1), until.ToUniversalTime().AddDays(1));
        var others = await db.Drills.AsNoTracking().Where(d => d.Ceptoar == ceptoar && d.Id != drillId && d.StartsAt > earliest && d.StartsAt < latest)
            .Where(d => d.State == Drill.Planned || d.State == Drill.Running || d.State == Drill.Closed).ToListAsync(ct);
        return others.ConvertAll(d => new Stretch(d.StartsAt, d.EndedAt ?? (d.StartedAt ?? d.StartsAt) + d.Lasts));
    }

    /// <summary>Saves; what two did at once on one day, the index refuses.</summary>
    /// <exception cref="RuleViolation">Another drill of the CEPTOAR took the day meanwhile.</exception>
    public async Task Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "drill_of_the_day" })
        {
            throw InTheWay();
        }
    }

    static RuleViolation InTheWay() => new(
        "同じセプターの訓練を同じ日(日本時間)に二つ行うことや、期間を重ねることはできません。",
        "A CEPTOAR has one drill a day (of Japan) and one at a time; another is in the way then, or on every day of the window.");
}
