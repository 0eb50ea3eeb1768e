using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.SignIn;
using Microsoft.AspNetCore.SignalR;

namespace Ceptoar.Distribution.Push;

/// <summary>
/// A row came into a mailbox. Says where to look, never what is in it. Event: released or recalled. Sequence: the mailbox's own
/// number, without a gap.
/// </summary>
public record Hint(Guid AdvisoryId, Guid Mailbox, long Sequence, int Version, string Event, Tlp Tlp, string? Severity, string? Kind, bool Drill);

/// <summary>The live line to a client (<c>/hubs/advisories</c>): the server says <c>advisoryAvailable</c> and <c>advisoryRecalled</c>.</summary>
public class AdvisoryHub(ConnectedMailboxes connected, VoidConnections lines, Hints hints, Receipts receipts, Reading reading) : Hub
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
        foreach (var mailbox in Mailboxes()) connected.Remove(mailbox, Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Takes a receipt: delivered, opened, confirmed or cannotAct. False where there is no such item for the caller.</summary>
    public async Task<bool> Acknowledge(Guid advisoryId, string state)
    {
        if (!Receipts.States.Contains(state)) throw new HubException($"state: {string.Join(", ", Receipts.States)}");

        if (await reading.Find(advisoryId, Caller(), Context.ConnectionAborted) is not { } found) return false;

        return await receipts.Take(found.Row.MailboxId, advisoryId, state, comment: null, CancellationToken.None) > 0;
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

    Caller Caller() => new(Context.User!);
}
