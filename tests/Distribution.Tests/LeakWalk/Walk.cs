using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Registry;
using Ceptoar.Distribution.Push;
using Ceptoar.Distribution.Tests.Channels;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Story;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.LeakWalk;

/// <summary>An advisory of the walk, and the words by which a trace of it would be known.</summary>
sealed record WalkItem(Guid Id, Tlp Tlp, string Audience, string Number, string Mark)
{
    public bool IsDrill => WalkTable.IsDrill(Audience);
}

/// <summary>
/// A service with one advisory for each label and audience of the table, those made from reports in two versions, confirmed by whoever
/// received them but for those that stay silent, and then the directory changed. Planted: beside that, such a row of each advisory in the
/// mailboxes of those who never may see it, so that an exit that leaves the question to the filling of inboxes would show it.
/// </summary>
sealed class Walk : IAsyncDisposable
{
    readonly WalkFixture distribution = new();
    readonly ConcurrentDictionary<(string Organisation, string Role), HttpClient> clients = new();
    readonly ConcurrentDictionary<(string Organisation, string Role), Lazy<Task<LiveLine>>> lines = new();
    readonly ConcurrentDictionary<(string Exit, string Organisation, string Role), Lazy<Task<string>>> texts = new();
    readonly ConcurrentDictionary<string, ConcurrentBag<Heard>> pushed = new();
    readonly ConcurrentDictionary<(string Organisation, Guid Advisory), bool> toldReach = new();
    readonly string domain = $"{Guid.NewGuid():N}.example";
    ILookup<(string Channel, string Organisation), string> left = Array.Empty<string>().ToLookup(_ => ("", ""));

    Walk() => Table = new(distribution.Directory);

    public WalkTable Table { get; }

    public List<WalkItem> Items { get; } = [];

    /// <summary>The operators of the small directory that stand in no column, for they fare as those that do.</summary>
    public IEnumerable<Guid> Others => distribution.Everyone.Except(Table.Ids.Values);

    /// <param name="planted">Whether rows are planted.</param>
    /// <param name="opened">Whether the decision who may see is taken away, as it would be if nobody were asked.</param>
    public static async Task<Walk> Start(bool planted, bool opened = false)
    {
        var walk = new Walk();
        await ((IAsyncLifetime)walk.distribution).InitializeAsync();
        await walk.Release();
        await walk.Watch();
        await walk.Change(planted, opened);
        await walk.CountAnew();
        await walk.Remind();
        await walk.Reopen();
        await walk.Leave();
        return walk;
    }

    public bool Pushed(string organisation, WalkItem item) => Hinted(organisation, item, reminder: false);

    public bool Reminded(string organisation, WalkItem item) => Hinted(organisation, item, reminder: true);

    public bool ToldReach(string organisation, WalkItem item) => toldReach.ContainsKey((organisation, item.Id));

    /// <exception cref="InvalidOperationException">A hint of a drill does not say so, or one of what is live does.</exception>
    bool Hinted(string organisation, WalkItem item, bool reminder)
    {
        var heard = pushed.GetValueOrDefault(organisation)?.Where(h => h.AdvisoryId == item.Id && h.Reminder == reminder).ToArray() ?? [];
        return heard.All(h => h.Drill == item.IsDrill) ? heard.Length > 0 : throw new InvalidOperationException($"push: {item.Audience} is {(item.IsDrill ? "not " : "")}marked as a drill");
    }

    /// <summary>Whether something of an item left to an organisation by a channel; with what it says as its label lets, and no more.</summary>
    public bool Left(string channel, string organisation, WalkItem item) => left[(channel, organisation)].FirstOrDefault(text => text.Contains(item.Number, StringComparison.Ordinal) || text.Contains(item.Mark, StringComparison.Ordinal)) is { } found && AsItsLabelLets(channel, item, found);

    /// <returns>True.</returns>
    /// <exception cref="InvalidOperationException">Content where a pointer alone may leave, or none where it should.</exception>
    public static bool AsItsLabelLets(string channel, WalkItem item, string text) => text.Contains(item.Mark, StringComparison.Ordinal) == WalkTable.LeavesWithContent(item.Tlp)
        ? SaysWhatItIs(channel, item, text)
        : throw new InvalidOperationException($"{channel}: content of {item.Tlp.Label()} to {item.Audience} should{(WalkTable.LeavesWithContent(item.Tlp) ? "" : " not")} leave");

