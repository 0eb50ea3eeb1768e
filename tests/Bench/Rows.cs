using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Story;
using Npgsql;

namespace Ceptoar.Bench;

/// <summary>What numbers of rows cost. Organisations and inbox rows are put straight into Distribution's database: nobody signs in for them.</summary>
public static class Rows
{
    const int Times = 5;
    const int PageSize = 100;

    /// <summary>What an advisory is beside its id, its number, its times and what the database makes of it.</summary>
    const string Copied = "state, version, tlp, audience, audience_key, content, recall_reason, author, drill, people, relayed, recipients, expires_at";

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
                if (await Number(distribution, "select count(*) from inbox where advisory_id = $1", draft.Id) != size) throw new InvalidOperationException($"An advisory for {size} went to others.");
            }

            took.Add(rounds.Order().ElementAt(Times / 2));
        }

        return (took[0], took[1]);
    }

    /// <summary>
    /// Pages of 100 of one mailbox with so many advisories, each its own, where the whole hub holds so many rows: milliseconds, 95th of a
    /// hundred, of the newest page and of pages after numbers all over the mailbox, beside a small answer by the same way.
    /// </summary>
    /// <param name="hub">The hub.</param>
    /// <param name="distribution">Distribution's database.</param>
    /// <param name="own">Rows of the mailbox that is paged.</param>
    /// <param name="rows">Rows of all of them.</param>
    /// <exception cref="InvalidOperationException">The rows are not there, or a page is not full.</exception>
    public static async Task<(double Newest, double After, double Nothing)> InboxPage(BenchHub hub, NpgsqlDataSource distribution, int own, int rows)
    {
        var (member, reader) = hub.Member;
        var copied = await hub.Advisory(hub.Whole, urgent: false);
        await Run(distribution, string.Create(CultureInfo.InvariantCulture, $"""
            create temporary table filling as select gen_random_uuid() as id, n from generate_series(1, {own}) n;
            create unique index on filling (n);
            insert into advisory (id, number, first_issued_at, issued_at, {Copied})
            select f.id, 'bench-' || f.n, a.first_issued_at - ({own} - f.n) * interval '1 second', a.issued_at - ({own} - f.n) * interval '1 second', {Copied}
            from advisory a cross join filling f where a.id = '{copied}';

            -- laid down as in life: row upon row of one advisory, then of the next
            insert into mailbox (id, last) select id, 0 from directory_organisation on conflict do nothing;
            create temporary table box as select id, last, row_number() over (order by id) as place, count(*) over () as boxes from mailbox where id <> '{member}';
            insert into inbox (mailbox_id, sequence, advisory_id, version, event, issued_at, hop, urgent, pushed_at)
            select r.id, r.sequence, f.id, 1, 'released', now(), 'audience', false, now()
            from (
              select id, last + n as sequence, n from mailbox cross join generate_series(1, {own}) n where id = '{member}'
              union all
              select id, last + i, (place * 20 + i) % {own} + 1 from box cross join lateral generate_series(1, ceil(({rows} - {own})::numeric / boxes)::int) i
            ) r join filling f on f.n = r.n
            order by r.n;
            update mailbox m set last = (select coalesce(max(sequence), 0) from inbox i where i.mailbox_id = m.id);
            analyze advisory;
            analyze inbox;
            """));
        var (mine, all) = (await Number(distribution, "select count(distinct advisory_id) from inbox where mailbox_id = $1", member), await Number(distribution, "select count(*) from inbox"));
        if (mine < own || all < rows) throw new InvalidOperationException($"The mailbox has {mine} advisories of {own}, all together have {all} rows of {rows}.");

        var last = await Number(distribution, "select last from mailbox where id = $1", member);
        return (
            await P95(_ => Page(reader, "")),
            await P95(i => Page(reader, string.Create(CultureInfo.InvariantCulture, $"&after={last - own + (i * 7_919L % (own - PageSize))}"))),
            await P95(_ => reader.Read("/api/advisories/templates")));
    }

    static async Task<JsonElement> Page(HubClient reader, string after)
    {
        var page = await reader.Read($"/api/advisories?limit={PageSize}{after}");
        return page.GetProperty("items").GetArrayLength() == PageSize ? page : throw new InvalidOperationException("A page is not full.");
    }

    /// <param name="ask">Told how many times it was asked before.</param>
    static async Task<double> P95(Func<int, Task<JsonElement>> ask)
    {
        const int times = 100;
        for (var i = 0; i < 10; i++) await ask(i);
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask(i);
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

    static async Task<long> Number(NpgsqlDataSource distribution, string query, Guid? about = null)
    {
        await using var command = distribution.CreateCommand(query);
        command.CommandTimeout = 600;
        if (about is { } id) command.Parameters.Add(new() { Value = id });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    static async Task Run(NpgsqlDataSource distribution, string sql)
    {
        await using var command = distribution.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
