using Ceptoar.Contracts.Registry;

namespace Ceptoar.Distribution.Channels;

/// <summary>Where something goes: an address, and of a webhook the secret that signs it.</summary>
public sealed record Addressee(string Address, string? Secret = null)
{
    /// <summary>Finds a contact of an organisation's sheet by its key (<see cref="Dispatch.Contact"/>); null where it is gone, or has nothing for the channel.</summary>
    public static Addressee? Find(ContactSheet sheet, string contact, string channel) => contact.Split(':') switch
    {
        ["webhook"] => channel == ChannelTable.Webhook && sheet.Webhook is { } hook ? new(hook.Url, hook.Secret) : null,
        ["desk"] => Of(channel, sheet.Desk?.Email, sheet.Desk?.Telephone),
        ["executive"] => Of(channel, sheet.Executive?.Email, sheet.Executive?.Telephone),
        ["person", var id] => Guid.TryParse(id, out var person) ? Of(channel, sheet.People.FirstOrDefault(p => p.Id == person)?.Email, telephone: null) : null,
        ["channel", var position] => sheet.Channels.FirstOrDefault(c => $"{c.Position}" == position && c.Channel == channel)?.Address is { Length: > 0 } address ? new(address) : null,
        _ => null,
    };

    static Addressee? Of(string channel, string? email, string? telephone) => (channel switch { ChannelTable.Mail => email, ChannelTable.Telephone => telephone, _ => null }) is { Length: > 0 } address ? new(address) : null;
}
