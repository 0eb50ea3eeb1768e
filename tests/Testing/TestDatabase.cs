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

    public Task Drop() => Run($"drop database if exists \"{name}\" with (force)");

    async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
