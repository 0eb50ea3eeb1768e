using Ceptoar.Anonymisation;
using Ceptoar.Anonymisation.Attachments;
using Ceptoar.Anonymisation.Cases;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Members;
using Ceptoar.Anonymisation.Recognisers.Learned;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.Text;

TextView.SelfTest();
_ = TokenModel.Current; // a model that cannot be read stops the service here

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<AnonymisationDb>(); // first: the tables stand before the first message comes
builder.AddMorphology(); // and the recognisers see
builder.AddHub<Program>("anonymisation", args);
builder.AddDirectory();
builder.AddCaseSealer();
builder.AddIdentifyingSealer();
builder.AddBlobStore();
builder.Services.AddSingleton<MemberCache>();
builder.Services.AddScoped<MemberDirectory>();
builder.Services.AddScoped<Saying>();
builder.Services.AddScoped<RenderAgain>();
builder.Services.AddScoped<FileIndicators>();

var app = builder.Build();

app.UseHub();

var reports = app.MapGroup("/api/reports").WithTags("Renditions");
GetRendition.Map(reports);
DecideRendition.Map(reports);
MarkRendition.Map(reports);
GetAttachmentRenditions.Map(reports);

await app.RunHub();

public partial class Program;
