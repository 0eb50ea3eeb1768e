using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Relays;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>
/// A recipient that neither confirmed the newest version nor said that it cannot act on it; or that cannot act, and stands on the call list. <c>OrganisationId</c>: of RED, for its author, the
/// id of the person. State: the rung it reached, and when. <c>LastCall</c> and <c>RemindedAt</c>: what was tried with it last, of any version. <c>OnCallList</c>: the hub has tried what it could.
/// </summary>
public record SilentOne(
    Guid OrganisationId, string Name, string State, DateTimeOffset At, LastCall? LastCall = null, DateTimeOffset? RemindedAt = null, bool OnCallList = false, EscalationSummary? Escalation = null);

/// <summary>How far the hub has come with a silent recipient of the newest version.</summary>
/// <param name="Steps">How many are done or passed over.</param>
/// <param name="LastKind">One of <see cref="Ceptoar.Distribution.Escalation.StepKind"/>; null before the first.</param>
/// <param name="LastAt">When the last was.</param>
/// <param name="NextAt">When the next is due; null where nothing more is done.</param>
public record EscalationSummary(int Steps, string? LastKind, DateTimeOffset? LastAt, DateTimeOffset? NextAt);

/// <summary>A person who is named for RED, as the contacts of its organisation have it.</summary>
public sealed record NamedPerson(Mailbox Mailbox, string Name);

/// <summary>The last call to a recipient about an advisory.</summary>
public record LastCall(string Channel, bool Reached, string By, DateTimeOffset At);

public static class SilentOnes
{
    /// <summary>The rows of those whom the reader may name: by <see cref="NameRules"/>, and of a liaison the secretariats to which it handed the item itself.</summary>
    public static IReadOnlyList<InboxRow> Named(IEnumerable<InboxRow> rows, IReadOnlyCollection<RelayHop> relays, Guid reader, DirectorySnapshot directory)
    {
        var handed = relays.Where(h => h.Body == reader && h.Name == HopName.Secretariat).SelectMany(h => h.Reached).ToHashSet();
        return [.. rows.Where(r => r.MailboxId != reader && directory.Organisations.ContainsKey(r.MailboxId) && (NameRules.MayName(reader, r.MailboxId, directory) || handed.Contains(r.MailboxId)))];
    }

    /// <summary>Those of them who are silent, or cannot act and are to be called, and still may see the item, by name.</summary>
    /// <param name="advisory">What they are silent about.</param>
    /// <param name="named">Their rows.</param>
    /// <param name="people">Those of them who are people.</param>
    /// <param name="onCallList">Those of them whom the hub could not reach.</param>
    /// <param name="directory">As it is now.</param>
    public static IReadOnlyList<SilentOne> Of(
        Advisory advisory, IEnumerable<InboxRow> named, IReadOnlyDictionary<Guid, NamedPerson> people, IReadOnlySet<Guid> onCallList, DirectorySnapshot directory) =>
        [
            .. from row in named
               let state = row.Receipt.State
               where state != "confirmed" && (state != "cannotAct" || onCallList.Contains(row.MailboxId))
               let person = people.GetValueOrDefault(row.MailboxId)
               where AudienceRules.MaySee(advisory.Tlp, advisory.Scope, person?.Mailbox ?? Mailbox.Of(row.MailboxId), directory)
               let name = person?.Name ?? directory.Organisations[row.MailboxId].Name
               orderby name, row.MailboxId
               select new SilentOne(row.MailboxId, name, state, row.Receipt.At, OnCallList: onCallList.Contains(row.MailboxId)),
        ];
}
