using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Relays;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>A recipient that neither confirmed the newest version nor said that it cannot act on it. State: the rung it reached, and when. <c>LastCall</c> and <c>RemindedAt</c>: what was tried with it last, of any version.</summary>
public record SilentOne(Guid OrganisationId, string Name, string State, DateTimeOffset At, LastCall? LastCall = null, DateTimeOffset? RemindedAt = null);

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

    /// <summary>Those of them who are silent and still may see the item, by name.</summary>
    public static IReadOnlyList<SilentOne> Of(Advisory advisory, IEnumerable<InboxRow> named, DirectorySnapshot directory) =>
        [
            .. from row in named
               where row.Receipt.State is not ("confirmed" or "cannotAct") && AudienceRules.MaySee(advisory.Tlp, advisory.Scope, Mailbox.Of(row.MailboxId), directory)
               let name = directory.Organisations[row.MailboxId].Name
               orderby name, row.MailboxId
               select new SilentOne(row.MailboxId, name, row.Receipt.State, row.Receipt.At),
        ];
}
