using System.Reflection;
using System.Security.Cryptography;
using Npgsql;

namespace Ceptoar.Hosting.Database;

/// <summary>
/// Applies the numbered SQL files embedded in this assembly and the service's (<c>Migrations/NNNN_what.sql</c>), each once, in the
/// order of their numbers. Instances that start together wait for one another.
/// </summary>
public static class Migrations
{
    const long Lock = 0x43_45_50_54_4f_41_52;

    /// <exception cref="InvalidOperationException">A file changed after it was applied.</exception>
    public static async Task Apply(NpgsqlDataSource database, Assembly service, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await Run(connection, $"select pg_advisory_lock({Lock})", ct);
        try
        {
            await Run(connection, "create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())", ct);
            foreach (var (name, sql) in Files(service)) await ApplyOnce(connection, name, sql, ct);
        }
        finally
        {
            await Run(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    static async Task ApplyOnce(NpgsqlConnection connection, string name, string sql, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sql)));
        await using var known = new NpgsqlCommand("select hash from migration where name = $1", connection) { Parameters = { new() { Value = name } } };
        if (await known.ExecuteScalarAsync(ct) is string applied)
        {
            if (applied != hash) throw new InvalidOperationException($"Migration {name} was changed after it had been applied; add a new file instead.");
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Run(connection, sql, ct);
        await using var keep = new NpgsqlCommand("insert into migration (name, hash) values ($1, $2)", connection) { Parameters = { new() { Value = name }, new() { Value = hash } } };
        await keep.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    static IEnumerable<(string Name, string Sql)> Files(Assembly service) =>
        from assembly in service.GetReferencedAssemblies()
            .Where(a => a.Name!.StartsWith("Ceptoar.", StringComparison.Ordinal))
            .Select(Assembly.Load)
            .Append(service)
            .Append(typeof(Migrations).Assembly)
            .Distinct()
        from resource in assembly.GetManifestResourceNames()
        where resource.Contains(".Migrations.", StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal)
        let name = resource[(resource.IndexOf(".Migrations.", StringComparison.Ordinal) + ".Migrations.".Length)..^".sql".Length]
        orderby name
        select (name, Read(assembly, resource));

    static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
