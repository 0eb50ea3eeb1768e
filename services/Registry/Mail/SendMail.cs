using System.Net;
using System.Net.Mail;
using System.Text;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Sealing;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Registry.Mail;

/// <summary>
/// Sends what <see cref="Mailer"/> posted and forgets each mail once the server has taken it. A mail is leased while it is sent, so
/// that instances share the work and none is lost; one whose sender died is sent again.
/// </summary>
public sealed partial class SendMail(NpgsqlDataSource database, PeopleSealer sealer, IOptions<SmtpSettings> settings, TimeProvider clock, ILogger<SendMail> log) : BackgroundService
{
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>After this a mail is given up: its link has run out, or what it tells is old.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(7);

    /// <summary>How long to wait after so many attempts: 5 seconds, twice as long each time, half an hour at most.</summary>
    public static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(1800, 5 * Math.Pow(2, attempts - 1)));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Value.Host.Length == 0) return;

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

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var smtp = new SmtpClient(settings.Value.Host, settings.Value.Port) { EnableSsl = settings.Value.Tls };
            if (settings.Value.User is { Length: > 0 } user) smtp.Credentials = new NetworkCredential(user, settings.Value.Password);
            using var message = new MailMessage(settings.Value.From, envelope.To, envelope.Letter.Subject, envelope.Letter.Body)
            {
                SubjectEncoding = Encoding.UTF8,
                BodyEncoding = Encoding.UTF8,
                BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64,
            };
            message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no absence notes in return
            await smtp.SendMailAsync(message, patience.Token);
            return Outcome.Done;
        }
        catch (SmtpException e)
        {
            // the server's words may quote the address
            LogFailed(log, row.Id, row.Attempts, (int)e.StatusCode);
            return (int)e.StatusCode >= 500 ? Outcome.Refused : Outcome.Later;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, row.Id, row.Attempts, 0);
            return Outcome.Later;
        }
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

    enum Outcome
    {
        Done,
        Refused,
        Later,
    }

    sealed record Row(long Id, string Sealed, int Attempts, DateTimeOffset PostedAt);

    [LoggerMessage(LogLevel.Warning, "Mail {Mail} could not be sent, attempt {Attempt}, SMTP {Status}")]
    static partial void LogFailed(ILogger log, long mail, int attempt, int status);

    [LoggerMessage(LogLevel.Error, "Mail {Mail} is given up")]
    static partial void LogGivenUp(ILogger log, long mail);

    [LoggerMessage(LogLevel.Warning, "Mail waits for the database: {Error}")]
    static partial void LogDatabaseAway(ILogger log, string error);
}
