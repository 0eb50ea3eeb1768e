using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Attestation;
using Ceptoar.Registry.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Registry.Tests;

public class AttestationTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task A_manager_is_asked_by_mail()
    {
        var id = await registry.Operator("credit");
        var manager = await Newcomer.Accepted(registry, id, Role.Manager);

        await registry.SecretariatOf("credit").Post($"/api/organisations/{id}/attestation/request", new { reason = "訓練で連絡がつきませんでした" });

        var mail = await RegistryFixture.MailTo(manager.Email, "Please sign in to CeptoarHub and confirm");
        Assert.DoesNotContain("訓練で", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_confirms_its_entries_as_they_stand()
    {
        var id = await registry.Operator("gas");
        Assert.Equal((JsonValueKind.Null, false), Last(await Attestation(id)));

        var attested = await registry.Of(id, Role.Manager).Post($"/api/organisations/{id}/attestation", new { });
        Assert.Equal((1, 1, 0), (attested.GetProperty("organisationVersion").GetInt64(), attested.GetProperty("identifyingVersion").GetInt64(), attested.GetProperty("channelsVersion").GetInt64()));
        Assert.Equal((JsonValueKind.Object, false), Last(await Attestation(id)));

        await registry.Of(id).Put($"/api/organisations/{id}/channels", new { channels = new object[] { new { channel = "hub" } } });
        Assert.Equal((JsonValueKind.Object, true), Last(await Attestation(id)));
        Assert.Contains((await registry.Of(id).Get($"/api/organisations/{id}/history")).Items(), e => e.GetProperty("field").GetString() == "attested");
    }

    [Fact]
    public async Task Nobody_confirms_for_another()
    {
        var id = await registry.Operator("gas");
        foreach (var other in new[] { registry.Of(await registry.Operator("gas")), registry.SecretariatOf("gas"), registry.Administrator })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"/api/organisations/{id}/attestation", new { })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("water").GetAsync($"/api/organisations/{id}/attestation")).StatusCode);
        Assert.Equal((JsonValueKind.Null, false), Last(await Attestation(id)));
    }

    [Fact]
    public async Task A_secretariat_asks_once_after_a_drill_and_confirming_answers_it()
    {
        var id = await registry.Operator("gas");
        var path = $"/api/organisations/{id}/attestation/request";
        var asked = await registry.SecretariatOf("gas").Post(path, new { reason = "訓練で電話がつながりませんでした。" });
        Assert.Equal(TimeSpan.FromDays(30), asked.GetProperty("due").GetDateTimeOffset() - asked.GetProperty("openedAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.Conflict, (await registry.Administrator.PostAsJsonAsync(path, new { reason = "もう一度" })).StatusCode);

        var open = (await Attestation(id)).GetProperty("open")[0];
        Assert.Equal(("requested", "訓練で電話がつながりませんでした。", false), (open.GetProperty("reason").GetString(), open.GetProperty("note").GetString(), open.GetProperty("late").GetBoolean()));

        await registry.Of(id).Post($"/api/organisations/{id}/attestation", new { });
        Assert.Empty((await Attestation(id)).GetProperty("open").EnumerateArray());
    }

    [Fact]
    public async Task A_request_needs_a_reason_and_a_member()
    {
        var id = await registry.Operator("gas");

        Assert.Equal(["reason"], await (await registry.SecretariatOf("gas").PostAsJsonAsync($"/api/organisations/{id}/attestation/request", new { })).Fields());
        Assert.Equal(HttpStatusCode.NotFound, (await registry.SecretariatOf("water").PostAsJsonAsync($"/api/organisations/{id}/attestation/request", new { reason = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registry.Of(id).PostAsJsonAsync($"/api/organisations/{id}/attestation/request", new { reason = "x" })).StatusCode);
    }

    static (JsonValueKind Last, bool ChangedSince) Last(JsonElement view) => (view.GetProperty("last").ValueKind, view.GetProperty("changedSince").GetBoolean());

    Task<JsonElement> Attestation(Guid id) => registry.Of(id).Get($"/api/organisations/{id}/attestation");
}

/// <summary>Apart, for the clock is moved on by years.</summary>
public class YearlyAttestationTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public async Task It_is_asked_for_thirty_days_before_a_year_has_passed_reminded_when_due_and_asked_again_next_year()
    {
        var id = await registry.Operator("gas");
        await Hourly();
        Assert.Empty(await Open(id));

        registry.Clock.Advance(TimeSpan.FromDays(334));
        await Hourly();
        Assert.Empty(await Open(id));

        registry.Clock.Advance(TimeSpan.FromDays(2));
        await Hourly();
        await Hourly();
        var task = Assert.Single(await Open(id));
        Assert.Equal(("yearly", false), (task.GetProperty("reason").GetString(), task.GetProperty("late").GetBoolean()));
        Assert.Equal(task.GetProperty("openedAt").GetDateTimeOffset(), task.GetProperty("remindedAt").GetDateTimeOffset());
        Assert.Empty(await Late(registry.SecretariatOf("gas")));

        registry.Clock.Advance(TimeSpan.FromDays(31));
        await Hourly();
        task = Assert.Single(await Open(id));
        Assert.True(task.GetProperty("late").GetBoolean());
        Assert.True(task.GetProperty("remindedAt").GetDateTimeOffset() > task.GetProperty("due").GetDateTimeOffset());
        Assert.Contains(id, await Late(registry.SecretariatOf("gas")));
        Assert.Contains(id, await Late(registry.Http(Role.Analyst, WellKnownId.Centre)));
        Assert.DoesNotContain(id, await Late(registry.SecretariatOf("water")));

        await registry.Of(id).Post($"/api/organisations/{id}/attestation", new { });
        await Hourly();
        Assert.Empty(await Open(id));

        registry.Clock.Advance(TimeSpan.FromDays(340));
        await Hourly();
        Assert.Single(await Open(id));
    }

    [Fact]
    public async Task Ages_are_counted_for_the_centre_and_the_own_secretariat()
    {
        Guid[] members = [await registry.Operator("cable"), await registry.Operator("cable"), await registry.Operator("cable")];
        await Attest(members[0]);
        registry.Clock.Advance(TimeSpan.FromDays(200));
        await Attest(members[1]);
        var half = await Ages();
        registry.Clock.Advance(TimeSpan.FromDays(200));
        var older = await Ages();

        Assert.Equal("""{"underHalfYear":1,"underYear":1,"older":0,"never":2}""", half); // the secretariat is one of them
        Assert.Equal("""{"underHalfYear":0,"underYear":1,"older":1,"never":2}""", older);
        Assert.Equal(18, (await registry.Http(Role.Auditor, WellKnownId.Centre).Get("/api/attestations")).Items().Length);
        Assert.Single((await registry.Administrator.Get("/api/attestations?ceptoar=water")).Items());
        Assert.Empty((await registry.SecretariatOf("cable").Get("/api/attestations?ceptoar=water")).Items());
        Assert.Equal(HttpStatusCode.Forbidden, (await registry.Of(members[0]).GetAsync("/api/attestations")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await registry.Of(members[0]).GetAsync("/api/attestations/late")).StatusCode);

        Task Attest(Guid id) => registry.Of(id).Post($"/api/organisations/{id}/attestation", new { });
        async Task<string> Ages() => (await registry.SecretariatOf("cable").Get("/api/attestations")).Items().Single().GetProperty("ages").GetRawText();
    }

    Task Hourly() => registry.Services.GetRequiredService<OpenYearlyAttestations>().Run(CancellationToken.None);

    async Task<JsonElement[]> Open(Guid id) => [.. (await registry.Of(id).Get($"/api/organisations/{id}/attestation")).GetProperty("open").EnumerateArray()];

    static async Task<Guid[]> Late(HttpClient http) => [.. (await http.Get("/api/attestations/late?limit=500")).Items().Select(i => i.GetProperty("organisationId").GetGuid())];
}
