using Ceptoar.Directory;
using Ceptoar.Distribution;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Answers;
using Ceptoar.Distribution.Audiences;
using Ceptoar.Distribution.Calls;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Light;
using Ceptoar.Distribution.Push;
using Ceptoar.Distribution.Reciprocity;
using Ceptoar.Distribution.Relays;
using Ceptoar.Distribution.Signing;
using Ceptoar.Distribution.Statistics;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Http;

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<DistributionDb>(); // first: the tables stand before the first message comes
builder.AddHub<Program>("distribution", args);
builder.AddDirectory();
builder.Services.AddScoped<Issuing>();
builder.Services.AddScoped<Authoring>();
builder.Services.AddOptions<ReleaseSettings>().BindConfiguration("Release").Validate(s => s.FourEyesAbove >= 0, "Release:FourEyesAbove must not be negative.").ValidateOnStart();
builder.Services.AddHostedService<ReleaseScheduled>();
builder.Services.AddScoped<Relaying>();
builder.Services.AddOptions<RelaySettings>().BindConfiguration("Relay").Validate(s => s.LargeScaleMinutes > 0, "Relay:LargeScaleMinutes must be positive.").ValidateOnStart();
builder.Services.AddHostedService<RelayDue>();
builder.Services.AddScoped<Reading>();
builder.Services.AddScoped<CallDesk>();
builder.Services.AddSingleton<Receipts>();
builder.Services.AddHostedService(services => services.GetRequiredService<Receipts>());
builder.Services.AddSingleton<TellSources>();
builder.Services.AddHostedService(services => services.GetRequiredService<TellSources>());
builder.AddSigning();
builder.AddPush();

var app = builder.Build();

app.UseHub();

var advisories = app.MapGroup("/api/advisories").WithTags("Advisories");
ListAdvisories.Map(advisories);
ListTemplates.Map(advisories);
ListDrafts.Map(advisories);
GetAdvisory.Map(advisories);
CreateDraft.Map(advisories);
GetDraft.Map(advisories);
ChangeDraft.Map(advisories);
PreviewAudience.Map(advisories);
ReleaseAdvisory.Map(advisories);
CorrectAdvisory.Map(advisories);
RelayAdvisory.Map(advisories);
GetRelay.Map(advisories);
RecallAdvisory.Map(advisories);
GiveReceipt.Map(advisories);
GetReach.Map(advisories);
ListCalls.Map(advisories);
RecordCall.Map(advisories);
RemindSilent.Map(advisories);
GiveAnswer.Map(advisories);
ListAnswers.Map(advisories);
AskQuestion.Map(advisories);
ListQuestions.Map(advisories);
ReplyToQuestion.Map(advisories);
GetSignature.Map(advisories);
GetKeys.Map(app);
GetSharingIndicators.Map(app);
GetSituation.Map(app);
ListReceipts.Map(app.MapGroup("/api/receipts").WithTags("Advisories"));
var rules = app.MapGroup("/api/relay-rules").WithTags("Relays");
ListRelayRules.Map(rules);
ChangeRelayRule.Map(rules);
var mode = app.MapGroup("/api/large-scale-mode").WithTags("Relays");
GetLargeScaleMode.Map(mode);
SwitchLargeScaleMode.Map(mode);
var light = app.MapLight();
ShowInbox.Map(light);
ShowAdvisory.Map(light);
app.MapPush();

await app.RunHub();

public partial class Program;
