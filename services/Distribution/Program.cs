using Ceptoar.Directory;
using Ceptoar.Distribution;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Answers;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Push;
using Ceptoar.Distribution.Reciprocity;
using Ceptoar.Distribution.Signing;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<DistributionDb>(); // first: the tables stand before the first message comes
builder.AddHub<Program>("distribution", args);
builder.AddDirectory();
builder.Services.AddScoped<Issuing>();
builder.Services.AddScoped<Reading>();
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
GetAdvisory.Map(advisories);
RecallAdvisory.Map(advisories);
GiveReceipt.Map(advisories);
GetReach.Map(advisories);
GiveAnswer.Map(advisories);
ListAnswers.Map(advisories);
AskQuestion.Map(advisories);
ListQuestions.Map(advisories);
ReplyToQuestion.Map(advisories);
GetSignature.Map(advisories);
GetKeys.Map(app);
ListReceipts.Map(app.MapGroup("/api/receipts").WithTags("Advisories"));
app.MapPush();

await app.RunHub();

public partial class Program;
