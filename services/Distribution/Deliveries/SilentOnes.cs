using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;

namespace Ceptoar.Distribution.Deliveries;

/// <summary>A recipient that neither confirmed the newest version nor said that it cannot act on it. State: the rung it reached, and when.</summary>
public record SilentOne(Guid OrganisationId, string Name, string State, DateTimeOffset At);

public static class SilentOnes
{
    /// <summary>Those whom the reader may name and who still may see the item, by name; null where it may name none of the recipients.</summary>
    public static IReadOnlyList<SilentOne>? Of(Advisory advisory, IReadOnlyCollection<InboxRow> rows, Guid reader, DirectorySnapshot directory)
    {
        var named = rows.Where(r => r.MailboxId != reader && directory.Organisations.ContainsKey(r.MailboxId) && NameRules.MayName(reader, r.MailboxId, directory)).ToArray();
        return named.Length == 0 ? null :
        [
            .. from row in named
               where row.Receipt.State is not ("confirmed" or "cannotAct") && AudienceRules.MaySee(advisory.Tlp, advisory.Scope, Mailbox.Of(row.MailboxId), directory)
               let name = directory.Organisations[row.MailboxId].Name
               orderby name, row.MailboxId
               select new SilentOne(row.MailboxId, name, row.Receipt.State, row.Receipt.At),
        ];
    }
}
