using System.Security.Cryptography;
using Ceptoar.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Drills.Runs;

/// <summary>Finds the moment of a drill, on a day on which its CEPTOAR has no other.</summary>
public sealed class Scheduling(DrillsDb db)
{
    /// <summary>The moment: as it is told, or drawn from the window.</summary>
    /// <exception cref="RuleViolation">The CEPTOAR has a drill on that day, or on every day of the window.</exception>
    public async Task<DateTimeOffset> Moment(string ceptoar, DateTimeOffset? startsAt, Window? window, Guid drillId, CancellationToken ct)
    {
        var (from, until) = (startsAt ?? window!.From!.Value, startsAt ?? window!.Until!.Value);
        var (earliest, latest) = (from.ToUniversalTime().AddDays(-2), until.ToUniversalTime().AddDays(2));
        var others = await db.Drills.Where(d => d.Ceptoar == ceptoar && d.Id != drillId && d.StartsAt > earliest && d.StartsAt < latest)
            .Where(d => d.State == Drill.Planned || d.State == Drill.Running || d.State == Drill.Closed).Select(d => d.StartsAt).ToListAsync(ct);
        var taken = others.Select(ScheduleRules.DayOf).ToHashSet();
        var moment = startsAt ?? ScheduleRules.Draw(from, until, taken, RandomNumberGenerator.GetInt32);
        if (moment is not { } found || taken.Contains(ScheduleRules.DayOf(found))) throw SameDay();

        return found.ToUniversalTime();
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
            throw SameDay();
        }
    }

    static RuleViolation SameDay() => new(
        "同じセプターの訓練を同じ日(日本時間)に二つ行うことはできません。",
        "A CEPTOAR has one drill a day (of Japan) at most; it has one on that day, or on every day of the window.");
}
