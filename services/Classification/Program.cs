using Ceptoar.Classification;
using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Policies;
using Ceptoar.Classification.Signals.Sentences;
using Ceptoar.Classification.Triage;
using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.Text;

TextView.SelfTest();
_ = SentenceModel.Current; // a model that cannot be read stops the service here

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<ClassificationDb>(); // first: the tables stand before the first message comes
builder.AddHub<Program>("classification", args);
builder.AddDirectory();
builder.AddCaseSealer();
builder.Services.AddScoped<Labeller>();
builder.Services.AddScoped<PolicyReader>();
builder.Services.AddSingleton<PolicyCache>();

var app = builder.Build();

app.UseHub();

var reports = app.MapGroup("/api/reports").WithTags("Labels");
GetLabel.Map(reports);
ChangeLabel.Map(reports);
DecideLowering.Map(reports);
SetTriage.Map(reports);
var labels = app.MapGroup("/api/labels").WithTags("Labels");
ListLabels.Map(labels);
PreviewLabels.Map(labels);
ListLabelChanges.Map(app.MapGroup("/api/label-changes").WithTags("Labels"));

var policies = app.MapGroup("/api/policies").WithTags("Policies");
ListPolicies.Map(policies);
GetPolicy.Map(policies);
DraftPolicy.Map(policies);
TryPolicy.Map(policies);
DecidePolicy.Map(policies);

await app.RunHub();

public partial class Program;
