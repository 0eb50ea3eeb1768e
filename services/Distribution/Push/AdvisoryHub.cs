using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.SignIn;
using Microsoft.AspNetCore.SignalR;

namespace Ceptoar.Distribution.Push;

/// <summary>
/// A row came into a mailbox. Says where to look, never what is in it. Event: released or recalled. Sequence: the mailbox's own
/// number, without a gap; what is urgent, and what is live before a drill, comes before smaller numbers that still wait, so one catches up from the last number before a gap.
/// SpreadMs: within how many milliseconds, by chance, a client fetches it, so that not all come at once; 0 for what is urgent.
/// Reminder: it was said before, and someone who waits for the receipt has it said again; the number is not new.
/// </summary>
public record Hint(Guid AdvisoryId, Guid Mailbox, long Sequence, int Version, string Event, Tlp Tlp, string? Severity, string? Kind, bool Drill, int SpreadMs, bool Reminder = false);

/// <summary>The live line to a client (<c>/hubs/advisories</c>): the server says <c>advisoryAvailable</c>, <c>advisoryRecalled</c> and <c>reachChanged</c>.</summary>
public class AdvisoryHub(ConnectedMailboxes connected, VoidConnections lines, ReachBoards boards, Hints hints, Receipts receipts, Reading reading, DistributionDb db) : Hub
{
    const int CatchUpLimit = 500;

    public override async Task OnConnectedAsync()
    {
        lines.Add(Context);
        foreach (var mailbox in Mailboxes()) connected.Add(mailbox, Context.ConnectionId, await hints.LastOf(mailbox.Id, Context.ConnectionAborted));
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        lines.Remove(Context);
        boards.Remove(Context.ConnectionId);
        foreach (var mailbox in Mailboxes()) connected.Remove(mailbox, Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Takes a receipt: delivered, opened, confirmed or cannotAct. False where there is no such item for the caller.</summary>
    public async Task<bool> Acknowledge(Guid advisoryId, string state)
    {
        if (!Receipts.States.Contains(state)) throw new HubException($"state: {string.Join(", ", Receipts.States)}");

        var caller = Caller();
        if (await reading.FindTold(advisoryId, caller, Context.ConnectionAborted) is not { } found) return false;

        return await receipts.Take(found.Row.MailboxId, advisoryId, state, comment: null, caller.PersonId(), CancellationToken.None) is not null;
    }

    /// <summary>Up to 500 hints of what came after a number, oldest first; call again until it is empty.</summary>
    public async Task<IReadOnlyList<Hint>> CatchUp(long after) => await hints.After([Mailboxes()[0]], [after], CatchUpLimit, Context.ConnectionAborted);

    /// <summary>The same of the person's own mailbox; empty for a system.</summary>
    public async Task<IReadOnlyList<Hint>> CatchUpOwn(long after) =>
        Mailboxes() is [_, var own] ? await hints.After([own], [after], CatchUpLimit, Context.ConnectionAborted) : [];

    /// <summary>The organisation's mailbox, and behind it the person's where a person is signed in.</summary>
    Mailbox[] Mailboxes()
    {
        var caller = Caller();
        var organisation = Mailbox.Of(caller.OrganisationId);
        return caller.PersonId() is { } person ? [organisation, new(person, caller.OrganisationId)] : [organisation];
    }

    /// <summary>From now on <c>reachChanged</c> tells how an advisory's counts change, for who may read its reach. The counts as they stand; null where there is no such item for the caller.</summary>
    public async Task<ReachCounts?> WatchReach(Guid advisoryId)
    {
        var caller = Caller();
        if (!PermissionRules.May(caller, PermissionTable.Find("GET", "/api/advisories/{id}/reach"), leadsNowhere: false)) return null;
        if (await reading.Shown(advisoryId, caller, Context.ConnectionAborted) is null) return null;
        if (!boards.Watch(advisoryId, Context.ConnectionId, Mailboxes())) throw new HubException($"advisoryId: {ReachBoards.MaxBoards}");

        return (await ReachCounts.Of(db, [advisoryId], Context.ConnectionAborted)).GetValueOrDefault(advisoryId);
    }

    public void UnwatchReach(Guid advisoryId) => boards.Unwatch(advisoryId, Context.ConnectionId);

    Caller Caller() => new(Context.User!);
}
