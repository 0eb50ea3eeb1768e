using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Intake.Tests.Reports;

/// <summary>An organisation accepts the handling rules before it reads another's original; its own it always reads.</summary>
public class HandlingRulesTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Anothers_original_is_read_after_the_rules_are_accepted()
    {
        var secretariat = intake.Directory.TelecomSecretariat;
        var receipt = await intake.Submitted(intake.Report(("sourceVisibility", "ceptoar")));
        await intake.Classified(receipt.Id, Tlp.Amber);
        await intake.Hears(secretariat with { Version = 2, HandlingRulesVersion = null });
        var http = intake.Http(Role.Secretariat, secretariat.OrganisationId);

        Assert.Equal(HttpStatusCode.Conflict, (await http.GetAsync($"/api/reports/{receipt.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/reports/{Guid.NewGuid()}")).StatusCode);

        await intake.Hears(secretariat with { Version = 3 });
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/api/reports/{receipt.Id}")).StatusCode);

        await intake.Hears(intake.Directory.Telecom[0] with { Version = 2, HandlingRulesVersion = null });
        Assert.NotNull(await intake.Read(receipt.Id));
    }

    [Fact]
    public async Task The_centre_accepts_the_rules_before_it_is_shown_who_reported()
    {
        var centre = intake.Directory.Centre;
        var identity = $"/api/reports/{(await intake.Submitted()).Id}/identity";
        var (analyst, approver) = (intake.Http(Role.Analyst, centre.OrganisationId), intake.Http(Role.Approver, centre.OrganisationId));
        var asked = await (await analyst.PostAsJsonAsync(identity, new { reason = "至急の連絡を要する。" })).Content.ReadFromJsonAsync<JsonElement>();
        (await approver.PostAsJsonAsync(identity + "/decision", new { opening = asked.GetProperty("id").GetGuid(), decision = "approve" })).EnsureSuccessStatusCode();

        await intake.Hears(centre with { Version = 2, HandlingRulesVersion = null });
        Assert.Equal(HttpStatusCode.Conflict, (await analyst.GetAsync(identity)).StatusCode);

        await intake.Hears(centre with { Version = 3 });
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync(identity)).StatusCode);
    }
}
