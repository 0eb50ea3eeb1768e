using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Ceptoar.Story;
using Npgsql;

namespace Ceptoar.EndToEnd.Tests;

/// <summary>
/// The whole hub, started by the scripts that operators use, from nothing: every service a process of its own behind nginx, real
/// PostgreSQL and RabbitMQ, the demonstration directory filled in. Its state stays in <c>.run/e2e</c> to be looked at.
/// </summary>
public sealed class RunningHub : IAsyncLifetime
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    const int FrontPort = 18300;
    static readonly string[] Programs = ["registry", "intake", "classification", "anonymisation", "distribution-1", "distribution-2", "drills"];
    static readonly string[] Owners = ["intake", "classification", "anonymisation", "distribution", "drills", "registry"];
    readonly string scripts = Environment.GetEnvironmentVariable("HUB_SCRIPTS") ?? Path.Combine(Repository(), "infra");
    readonly List<HubClient> clients = [];

    public Uri Url { get; } = new($"http://127.0.0.1:{FrontPort}");

    public string Folder { get; } = Path.Combine(Repository(), ".run", "e2e");

    public Instances Instances => new(Path.Combine(Folder, "logs", "nginx.log"));

    public DemoFile Demo { get; private set; } = new("", [], []);

    public static IReadOnlyList<string> Databases => Owners;

    public async Task InitializeAsync()
    {
        await Script("wipe");
        await Script("start");
        using var signIn = new HubClient(Url, "administrator", (await File.ReadAllTextAsync(Path.Combine(Folder, "secrets", "bootstrap"))).Trim());
        using var admin = new HttpClient { BaseAddress = Url };
        admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await signIn.Token());
        Demo = await FillDirectory.Fill(admin, Path.Combine(Folder, "demo.json"));
        await Until(async () => await DirectoryIsEverywhere(), "The directory did not reach every service.");
    }

    public async Task DisposeAsync()
    {
        foreach (var client in clients) client.Dispose();
        await Script("stop");
    }

    /// <summary>Operators of a CEPTOAR, in the order of the demonstration directory.</summary>
    public DemoClient[] Operators(string ceptoar) => [.. Demo.Clients.Where(c => c.Role == "operator" && c.Ceptoar == ceptoar)];

    public DemoClient One(string role, string? ceptoar = null) => Demo.Clients.First(c => c.Role == role && (ceptoar is null || c.Ceptoar == ceptoar));

    public HubClient As(DemoClient client)
    {
        var signedIn = new HubClient(Url, client.ClientId, client.ClientSecret);
        clients.Add(signedIn);
        return signedIn;
    }

    public Guid Group(string name) => Demo.Groups.Single(g => g.Name == name).Id;

    /// <summary>Runs <c>infra/hub.sh</c> and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> Script(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(scripts, "hub.sh"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["HUB_DIR"] = Folder;
        start.Environment["HUB_LARGE_SCALE_PACE"] = "00:00:02";
        start.Environment["HUB_PORT"] = Url.Port.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"hub.sh {string.Join(' ', arguments)}: {await output}{await errors}");
    }

    /// <summary>Sends a signal to a program's process, by its id.</summary>
    public async Task Signal(string program, string signal)
    {
        var pid = int.Parse(await Script("pid", program), CultureInfo.InvariantCulture);
        using var kill = Process.Start("kill", ["-" + signal, pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits until a program answers that it is ready.</summary>
    public Task Ready(string program) => Until(async () =>
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        return (await http.GetAsync(new Uri($"http://127.0.0.1:{Port(program)}/health/ready"))).IsSuccessStatusCode;
    }, $"{program} did not become ready.");

    // as infra/env.sh numbers them: Drills came after the backends
    public static int Port(string program) => program == "drills" ? FrontPort + 12 : FrontPort + 1 + Array.IndexOf(Programs, program);

    /// <summary>Runs a query on a service's database with the service's own role.</summary>
    public async Task<List<string>> Query(string service, string sql)
    {
        var password = (await File.ReadAllTextAsync(Path.Combine(Folder, "secrets", "database-" + service))).Trim();
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={Url.Port + 7};Database={service};Username={service};Password={password};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }

    /// <summary>Waits for a condition; what it throws on the way, as while a service is down, counts as not yet.</summary>
    public static async Task Until(Func<Task<bool>> isSo, string otherwise)
    {
        var end = DateTimeOffset.UtcNow + Patience;
        Exception? last = null;
        while (DateTimeOffset.UtcNow < end)
        {
            try
            {
                if (await isSo()) return;
            }
            catch (Exception e) when (e is HttpRequestException or NpgsqlException or TaskCanceledException or IOException)
            {
                last = e;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException(otherwise + await Condition(), last);
    }

    /// <summary>How each service says it is, for whoever reads of a failure and cannot ask any more.</summary>
    static async Task<string> Condition()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var said = new StringBuilder();
        foreach (var program in Programs)
        {
            try
            {
                said.AppendLine().Append(program).Append(": ").Append(await (await http.GetAsync(new Uri($"http://127.0.0.1:{Port(program)}/health/ready"))).Content.ReadAsStringAsync());
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                said.AppendLine().Append(program).Append(": ").Append(e.Message);
            }
        }

        return said.ToString();
    }

    async Task<bool> DirectoryIsEverywhere()
    {
        var registered = (await Query("registry", "select count(*) from organisation"))[0];
        foreach (var service in (string[])["intake", "classification", "anonymisation", "distribution", "drills"])
        {
            if ((await Query(service, "select count(*) from directory_organisation"))[0] != registered) return false;
        }

        return (await Query("anonymisation", "select count(*) from kept_identifying_strings"))[0] == registered;
    }

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CeptoarHub.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("CeptoarHub.sln is nowhere above the tests.");
        return folder.FullName;
    }
}

[CollectionDefinition("hub")]
public class HubCollection : ICollectionFixture<RunningHub>;
