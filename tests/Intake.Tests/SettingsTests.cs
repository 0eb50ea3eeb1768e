using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Identity;
using Ceptoar.Intake.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ceptoar.Intake.Tests;

/// <summary>A hub may show who reported, and that a report is withdrawn, for a shorter time.</summary>
public class SettingsTests(SettingsTests.Brief intake) : IClassFixture<SettingsTests.Brief>
{
    public class Brief : IntakeFixture
    {
        protected override Dictionary<string, string?> Settings => new() { ["Identity:OpenFor"] = "00:05:00", ["Withdrawal:VisibleFor"] = "00:00:00" };
    }

    [Fact]
    public async Task An_opening_lasts_as_long_as_it_is_set()
    {
        var identity = $"/api/reports/{(await intake.Submitted()).Id}/identity";
        var analyst = intake.Http(Role.Analyst, intake.Directory.Centre.OrganisationId);
        var asked = await (await analyst.PostAsJsonAsync(identity, new { reason = "至急の連絡を要する。" })).Content.ReadFromJsonAsync<JsonElement>();
        var approver = intake.Http(Role.Approver, intake.Directory.Centre.OrganisationId);
        (await approver.PostAsJsonAsync(identity + "/decision", new { opening = asked.GetProperty("id").GetGuid(), decision = "approve" })).EnsureSuccessStatusCode();

        intake.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync(identity)).StatusCode);
        intake.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Conflict, (await analyst.GetAsync(identity)).StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_report_may_be_forgotten_with_the_next_sweep()
    {
        var id = (await intake.Submitted()).Id;
        (await intake.Http(Role.Operator, intake.Reporter).PostAsync($"/api/reports/{id}/withdrawal", content: null)).EnsureSuccessStatusCode();
        Assert.NotNull(await intake.Read(id));

        await intake.Services.GetServices<IHostedService>().OfType<ForgetReporters>().Single().Sweep(CancellationToken.None);

        Assert.Null(await intake.Read(id));
    }
}

public class RefusedSettingsTests
{
    [Theory]
    [InlineData("Identity:OpenFor", "00:00:00")]
    [InlineData("Identity:OpenFor", "2.00:00:00")]
    [InlineData("Withdrawal:VisibleFor", "-00:00:01")]
    [InlineData("Withdrawal:VisibleFor", "31.00:00:00")]
    public void Intake_does_not_start_with_a_time_that_is_none_or_too_long(string key, string value)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[key] = value;
        builder.AddIdentity();
        builder.AddForgettingReporters();

        var refused = Assert.Throws<OptionsValidationException>(builder.Build().Services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }
}
