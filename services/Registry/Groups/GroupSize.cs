using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Groups;

/// <summary>How many active organisations belong to a group.</summary>
public static class GroupSize
{
    public record SizedGroup(Group Group, int Members);

    public static Task<List<SizedGroup>> GroupsWithSize(this RegistryDb db, CancellationToken ct) => db.Groups.AsNoTracking().OrderBy(g => g.Position)
        .Select(g => new SizedGroup(g, db.Organisations.Count(o =>
            o.Active && (o.Ceptoars.Any(c => g.Ceptoars.Contains(c)) || g.Kinds.Contains(o.Kind) || g.Organisations.Contains(o.Id)))))
        .ToListAsync(ct);

    /// <summary>What everyone may know of the number (invariant I6).</summary>
    public static string Band(int members) => members switch
    {
        0 => "0",
        < 10 => "1-9",
        < 50 => "10-49",
        < 200 => "50-199",
        < 1000 => "200-999",
        _ => "1000+",
    };
}
