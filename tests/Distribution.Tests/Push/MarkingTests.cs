using System.Collections.Concurrent;
using System.Data.Common;
using Ceptoar.Story;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ceptoar.Distribution.Tests.Push;

/// <summary>What was hinted counts as pushed, though the database was away when it was to be marked.</summary>
public class MarkingTests(MarkingTests.Fixture distribution) : IClassFixture<MarkingTests.Fixture>
{
    public sealed class Fixture : DistributionFixture
    {
        public FailingMarks Marks { get; } = new();

        protected override void Replace(IServiceCollection services) => services.ConfigureDbContext<DistributionDb>(options => options.AddInterceptors(Marks));
    }

    public sealed class FailingMarks : DbCommandInterceptor
    {
        int failed;

        public int Fail { get; set; }

        public int Failed => failed;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains("set pushed_at = now()", StringComparison.Ordinal) && Interlocked.Increment(ref failed) <= Fail ? throw new NpgsqlException("The database is away.") : ValueTask.FromResult(result);
    }

    [Fact]
    public async Task A_mark_that_failed_is_made_up_for()
    {
        var reader = distribution.Directory.Telecom[0].OrganisationId;
        var heard = new ConcurrentQueue<Heard>();
        await using var line = await distribution.Line(reader, heard.Enqueue);
        distribution.Marks.Fail = distribution.Marks.Failed + 2;

        var id = await distribution.Released(distribution.Flash());

        await DistributionFixture.Until(() => Task.FromResult(heard.Any(h => h.AdvisoryId == id)), "It was not hinted.");
        await DistributionFixture.Until(async () => (await distribution.Rows(id)).Single(r => r.MailboxId == reader).PushedAt is not null, "What was hinted still counts as queued.");
        Assert.True(distribution.Marks.Failed > distribution.Marks.Fail);
        Assert.Single(heard, h => h.AdvisoryId == id);
    }
}
