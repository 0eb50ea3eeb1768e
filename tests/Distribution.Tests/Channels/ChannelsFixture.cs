using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Channels;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>Distribution with a mail server, a receiver of webhooks and gateways, and the words in which the tests of its channels speak.</summary>
public class ChannelsFixture : DistributionFixture, IDisposable
{
    public const string PublicUrl = "https://hub.example";
    public const string GatewaySecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    static int versions;

    public WebhookReceiver Receiver { get; } = new();

    protected override Dictionary<string, string?> Settings => new(base.Settings)
    {
        ["Escalation:Every"] = "1.00:00:00", // what leaves, the test posts itself
        ["Distribution:PublicUrl"] = PublicUrl,
        ["Smtp:Host"] = TestMail.Host,
        ["Smtp:Port"] = TestMail.Port,
        ["Smtp:From"] = "hub@hub.example",
        ["Smtp:Bounces"] = "bounces@hub.example",
        ["Channels:Parallel"] = "8",
        ["Webhook:AllowPrivate"] = "true",
        ["Webhook:Patience"] = "00:00:02",
        ["Gateways:Sms:Url"] = Receiver.Url + "/sms",
        ["Gateways:Sms:Secret"] = GatewaySecret,
        ["Gateways:Telephone:Url"] = Receiver.Url + "/telephone",
        ["Gateways:Telephone:Secret"] = GatewaySecret,
    };

    public void Dispose()
    {
        Receiver.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>An address that no other test has.</summary>
    public static string NewAddress(string name = "desk") => $"{name}-{Guid.NewGuid():N}@member.example";

    /// <summary>Lets the service hear how an organisation is reached.</summary>
    public Task Reached(Guid organisation, ContactSheet sheet) => Hears(new ContactsChanged
    {
        OrganisationId = organisation,
        Version = Interlocked.Increment(ref versions),
        Contacts = Services.GetRequiredService<ContactsSealer>().Seal(sheet),
    });

    public static ContactSheet Desk(string? email, string? telephone = null) => new() { Desk = new("当直", telephone, email) };

    public async Task<long> Post(Guid advisory, Guid mailbox, string channel = "mail", string contact = "desk", string purpose = "escalation", int step = 1)
    {
        var version = (await Advisory(advisory)).Version;
        return await Db<DistributionDb, long>(async db =>
        {
            var dispatch = new Dispatch { AdvisoryId = advisory, Version = version, MailboxId = mailbox, Channel = channel, Purpose = purpose, Contact = contact, Step = step, PostedAt = Clock.GetUtcNow(), DueAt = Clock.GetUtcNow() };
            db.Add(dispatch);
            await db.SaveChangesAsync();
            return dispatch.Id;
        });
    }

    public Task<Dispatch> Dispatch(long id) => Db<DistributionDb, Dispatch>(db => db.Dispatches.AsNoTracking().SingleAsync(d => d.Id == id));

    /// <summary>The dispatch once it is no longer waiting.</summary>
    public async Task<Dispatch> Ended(long id)
    {
        Dispatch? found = null;
        await Until(async () => (found = await Dispatch(id)).State != Distribution.Channels.Dispatch.Waiting, "The dispatch did not end.");
        return found!;
    }

    /// <summary>The dispatch once so many attempts of it are over and it waits for the next.</summary>
    public async Task<Dispatch> TriedAgainLater(long id, int attempts)
    {
        Dispatch? found = null;
        await Until(
            async () =>
            {
                found = await Dispatch(id);
                if (found.State != Distribution.Channels.Dispatch.Waiting || found.Attempts != attempts || found.DueAt <= Clock.GetUtcNow() || found.DueAt - Clock.GetUtcNow() > DispatchRules.Pause(attempts)) return false;

                // while it is under way its lease looks like a pause of as long
                await Task.Delay(300);
                return (await Dispatch(id)).DueAt == found.DueAt;
            },
            $"It was not tried {attempts} times.");
        return found!;
    }

    /// <summary>Posts and waits for the end.</summary>
    public async Task<Dispatch> Sent(Guid advisory, Guid mailbox, string channel = "mail", string contact = "desk", string purpose = "escalation") => await Ended(await Post(advisory, mailbox, channel, contact, purpose));
}
