using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Tests;

public class PeopleMailTests(PeopleMailTests.Fixture registry) : IClassFixture<PeopleMailTests.Fixture>
{
    [Fact]
    public async Task Mail_waits_sealed_while_the_server_is_away()
    {
        var person = await Newcomer.Invited(registry, await registry.Operator("gas"), Role.Operator);

        await RegistryFixture.Until(async () => (await Waiting()) is { Attempts: > 0 }, "It was not tried.");
        await RegistryFixture.Until(async () => (await Waiting())!.DueAt > registry.Clock.GetUtcNow(), "It is not tried again later.");

        var row = await registry.Db<RegistryDb, string>(db => db.Database.SqlQuery<string>($"select to_jsonb(m)::text as \"Value\" from outgoing_mail m").SingleAsync());
        Assert.DoesNotContain(person.Email, row, StringComparison.Ordinal);
        Assert.DoesNotContain("invitation", row, StringComparison.Ordinal);
    }

    Task<OutgoingMail?> Waiting() => registry.Db<RegistryDb, OutgoingMail?>(db => db.Set<OutgoingMail>().AsNoTracking().SingleOrDefaultAsync());

    /// <summary>Nobody takes mail at this port.</summary>
    public sealed class Fixture : RegistryFixture
    {
        protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Smtp:Host"] = "127.0.0.1", ["Smtp:Port"] = "1" };
    }
}
