using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Npgsql;

namespace Ceptoar.Bench;

/// <summary>What numbers of rows cost. Organisations and inbox rows are put straight into Distribution's database: nobody signs in for them.</summary>
public static class Rows
{
    const int Times = 5;

    /// <summary>Releases to two circles.</summary>
    /// <returns>Milliseconds until the rows are durable, the median of five, for the smaller and the larger circle.</returns>
    /// <exception cref="InvalidOperationException">A recipient was left out.</exception>
    public static async Task<(double Smaller, double Larger)> Recipients(BenchHub hub, NpgsqlDataSource distribution, int smaller, int larger)
    {
        var took = new List<double>();
        foreach (var size in new[] { smaller, larger })
        {
            var group = await Circle(distribution, size);
            var rounds = new List<double>();
            for (var round = 0; round <= Times; round++)
            {
                var draft = await hub.Drafted(group, urgent: false);
                var began = Stopwatch.GetTimestamp();
                await hub.Release(draft);
                if (round > 0) rounds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds); // the first reads the new directory
                if (await Count(distribution, draft.Id) != size) throw new InvalidOperationException($"An advisory for {size} went to others.");
            }

            took.Add(rounds.Order().ElementAt(Times / 2));
        }

        return (took[0], took[1]);
    }

    /// <summary>Pages of 100 of an inbox in which the whole hub holds a million rows: milliseconds, 95th of a hundred, beside the health page by the same way.</summary>
    public static async Task<(double Page, double Nothing)> InboxPage(BenchHub hub, NpgsqlDataSource distribution, int rows)
    {
        await Run(distribution, $"""
            insert into mailbox (id, last) select id, 0 from directory_organisation on conflict do nothing;
            create temporary table taken as select id, last, row_number() over (order by id) as n from mailbox;
            insert into inbox (mailbox_id, sequence, advisory_id, version, event, issued_at, hop, urgent, pushed_at)
            select m.id, m.last + a.n, a.id, a.version, 'released', now(), 'audience', false, now()
            from taken m cross join (select id, version + 1000 as version, row_number() over (order by id) as n from advisory where state = 'released' order by id limit 400) a
            limit {rows.ToString(CultureInfo.InvariantCulture)};
            update mailbox m set last = (select coalesce(max(sequence), 0) from inbox i where i.mailbox_id = m.id);
            analyze inbox;
            """);
        var reader = hub.Member.Client;
        return (await P95(() => reader.Read("/api/advisories?limit=100")), await P95(() => reader.Read("/api/advisories/templates")));
    }

    static async Task<double> P95(Func<Task<JsonElement>> ask)
    {
        const int times = 100;
        for (var i = 0; i < 10; i++) await ask();
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask();
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return took.Order().ElementAt((int)(times * 0.95));
    }

    static async Task<Guid> Circle(NpgsqlDataSource distribution, int size)
    {
        var (group, code) = (Guid.NewGuid(), "bench-" + size.ToString(CultureInfo.InvariantCulture));
        var members = JsonSerializer.Serialize(new Circle { Ceptoars = [code] }, JsonSerializerOptions.Default);
        await Run(distribution, $"""
            insert into directory_organisation (id, version, name, kind, sectors, ceptoars, second_hop, active, handling_rules_version)
            select gen_random_uuid(), 1, 'bench', 'operator', array['ict'], array['{code}'], array[]::text[], true, 1 from generate_series(1, {size.ToString(CultureInfo.InvariantCulture)});
            insert into directory_group (id, version, kind, name, name_en, members, without_ministries, closed) values ('{group}', 1, 'named', 'bench', 'bench', '{members}', false, false);
            """);
        return group;
    }

    static async Task<long> Count(NpgsqlDataSource distribution, Guid advisory)
    {
        await using var command = distribution.CreateCommand("select count(*) from inbox where advisory_id = $1");
        command.Parameters.Add(new() { Value = advisory });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    static async Task Run(NpgsqlDataSource distribution, string sql)
    {
        await using var command = distribution.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
