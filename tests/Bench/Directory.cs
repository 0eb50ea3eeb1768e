using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ceptoar.Story;
using Npgsql;

namespace Ceptoar.Bench;

/// <summary>What changes of the directory cost: seconds for an import in which every row is new to the hub, and until a change of membership has taken effect.</summary>
public static class Directory
{
    const int Rows = 4_091;

    /// <summary>Changes every row of an import and sets it back.</summary>
    /// <returns>Seconds for 4,091 rows until all is committed, and for as many bare inserts in one transaction.</returns>
    /// <exception cref="HttpRequestException">The hub refused.</exception>
    public static async Task<(double Import, double Bare)> Import(HttpClient admin, string postgres)
    {
        var operators = DemoDirectory.Operators().Take(Rows).ToArray();
        var began = Stopwatch.GetTimestamp();
        await Import(admin, [.. operators.Select(o => o with { Size = o.Size == "small" ? "large" : "small" })]);
        var import = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await Import(admin, operators);
        return (import, await Bare(postgres, operators));
    }

    /// <summary>Takes an operator out of its CEPTOAR and brings it back, again and again.</summary>
    /// <returns>Milliseconds from the answer to the change until Distribution acts on it: the advisory is there no more.</returns>
    public static async Task<(double P50, double P99)> Membership(BenchHub hub, HttpClient admin, int times)
    {
        var (operatorId, member) = hub.Member;
        var advisory = await hub.AdvisoryOf(member);
        var path = $"/api/organisations/{operatorId}";
        var view = await admin.GetFromJsonAsync<JsonElement>(path);
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            foreach (var (ceptoar, status) in new[] { ("cable", 404), ("telecom", 200) })
            {
                using var answer = await admin.PutAsJsonAsync(path, new
                {
                    name = view.GetProperty("name").GetString(),
                    nameEn = view.GetProperty("nameEn").GetString(),
                    kind = "operator",
                    ceptoars = new[] { ceptoar },
                    prefecture = view.GetProperty("prefecture").GetString(),
                    size = view.GetProperty("size").GetString(),
                    active = true,
                });
                answer.EnsureSuccessStatusCode();
                var began = Stopwatch.GetTimestamp();
                while (true)
                {
                    using var seen = await member.Get($"/api/advisories/{advisory}");
                    if ((int)seen.StatusCode == status) break;
                    if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(30)) throw new InvalidOperationException("A change of membership took no effect.");
                }

                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        took.Sort();
        return (took[took.Count / 2], took[(int)(took.Count * 0.99)]);
    }

    static async Task Import(HttpClient admin, DemoOperator[] operators)
    {
        using var csv = new StringContent(DemoCsv.Of(operators), Encoding.UTF8, "text/csv");
        using var answer = await admin.PostAsync("/api/organisations/import?dryRun=false", csv);
        answer.EnsureSuccessStatusCode();
        var changed = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("changed").GetInt32();
        if (changed != operators.Length) throw new InvalidOperationException($"{changed} rows were changed.");
    }

    static async Task<double> Bare(string postgres, DemoOperator[] operators)
    {
        await using var database = NpgsqlDataSource.Create(postgres);
        await using var connection = await database.OpenConnectionAsync();
        await Run("drop table if exists bare_organisation; create table bare_organisation (name text primary key, body text)");
        var began = Stopwatch.GetTimestamp();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var insert = new NpgsqlCommand("insert into bare_organisation values ($1, $2)", connection) { Parameters = { new() { Value = "" }, new() { Value = "" } } };
            await insert.PrepareAsync();
            foreach (var one in operators)
            {
                (insert.Parameters[0].Value, insert.Parameters[1].Value) = (one.Name, JsonSerializer.Serialize(one.Identifying));
                await insert.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await Run("drop table bare_organisation");
        return seconds;

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
