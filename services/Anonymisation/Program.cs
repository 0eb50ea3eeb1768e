using Ceptoar.Anonymisation;
using Ceptoar.Anonymisation.Attachments;
using Ceptoar.Anonymisation.Cases;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Members;
using Ceptoar.Anonymisation.Recognisers.Learned;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Anonymisation.Teaching;
using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.Text;
using Microsoft.Extensions.Options;

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
builder.Services.AddOptions<AnonymitySettings>().BindConfiguration("Anonymity")
    .Validate(s => s.Protects, "Anonymity: Amber at least 2, Green no less than Amber, Clear no less than Green.")
    .ValidateOnStart();
builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<AnonymitySettings>>().Value);
builder.Services.AddSingleton<MemberCache>();
builder.Services.AddScoped<MemberDirectory>();
builder.Services.AddHostedService<CompileAhead>();
builder.Services.AddScoped<Saying>();
builder.Services.AddScoped<RenderAgain>();
builder.Services.AddScoped<FileIndicators>();
builder.Services.AddScoped<FilesToRelease>();
builder.Services.AddScoped<Proposals>();
builder.Services.AddScoped<TermsInSight>();

var app = builder.Build();

app.UseHub();

var reports = app.MapGroup("/api/reports").WithTags("Renditions");
GetRendition.Map(reports);
DecideRendition.Map(reports);
MarkRendition.Map(reports);
GetAttachmentRenditions.Map(reports);

var terms = app.MapGroup("/api/terms").WithTags("Terms");
ListTerms.Map(terms);
DecideTerm.Map(terms);

await app.RunHub();

public partial class Program;
