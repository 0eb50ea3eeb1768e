using System.Reflection;
using Ceptoar.Hosting.Database;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ceptoar.Hosting.Bus;

/// <summary>
/// MassTransit on RabbitMQ: a quorum queue a consumer, short retries, then the consumer's <c>_error</c> queue. A database that is away
/// is waited for instead: a restart fills no error queue.
/// </summary>
public static class BusSetup
{
    /// <summary>Tries of about two seconds.</summary>
    const int WholeNight = 20_000;

    public static void AddHubBus(this IHostApplicationBuilder builder, Assembly service, string name)
    {
        var consumers = ConsumersOf(service);
        var queueName = new QueueNames(name);
        var temporary = consumers.Where(IsForEachInstance).Select(queueName.Of).ToHashSet();

        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(queueName);
            foreach (var consumer in consumers)
            {
                if (IsForEachInstance(consumer)) AddForEachInstance.MakeGenericMethod(consumer).Invoke(null, [bus]);
                else bus.AddConsumer(consumer);
            }

            bus.AddConfigureEndpointsCallback((context, queue, endpoint) =>
            {
                endpoint.PrefetchCount = 64;
                endpoint.ConcurrentMessageLimit = 16;
                if (temporary.Any(t => queue.StartsWith(t, StringComparison.Ordinal))) return;

                endpoint.PublishFaults = false; // the error queue is watched; a fault message has no hearer
                endpoint.UseMessageRetry(retry =>
                {
                    retry.Handle<Exception>(DatabaseAway.IsToldBy);
                    retry.Exponential(WholeNight, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(50));
                });
                endpoint.UseMessageRetry(retry =>
                {
                    retry.Ignore<RuleViolation>();
                    retry.Ignore<Exception>(DatabaseAway.IsToldBy);
                    retry.Intervals(50, 200, 1000, 3000);
                });
                endpoint.UseConsumeFilter(typeof(HeardOnceFilter<>), context);
                if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.SetQuorumQueue();
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                var configuration = context.GetRequiredService<IConfiguration>();
                rabbit.DeployTopologyOnly = context.GetRequiredService<HubService>().Act == HubAct.Prepare;
                rabbit.Host(new Uri(configuration.GetConnectionString("Broker") ?? "amqp://not-configured/"), host => host.PublisherConfirmation = true);
                rabbit.ConfigureEndpoints(context);
            });
        });
        builder.Services.Configure<MassTransitHostOptions>(options =>
        {
            options.WaitUntilStarted = false; // a service accepts while the broker is down
            options.StopTimeout = TimeSpan.FromSeconds(5);
        });
        builder.Services.AddSingleton<BusWatch>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<BusWatch>());
        builder.Services.AddHostedService<OutboxDispatcher>();
        builder.Services.AddHostedService<Forgetting>();
    }

    /// <summary>The queues of a service that outlive its instances, by consumer.</summary>
    public static IEnumerable<string> QueuesOf(Assembly service, string name) =>
        ConsumersOf(service).Where(c => !IsForEachInstance(c)).Select(new QueueNames(name).Of);

    static Type[] ConsumersOf(Assembly service) =>
    [
        .. service.GetReferencedAssemblies()
            .Where(a => a.Name!.StartsWith("Ceptoar.", StringComparison.Ordinal))
            .Select(Assembly.Load)
            .Append(service)
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IConsumer)) && !t.ContainsGenericParameters),
    ];

    static readonly MethodInfo AddForEachInstance = typeof(BusSetup).GetMethod(nameof(AddTemporary), BindingFlags.NonPublic | BindingFlags.Static)!;

    static void AddTemporary<T>(IBusRegistrationConfigurator bus) where T : class, IConsumer =>
        bus.AddConsumer<T>().Endpoint(e => (e.Temporary, e.InstanceId) = (true, "-" + Guid.NewGuid().ToString("N")));

    static bool IsForEachInstance(Type consumer) => consumer.GetCustomAttribute<EachInstanceAttribute>() is not null;

    /// <summary>A queue is called by its service and what its consumer does: <c>intake-record-classification</c>.</summary>
    sealed class QueueNames(string service) : KebabCaseEndpointNameFormatter(service, includeNamespace: false)
    {
        public string Of(Type consumer) => GetConsumerName(consumer);
    }
}
