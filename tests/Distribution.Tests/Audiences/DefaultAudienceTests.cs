using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.Audiences;

/// <summary>To whom an advisory goes where its author names nobody.</summary>
public class DefaultAudienceTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task Is_the_CEPTOAR_of_its_sector_or_of_the_body_and_every_CEPTOAR_while_large_scale_mode_is_on()
    {
        var (telecom, aviation) = (distribution.Telecom, distribution.Directory.AviationGroup.GroupId);
        Guid[] both = [.. new[] { telecom, aviation }.Order()];

        Assert.Equal([telecom], await Usual(Role.Analyst, "ict"));
        Assert.Empty(await Usual(Role.Analyst, null));
        Assert.Equal([telecom], await Usual(Role.Secretariat, null));
        Assert.Equal([telecom], await Usual(Role.Liaison, null));

        await Switch(true);
        try
        {
            Assert.Equal(both, await Usual(Role.Analyst, "ict"));
            Assert.Equal(both, await Usual(Role.Analyst, null));
            Assert.Equal([telecom], await Usual(Role.Secretariat, null));
            Assert.Equal(both, await OfADraft());
        }
        finally
        {
            await Switch(false);
        }

        Assert.Equal([telecom], await Usual(Role.Analyst, "ict"));
        Assert.Empty(await Usual(Role.Analyst, null));
        Assert.Equal([telecom], await OfADraft("ict"));
        Assert.Empty(await OfADraft());
    }

    [Fact]
    public async Task The_centre_names_an_audience_or_a_sector()
    {
        var answer = await distribution.Release(await distribution.Drafted(distribution.Alert(("audience", null))));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("audience", out _));
    }

    /// <summary>The groups that a draft of the centre goes to which names none.</summary>
    async Task<Guid[]> OfADraft(string? sector = null)
    {
        var id = await distribution.Drafted(distribution.Alert(("audience", null), ("sector", sector)));
        var draft = (await distribution.Get($"/api/advisories/{id}/draft", distribution.BodyOf(Role.Analyst), Role.Analyst))!.Value;
        return [.. draft.GetProperty("audience").EnumerateArray().Select(g => g.GetGuid())];
    }

    async Task<Guid[]> Usual(string role, string? sector)
    {
        var view = (await distribution.Get("/api/advisories/default-audience" + (sector is null ? "" : "?sector=" + sector), distribution.BodyOf(role), role))!.Value;
        return [.. view.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("id").GetGuid())];
    }

    async Task Switch(bool on) =>
        Assert.Equal(HttpStatusCode.OK, (await distribution.Http(Role.Analyst, distribution.BodyOf(Role.Analyst)).PutAsJsonAsync("/api/large-scale-mode", new { on, reason = "試験" })).StatusCode);
}
