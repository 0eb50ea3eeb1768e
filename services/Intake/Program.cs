using Ceptoar.Directory;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Intake;
using Ceptoar.Intake.Attachments;
using Ceptoar.Intake.Drafts;
using Ceptoar.Intake.Identity;
using Ceptoar.Intake.Questions;
using Ceptoar.Intake.Reports;

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<IntakeDb>(); // first: the tables stand before the first message comes
builder.AddHub<Program>("intake", args);
builder.AddDirectory();
builder.AddCaseSealer(makesKeys: true);
builder.AddIdentity();
builder.AddForgettingReporters();
builder.AddAttachments();
builder.AddDrafts();
builder.Services.AddScoped<OriginalReading>();

var app = builder.Build();

app.UseHub();

var reports = app.MapGroup("/api/reports").WithTags("Reports");
SubmitReport.Map(reports);
ListReports.Map(reports);
GetReport.Map(reports);
AddVersion.Map(reports);
ConfirmReport.Map(reports);
WithdrawReport.Map(reports);
AskForIdentity.Map(reports);
DecideOpening.Map(reports);
GetIdentity.Map(reports);
ListOpenings.Map(app.MapGroup("/api/identity-openings").WithTags("Reports"));
AddAttachment.Map(reports);
ListAttachments.Map(reports);
GetAttachment.Map(reports);
RemoveAttachment.Map(reports);
ListAskedQuestions.Map(reports);
AnswerQuestion.Map(reports);

var drafts = app.MapGroup("/api/report-drafts").WithTags("Reports");
ListReportDrafts.Map(drafts);
StartReportDraft.Map(drafts);
GetReportDraft.Map(drafts);
SaveReportDraft.Map(drafts);
DropReportDraft.Map(drafts);

await app.RunHub(prepare: services =>
{
    services.GetRequiredService<CaseSealer>().Seal("the ring has a key before anyone else reads it");
    return Task.CompletedTask;
});

public partial class Program;
