using Npgsql;

namespace Ceptoar.Hosting.Database;

/// <summary>Tells a database that cannot serve now (down, starting, full, a deadlock) from work that fails whenever it is tried.</summary>
public static class DatabaseAway
{
    public static bool IsToldBy(Exception? exception) =>
        exception is NpgsqlException { IsTransient: true } || (exception?.InnerException is { } inner && IsToldBy(inner));
}
