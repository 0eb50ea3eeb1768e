using System.Text.Json;
using Ceptoar.Contracts.Drills;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Registry.Tests;

/// <summary>Whom a drill could not reach by what the directory holds is asked to confirm its entries, and stands in the lint until it has.</summary>
public class StaleContactsTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    const string Code = "unreachedInDrill";

    [Fact]
    public async Task Each_is_asked_in_both_languages_and_its_managers_by_mail()
    {
        var (one, other, reached) = (await registry.Operator("gas"), await registry.Operator("water"), await registry.Operator("gas"));
        var manager = await Newcomer.Accepted(registry, one, Role.Manager);

        await registry.Hears(Found(one, other, Guid.NewGuid()));

        foreach (var id in new[] { one, other })
        {
            var task = Assert.Single(await Open(id));
            Assert.Equal(("requested", TimeSpan.FromDays(30)), (task.GetProperty("reason").GetString(), task.GetProperty("due").GetDateTimeOffset() - task.GetProperty("openedAt").GetDateTimeOffset()));
            Assert.Contains("訓練(セプター訓練)で、登録された連絡先では連絡がつきませんでした", task.GetProperty("note").GetString(), StringComparison.Ordinal);
            Assert.Contains("A drill (セプター訓練) could not reach you by the contacts on file", task.GetProperty("note").GetString(), StringComparison.Ordinal);
            Assert.Contains(Code, await Lint(id));
        }

        Assert.Empty(await Open(reached));
        Assert.DoesNotContain(Code, await Lint(reached));
        await RegistryFixture.MailTo(manager.Email, "Please sign in to CeptoarHub and confirm");
        Assert.Equal("hub", (await registry.Of(one).Get($"/api/organisations/{one}/history")).Items().Single(e => e.GetProperty("field").GetString() == "attestationRequested").GetProperty("by").GetString());
    }

    [Fact]
    public async Task Who_has_been_asked_already_is_not_asked_again_but_stands_in_the_lint()
    {
        var id = await registry.Operator("gas");
        await registry.SecretariatOf("gas").Post($"/api/organisations/{id}/attestation/request", new { reason = "電話がつながりません。" });

        await registry.Hears(Found(id));

        Assert.Equal("電話がつながりません。", Assert.Single(await Open(id)).GetProperty("note").GetString());
        Assert.Contains(Code, await Lint(id));
    }

    [Fact]
    public async Task Confirming_ends_it_and_the_same_drill_heard_again_begins_nothing_anew()
    {
        var id = await registry.Operator("gas");
        var found = Found(id);
        await registry.Hears(found);
        await registry.Hears(found);
        Assert.Single(await Open(id));

        await registry.Of(id).Post($"/api/organisations/{id}/attestation", new { });
        await registry.Hears(found);
        Assert.Empty(await Open(id));
        Assert.DoesNotContain(Code, await Lint(id));

        await registry.Hears(Found(id));
        Assert.Single(await Open(id));
        Assert.Contains(Code, await Lint(id));
    }

    static StaleContactsFound Found(params Guid[] organisations) => new() { DrillId = Guid.NewGuid(), OrganisationIds = organisations };

    async Task<JsonElement[]> Open(Guid id) => [.. (await registry.Of(id).Get($"/api/organisations/{id}/attestation")).GetProperty("open").EnumerateArray()];

    async Task<string[]> Lint(Guid id) => [.. (await registry.Of(id).Get("/api/directory/lint")).Items().SelectMany(o => o.Texts("codes"))];
}
