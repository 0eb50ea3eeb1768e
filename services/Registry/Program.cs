using Ceptoar.Hosting;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Handling;
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
ListCeptoars.Map(api.MapGroup("/ceptoars").WithTags("Directory"));
ListGroups.Map(api.MapGroup("/groups").WithTags("Directory"));
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

await app.RunHub(prepare: services => services.GetRequiredService<SeedDirectory>().Seed(CancellationToken.None));

public partial class Program;
