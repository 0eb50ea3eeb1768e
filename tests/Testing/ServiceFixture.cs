using System.Net.Http.Headers;
using System.Security.Claims;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MassTransit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Ceptoar.Testing;

/// <summary>
/// A whole service for one test class: its Program on a PostgreSQL database of its own (made on <c>TESTS_POSTGRES</c>, dropped at the
/// end), with the bus in memory and keys of its own. Derive from it to give further settings or replace services.
/// </summary>
public class ServiceFixture<TProgram> : IAsyncLifetime where TProgram : class
{
    /// <summary>How long anything is waited for before the test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ceptoar-tests-");
    readonly TestDatabase database = new(typeof(TProgram).Assembly.GetName().Name!);
    readonly LastException lastException = new();
    readonly BusTraffic traffic = new();
    Lazy<Factory> factory;
    readonly Keys keys;
    Type[] consumers = [];

    public ServiceFixture()
    {
        keys = new(folder.FullName);
        factory = new(() => new Factory(this));
    }

    /// <summary>The service's clock: goes as the system's does, and can be moved on.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Seals and opens what travels with the ring of the case, as Intake, Classification and Anonymisation do.</summary>
    public CaseSealer Case => keys.Case;

    /// <summary>Seals and opens identifying strings, as Registry, Classification and Anonymisation do.</summary>
    public IdentifyingSealer Identifying => keys.Identifying;

    /// <summary>Seals and opens by whom and how organisations are reached, as Registry and Distribution do.</summary>
    public ContactsSealer Contacts => keys.Contacts;

    public IServiceProvider Services => factory.Value.Services;

    /// <summary>The server itself, for web sockets and requests that no HttpClient makes.</summary>
    public TestServer Server => factory.Value.Server;

    /// <summary>Further settings of the service, by configuration key.</summary>
    protected virtual Dictionary<string, string?> Settings => [];

    /// <summary>Replaces services of the service under test; called after the service has registered its own.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    public async Task InitializeAsync()
    {
        await database.Create();
        var bus = Services.GetRequiredService<IBusControl>();
        await Until(() => Task.FromResult(bus.CheckHealth().Status == BusHealthStatus.Healthy), "The bus in memory did not start.");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (factory.IsValueCreated) await factory.Value.DisposeAsync();
        await database.Drop();
        keys.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>Ends the service and starts it anew on the same database, as a restart does.</summary>
    public async Task Restart()
    {
        await factory.Value.DisposeAsync();
        factory = new(() => new Factory(this));
        var bus = Services.GetRequiredService<IBusControl>();
        await Until(() => Task.FromResult(bus.CheckHealth().Status == BusHealthStatus.Healthy), "The bus in memory did not start.");
    }

    /// <summary>A second instance of the service on the same database, with a bus of its own; it runs from the first look at its services until it is disposed of.</summary>
    public WebApplicationFactory<TProgram> Another() => new Factory(this);

    /// <summary>A client without a token. A 500 throws what the service threw.</summary>
    public HttpClient Http() => factory.Value.CreateDefaultClient(new ThrowsWhatTheServiceThrew(lastException));

    /// <summary>A client signed in with a role of an organisation.</summary>
    /// <param name="role">One of <see cref="Role.All"/>.</param>
    /// <param name="organisationId">The organisation it acts for.</param>
    /// <param name="subject">Who it is; one and the same per role and organisation unless given.</param>
    public HttpClient Http(string role, Guid organisationId, string? subject = null)
    {
        var http = Http();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(role, organisationId, subject));
        return http;
    }

