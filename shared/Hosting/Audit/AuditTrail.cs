using System.Security.Cryptography;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Hosting.Audit;

/// <summary>Who did what, as a row of the service's own trail (table <c>audit</c>, append-only).</summary>
public class AuditRow
{
    public required Guid EntryId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public Guid? Organisation { get; init; }
    public required string Action { get; init; }
    public string? Item { get; init; }
    public string? Detail { get; init; }
}

/// <summary>On whose account something is recorded where that is not the caller: who signs in is nobody yet.</summary>
/// <param name="Subject">A person's or client's id; empty where it is unknown.</param>
public sealed record AuditActor(string Subject, Guid? Organisation)
{
    public static readonly AuditActor Unknown = new("", Organisation: null);
}

/// <summary>
/// Records what must be provable later (invariant I9). Ids, codes and numbers alone: no content, no names, and nothing that was typed
/// into a field of a sign-in, for it may be a password.
/// </summary>
public static class AuditTrail
{
    /// <summary>Records an act and tells Registry, which seals it. It is saved with the caller's work, and with it or not at all.</summary>
    /// <param name="db">The database of the service.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="item">Kind and id of what it was done to: <c>client/c-0b…</c>.</param>
    /// <param name="detail">Codes and numbers: <c>role=operator</c>.</param>
    /// <param name="by">Who did it; the caller, or the service itself where there is none, unless it is given.</param>
    /// <param name="tellsItem">False where actor and item together would tell too much: then the item stays in this service.</param>
    public static void Audit(this HubDb db, Code action, string? item = null, string? detail = null, AuditActor? by = null, bool tellsItem = true)
    {
        by ??= CallerOf(db);
        Tell(db, Append(db, action, by.Subject, by.Organisation, item, detail), tellsItem ? item : null);
    }

    /// <summary>
    /// Records at once and in a transaction of its own, whatever becomes of the caller's: for what is refused. It does not follow the
    /// caller's going, so that hanging up hides nothing.
    /// </summary>
    /// <inheritdoc cref="Audit"/>
    public static Task AuditNow(this HubDb db, Code action, string? item = null, string? detail = null, AuditActor? by = null) =>
        InOwnTransaction(db, own => own.Audit(action, item, detail, by));

    /// <summary>
    /// Records at once that the caller reads another organisation's report or a part of it. Which one that is stays in this service: all
    /// who read one, taken together, would narrow down who reported it (I4).
    /// </summary>
    public static Task AuditReadingNow(this HubDb db, Code action, string item) => InOwnTransaction(db, own =>
    {
        var reader = CallerOf(own);
        Tell(own, Append(own, action, reader.Subject, reader.Organisation, item, detail: null), item: null);
    });

    /// <summary>
    /// Records what the reporter's organisation does with its own report. The row stays in this service, its actor is a keyed hash:
    /// name, organisation and even the minute would tell who reported (I4, <c>docs/adr/0007-audit.md</c>). The hash hangs on the key of the
    /// case, so once that is destroyed nobody can find its actor by trying all (<c>docs/adr/0012-a-withdrawn-report-leads-nowhere.md</c>).
    /// </summary>
    public static void AuditOwnReport(this HubDb db, Code action, Guid reportId, string? detail = null)
    {
        // Find also sees a key that the caller's work has made and not stored yet; of a case without one nobody may be found
        var salt = db.Set<CaseKey>().Find(reportId) is { } key ? Of<CaseSealer>(db).OpenBytes(key.Wrapped) : RandomNumberGenerator.GetBytes(32);
        Append(db, action, Of<OwnerKey>(db).Of(CallerOf(db).Subject, salt), organisation: null, $"report/{reportId}", detail);
    }

    static async Task InOwnTransaction(HubDb db, Action<HubDb> record)
    {
        await using var scope = Of<IServiceScopeFactory>(db).CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<HubDb>();
        record(own);
        await own.SaveChangesAsync(CancellationToken.None);
    }

    static void Tell(HubDb db, AuditRow row, string? item) => db.Publish(new AuditRecorded
    {
        EntryId = row.EntryId,
        Service = Of<HubService>(db).Name,
        At = row.At,
        Actor = row.Actor,
        Organisation = row.Organisation,
        Action = row.Action,
        Item = item,
        Detail = row.Detail,
    });

    static AuditRow Append(HubDb db, Code action, string actor, Guid? organisation, string? item, string? detail)
    {
        var row = new AuditRow
        {
            EntryId = Guid.NewGuid(),
            At = Of<TimeProvider>(db).GetUtcNow(),
            Actor = actor,
            Organisation = organisation,
            Action = action.Value,
            Item = item,
            Detail = detail,
        };
        db.Set<AuditRow>().Add(row);
        return row;
    }

    static AuditActor CallerOf(HubDb db) => Of<Caller>(db) is { Subject.Length: > 0 } caller ? new(caller.Subject, caller.OrganisationId) : AuditActor.Unknown;

    /// <summary>A service of the scope that the database belongs to: recording stays one line wherever something is done.</summary>
    static T Of<T>(HubDb db) where T : notnull => db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetRequiredService<T>();
}
