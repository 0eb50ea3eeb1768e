using System.Diagnostics;
using MassTransit;
using Npgsql;

namespace Ceptoar.Bench;

/// <summary>A message of the bare chain.</summary>
public record Step
{
    public required Guid Id { get; init; }
    public required string Text { get; init; }
}

/// <summary>
/// What four durable stages cost by themselves: one PostgreSQL transaction, then three times a quorum queue, a consumer and a
/// transaction, with the hub's own prefetch, confirms and fsync. Messages a second.
/// </summary>
public static class BareChain
{
    const int Stages = 4;

    public static async Task<double> Measure(string postgres, string broker, int messages)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres) { MaxPoolSize = 60 }.ConnectionString);
        await Run(database, "drop table if exists bare_step; create table bare_step (id uuid, stage int, body text, primary key (id, stage))");
        var (done, ended) = (0, new TaskCompletionSource());
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker), host => host.PublisherConfirmation = true);
            for (var stage = 2; stage <= Stages; stage++)
            {
                var (number, next) = (stage, new Uri($"exchange:bare-stage-{stage + 1}"));
                rabbit.ReceiveEndpoint($"bare-stage-{stage}", endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.PrefetchCount = 64;
                    endpoint.ConcurrentMessageLimit = 16;
                    endpoint.Handler<Step>(async context =>
                    {
                        await Keep(database, context.Message, number);
                        if (number < Stages) await (await context.GetSendEndpoint(next)).Send(context.Message);
                        else if (Interlocked.Increment(ref done) == messages) ended.SetResult();
                    });
                });
            }
        });
        await bus.StartAsync();
        var began = Stopwatch.GetTimestamp();
        var first = await bus.GetSendEndpoint(new Uri("exchange:bare-stage-2"));
        await Parallel.ForEachAsync(Enumerable.Range(0, messages), new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (_, ct) =>
        {
            var step = new Step { Id = Guid.NewGuid(), Text = new string('x', 1000) };
            await Keep(database, step, stage: 1);
            await first.Send(step, ct);
        });
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(3));
        var rate = messages / Stopwatch.GetElapsedTime(began).TotalSeconds;
        await bus.StopAsync();
        await Run(database, "drop table bare_step");
        return rate;
    }

    static async Task Keep(NpgsqlDataSource database, Step step, int stage)
    {
        await using var command = database.CreateCommand("insert into bare_step (id, stage, body) values ($1, $2, $3)");
        command.Parameters.Add(new() { Value = step.Id });
        command.Parameters.Add(new() { Value = stage });
        command.Parameters.Add(new() { Value = step.Text });
        await command.ExecuteNonQueryAsync();
    }

    static async Task Run(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
