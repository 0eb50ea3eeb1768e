using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Bus;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Hosting.Telemetry;
using FluentValidation;
using MassTransit;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ceptoar.Hosting;

/// <summary>What a service process was started for: to serve, or with the word <c>prepare</c>, <c>replay</c> or <c>verify</c> behind its name.</summary>
public enum HubAct
{
    Serve,

    /// <summary>Applies migrations, makes keys, declares the queues, ends.</summary>
    Prepare,

    /// <summary>Puts the messages of the service's error queues back, ends.</summary>
    Replay,

    /// <summary>Checks what the service can prove of its own, ends; not zero where it cannot.</summary>
    Verify,
}

/// <summary>The service this process is.</summary>
public record HubService(string Name, Assembly Assembly, HubAct Act);

/// <summary>What every service has alike.</summary>
public static class Hub
{
    /// <summary>How many bytes a request may have where its endpoint does not say otherwise.</summary>
    public const int MaxBody = 4 * 1024 * 1024;

    public static void AddHub<TProgram>(this WebApplicationBuilder builder, string name, string[] args)
    {
        var assembly = typeof(TProgram).Assembly;
        builder.Services.AddSingleton(new HubService(name, assembly, ActOf(args)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Sealing.OwnerKey>();
        builder.Logging.ClearProviders().AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, "O"));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("MassTransit", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });

        builder.AddTickets();
        builder.AddAudit();
        builder.AddHubBus(assembly, name);
        builder.AddHubTelemetry(name);
        builder.Services.AddHubHealth();
        builder.Services.AddProblems();
        builder.Services.AddOpenApi(options => options.CreateSchemaReferenceId = SchemaNames.Of);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new StrictTlpConverter()));
        builder.Services.AddMediator(assembly);
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(assembly)) builder.Services.AddScoped(found.InterfaceType, found.ValidatorType);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
    }

    public static void UseHub(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.Use((http, next) =>
        {
            // the framework's own name for the span tells no route, and the path would tell ids
            if (http.Features.Get<IHttpActivityFeature>() is { } span) span.Activity.DisplayName = $"{http.Request.Method} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
            return next(http);
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<WriteTransaction>(Encoding.UTF8.GetBytes(app.Configuration["Hub:OwnerKey"] ?? app.Services.GetRequiredService<HubService>().Name));
        app.MapHubHealth();
        app.MapSystemState();
        app.MapOpenApi("/openapi.json");
    }

    /// <summary>Serves until told to stop; or prepares, replays or verifies, and ends.</summary>
    /// <param name="app">The service.</param>
    /// <param name="prepare">What the service prepares beside database and queues.</param>
    /// <param name="verify">Whether all is as it should be; says so itself.</param>
    public static async Task RunHub(this WebApplication app, Func<IServiceProvider, Task>? prepare = null, Func<IServiceProvider, Task<bool>>? verify = null)
    {
        var service = app.Services.GetRequiredService<HubService>();
        switch (service.Act)
        {
            case HubAct.Prepare:
                await Migrations.Apply(app.Services.GetRequiredService<NpgsqlDataSource>(), service.Assembly, CancellationToken.None);
                if (prepare is not null) await prepare(app.Services);
                var bus = app.Services.GetRequiredService<IBusControl>();
                using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30))) await bus.StartAsync(patience.Token);
                await bus.StopAsync(TimeSpan.FromSeconds(5));
                return;
            case HubAct.Replay:
                var replayed = await Replay.Run(app.Configuration.GetConnectionString("Broker")!, service.Assembly, service.Name, CancellationToken.None);
                foreach (var (queue, messages) in replayed) await Told(app.Services, queue, messages);
                if (replayed.Count == 0) Console.WriteLine($"{service.Name}: 0");
                return;
            case HubAct.Verify:
                if (verify is null) Console.WriteLine($"{service.Name}: nothing to verify");
                else if (!await verify(app.Services)) Environment.ExitCode = 1;
                return;
            default:
                await app.RunAsync();
                return;
        }
    }

    static async Task Told(IServiceProvider services, string queue, int messages)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HubDb>().AuditNow(AuditActions.QueueReplayed, $"queue/{queue}", $"messages={messages}");
        Console.WriteLine($"{queue}: {messages}");
    }

    static HubAct ActOf(string[] args) => args switch
    {
        ["prepare", ..] => HubAct.Prepare,
        ["replay", ..] => HubAct.Replay,
        ["verify", ..] => HubAct.Verify,
        _ => HubAct.Serve,
    };

    static void AddMediator(this IServiceCollection services, Assembly assembly)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<MediatR.IMediator, MediatR.Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            foreach (var handler in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
            {
                services.AddScoped(handler, type);
            }
        }
    }
}
