using Ceptoar.Story;

// fill: brings the demonstration directory into a running hub; people: also one person of every role; play: also plays one report end to end
if (args is not ["fill" or "people" or "play"])
{
    Console.WriteLine("usage: fill | people | play, with HUB_URL, HUB_DIR and HUB_ADMIN_SECRET_FILE in the environment");
    return 2;
}

var hub = new Uri(Setting("HUB_URL"));
var path = Path.Combine(Setting("HUB_DIR"), "demo.json");
var secret = await File.ReadAllTextAsync(Setting("HUB_ADMIN_SECRET_FILE"));
using var administrator = new HubClient(hub, "administrator", secret.Trim());
using var admin = new HttpClient { BaseAddress = hub };
admin.DefaultRequestHeaders.Authorization = new("Bearer", await administrator.Token());
var demo = await FillDirectory.Fill(admin, path);
Console.WriteLine($"{demo.Clients.Count} clients, {demo.Groups.Count} groups: {path}");
var box = new Maildir(Path.Combine(Setting("HUB_DIR"), "mail", "box"));
if (args[0] != "fill")
{
    demo = await EnrolPeople.Enrol(admin, demo, box);
    await demo.Write(path);
}

if (args[0] == "play") await new Play(hub, demo, box, new(Path.Combine(Setting("HUB_DIR"), "logs", "nginx.log")), Console.Out).Run();
foreach (var person in demo.People) Console.WriteLine($"{person.Role,-14} {person.Email,-42} {person.Password}  {person.Name}（{person.Organisation}）");
return 0;

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
