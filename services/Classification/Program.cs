using Ceptoar.Classification;
using Ceptoar.Classification.Labelling;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.Text;

TextView.SelfTest();

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<ClassificationDb>(); // first: the tables stand before the first message comes
builder.AddHub<Program>("classification", args);
builder.AddCaseSealer();

var app = builder.Build();

app.UseHub();

var reports = app.MapGroup("/api/reports").WithTags("Labels");
GetLabel.Map(reports);

await app.RunHub();

public partial class Program;
