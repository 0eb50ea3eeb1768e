using Ceptoar.Contracts;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Intake;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Hosting.Tests.Bus;

/// <summary>A message is heard once, and all of it or nothing.</summary>
public class HeardOnceTests(ProbeFixture probe) : IClassFixture<ProbeFixture>
{
    [Fact]
    public async Task The_same_message_again_changes_nothing()
    {
        var (report, message) = (await probe.Submitted(), Guid.NewGuid());
        await probe.Hears(probe.Classified(report, Tlp.Green), message);

        await probe.Hears(probe.Classified(report, Tlp.Red, version: 2), message);

        Assert.Equal("GREEN", await probe.Sql<string>($"select original from report where id = '{report}'"));
        Assert.Equal(1, await probe.Sql<long>($"select count(*) from heard where message_id = '{message}'"));
    }

    [Fact]
    public async Task A_consumer_that_fails_leaves_no_half_work_and_hears_the_message_when_it_comes_again()
    {
        Guid good = Guid.Parse("00000000-0000-4000-8000-000000000001"), bad = Guid.Parse("00000000-0000-4000-8000-000000000002"), message = Guid.NewGuid();
        var heard = new AdvisoryReleased { AdvisoryId = Guid.NewGuid(), Version = 1, SourceIds = [good, bad], NarrativeSourceIds = [] };
        await probe.Run($"alter table released_source add constraint trouble check (source_id <> '{bad}')");

        await Assert.ThrowsAnyAsync<Exception>(() => probe.Hears(heard, message));

        Assert.Equal(0, await probe.Sql<long>($"select (select count(*) from released_source where source_id = '{good}') + (select count(*) from heard where message_id = '{message}')"));
        await probe.Run("alter table released_source drop constraint trouble");
        await probe.Services.GetRequiredService<IBusControl>().Publish(heard, context => context.MessageId = message);
        await ProbeFixture.Until(async () => await probe.Sql<long>($"select count(*) from released_source where advisory_id = '{heard.AdvisoryId}'") == 2, "It was not heard again.");
    }

    [Theory]
    [InlineData(3, "P0001")]
    [InlineData(9, "57P03")] // more often than any other failure is tried: the server is starting
    public async Task A_failure_that_passes_is_tried_again(int tries, string sqlState)
    {
        var heard = new AdvisoryReleased { AdvisoryId = Guid.NewGuid(), Version = 1, SourceIds = [Guid.NewGuid()], NarrativeSourceIds = [] };
        // fails, then lets it through: a sequence goes on even where the transaction is rolled back
        await probe.Run($"""
            create sequence tries_{tries};
            create function trouble_{tries}() returns trigger language plpgsql as
                $$ begin if nextval('tries_{tries}') < {tries} then raise exception 'trouble' using errcode = '{sqlState}'; end if; return new; end $$;
            create trigger trouble_{tries} before insert on released_source for each row when (new.advisory_id = '{heard.AdvisoryId}') execute function trouble_{tries}()
            """);

        var message = Guid.NewGuid();
        await Record.ExceptionAsync(() => probe.Hears(heard, message)); // the test's bus tells of each try that failed

        await ProbeFixture.Until(() => probe.Db<IntakeDb, bool>(db => db.Released.AnyAsync(s => s.AdvisoryId == heard.AdvisoryId)), "It was not tried again.");
        Assert.Equal(tries, await probe.Sql<long>($"select last_value from tries_{tries}"));
    }
}
