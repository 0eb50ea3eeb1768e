using System.Net.Mail;
using System.Text;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Mail;
using Ceptoar.Hosting.Sealing;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Registry.Mail;

/// <summary>
/// Sends what <see cref="Mailer"/> posted and forgets each mail once the server has taken it. A mail is leased while it is sent, so
/// that instances share the work and none is lost; one whose sender died is sent again.
/// </summary>
public sealed partial class SendMail(NpgsqlDataSource database, PeopleSealer sealer, MailServer server, IOptions<SmtpSettings> settings, TimeProvider clock, ILogger<SendMail> log) : BackgroundService
{
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>After this a mail is given up: its link has run out, or what it tells is old.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(7);

    /// <summary>How long to wait after so many attempts: 5 seconds, twice as long each time, half an hour at most.</summary>
    public static TimeSpan Backoff(int attempts) => Hosting.Mail.Backoff.After(attempts, TimeSpan.FromSeconds(5));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!server.IsThere) return;

        using var timer = new PeriodicTimer(Sweep);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await Take(stoppingToken) is { } mail) await Settle(mail, await Send(mail, stoppingToken), stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogDatabaseAway(log, e.GetType().Name);
            }
        }
    }

    async Task<Row?> Take(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand("""
            update outgoing_mail set due_at = $2, attempts = attempts + 1
            where id = (select id from outgoing_mail where due_at <= $1 order by due_at limit 1 for update skip locked)
            returning id, sealed, attempts, posted_at
            """);
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + Lease });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), await reader.GetFieldValueAsync<DateTimeOffset>(3, ct)) : null;
    }

    async Task<Outcome> Send(Row row, CancellationToken ct)
    {
        var envelope = sealer.Open<Envelope>(new SealedText { Sealed = row.Sealed });
        if (envelope.To is null) return Outcome.Done;

        using var message = new MailMessage(settings.Value.From, envelope.To, envelope.Letter.Subject, envelope.Letter.Body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64,
        };
        var answer = await server.Send(message, ct);
        if (answer.Outcome != Outcome.Done) LogFailed(log, row.Id, row.Attempts, answer.Code ?? 0);
        return answer.Outcome;
    }

    async Task Settle(Row row, Outcome outcome, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var over = outcome != Outcome.Later || now - row.PostedAt > GivenUpAfter;
        await using var command = database.CreateCommand(over ? "delete from outgoing_mail where id = $1" : "update outgoing_mail set due_at = $2 where id = $1");
        command.Parameters.Add(new() { Value = row.Id });
        if (!over) command.Parameters.Add(new() { Value = now + Backoff(row.Attempts) });
        await command.ExecuteNonQueryAsync(ct);
        if (over && outcome != Outcome.Done) LogGivenUp(log, row.Id);
    }

    sealed record Row(long Id, string Sealed, int Attempts, DateTimeOffset PostedAt);

    [LoggerMessage(LogLevel.Warning, "Mail {Mail} could not be sent, attempt {Attempt}, SMTP {Status}")]
    static partial void LogFailed(ILogger log, long mail, int attempt, int status);

    [LoggerMessage(LogLevel.Error, "Mail {Mail} is given up")]
    static partial void LogGivenUp(ILogger log, long mail);

    [LoggerMessage(LogLevel.Warning, "Mail waits for the database: {Error}")]
    static partial void LogDatabaseAway(ILogger log, string error);
}
