using Ceptoar.Directory;
using Ceptoar.Distribution;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Audiences;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Push;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<DistributionDb>(); // first: the tables stand before the first message comes
builder.AddHub<Program>("distribution", args);
builder.AddDirectory();
builder.Services.AddScoped<Issuing>();
builder.Services.AddScoped<Authoring>();
builder.Services.AddOptions<ReleaseSettings>().BindConfiguration("Release").Validate(s => s.FourEyesAbove >= 0, "Release:FourEyesAbove must not be negative.").ValidateOnStart();
builder.Services.AddHostedService<ReleaseScheduled>();
builder.Services.AddScoped<Reading>();
builder.Services.AddScoped<Receipts>();
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
RecallAdvisory.Map(advisories);
GiveReceipt.Map(advisories);
GetReach.Map(advisories);
ListReceipts.Map(app.MapGroup("/api/receipts").WithTags("Advisories"));
app.MapPush();

await app.RunHub();

public partial class Program;
