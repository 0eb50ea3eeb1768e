using Ceptoar.Hosting.Http;

namespace Ceptoar.Distribution.Push;

public static class PushSetup
{
    public static void AddPush(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ConnectedMailboxes>();
        builder.Services.AddSingleton<PushSignal>();
        builder.Services.AddSingleton<VoidConnections>();
        builder.Services.AddHostedService(services => services.GetRequiredService<VoidConnections>());
        builder.Services.AddScoped<Hints>();
        builder.Services.AddHostedService<Pusher>();
        builder.Services.AddSingleton<ReachBoards>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ReachBoards>());
        builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = 16 * 1024)
            .AddJsonProtocol(json => json.PayloadSerializerOptions.Converters.Add(new StrictTlpConverter()));
    }

    public static void MapPush(this WebApplication app) =>
        app.MapHub<AdvisoryHub>("/hubs/advisories", options => options.CloseOnAuthenticationExpiration = true);
}
