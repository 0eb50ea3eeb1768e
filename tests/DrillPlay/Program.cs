using System.Globalization;
using Ceptoar.DrillPlay;
using Ceptoar.Story;

// Plays a campaign of drills in fast motion on a running hub: in all CEPTOARs, or in those that are named, with so many members each at most.
var hub = new Uri(Setting("HUB_URL"));
var folder = Setting("HUB_DIR");
using var administrator = new HubClient(hub, "administrator", (await File.ReadAllTextAsync(Setting("HUB_ADMIN_SECRET_FILE"))).Trim());
using var admin = new HttpClient { BaseAddress = hub };
admin.DefaultRequestHeaders.Authorization = new("Bearer", await administrator.Token());
var demo = await FillDirectory.Fill(admin, Path.Combine(folder, "demo.json"));
var settings = new DrillSettings
{
    Ceptoars = args,
    Members = Environment.GetEnvironmentVariable("DRILL_MEMBERS") is { Length: > 0 } members ? int.Parse(members, CultureInfo.InvariantCulture) : int.MaxValue,
};
await using var play = new PlayDrill(hub, demo, admin, Path.Combine(folder, "drill-clients.json"), Console.Out, settings);
// where each had its drill today there is nothing to play, and nothing wrong
return await play.Run() is null or { Agrees: true } ? 0 : 1;

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set; run make drill.");
