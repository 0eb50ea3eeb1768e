using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using RabbitMQ.Client;

namespace Ceptoar.Hosting.Tests.Bus;

/// <summary>The administrator sees what waits and what failed, on the real broker, and puts it back.</summary>
public class SystemStateTests(SystemStateTests.OnTheBroker probe) : IClassFixture<SystemStateTests.OnTheBroker>, IAsyncLifetime
{
    const string Queue = "intake-record-classification";
    static readonly ConnectionFactory Broker = new() { Uri = new Uri(OnTheBroker.Address) };
    IConnection connection = null!;
    IChannel channel = null!;

    public class OnTheBroker : ProbeFixture
    {
        public static string Address => Environment.GetEnvironmentVariable("TESTS_BROKER") ?? throw new InvalidOperationException("TESTS_BROKER is not set.");

        protected override Dictionary<string, string?> Settings => new() { ["ConnectionStrings:Broker"] = Address };
    }

    HttpClient Administrator => probe.Http(Role.Administrator, Guid.NewGuid());

    public async Task InitializeAsync()
    {
        connection = await Broker.CreateConnectionAsync();
        channel = await connection.CreateChannelAsync();
        foreach (var name in new[] { Queue, Queue + "_error" })
        {
            await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false);
            await channel.QueuePurgeAsync(name);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var name in new[] { Queue, Queue + "_error" }) await channel.QueueDeleteAsync(name);
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    [Fact]
    public async Task What_failed_is_counted_and_put_back_once()
    {
        for (var i = 0; i < 3; i++) await channel.BasicPublishAsync("", Queue + "_error", body: "{}"u8.ToArray());
        await ProbeFixture.Until(async () => (await State()).GetProperty("failed").GetInt64() == 3, "What failed was not counted.");
        var state = await State();
        Assert.True(state.GetProperty("ready").GetBoolean());
        Assert.Equal(("intake", 0), (state.GetProperty("service").GetString(), state.GetProperty("outbox").GetProperty("waiting").GetInt64()));

        var replayed = await Administrator.PostAsync($"/api/system/error-queues/{Queue}/replay", content: null);

        Assert.Equal(3, (await replayed.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("messages").GetInt32());
        await ProbeFixture.Until(async () => await Counts() == (3, 0), "The messages are not back.");
        Assert.Equal(1, await probe.Sql<long>($"select count(*) from audit where action = 'queue.replayed' and item = 'queue/{Queue}' and detail = 'messages=3'"));
        Assert.DoesNotContain("{}", (await State()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_of_another_service_is_not_there()
    {
        foreach (var name in new[] { "classification-label-report", Queue + "_error", "x" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Administrator.PostAsync($"/api/system/error-queues/{name}/replay", content: null)).StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_but_an_administrator_sees_it()
    {
        foreach (var role in Role.All.Except([Role.Administrator])) Assert.Equal(HttpStatusCode.Forbidden, (await probe.Http(role, Guid.NewGuid()).GetAsync("/api/system")).StatusCode);
    }

    [Fact]
    public async Task With_the_broker_away_it_says_so()
    {
        await using var away = new Away();
        await away.Start();
        var administrator = away.Probe.Http(Role.Administrator, Guid.NewGuid());

        var state = await administrator.GetFromJsonAsync<JsonElement>("/api/system");

        Assert.Equal((false, JsonValueKind.Null, 0), (state.GetProperty("ready").GetBoolean(), state.GetProperty("queues").ValueKind, state.GetProperty("outbox").GetProperty("waiting").GetInt64()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await administrator.PostAsync($"/api/system/error-queues/{Queue}/replay", content: null)).StatusCode);
    }

    Task<JsonElement> State() => Administrator.GetFromJsonAsync<JsonElement>("/api/system");

    async Task<(long Waiting, long Failed)> Counts()
    {
        var queue = (await State()).GetProperty("queues").EnumerateArray().Single(q => q.GetProperty("name").GetString() == Queue);
        return (queue.GetProperty("waiting").GetInt64(), queue.GetProperty("failed").GetInt64());
    }

    sealed class Away : IAsyncDisposable
    {
        public Unreachable Probe { get; } = new();

        public Task Start() => ((IAsyncLifetime)Probe).InitializeAsync();

        public async ValueTask DisposeAsync() => await ((IAsyncLifetime)Probe).DisposeAsync();
    }

    sealed class Unreachable : ProbeFixture
    {
        protected override Dictionary<string, string?> Settings => new() { ["ConnectionStrings:Broker"] = "amqp://127.0.0.1:1/" };
    }
}
