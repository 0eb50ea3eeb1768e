using Ceptoar.Contracts;

namespace Ceptoar.Distribution.Channels;

/// <summary>How much of an item a channel carries.</summary>
public enum Carried
{
    Nothing,

    /// <summary>That there is something to be read behind sign-in: number, label, severity, kind.</summary>
    Pointer,

    /// <summary>What it says.</summary>
    Content,
}

/// <summary>
/// Which label leaves by which channel, and how (I8, docs/adr/0023-channels.md). The hub itself is no channel here: what it shows is
/// behind sign-in. Whatever the table does not know stays in the hub.
/// </summary>
public static class ChannelTable
{
    public const string Mail = "mail";
    public const string Webhook = "webhook";
    public const string Sms = "sms";
    public const string Telephone = "telephone";
    public const string Mobile = "mobile";
    public const string Fax = "fax";

    /// <summary>The channels by which something leaves.</summary>
    public static IReadOnlyList<string> All { get; } = [Mail, Webhook, Sms, Telephone, Mobile, Fax];

    /// <summary>Those by which the hub sends by itself; a sheet for the fax a person sends.</summary>
    public static IReadOnlyList<string> Sent { get; } = [Mail, Webhook, Sms, Telephone, Mobile];

    // what must stay encrypted, or may not be copied or taken out, is read in the hub
    static readonly string[] StaysInside = ["encrypt", "noCopy", "noTakeOut", "destroyAfterReading"];

    /// <param name="tlp">Unknown reads RED.</param>
    /// <param name="channel">One of <see cref="All"/>.</param>
    /// <param name="handling">Codes of <see cref="Taxonomy.HandlingRestrictions"/>.</param>
    public static Carried For(Tlp tlp, string channel, params IReadOnlyCollection<string> handling) =>
        !All.Contains(channel) ? Carried.Nothing : tlp switch
        {
            Tlp.Clear or Tlp.Green => handling.Any(StaysInside.Contains) ? Carried.Pointer : Carried.Content,
            Tlp.Amber or Tlp.AmberStrict => Carried.Pointer,
            _ => Carried.Nothing,
        };
}
