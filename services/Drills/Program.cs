using Ceptoar.Directory;
using Ceptoar.Drills;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Rehearsals;
using Ceptoar.Drills.Reports;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<DrillsDb>(); // first: the tables stand before the first message comes
builder.AddHub<Program>("drills", args);
builder.AddDirectory();
builder.Services.AddScoped<Measuring>();
builder.Services.AddSingleton<CloseReports>();
builder.Services.AddHostedService(services => services.GetRequiredService<CloseReports>());

var app = builder.Build();

app.UseHub();

var reported = app.MapGroup("/api/drills").WithTags("Drills");
GetBoard.Map(reported);
GetDrillReport.Map(reported);
var rehearsed = app.MapGroup("/api/drills/campaigns").WithTags("Drills");
GetCampaignReport.Map(rehearsed);
Rehearse.Map(rehearsed);
ListRehearsals.Map(rehearsed);
GetRehearsal.Map(rehearsed);

await app.RunHub();

public partial class Program;
