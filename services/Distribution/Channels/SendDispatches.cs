using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Hosting.Mail;
using Ceptoar.Hosting.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ceptoar.Distribution.Channels;

/// <summary>
/// Sends the dispatches that are due, a few at once by each channel, so that a server that hangs holds up its own channel at most. One is leased
/// while it is sent, outside of any transaction, so that instances share the work and none is lost; one whose sender died is sent again.
/// What is live goes before what is of a drill, for which one sender of each channel is never used.
/// </summary>
public sealed partial class SendDispatches(
    NpgsqlDataSource database, IServiceScopeFactory scopes, ChannelSenders senders, MailServer mail, WebhookPost webhooks, BounceAddress bounces, ContactsSealer sealer, IOptions<SmtpSettings> smtp,
    IOptions<GatewaySettings> gateways, IOptions<ChannelSettings> settings, IOptions<WebhookSettings> webhook, TimeProvider clock, ILogger<SendDispatches> log) : BackgroundService
{
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // whoever answers so has no such mailbox
    static readonly int[] NoSuchMailbox = [550, 551, 553];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var free = senders.There.ToDictionary(c => c, ParallelOf);
        if (free.Count == 0) return;

        var underWay = new List<Task<string>>();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Begin(drill: false);
            await Begin(drill: true);

            await Task.WhenAny([.. underWay, Task.Delay(Sweep, stoppingToken)]);
            foreach (var done in underWay.Where(t => t.IsCompleted).ToArray())
            {
                underWay.Remove(done);
                free[await done]++;
            }
        }

        await Task.WhenAll(underWay);

        async Task Begin(bool drill)
        {
            var usable = free.ToDictionary(f => f.Key, f => drill && ParallelOf(f.Key) > 1 ? f.Value - 1 : f.Value);
            foreach (var taken in await Take(usable, drill, stoppingToken))
            {
                free[taken.Channel]--;
                underWay.Add(Run(taken, stoppingToken));
            }
        }
    }

    int ParallelOf(string channel) => channel == ChannelTable.Webhook ? webhook.Value.Parallel : settings.Value.Parallel;

    /// <summary>What is due of life, or of drills; as many of each channel as are free.</summary>
    async Task<IReadOnlyList<Taken>> Take(Dictionary<string, int> free, bool drill, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        try
        {
            await using var command = database.CreateCommand("""
                update dispatch set due_at = $2, attempts = attempts + 1
                where id in (
                  select d.id from unnest($3, $4) as c (channel, free)
                  cross join lateral (
                    select id from dispatch where channel = c.channel and drill = $5 and state = 'waiting' and due_at <= $1 order by due_at, id limit greatest(c.free, 0) for update skip locked) d)
                returning id, channel, attempts
                """);
            command.Parameters.Add(new() { Value = now });
            command.Parameters.Add(new() { Value = now + Lease });
            command.Parameters.Add(new() { Value = free.Keys.ToArray() });
            command.Parameters.Add(new() { Value = free.Values.ToArray() });
            command.Parameters.Add(new() { Value = drill });
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new List<Taken>();
            while (await reader.ReadAsync(ct)) rows.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2)));
            return rows;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException || (e is OperationCanceledException && ct.IsCancellationRequested))
        {
            if (!ct.IsCancellationRequested) LogDatabaseAway(log, e.GetType().Name);
            return [];
        }
    }

    /// <summary>Never throws: what could not be settled comes again when its lease is over.</summary>
    /// <returns>Its channel.</returns>
    async Task<string> Run(Taken taken, CancellationToken ct)
    {
        try
        {
            var (parcel, answer) = await Attempt(taken, ct);
            await Settle(taken, parcel, answer, ct);
        }
        catch (Exception e)
        {
            if (!ct.IsCancellationRequested) LogNotSettled(log, taken.Id, e.GetType().Name);
        }

        return taken.Channel;
    }

    async Task<(Parcel Parcel, MailAnswer Answer)> Attempt(Taken taken, CancellationToken ct)
    {
        var parcel = new Parcel();
        try
        {
            await using (var scope = scopes.CreateAsyncScope()) parcel = await scope.ServiceProvider.GetRequiredService<Preparing>().Of(taken.Id, ct);
            if (parcel.Dropped is not null || parcel.TooLate) return (parcel, new(Outcome.Later));

            var answer = await Send(taken, parcel, ct);
            if (answer.Outcome != Outcome.Done) LogFailed(log, taken.Id, taken.Channel, taken.Attempts, answer.Code ?? 0);
            return (parcel, answer);
        }
        catch (Exception e) when (e is not (OperationCanceledException or NpgsqlException or TimeoutException))
        {
            // one that cannot be written holds up no other, and is given up in the end
            LogBroken(log, taken.Id, taken.Channel, e.GetType().Name);
            return (parcel, new(Outcome.Later));
        }
    }

    async Task<MailAnswer> Send(Taken taken, Parcel parcel, CancellationToken ct)
    {
        if (parcel.Letter is { } letter)
        {
            // what the framework would take for a name before an address is no address
            if (!MailAddress.TryCreate(parcel.To!.Address, out var to) || to.Address != parcel.To.Address.Trim()) return new(Outcome.Refused, Code: null, DispatchRules.BadAddress);

            using var message = Message(taken.Id, to, letter);
            return await mail.Send(message, ct);
        }

        var (id, body) = (bounces.WebhookId(taken.Id), parcel.Body!.ToJson());
        return taken.Channel == ChannelTable.Webhook
            ? await webhooks.ToOrganisation(parcel.To!.Address, parcel.To.Secret!, id, body, ct)
            : await webhooks.ToGateway(gateways.Value.Of(taken.Channel)!, id, body, ct);
    }

    MailMessage Message(long id, MailAddress to, Letter letter)
    {
        var message = new MailMessage { From = new(smtp.Value.From), Subject = letter.Subject, SubjectEncoding = Encoding.UTF8 };
        if (bounces.Of(id) is { } sender) message.Sender = sender;
        message.To.Add(to);
        message.Headers.Add("Message-ID", bounces.MessageId(id));
        message.AlternateViews.Add(View(letter.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(letter.Html, MediaTypeNames.Text.Html));
        return message;
    }

    static AlternateView View(string text, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    async Task Settle(Taken taken, Parcel parcel, MailAnswer answer, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DistributionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // not one that another took after the lease, and not one that has come back already
        if (await db.Dispatches.FromSql($"select * from dispatch where id = {taken.Id} and state = {Dispatch.Waiting} and attempts = {taken.Attempts} for update").SingleOrDefaultAsync(ct) is not { } dispatch) return;

        var now = clock.GetUtcNow();
        (dispatch.Code, dispatch.Status) = (answer.Code ?? dispatch.Code, parcel.Dropped ?? answer.Status);
        dispatch.SentTo = parcel.To is { } to ? bounces.MarkOf(to.Address) : dispatch.SentTo;
        dispatch.State = StateOf(dispatch, parcel, answer, now);
        if (dispatch.State == Dispatch.Waiting) dispatch.DueAt = now + DispatchRules.Pause(taken.Attempts);
        else dispatch.EndedAt = now;
        if (dispatch.State == Dispatch.Refused && dispatch.Channel == ChannelTable.Mail && (answer.Status == DispatchRules.BadAddress || NoSuchMailbox.Contains(answer.Code ?? 0)))
        {
            db.Publish(new ContactBounced { OrganisationId = dispatch.MailboxId, Channel = dispatch.Channel, Address = sealer.Seal(parcel.To!.Address), Status = answer.Status == DispatchRules.BadAddress ? "5.1.3" : answer.Status, At = now });
        }

        await db.SaveChangesAsync(ct);
        if (dispatch is { Purpose: DispatchPurpose.Digest, EndedAt: not null }) await db.DigestLines.Where(l => l.DispatchId == dispatch.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        if (dispatch.EndedAt is not null) LogEnded(log, dispatch.Id, dispatch.Channel, dispatch.State);
    }

    static string StateOf(Dispatch dispatch, Parcel parcel, MailAnswer answer, DateTimeOffset now) => (parcel, answer) switch
    {
        ({ Dropped: not null }, _) => Dispatch.Dropped,
        ({ TooLate: true }, _) => Dispatch.GivenUp,
        (_, { Outcome: Outcome.Done }) => Dispatch.Sent,
        (_, { Outcome: Outcome.Refused }) => Dispatch.Refused,
        // of one that could not even be written it is not known whether it is urgent
        _ => now - dispatch.PostedAt > DispatchRules.GivenUpAfter(urgent: false) ? Dispatch.GivenUp : Dispatch.Waiting,
    };

    sealed record Taken(long Id, string Channel, int Attempts);

    [LoggerMessage(LogLevel.Information, "Dispatch {Dispatch} by {Channel} is {State}")]
    static partial void LogEnded(ILogger log, long dispatch, string channel, string state);

    [LoggerMessage(LogLevel.Warning, "Dispatch {Dispatch} by {Channel} could not be sent, attempt {Attempt}, status {Status}")]
    static partial void LogFailed(ILogger log, long dispatch, string channel, int attempt, int status);

    [LoggerMessage(LogLevel.Error, "Dispatch {Dispatch} by {Channel} could not be written: {Error}")]
    static partial void LogBroken(ILogger log, long dispatch, string channel, string error);

    [LoggerMessage(LogLevel.Warning, "Dispatch {Dispatch} could not be settled and comes again: {Error}")]
    static partial void LogNotSettled(ILogger log, long dispatch, string error);

    [LoggerMessage(LogLevel.Warning, "Dispatches wait for the database: {Error}")]
    static partial void LogDatabaseAway(ILogger log, string error);
}
