using Ceptoar.Distribution.Subscriptions;
using Ceptoar.Hosting.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Channels;

public static class ChannelsSetup
{
    /// <summary>What leaves the hub: mail, webhooks, gateways; and who wants mail about what.</summary>
    public static void AddChannels(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SmtpSettings>().BindConfiguration("Smtp");
        services.AddOptions<DistributionSettings>().BindConfiguration("Distribution").Validate(s => s.IsUsable, "Distribution:PublicUrl must be an http or https address.").ValidateOnStart();
        services.AddOptions<ChannelSettings>().BindConfiguration("Channels").Validate(s => s.Parallel is > 0 and <= 100, "Channels:Parallel must be between 1 and 100.").ValidateOnStart();
        services.AddOptions<WebhookSettings>().BindConfiguration("Webhook").Validate(s => s.Parallel is > 0 and <= 1000 && s.Patience > TimeSpan.Zero && s.Patience <= TimeSpan.FromMinutes(1), "Webhook:Parallel must be between 1 and 1000, Webhook:Patience a minute at most.").ValidateOnStart();
        services.AddOptions<GatewaySettings>().BindConfiguration("Gateways").Validate(s => s.IsUsable, $"Gateways:Sms and Gateways:Telephone need an http or https Url and a Secret of at least {Gateway.MinSecret} characters.").ValidateOnStart();
        services.AddSingleton<MailServer>();
        services.AddSingleton<WebhookPost>();
        services.AddSingleton<BounceAddress>();
        services.AddSingleton<ChannelSenders>();
        services.AddScoped<ChannelSwitches>();
        services.AddScoped<Preparing>();
        services.AddHostedService<SendDispatches>();
        services.AddScoped<Matching>();
        services.AddHostedService<MatchSubscriptions>();
    }

    /// <summary>The tables of subscriptions.</summary>
    public static void HasSubscriptions(this ModelBuilder model)
    {
        model.Entity<Subscription>().HasKey(s => s.PersonId);
        model.Entity<DigestLine>().HasKey(l => new { l.PersonId, l.AdvisoryId, l.Version });
    }
}
