using Ceptoar.Directory;
using Ceptoar.Drills;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<DrillsDb>(); // first: the tables stand before the first message comes
builder.AddHub<Program>("drills", args);
builder.AddDirectory();

var app = builder.Build();

app.UseHub();

await app.RunHub();

public partial class Program;
