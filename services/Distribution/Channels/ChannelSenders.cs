using Ceptoar.Hosting.Mail;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Channels;

/// <summary>By which channels this hub sends by itself.</summary>
public class ChannelSenders(MailServer mail, IOptions<DistributionSettings> own, IOptions<GatewaySettings> gateways)
{
    public IReadOnlyList<string> There => [.. ChannelTable.Sent.Where(Has)];

    /// <summary>Whether what is posted for a channel is sent; else a person calls.</summary>
    public virtual bool Has(string channel) => own.Value.PublicUrl.Length > 0 && channel switch
    {
        ChannelTable.Mail => mail.IsThere,
        ChannelTable.Webhook => true,
        _ => gateways.Value.Of(channel) is not null,
    };
}