    /// <exception cref="InvalidOperationException">A drill without its mark before its number, or something live with it.</exception>
    static bool SaysWhatItIs(string channel, WalkItem item, string text) => (channel switch
    {
        "webhook" => text.Contains("\"drill\":true", StringComparison.Ordinal),
        "short message" => text.Contains("【訓練】", StringComparison.Ordinal),
        _ => System.Text.RegularExpressions.Regex.IsMatch(text, $"【訓練】(【至急】)?(\\[TLP:[A-Z+]+\\] )?{item.Number}", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
    }) == item.IsDrill
        ? true
        : throw new InvalidOperationException($"{channel}: {item.Audience} is {(item.IsDrill ? "not " : "")}marked as a drill");

    /// <summary>From now on whoever is signed in has every role, as it would be if no role were looked at.</summary>
    public void GiveEveryRole()
    {
        distribution.Roles.GivesAll = true;
        texts.Clear();
    }

    /// <summary>A line with the role, opened when it is first asked for.</summary>
    public Task<LiveLine> Line(string organisation, string role) =>
        lines.GetOrAdd((organisation, distribution.Roles.GivesAll ? "every role, and " + role : role), key => new(() => distribution.Line(Table.Ids[key.Organisation], _ => { }, role: role))).Value;

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
        await distribution.Hears(Table.Before["utility"]);
        foreach (var group in Table.Added) await distribution.Hears(group);
        foreach (var ceptoar in new[] { "telecom", "aviation" })
        {
            await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"insert into relay_rule (ceptoar, hop, mode, after_minutes) select {ceptoar}, hop, 'automatic', 0 from unnest(array['secretariat', 'members', 'secondHop']) as hop"));
        }

        foreach (var (name, id) in Table.Ids.Where(o => o.Key is not WalkTable.Joiner))
        {
            var heard = pushed[name] = [];
            lines[(name, "push")] = new(() => distribution.Line(id, heard.Add));
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

            foreach (var (name, isAnswer, ceptoar, takePart, withoutLiaison) in Table.Drilled.Where(d => WalkTable.GoesOut(tlp, d.IsAnswer)))
            {
                var mark = $"印{Items.Count:000}号";
                await Keep(await Drill(tlp, isAnswer, ceptoar, takePart, withoutLiaison, mark), tlp, name, mark);
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

    /// <summary>The mock advisory of a drill of its own, or an answer to one.</summary>
    async Task<Guid> Drill(Tlp tlp, bool isAnswer, string ceptoar, Guid[] takePart, bool withoutLiaison, string mark)
    {
        var drill = Guid.NewGuid();
        await distribution.Hears(DistributionFixture.Drill(drill, takePart) with { Ceptoar = ceptoar });
        if (!isAnswer)
        {
            await distribution.Hears(distribution.Mock(drill, takePart, tlp, "件名" + mark) with { Ceptoar = ceptoar, Body = "本文" + mark, Urgency = "normal", WithoutLiaison = withoutLiaison });
            return drill;
        }

        var flash = distribution.Flash(tlp, audience: Table.Audiences[ceptoar]) with { DrillId = drill };
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, "件名" + mark, "本文" + mark) with { DrillId = drill });
        return id;
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

    async Task Change(bool planted, bool opened)
    {
        await AllPushed();
        foreach (var organisation in Table.After.Values) await distribution.Hears(organisation);
        await distribution.Hears(Table.Closing);
        if (opened) await Open();
        if (planted) await Plant();

        // an advisory for everyone there is, behind all that was before: once it is heard, so would be the rest
        var everyone = Fake.Group() with { Kind = "named", Ceptoars = [], Kinds = ["operator", "secretariat", "ministry", "centre"] };
        await distribution.Hears(everyone);
        var last = await distribution.Released(distribution.Flash(Tlp.Clear, audience: [everyone.GroupId]));
        await DistributionFixture.Until(() => Task.FromResult(pushed.Where(p => p.Key is not ("leaver" or "stranger")).All(p => p.Value.Any(h => h.AdvisoryId == last))), "Not everyone heard the last advisory.");
    }

    /// <summary>Looks at the boards that an organisation may see before the directory changes.</summary>
    async Task Watch()
    {
        foreach (var (name, id) in Table.Ids.Where(o => o.Key is not WalkTable.Joiner))
        {
            var line = await distribution.Line(id, _ => { }, (method, told) => toldReach[(name, told.GetProperty("advisoryId").GetGuid())] = method == "reachChanged", Role.Secretariat);
            lines[(name, "board")] = new(() => Task.FromResult(line));
            foreach (var item in Items.Where(i => WalkTable.IsWatched(i.Tlp, i.Audience))) await line.Call("WatchReach", [item.Id], CancellationToken.None);
        }
    }

    /// <summary>Lets every count change once the directory has changed.</summary>
    async Task CountAnew()
    {
        // what was told until then, those who looked might see
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        toldReach.Clear();
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"update inbox set confirmed_at = null"));
        var watched = Items.Where(i => WalkTable.IsWatched(i.Tlp, i.Audience)).ToArray();
        await DistributionFixture.Until(
            () => Task.FromResult(watched.All(i => Table.Before.Keys.All(o => !(Table.Sees(i.Tlp, i.Audience, o) || Table.Wrote(i.Tlp, i.Audience, o)) || ToldReach(o, i)))), "Not everyone was told how the counts changed.");
    }

    /// <summary>Reminds every mailbox in which an item lies, all being silent, and has them confirm again.</summary>
    async Task Remind()
    {
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into reminder (press, advisory_id, version, recipient_id, reminded_by, reminded_at)
            select a.id, a.id, a.version, i.mailbox_id, a.id, now() - interval '1 day' from inbox i join advisory a on a.id = i.advisory_id and a.version = i.version
            """));
        foreach (var item in Items) await distribution.Hears(new RecipientsReminded { Press = item.Id });
        await DistributionFixture.Until(
            () => Task.FromResult(Items.All(i => Table.Ids.Keys.All(o => !Table.Sees(i.Tlp, i.Audience, o) || Reminded(o, i)))), "Not everyone was reminded.");
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync($"update inbox set confirmed_at = now()"));
    }

    /// <summary>
    /// Has everything that was handed down wait again, for good; a question of the operator's under each item; and of each recipient an answer, a call, and of some items no
    /// receipt. Whoever may not see an item has a hop of it that waits, too.
    /// </summary>
    async Task Reopen()
    {
        var strayed = (
            from item in Items
            where item.Audience.StartsWith("alert:", StringComparison.Ordinal) || item.Audience.StartsWith("drill:", StringComparison.Ordinal)
            from organisation in Table.Ids
            where !Table.Sees(item.Tlp, item.Audience, organisation.Key)
            select (Item: item.Id, Organisation: organisation)).ToArray();
        Guid[] items = [.. Items.Select(i => i.Id)], strayedItems = [.. strayed.Select(s => s.Item)], bodies = [.. strayed.Select(s => s.Organisation.Value)];
        var received = (from item in Items from organisation in Table.Ids where Table.Received(item.Tlp, item.Audience, organisation.Key) select (Item: item.Id, Organisation: organisation.Value)).ToArray();
        Guid[] receivedItems = [.. received.Select(r => r.Item)], receivedBy = [.. received.Select(r => r.Organisation)], silent = [.. Items.Where(i => WalkTable.IsSilent(i.Tlp)).Select(i => i.Id)];
        string[] ceptoars = [.. strayed.Select(s => "strayed to " + s.Organisation.Key)];
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            update relay_rule set mode = 'manual';
            insert into relay_rule (ceptoar, hop, mode, after_minutes) select distinct c, 'members', 'manual', 0 from unnest({ceptoars}) as c;
            update relay_hop set relayed_at = null;
            insert into relay_hop (advisory_id, name, ceptoar, body, opened_at, reached)
            select item, 'members', ceptoar, body, now(), array[]::uuid[] from unnest({strayedItems}, {ceptoars}, {bodies}) as s (item, ceptoar, body);
            insert into question (id, advisory_id, mailbox_id, text, asked_at) select id, id, {Table.Ids["operator"]}, 'どの製品ですか。', now() from unnest({items}) as id;
            insert into answer (advisory_id, version, mailbox_id, affected, answered_at)
            select a.id, a.version, r.organisation, 'no', now() from unnest({receivedItems}, {receivedBy}) as r (item, organisation) join advisory a on a.id = r.item;
            insert into call (advisory_id, version, recipient_id, called_by, channel, reached, by, called_at)
            select a.id, a.version, r.organisation, a.id, 'telephone', false, '当番', now() from unnest({receivedItems}, {receivedBy}) as r (item, organisation) join advisory a on a.id = r.item;
            update inbox set confirmed_at = null where advisory_id = any({silent})
            """));
    }

    /// <summary>
    /// Has each item sent to whoever should get it by every channel, and to a third of those who should not; and every item to everyone as a line
    /// of the mail of the day.
    /// </summary>
    async Task Leave()
    {
        var people = Table.Ids.Keys.ToDictionary(name => name, _ => Guid.NewGuid());
        foreach (var (name, id) in Table.Ids)
        {
            await distribution.Reached(id, new()
            {
                Desk = new(null, null, $"desk.{name}@{domain}"),
                People = [new ContactPerson(people[name], name, $"person.{name}@{domain}")],
                Channels = [new(2, "sms", "+" + name, null, false)],
                Webhook = new($"{distribution.Receiver.Url}/{name}", "whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0"),
            });
        }

        Guid[] items = [.. Items.Select(i => i.Id)], organisations = [.. Table.Ids.Values], persons = [.. Table.Ids.Keys.Select(n => people[n])];
        var random = new Random(20261122);
        var posted = (from item in Items from organisation in Table.Ids where Table.Sees(item.Tlp, item.Audience, organisation.Key) || random.Next(3) == 0 select (Item: item.Id, Organisation: organisation.Value)).ToArray();
        Guid[] postedItems = [.. posted.Select(p => p.Item)], postedTo = [.. posted.Select(p => p.Organisation)];
        string[] channels = ["mail", "webhook", "sms"], contacts = ["desk", "webhook", "channel:2"];
        var now = distribution.Clock.GetUtcNow();
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            with people as (insert into subscription (person_id, organisation_id, enabled, filter, mode, seen, changed_at) select person, organisation, false, jsonb_build_object(), 'digest', 0, {now} from unnest({persons}, {organisations}) as p (person, organisation) returning person_id, organisation_id),
                 digests as (
                   insert into dispatch (advisory_id, version, mailbox_id, channel, purpose, contact, posted_at, due_at)
                   select {items[0]}, 1, organisation_id, 'mail', 'digest', 'person:' || person_id, {now}, {now} from people returning id, mailbox_id),
                 lines as (
                   insert into digest_line (person_id, advisory_id, version, matched_at, dispatch_id)
                   select p.person_id, a.id, a.version, {now}, d.id from people p join digests d on d.mailbox_id = p.organisation_id cross join advisory a where a.id = any({items}))
            insert into dispatch (advisory_id, version, mailbox_id, channel, purpose, contact, posted_at, due_at)
            select a.id, a.version, p.organisation, c.channel, 'executive', c.contact, {now}, {now}
            from unnest({postedItems}, {postedTo}) as p (item, organisation) join advisory a on a.id = p.item cross join unnest({channels}, {contacts}) as c (channel, contact)
            """));

        var end = DateTimeOffset.UtcNow + TimeSpan.FromMinutes(4);
        while (await distribution.Db<DistributionDb, bool>(db => db.Dispatches.AnyAsync(d => d.State == "waiting")))
        {
            Assert.True(DateTimeOffset.UtcNow < end, "Not everything was sent.");
            await Task.Delay(200);
        }

        Assert.Empty(await distribution.Db<DistributionDb, string[]>(db => db.Dispatches.Where(d => d.State != "sent" && d.State != "dropped").Select(d => d.State).Distinct().ToArrayAsync()));
        left = TestMail.Box.All().Where(m => m.RcptTo.EndsWith(domain, StringComparison.Ordinal))
            .Select(m => (Channel: m.RcptTo.StartsWith("desk.", StringComparison.Ordinal) ? "mail" : "digest", Organisation: m.RcptTo.Split('.', '@')[1], Text: $"{m.Subject}\n{m.Text}\n{m.Html}\n{m.Raw}"))
            .Concat(distribution.Receiver.All.Select(p => (
                Channel: p.Path == "/sms" ? "short message" : "webhook", Organisation: p.Path == "/sms" ? p.Json.GetProperty("to").GetString()![1..] : p.Path[1..], Text: string.Join('\n', p.Head.Values) + System.Text.Encoding.UTF8.GetString(p.Body))))
            .ToLookup(l => (l.Channel, l.Organisation), l => l.Text);
    }

    /// <summary>Every group has everyone who is, everything is CLEAR, in drills all take part, and of the drafts those of hotline messages are another's.</summary>
    async Task Open()
    {
        await distribution.Hears(Table.After["leaver"] with { Version = 3, Active = true });
        await distribution.Hears(Fake.Organisation() with { OrganisationId = Table.Ids["stranger"], Ceptoars = [] });
        foreach (var group in distribution.Directory.Groups.Concat(Table.Added).Append(Fake.Group() with { Kind = "workingGroup", GroupId = Table.Audiences["unknown"][0] }))
        {
            await distribution.Hears(group with { Version = 3, Kinds = ["operator", "secretariat", "ministry", "centre"], Except = null, WithoutMinistries = false, Closed = false });
        }

        Guid[] everyone = [.. Table.Ids.Values];
        await distribution.Db<DistributionDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            update advisory set tlp = 'CLEAR', participants = case when drill then {everyone} end;
            update draft set author = {Table.Ids["flyer"]} where content->>'kind' = 'hotline'
            """));
    }

    Task AllPushed() => DistributionFixture.Until(
        () => Task.FromResult(Items.All(i => Table.Before.Keys.All(o => !Table.Received(i.Tlp, i.Audience, o) || Pushed(o, i)))), "Not every advisory was pushed.");

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
