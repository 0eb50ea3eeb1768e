using Npgsql;

namespace Ceptoar.Testing;

/// <summary>A PostgreSQL database that lives as long as one test class.</summary>
sealed class TestDatabase(string service)
{
    readonly NpgsqlConnectionStringBuilder server = new(Environment.GetEnvironmentVariable("TESTS_POSTGRES") is { Length: > 0 } connection
        ? connection
        : throw new InvalidOperationException("TESTS_POSTGRES names no PostgreSQL: run `make test`, or `infra/backends.sh start` and set it as that says."));

    readonly string name = $"{service.Replace('.', '_').ToLowerInvariant()}_{Guid.NewGuid():N}";

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, MaxPoolSize = 30 }.ConnectionString;

    public Task Create() => Run($"create database \"{name}\"");

    public async Task Drop()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await Run($"drop database if exists \"{name}\" with (force)");
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege && tries < 50)
            {
                await Task.Delay(100); // the server vacuums it: it lets nobody end that, and is soon done
            }
        }
    }

    async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
