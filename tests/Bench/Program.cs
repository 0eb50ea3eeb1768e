using System.Globalization;
using System.Runtime.InteropServices;
using Ceptoar.Bench;
using Ceptoar.DrillPlay;
using Ceptoar.Story;

// The figures of the hub, each beside what it is compared with in the same run. Wrong or lost messages end it with exit code 1; a
// target that is missed is said, for machines differ. Arguments name the parts that are wanted; none: all of them.
var hub = new Uri(Setting("HUB_URL"));
var folder = Setting("HUB_DIR");
using var administrator = new HubClient(hub, "administrator", (await File.ReadAllTextAsync(Setting("HUB_ADMIN_SECRET_FILE"))).Trim());
using var admin = new HttpClient { BaseAddress = hub };
admin.DefaultRequestHeaders.Authorization = new("Bearer", await administrator.Token());
var demo = await FillDirectory.Fill(admin, Path.Combine(folder, "demo.json"));
var site = new BenchHub(hub, demo, administrator);
Console.WriteLine($"machine: {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");

await site.Arrive(await site.Submit(300, perSecond: null)); // warm-up

if (Wanted("latency"))
{
    var latency = await Latency.Measure(site);
    Say("report accepted → flash pushed, 20 reports/s", $"p50 {latency.P50:0} ms, p99 {latency.P99:0} ms", latency is { P50: < 150, P99: < 500 }, "p50 < 150 ms, p99 < 500 ms");
}

if (Wanted("sustained"))
{
    var bare = await BareChain.Measure(Setting("TESTS_POSTGRES"), Setting("TESTS_BROKER"), Sustained.Reports);
    var sustained = await Sustained.Measure(site);
    Say("sustained through the whole pipeline", $"{sustained:0} reports/s; a bare chain of as many durable stages {bare:0}/s; ratio {sustained / bare:0.00}", sustained / bare >= 0.5 && sustained >= 100, "≥ 0.5 and ≥ 100/s");
}

const int Many = 5_000;
const int Published = 4_091; // the members of the fifteen CEPTOARs whose number is published
if (Wanted("reach"))
{
    var broadcast = await BareBroadcast.Measure(Many); // before the crowd: both at once are more files than a small machine opens
    await using var crowd = await Crowd.Gather(site, admin, Many);
    var reach = await Reach.Measure(site, crowd);
    Say("reach of one advisory to 5,000 connected organisations", $"inbox rows durable → p99 of hints {reach.P99:0} ms; a bare SignalR broadcast {broadcast:0} ms; ratio {reach.P99 / broadcast:0.00}; report accepted → last hint {reach.FromAcceptance:0} ms", reach.P99 / broadcast <= 2 && reach.P99 < 1000, "ratio ≤ 2, < 1 s");

    var confirmations = await Confirmations.Measure(site, crowd);
    Say("5,000 confirmations over HTTP, all on the reach board", $"{confirmations:0.0} s", confirmations <= 20, "≤ 20 s, none lost");

    var burst = await Burst.Measure(site, admin, crowd);
    Say("an urgent advisory to 1,800 behind a burst of 100 others", $"{burst.InBurst:0} ms; alone {burst.Alone:0} ms; the whole burst of 180,000 {burst.Whole / 1000:0.0} s; ratio to the burst {burst.InBurst / burst.Whole:0.00}", burst.InBurst < burst.Whole / 4, "not after the burst: less than a quarter of it");
}

if (Wanted("directory"))
{
    var (ticket, password) = TokenCheck.Measure();
    Say("check of an access ticket", $"{ticket:0} µs; of a password {password:0} µs; ratio {ticket / password:0.0000}", ticket < 1000 && ticket < password / 10, "microseconds, no hashing");

    var membership = await Ceptoar.Bench.Directory.Membership(site, admin, times: 25);
    Say("change of membership → in effect in Distribution", $"p50 {membership.P50:0} ms, p99 {membership.P99:0} ms", membership.P99 < 2000, "p99 < 2 s");

    var (import, inserts) = await Ceptoar.Bench.Directory.Import(admin, Setting("TESTS_POSTGRES"));
    Say("import of 4,091 organisations, every one changed", $"{import:0.0} s; as many bare inserts {inserts:0.0} s; ratio {import / inserts:0.0}", import < 5, "< 5 s");
}

if (Wanted("rows"))
{
    await using var distribution = Npgsql.NpgsqlDataSource.Create($"Host=127.0.0.1;Port={hub.Port + 7};Database=distribution;Username=distribution;Password={(await File.ReadAllTextAsync(Path.Combine(folder, "secrets", "database-distribution"))).Trim()}");
    var (smaller, larger) = await Rows.Recipients(site, distribution, Many, 10 * Many);
    Say("release to 50,000 recipients → rows durable", $"{larger:0} ms; to 5,000 {smaller:0} ms; ratio {larger / smaller:0.0}", larger / smaller <= 12, "linear: ≤ 12 for ten times as many");

    var (newest, after, nothing) = await Rows.InboxPage(site, distribution, own: 100_000, rows: 1_000_000);
    Say("inbox page of 100 out of 100,000, a million inbox rows", $"p95 {newest:0.0} ms; after a number {after:0.0} ms; a small answer by the same way {nothing:0.0} ms", newest < 20 && after < 20, "p95 < 20 ms");
}

if (Wanted("drill"))
{
    var live = await site.LiveCounts();
    await using var play = new PlayDrill(hub, demo, admin, Path.Combine(folder, "drill-clients.json"), Console.Out, new());
    if (await play.Run() is not { Agrees: true } drill) return 1;
    if (drill.Participants < Published) throw new InvalidOperationException($"Only {drill.Participants} took part, of {Published} members that are published.");
    if (await site.LiveCounts() is var after && after != live) throw new InvalidOperationException($"Drills changed what is counted of life: {live} became {after}.");

    Say("a campaign of drills in all CEPTOARs, start → the last report", $"{drill.Took.TotalSeconds:0.0} s with {drill.Participants} simulated participants, of which from the close to the report {drill.Reporting.TotalSeconds:0.0} s; {drill.Confirmed} confirmed, of {drill.Foretold} that the rehearsal foretold; ratio {(double)drill.Confirmed / drill.Foretold:0.00}; what is counted of life stayed as it was", drill.Took.TotalSeconds < 60, "< 60 s");
}

return 0;

bool Wanted(string part) => args.Length == 0 || args.Contains(part);

static void Say(string what, string figures, bool met, string target) => Console.WriteLine($"{what}: {figures} ({(met ? "meets" : "misses")} {target})");

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name} is not set; run make bench."));
