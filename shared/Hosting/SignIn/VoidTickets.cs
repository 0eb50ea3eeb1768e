using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Database;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Ceptoar.Hosting.SignIn;

/// <summary>
/// The tickets that no longer count though they have not run out (table <c>void_ticket</c>). Every process reads the table again
/// every two seconds; the check itself looks into memory only.
/// </summary>
public sealed class VoidTickets(NpgsqlDataSource database) : BackgroundService
{
    public const string Subject = "subject";
    public const string Session = "session";
    public const string Organisation = "organisation";

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    volatile Dictionary<(string Claim, string Value), DateTimeOffset> rows = [];

    /// <summary>Is the caller's ticket void?</summary>
    public bool Holds(Caller caller)
    {
        var known = rows;
        return known.Count > 0 && (Is(Subject, caller.Subject) || Is(Session, caller.Session) || Is(Organisation, caller.OrganisationId.ToString()));

        bool Is(string claim, string value) => known.TryGetValue((claim, value), out var before) && caller.IssuedAt < before;
    }

    /// <summary>Reads the table now.</summary>
    public async Task Load(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select claim, value, issued_before from void_ticket");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var read = new Dictionary<(string, string), DateTimeOffset>();
        while (await reader.ReadAsync(ct)) read[(reader.GetString(0), reader.GetString(1))] = await reader.GetFieldValueAsync<DateTimeOffset>(2, ct);
        rows = read;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await Load(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // what is known goes on to count; the next round reads again
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>Keeps which tickets are void, as Registry says it, until they would have run out anyway.</summary>
public class KeepVoidTicketsConsumer(HubDb db) : IConsumer<TicketsVoided>
{
    public Task Consume(ConsumeContext<TicketsVoided> context) => db.Keep(context.Message, context.CancellationToken);
}

public static class VoidTicketRows
{
    public static Task Keep(this HubDb db, TicketsVoided voided, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        insert into void_ticket (claim, value, issued_before) values ({voided.Claim}, {voided.Value}, {voided.IssuedBefore})
        on conflict (claim, value) do update set issued_before = greatest(void_ticket.issued_before, excluded.issued_before)
        """, ct);
}