    /// <summary>An access ticket as Registry signs it, good for a year.</summary>
    public string Token(string role, Guid organisationId, string? subject = null)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, subject ?? $"test-{role}-{organisationId:N}"),
                new(ClaimTypes.Role, role),
                new(Caller.OrganisationClaim, organisationId.ToString()),
            ],
            BearerTokenDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { ExpiresUtc = Clock.GetUtcNow() + TimeSpan.FromDays(365) };
        return keys.Tickets.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, BearerTokenDefaults.AuthenticationScheme));
    }

    /// <summary>Lets every consumer of the service hear a message and returns when the last one is done and has committed.</summary>
    /// <param name="message">A message of <c>shared/Contracts</c>.</param>
    /// <param name="messageId">Given twice, it is the same message that comes again.</param>
    /// <exception cref="Exception">What a consumer threw after its retries.</exception>
    public async Task Hears<T>(T message, Guid? messageId = null) where T : class
    {
        var hearers = consumers.Count(c => c.IsAssignableTo(typeof(IConsumer<T>)));
        if (hearers == 0) throw new InvalidOperationException($"No consumer of {typeof(TProgram).Assembly.GetName().Name} hears {typeof(T).Name}.");

        var id = messageId ?? Guid.NewGuid();
        var heard = traffic.WaitForReceipts(id, hearers);
        await Services.GetRequiredService<IBusControl>().Publish(message, context => context.MessageId = id);
        await heard.WaitAsync(Patience);
    }

    /// <summary>Waits for a message that the service has published, or published earlier, and returns it.</summary>
    /// <exception cref="TimeoutException">None came within <see cref="Patience"/>.</exception>
    public async Task<T> Published<T>(Func<T, bool>? match = null) where T : class
    {
        T? found = null;
        await Until(() => Task.FromResult((found = traffic.Published<T>().FirstOrDefault(match ?? (_ => true))) is not null), $"No such {typeof(T).Name} was published.");
        return found!;
    }

    /// <summary>All messages of a kind that the service has published until now; waits until its outbox is empty.</summary>
    public async Task<IReadOnlyList<T>> AllPublished<T>(Func<T, bool>? match = null) where T : class
    {
        await Until(() => Db<HubDb, bool>(async db => !await db.Outbox.AnyAsync()), "The outbox did not empty.");
        return [.. traffic.Published<T>().Where(match ?? (_ => true))];
    }

    /// <summary>Works with a service of a scope of its own.</summary>
    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Looks into the database of the service.</summary>
    public Task<TResult> Db<TDb, TResult>(Func<TDb, Task<TResult>> look) where TDb : HubDb => With(look);

    /// <summary>Waits until something is so.</summary>
    /// <param name="isSo">Asked again and again.</param>
    /// <param name="otherwise">What to say when it is not so within <see cref="Patience"/>.</param>
    public static async Task Until(Func<Task<bool>> isSo, string otherwise)
    {
        var end = DateTimeOffset.UtcNow + Patience;
        while (!await isSo())
        {
            if (DateTimeOffset.UtcNow > end) throw new TimeoutException(otherwise);
            await Task.Delay(10);
        }
    }

    sealed class Factory(ServiceFixture<TProgram> fixture) : WebApplicationFactory<TProgram>
    {
        protected override IHost CreateHost(IHostBuilder builder)
        {
            builder.UseContentRoot(AppContext.BaseDirectory);
            return base.CreateHost(builder);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("ConnectionStrings:Database", fixture.database.ConnectionString);
            foreach (var (key, value) in fixture.keys.Settings.Concat(fixture.Settings)) builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddLogging(logging => logging.ClearProviders());
                services.Insert(0, ServiceDescriptor.Singleton<IExceptionHandler>(fixture.lastException));
                services.AddSingleton<TimeProvider>(fixture.Clock);
                services.AddMassTransitTestHarness(bus => bus.SetTestTimeouts(TimeSpan.FromHours(1), TimeSpan.FromHours(1)));
                services.AddPublishObserver(_ => fixture.traffic);
                services.AddReceiveObserver(_ => fixture.traffic);
                services.AddConsumeObserver(_ => fixture.traffic);
                services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
                fixture.consumers = [.. services.Select(s => s.ServiceType).Where(t => t.IsClass && t.IsAssignableTo(typeof(IConsumer))).Distinct()];
                fixture.Replace(services);
            });
        }
    }
}
