using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Push;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Story;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.LeakWalk;

/// <summary>An advisory of the walk, and the words by which a trace of it would be known.</summary>
sealed record WalkItem(Guid Id, Tlp Tlp, string Audience, string Number, string Mark);

/// <summary>
/// A service with one advisory for each label and audience of the table, all in two versions, confirmed by whoever received them, and
/// then the directory changed. Planted: beside that, a confirmed row of each advisory in the mailboxes of those who never may see
/// it, so that an exit that leaves the question to the filling of inboxes would show it.
/// </summary>
sealed class Walk : IAsyncDisposable
{
    readonly DistributionFixture distribution = new();
    readonly ConcurrentDictionary<(string Organisation, string Role), HttpClient> clients = new();
    readonly ConcurrentDictionary<(string Organisation, string Role), Lazy<Task<LiveLine>>> lines = new();
    readonly ConcurrentDictionary<(string Exit, string Organisation, string Role), Lazy<Task<string>>> texts = new();
    readonly ConcurrentDictionary<string, ConcurrentBag<Guid>> pushed = new();

    Walk() => Table = new(distribution.Directory);

    public WalkTable Table { get; }

    public List<WalkItem> Items { get; } = [];

    public static async Task<Walk> Start(bool planted)
    {
        var walk = new Walk();
        await ((IAsyncLifetime)walk.distribution).InitializeAsync();
        await walk.Release();
        await walk.Change(planted);
        return walk;
    }

    public bool Pushed(string organisation, Guid advisory) => pushed.TryGetValue(organisation, out var ids) && ids.Contains(advisory);

    /// <summary>A line with the role, opened when it is first asked for.</summary>
    public Task<LiveLine> Line(string organisation, string role) =>
        lines.GetOrAdd((organisation, role), key => new(() => distribution.Line(Table.Ids[key.Organisation], _ => { }, role: key.Role))).Value;

    /// <summary>What is the same for every advisory is asked for once.</summary>
    public Task<string> Once(string exit, string organisation, string role, Func<Task<string>> ask) => texts.GetOrAdd((exit, organisation, role), _ => new(ask)).Value;

    public async Task<(int Status, string Body)> Ask(string organisation, string role, HttpMethod method, string path, object? body = null, string accept = "application/json")
    {
        var http = clients.GetOrAdd((organisation, role), key => distribution.Http(key.Role, Table.Ids[key.Organisation]));
        using var request = new HttpRequestMessage(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        request.Headers.Accept.ParseAdd(accept);
        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines.Values) await (await line.Value).DisposeAsync();
        await ((IAsyncLifetime)distribution).DisposeAsync();
    }

    async Task Release()
    {
        foreach (var group in Table.Added) await distribution.Hears(group);
        foreach (var ceptoar in new[] { "telecom", "aviation" })
        {
            await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"insert into relay_rule (ceptoar, hop, mode, after_minutes) select {ceptoar}, hop, 'automatic', 0 from unnest(array['secretariat', 'members', 'secondHop']) as hop"));
        }

        foreach (var (name, id) in Table.Ids.Where(o => o.Key is not WalkTable.Joiner))
        {
            var heard = pushed[name] = [];
            lines[(name, "push")] = new(() => distribution.Line(id, hint => heard.Add(hint.AdvisoryId)));
            await lines[(name, "push")].Value;
        }

        foreach (var tlp in WalkTable.Tlps)
        {
            foreach (var (audience, groups) in Table.Audiences)
            {
                var mark = $"印{Items.Count:000}号";
                var flash = distribution.Flash(tlp, audience: groups);
                var id = await distribution.Released(flash);
                await distribution.Hears(DistributionFixture.Narrative(flash, "件名" + mark, "本文" + mark));
                await Keep(id, tlp, audience, mark);
            }

            // RED that a person writes goes to people, who have mailboxes of their own: PeopleTests
            foreach (var (audience, template, groups) in tlp == Tlp.Red ? [] : Table.Written)
            {
                var mark = $"印{Items.Count:000}号";
                var id = await distribution.Drafted(distribution.Alert(("template", template), ("urgency", "normal"), ("tlp", tlp.Label()), ("audience", groups), ("title", new { ja = "件名" + mark }), ("body", "本文" + mark)));
                await distribution.Release(id);
                if (tlp == Tlp.Clear) await distribution.Release(id, role: Role.Approver);
                await Keep(id, tlp, audience, mark);
            }
        }
    }

    /// <summary>Notes an item that is out, attaches a file, and has it confirmed by whoever should have received it.</summary>
    async Task Keep(Guid id, Tlp tlp, string audience, string mark)
    {
        await Attach(id, mark);
        Items.Add(new(id, tlp, audience, (await distribution.Advisory(id)).Number, mark));
        foreach (var organisation in Table.Before.Keys.Where(o => Table.Received(tlp, audience, o)))
        {
            Assert.True((await distribution.Receipt(id, Table.Ids[organisation], "confirmed")).IsSuccessStatusCode, $"{tlp} {audience} {organisation}");
        }
    }

    /// <summary>A file under the advisory's own id.</summary>
    Task<int> Attach(Guid id, string mark) => distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
        $$"""
        with file as (insert into advisory_attachment (id, advisory_id, bytes) values ({{id}}, {{id}}, convert_to({{mark}}, 'UTF8')))
        update advisory set content = content || jsonb_build_object('attachments', jsonb_build_array(jsonb_build_object('id', {{id}}, 'name', {{mark}} || '.txt', 'size', 1, 'sha256', ''))) where id = {{id}}
        """));

    async Task Change(bool planted)
    {
        await AllPushed();
        foreach (var organisation in Table.After.Values) await distribution.Hears(organisation);
        if (planted) await Plant();

        // an advisory for everyone there is, behind all that was before: once it is heard, so would be the rest
        var everyone = Fake.Group() with { Kind = "named", Ceptoars = [], Kinds = ["operator", "secretariat", "ministry", "centre"] };
        await distribution.Hears(everyone);
        var last = await distribution.Released(distribution.Flash(Tlp.Clear, audience: [everyone.GroupId]));
        await DistributionFixture.Until(() => Task.FromResult(pushed.Where(p => p.Key is not ("leaver" or "stranger")).All(p => p.Value.Contains(last))), "Not everyone heard the last advisory.");
    }

    Task AllPushed() => DistributionFixture.Until(
        () => Task.FromResult(Items.All(i => Table.Before.Keys.All(o => !Table.Received(i.Tlp, i.Audience, o) || Pushed(o, i.Id)))), "Not every advisory was pushed.");

    async Task Plant()
    {
        Guid[] outsiders = [.. Table.Ids.Where(o => o.Key is not (WalkTable.Mover or WalkTable.Joiner)).Select(o => o.Value)];
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into inbox (mailbox_id, sequence, advisory_id, version, event, issued_at, confirmed_at)
            select o.id, coalesce((select max(sequence) from inbox i where i.mailbox_id = o.id), 0) + row_number() over (partition by o.id order by a.id), a.id, a.version, a.state, a.issued_at, now()
            from unnest({outsiders}) as o (id) cross join advisory a
            where not exists (select from inbox i where i.mailbox_id = o.id and i.advisory_id = a.id)
            """));
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
            $"insert into mailbox (id, last) select mailbox_id, max(sequence) from inbox group by mailbox_id on conflict (id) do update set last = excluded.last"));
        ((PushSignal)distribution.Services.GetService(typeof(PushSignal))!).Wake();
    }
}
