using Ceptoar.Directory;
using Ceptoar.Drills;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Drills.Consents;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Rehearsals;
using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Runs;
using Ceptoar.Drills.Surveys;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<DrillsDb>(); // first: the tables stand before the first message comes
builder.AddHub<Program>("drills", args);
builder.AddDirectory();
builder.Services.AddScoped<ConsentBook>();
builder.AddRuns();
builder.Services.AddScoped<Measuring>();
builder.Services.AddSingleton<CloseReports>();
builder.Services.AddHostedService(services => services.GetRequiredService<CloseReports>());

var app = builder.Build();

app.UseHub();

var campaigns = app.MapGroup("/api/drills/campaigns").WithTags("Drills");
ListCampaigns.Map(campaigns);
CreateCampaign.Map(campaigns);
GetCampaign.Map(campaigns);
ChangeCampaign.Map(campaigns);
ListSheets.Map(campaigns);
ChangeSheet.Map(campaigns);
Rehearse.Map(campaigns);
ListRehearsals.Map(campaigns);
GetRehearsal.Map(campaigns);
GetCampaignReport.Map(campaigns);
var drills = app.MapGroup("/api/drills").WithTags("Drills");
ListDrills.Map(drills);
PlanDrill.Map(drills);
ListMine.Map(drills);
StopDrills.Map(drills);
GetHold.Map(drills);
LiftHold.Map(drills);
GetDrill.Map(drills);
ChangeDrill.Map(drills);
CancelDrill.Map(drills);
StartDrill.Map(drills);
CloseDrill.Map(drills);
ListParticipants.Map(drills);
ChooseParticipants.Map(drills);
GetSheet.Map(drills);
AnswerSheet.Map(drills);
GetBoard.Map(drills);
GetDrillReport.Map(drills);
GetConsent.Map(drills);
GiveConsent.Map(drills);
var consents = app.MapGroup("/api/drills/consents").WithTags("Drills");
ListConsents.Map(consents);
RecordConsents.Map(consents);

await app.RunHub();

public partial class Program;
