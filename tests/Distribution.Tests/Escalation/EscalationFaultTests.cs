using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Escalation;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ceptoar.Distribution.Tests.Escalation;

/// <summary>Whatever dies, waits or stands back: each step of each silent recipient is done once.</summary>
public class EscalationFaultTests(EscalationFixture distribution) : IClassFixture<EscalationFixture>
{
    static readonly TimeSpan Wait = EscalationFixture.Urgent;

    [Fact]
    public async Task Timers_survive_a_restart_and_what_was_missed_is_done_once()
    {
        var (id, member) = (await distribution.Released(distribution.Flash()), distribution.Directory.Telecom[5].OrganisationId);
        await distribution.Pass(TimeSpan.FromMinutes(1));
        var due = (await distribution.Silence(id, member))!.DueAt;

        await distribution.Restart();
        Assert.Equal(due, (await distribution.Silence(id, member))!.DueAt);
        distribution.Clock.Advance(TimeSpan.FromHours(7)); // it was down for longer than the whole plan takes
        await distribution.Restart();
        await DistributionFixture.Until(async () => (await distribution.Steps(id)).Length == 7, "A service that starts does not do what is due.");
        await distribution.Worker().Escalate(CancellationToken.None);

        Assert.Equal(["reminder reminded"], await distribution.Steps(id, member));
        await distribution.Pass(Wait);
        Assert.Equal(["reminder reminded", "onDuty noContact", "deputy noContact", "callList callList"], await distribution.Steps(id, member));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_only_waits()
    {
        var id = await distribution.Released(distribution.Flash());
        await distribution.Pass(Wait);
        distribution.Clock.Advance(-TimeSpan.FromHours(2));
        for (var i = 0; i < 3; i++) await distribution.Pass(Wait);
        Assert.Equal(7, (await distribution.Steps(id)).Length);

        distribution.Clock.Advance(TimeSpan.FromHours(2));
        await distribution.Pass(TimeSpan.Zero);

        Assert.All((await distribution.Steps(id)).GroupBy(s => s.MailboxId), steps => Assert.Equal(1, steps.Count(s => s.Kind == "callList")));
    }

    [Fact]
    public async Task A_service_that_is_killed_in_the_middle_of_a_thousand_silent_recipients_skips_and_doubles_no_step()
    {
        var (id, silent) = await Silent(1_000, "rail", knownBy: i => i % 3 == 0 ? null : distribution.Sheet($"rail-{i}.example"));
        await using var other = distribution.Another();
        var random = new Random(20261122);
        for (var round = 0; round < 8; round++)
        {
            distribution.Clock.Advance(Wait);
            // two instances at work are killed at any moment, and start again
            for (var kill = 0; kill < 3; kill++)
            {
                using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, 150)));
                await Task.WhenAll(Killed(distribution.Worker(), end.Token), Killed(distribution.Worker(other.Services), end.Token));
            }

