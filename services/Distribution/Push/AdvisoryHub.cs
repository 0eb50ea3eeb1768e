using Ceptoar.Contracts;
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
        var mailbox = Caller().OrganisationId;
        connected.Add(mailbox, Context.ConnectionId, await hints.LastOf(mailbox, Context.ConnectionAborted));
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        lines.Remove(Context);
        connected.Remove(Caller().OrganisationId, Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Takes a receipt: delivered, opened, confirmed or cannotAct. False where there is no such item for the caller.</summary>
    public async Task<bool> Acknowledge(Guid advisoryId, string state)
    {
        if (!Receipts.States.Contains(state)) throw new HubException($"state: {string.Join(", ", Receipts.States)}");

        var mailbox = Caller().OrganisationId;
        if (await reading.Find(advisoryId, mailbox, Context.ConnectionAborted) is null) return false;

        return await receipts.Take(mailbox, advisoryId, state, comment: null, CancellationToken.None) > 0;
    }

    /// <summary>Up to 500 hints of what came after a number, oldest first; call again until it is empty.</summary>
    public async Task<IReadOnlyList<Hint>> CatchUp(long after)
    {
        var mailbox = Caller().OrganisationId;
        return await hints.After([mailbox], [after], CatchUpLimit, Context.ConnectionAborted);
    }

    Caller Caller() => new(Context.User!);
}
