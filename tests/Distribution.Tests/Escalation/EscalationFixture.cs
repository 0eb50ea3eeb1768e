using System.Text.Json;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Escalation;
using Ceptoar.Hosting.Mail;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Tests.Escalation;

/// <summary>A hub that has something that sends by each channel.</summary>
sealed class EverySender(MailServer mail, IOptions<DistributionSettings> own, IOptions<GatewaySettings> gateways) : ChannelSenders(mail, own, gateways)
{
    public override bool Has(string channel) => true;
}

/// <summary>Distribution that looks what is due when the test says so, and posts for every channel.</summary>
public class EscalationFixture : DistributionFixture
{
    public static readonly TimeSpan Urgent = TimeSpan.FromMinutes(10);

    long contacts;

    protected override Dictionary<string, string?> Settings => new() { ["Escalation:Every"] = "1.00:00:00" };

    protected override void Replace(IServiceCollection services)
    {
        services.AddSingleton<ChannelSenders, EverySender>();
        services.Remove(services.Single(s => s.ImplementationType == typeof(SendDispatches))); // what is posted stays as it is
    }

    /// <summary>The worker of the service, or of another instance of it.</summary>
    public EscalateDue Worker(IServiceProvider? services = null) => (services ?? Services).GetRequiredService<EscalateDue>();

    /// <summary>Lays down who is silent, lets time pass and does what is then due.</summary>
    public async Task Pass(TimeSpan time)
    {
        await Worker().Lay(CancellationToken.None);
        Clock.Advance(time);
        await Worker().Escalate(CancellationToken.None);
    }

    /// <summary>Lets Registry tell how organisations are reached.</summary>
    public Task Knows(params (Guid Organisation, ContactSheet Sheet)[] told) => Hears(new ContactsPage
    {
        Organisations = [.. told.Select(t => new ContactsChanged { OrganisationId = t.Organisation, Version = Interlocked.Increment(ref contacts), Contacts = Services.GetRequiredService<ContactsSealer>().Seal(t.Sheet) })],
    });

    /// <summary>Someone on duty, a deputy, a mail address of the office, a number for short texts, an executive from high on.</summary>
    public ContactSheet Sheet(string domain = "aoba.example")
    {
        var (duty, deputy, from, until) = (Guid.NewGuid(), Guid.NewGuid(), Clock.GetUtcNow().AddDays(-1), Clock.GetUtcNow().AddDays(30));
        return new()
        {
            Desk = new("当直", "03-0000-0001", $"desk@{domain}"),
            Executive = new("役員", $"executive@{domain}", null, "high"),
            Turns = [new("duty", from, until, duty), new("deputy", from, until, deputy)],
            People = [new(duty, "当番", $"duty@{domain}"), new(deputy, "副当番", $"deputy@{domain}")],
            Channels = [new(1, "hub", null, null, false), new(2, "mail", $"office@{domain}", null, false), new(3, "sms", "090-0000-0001", null, false)],
        };
    }

    public Task<EscalationStep[]> Steps(Guid advisory) =>
        Db<DistributionDb, EscalationStep[]>(db => db.EscalationSteps.AsNoTracking().Where(s => s.AdvisoryId == advisory).OrderBy(s => s.Version).ThenBy(s => s.Step).ToArrayAsync());

    public async Task<string[]> Steps(Guid advisory, Guid mailbox) => [.. (await Steps(advisory)).Where(s => s.MailboxId == mailbox).Select(s => $"{s.Kind} {s.Outcome}")];

    public Task<Dispatch[]> Dispatches(Guid advisory) => Db<DistributionDb, Dispatch[]>(db => db.Dispatches.AsNoTracking().Where(d => d.AdvisoryId == advisory).OrderBy(d => d.Id).ToArrayAsync());

    public Task<Silence[]> Silences(Guid advisory) => Db<DistributionDb, Silence[]>(db => db.Silences.AsNoTracking().Where(s => s.AdvisoryId == advisory).ToArrayAsync());

    public async Task<Silence?> Silence(Guid advisory, Guid mailbox) => (await Silences(advisory)).SingleOrDefault(s => s.MailboxId == mailbox);

    /// <summary>The desk's view of an advisory's escalation; null where it is 404.</summary>
    public Task<JsonElement?> Told(Guid advisory, Guid organisation, string role = Role.Secretariat) => Get($"/api/advisories/{advisory}/escalation", organisation, role);
}