            await Task.WhenAll(distribution.Worker().Escalate(CancellationToken.None), distribution.Worker(other.Services).Escalate(CancellationToken.None));
            await distribution.Worker().Escalate(CancellationToken.None); // what the other one held when this one looked
        }

        var steps = (await distribution.Steps(id)).ToLookup(s => s.MailboxId);
        var posted = (await distribution.Dispatches(id)).Where(d => d.Purpose == "escalation").ToLookup(d => d.MailboxId);
        var reminders = await distribution.Db<DistributionDb, Guid[]>(db => db.Reminders.Where(r => r.AdvisoryId == id).Select(r => r.RecipientId).ToArrayAsync());
        Assert.Equal(silent.Order(), steps.Select(s => s.Key).Order());
        Assert.Equal(silent.Order(), reminders.Order());
        foreach (var (mailbox, i) in silent.Select((m, i) => (m, i)))
        {
            string[] expected = i % 3 == 0 ? ["reminder", "onDuty", "deputy", "callList"] : ["reminder", "onDuty", "deputy", "channel:2", "channel:3", "callList"];
            Assert.Equal(expected, steps[mailbox].Select(s => s.Kind == "channel" ? s.Contact : s.Kind));
            Assert.Equal(Enumerable.Range(1, expected.Length), steps[mailbox].Select(s => s.Step));
            Assert.Equal(steps[mailbox].Where(s => s.Outcome == EscalationStep.Posted).Select(s => s.Step), posted[mailbox].Select(d => d.Step));
            // a step is done at its time, never before
            Assert.All(steps[mailbox].Zip(steps[mailbox].Skip(1)).Where(p => p.First.Outcome is EscalationStep.Posted or EscalationStep.Reminded), p => Assert.True(p.Second.At - p.First.At >= Wait));
        }
    }

    [Fact]
    public async Task Five_thousand_silent_at_once_while_a_thousand_of_them_confirm_lock_nobody_out()
    {
        var (id, silent) = await Silent(5_000, "banks", knownBy: null);
        await using var other = distribution.Another();
        distribution.Clock.Advance(Wait);

        var receipts = distribution.Services.GetRequiredService<Receipts>();
        var confirmed = silent.Where((_, i) => i % 5 == 0).ToArray();
        var confirming = Task.WhenAll(confirmed.Chunk(100).Select(async some =>
        {
            foreach (var one in some) await receipts.Take(one, id, "confirmed", comment: null, Guid.NewGuid(), CancellationToken.None);
        }));
        await Task.WhenAll(distribution.Worker().Escalate(CancellationToken.None), distribution.Worker(other.Services).Escalate(CancellationToken.None), confirming);
        await distribution.Worker().Escalate(CancellationToken.None);
        distribution.Clock.Advance(Wait);
        await Task.WhenAll(distribution.Worker().Escalate(CancellationToken.None), distribution.Worker(other.Services).Escalate(CancellationToken.None));

        var steps = (await distribution.Steps(id)).ToLookup(s => s.MailboxId);
        Assert.All(silent.Except(confirmed), m => Assert.Equal("reminder onDuty deputy callList", string.Join(' ', steps[m].Select(s => s.Kind))));
        Assert.All(confirmed, m => Assert.InRange(steps[m].Count(), 0, 1));
        Assert.Equal(4_000, (await distribution.Silences(id)).Length);
        Assert.DoesNotContain(await distribution.Silences(id), s => s.DueAt is not null);
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_opened_holds_nobody_else_up()
    {
        var (broken, known) = (distribution.Directory.Telecom[0].OrganisationId, distribution.Directory.Telecom[1].OrganisationId);
        await distribution.Knows((broken, distribution.Sheet()), (known, distribution.Sheet("wakaba.example")));
        await distribution.Db<DistributionDb, int>(db => db.Contacts.Where(c => c.OrganisationId == broken).ExecuteUpdateAsync(c => c.SetProperty(k => k.Sealed, k => "AAAA" + k.Sealed)));
        var id = await distribution.Released(distribution.Flash());
        await distribution.Pass(Wait);

        await distribution.Pass(Wait);

        Assert.Equal("callList callList", (await distribution.Steps(id, broken))[^1]);
        Assert.Equal("onDuty posted", (await distribution.Steps(id, known))[^1]);
    }

    /// <summary>An advisory about which so many are silent, laid down and not due yet.</summary>
    async Task<(Guid Id, Guid[] Silent)> Silent(int count, string ceptoar, Func<int, ContactSheet?>? knownBy)
    {
        var members = Enumerable.Range(0, count).Select(_ => Fake.Organisation(ceptoar, ceptoar)).ToArray();
        var group = Fake.Group(ceptoar);
        await distribution.Hears(new OrganisationsPage { Organisations = members });
        await distribution.Hears(group);
        if (knownBy is not null) await distribution.Knows([.. members.Select((m, i) => (m.OrganisationId, Sheet: knownBy(i))).Where(k => k.Sheet is not null).Select(k => (k.OrganisationId, k.Sheet!))]);
        var id = await distribution.Released(distribution.Flash(audience: [group.GroupId]));
        await distribution.Worker().Lay(CancellationToken.None);
        Assert.Equal(count, (await distribution.Silences(id)).Length);
        return (id, [.. members.Select(m => m.OrganisationId)]);
    }

    static async Task Killed(EscalateDue worker, CancellationToken end)
    {
        try
        {
            await worker.Escalate(end);
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException or DbUpdateException && end.IsCancellationRequested)
        {
            // as if its process had gone: what was not committed is undone
        }
    }
}
