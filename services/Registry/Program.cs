using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry;
using Ceptoar.Registry.Attestation;
using Ceptoar.Registry.Audit;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Contacts;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Import;
using Ceptoar.Registry.Map;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.Seeding;
using Ceptoar.Registry.SignIn;

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<RegistryDb>(); // first: the tables stand before the first message comes
builder.AddSeeding();                 // next: whoever asks finds the reference data
builder.AddHub<Program>("registry", args);
builder.AddIdentifyingSealer(makesKeys: true);
builder.Services.AddScoped<AuditVerification>();
builder.Services.AddHostedService<AuditSealer>();
builder.AddDirectoryKeeping();

var app = builder.Build();

app.UseHub();

var api = app.MapGroup("/api");
IssueToken.Map(api.MapGroup("/token").WithTags("Sign-in"));
GetMe.Map(api.MapGroup("/me").WithTags("Sign-in"));
ListSectors.Map(api.MapGroup("/sectors").WithTags("Directory"));

var groups = api.MapGroup("/groups").WithTags("Groups");
ListGroups.Map(groups);
CreateGroup.Map(groups);
GetGroup.Map(groups);
ChangeGroup.Map(groups);
CloseGroup.Map(groups);
ListMembers.Map(groups);

var ceptoars = api.MapGroup("/ceptoars").WithTags("Directory");
ListCeptoars.Map(ceptoars);
GetCeptoarChannels.Map(ceptoars);
GetCeptoarMap.Map(ceptoars);
LintDirectory.Map(api.MapGroup("/directory").WithTags("Directory"));

var attestations = api.MapGroup("/attestations").WithTags("Attestations");
ListAttestations.Map(attestations);
ListLateAttestations.Map(attestations);

var organisations = api.MapGroup("/organisations").WithTags("Organisations");
RegisterOrganisation.Map(organisations);
ChangeOrganisation.Map(organisations);
GetOrganisation.Map(organisations);
ListOrganisations.Map(organisations);
ImportOrganisations.Map(organisations);
ExportOrganisations.Map(organisations);
ListHistory.Map(organisations);
ListProposals.Map(organisations);
ReplaceIdentifying.Map(organisations);
ConfirmIdentifying.Map(organisations);
GetChannels.Map(organisations);
SetChannels.Map(organisations);
TestChannel.Map(organisations);
GetAttestation.Map(organisations);
Attest.Map(organisations);
RequestAttestation.Map(organisations);
AddClient.Map(organisations);
ListClients.Map(organisations);
RevokeClient.Map(organisations);

var audit = api.MapGroup("/audit").WithTags("Audit");
ListAudit.Map(audit);
ListAuditBlocks.Map(audit);
VerifyAudit.Map(audit);

await app.RunHub(prepare: services => services.GetRequiredService<SeedDirectory>().Seed(CancellationToken.None), verify: services => VerifyAudit.Print(services, Console.Out));

public partial class Program;
