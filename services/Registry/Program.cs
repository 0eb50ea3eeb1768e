using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry;
using Ceptoar.Registry.Attestation;
using Ceptoar.Registry.Audit;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Contacts;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Handling;
using Ceptoar.Registry.Import;
using Ceptoar.Registry.Map;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using Ceptoar.Registry.Seeding;
using Ceptoar.Registry.SignIn;
using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);

builder.AddHubDatabase<RegistryDb>(); // first: the tables stand before the first message comes
builder.AddSeeding();                 // next: whoever asks finds the reference data
builder.AddHub<Program>("registry", args);
builder.AddIdentifyingSealer(makesKeys: true);
builder.AddContactsSealer(makesKeys: true);
builder.Services.AddScoped<AuditVerification>();
builder.Services.AddHostedService<AuditSealer>();
builder.AddDirectoryKeeping();
builder.AddPeople();

var app = builder.Build();

// the front door on this machine says who calls, and whether by https
app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
app.UseHub();

var api = app.MapGroup("/api");
IssueToken.Map(api.MapGroup("/token").WithTags("Sign-in"));

var me = api.MapGroup("/me").WithTags("Sign-in");
GetMe.Map(me);
ListSessions.Map(me);
EndSession.Map(me);
EndOtherSessions.Map(me);
ChangePassword.Map(me);
MakeRecoveryCodes.Map(me);

var invitations = api.MapGroup("/invitations").WithTags("Sign-in");
LookAtInvitation.Map(invitations);
EnrolAuthenticator.Map(invitations);
AcceptInvitation.Map(invitations);

var resets = api.MapGroup("/password-resets").WithTags("Sign-in");
AskPasswordReset.Map(resets);
RedeemPasswordReset.Map(resets);

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
ListDesks.Map(api.MapGroup("/desks").WithTags("Directory"));
LintDirectory.Map(api.MapGroup("/directory").WithTags("Directory"));

var attestations = api.MapGroup("/attestations").WithTags("Attestations");
ListAttestations.Map(attestations);
ListLateAttestations.Map(attestations);
ListHandlingRules.Map(api.MapGroup("/handling-rules").WithTags("Directory"));

var people = api.MapGroup("/people").WithTags("People");
InvitePerson.Map(people);
ListPeople.Map(people);
GetPerson.Map(people);
ChangePerson.Map(people);
RemovePerson.Map(people);
InviteAgain.Map(people);
ResetAuthenticator.Map(people);

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
TestContact.Map(organisations);
GetWebhook.Map(organisations);
SetWebhook.Map(organisations);
RemoveWebhook.Map(organisations);
GetAttestation.Map(organisations);
Attest.Map(organisations);
RequestAttestation.Map(organisations);
AddClient.Map(organisations);
ListClients.Map(organisations);
RevokeClient.Map(organisations);
RotateClientSecret.Map(organisations);
GetRoster.Map(organisations);
SetRoster.Map(organisations);
GetOnDuty.Map(organisations);
GetDesk.Map(organisations);
SetDesk.Map(organisations);
GetExecutive.Map(organisations);
SetExecutive.Map(organisations);
AcceptHandlingRules.Map(organisations);

var audit = api.MapGroup("/audit").WithTags("Audit");
ListAudit.Map(audit);
ListAuditBlocks.Map(audit);
VerifyAudit.Map(audit);

var light = app.MapLight();
LightSignIn.Map(light);
LightSignOut.Map(light);

await app.RunHub(
    prepare: services =>
    {
        services.GetRequiredService<ContactsSealer>().SealBytes([]); // makes the ring's key while infra/ can still share it, also where nothing is new to be sealed
        return services.GetRequiredService<SeedDirectory>().Seed(CancellationToken.None);
    },
    verify: services => VerifyAudit.Print(services, Console.Out));

public partial class Program;
