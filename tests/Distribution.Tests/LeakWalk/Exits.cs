using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.LeakWalk;

/// <summary>A way by which something of an advisory may reach someone.</summary>
/// <param name="Name">For the differences that are told.</param>
/// <param name="Roles">Who may use it at all; null: whoever is signed in.</param>
/// <param name="Shows">Whether it shows an organisation, in a role, anything of an item.</param>
sealed record Exit(string Name, string[]? Roles, Func<Walk, WalkItem, string, string, Task<bool>> Shows)
{
    /// <summary>The rows of the table of permissions that it goes by, as "GET /api/advisories", or the methods of the live line, as "hub CatchUp".</summary>
    public string[] Walks { get; init; } = [];

    /// <summary>Whether it shows what came while one was in the audience, as a push does.</summary>
    public bool AtRelease { get; init; }

    /// <summary>Whether it counts, and so knows nothing of drills.</summary>
    public bool WithoutDrills { get; init; }

    /// <summary>Whether it shows drafts, and so nothing to whom something came, but to the author's people what they wrote.</summary>
    public bool OfDrafts { get; init; }

    /// <summary>Of what may be seen it shows no more than this; null: all of it.</summary>
    public Func<WalkTable, WalkItem, string, string, bool>? ButOnly { get; init; }

    /// <summary>Whether no one is signed in to its mailbox, so that it shows nothing to anybody.</summary>
    public bool ToNobody { get; init; }

    /// <summary>Whether it should show an item, by the table written by hand.</summary>
    public bool Should(WalkTable table, WalkItem item, string organisation, string role)
    {
        if (ToNobody || (WithoutDrills && item.IsDrill) || ButOnly?.Invoke(table, item, organisation, role) == false) return false;
        if (AtRelease) return table.Received(item.Tlp, item.Audience, organisation);
        if (OfDrafts) return Roles!.Contains(role) && WalkTable.Drafted(item.Audience, organisation);

        return (Roles?.Contains(role) != false && table.Sees(item.Tlp, item.Audience, organisation)) || (ToAuthor?.Contains(role) == true && table.Wrote(item.Tlp, item.Audience, organisation));
    }

    /// <summary>As whom the author's people find by it what their organisation wrote; null where it shows a mailbox.</summary>
    public string[]? ToAuthor { get; init; }
}

/// <summary>All exits of the service. A new one is a line; those that change what others show stand last.</summary>
static class Exits
{
    static readonly string[] Relaying = [Role.Secretariat, Role.Liaison, Role.Analyst, Role.Approver];
    static readonly string[] Recalling = [Role.Secretariat, Role.Analyst, Role.Approver];
    static readonly string[] HandingDown = [Role.Secretariat, Role.Liaison];
    static readonly string[] Writing = [Role.Secretariat, Role.Liaison, Role.Analyst];

    public static IReadOnlyList<Exit> All { get; } =
    [
        new("push", null, (walk, item, organisation, _) => Task.FromResult(walk.Pushed(organisation, item))) { AtRelease = true },
        new("reminder push", null, (walk, item, organisation, _) => Task.FromResult(walk.Reminded(organisation, item))) { Walks = ["POST /api/advisories/{id}/reminders"] },
        new("reach push", null, (walk, item, organisation, _) => Task.FromResult(walk.ToldReach(organisation, item))) { ToAuthor = [.. Role.All], ButOnly = (_, item, _, _) => WalkTable.IsWatched(item.Tlp, item.Audience) },
        Item("read", "") with { ToAuthor = Relaying },
        Item("plain text", "", accept: "text/plain") with { ToAuthor = Relaying },
        Item("light HTML", "", accept: "text/html") with { ToAuthor = Relaying },
        Light("light page", "/light/advisories/{id}") with { ToAuthor = Relaying },
        new("light list", null, async (walk, item, organisation, role) => Traces(await walk.Once("light list", organisation, role, () => LightList(walk, organisation, role)), item)) { Walks = ["GET /light"] },
        List("list", "?limit=500"),
        List("list from the beginning", "?after=0&limit=500"),
        List("list of the person", "?mailbox=person&limit=500") with { ToNobody = true },
        List("list of the person from the beginning", "?mailbox=person&after=0&limit=500") with { ToNobody = true },
        new("count by label", null, async (walk, item, organisation, role) =>
        {
            var path = $"/api/advisories?limit=500&status=released&tlp={Uri.EscapeDataString(Contracts.TlpLabels.Label(item.Tlp))}";
            return Traces(await walk.Once(path, organisation, role, () => Body(walk, organisation, role, path)), item);
        }),
        new("search", null, async (walk, item, organisation, role) => Traces(await Body(walk, organisation, role, $"/api/advisories?limit=500&q={Uri.EscapeDataString(item.Mark)}"), item)),
        Item("attachment", "/attachments/{id}", row: "GET /api/advisories/{id}/attachments/{attachmentId}") with { ToAuthor = Relaying },
        new("catch-up", null, async (walk, item, organisation, role) => Hinted(await walk.Once("catch-up", organisation, role, () => CaughtUp(walk, organisation, role, "CatchUp")), item)) { Walks = ["hub CatchUp"] },
        new("catch-up of the person", null, async (walk, item, organisation, role) => Hinted(await walk.Once("catch-up of the person", organisation, role, () => CaughtUp(walk, organisation, role, "CatchUpOwn")), item))
        { Walks = ["hub CatchUpOwn"], ToNobody = true },
        // number and time of what one confirmed stay with it; what it was does not
        new("confirmations", null, async (walk, item, organisation, role) => Confirmed(await walk.Once("/api/receipts", organisation, role, () => Body(walk, organisation, role, "/api/receipts?limit=500")), item))
        { Walks = ["GET /api/receipts"], ButOnly = (_, item, _, _) => !WalkTable.IsSilent(item.Tlp) },
        new("confirmations of the person", null, async (walk, item, organisation, role) =>
            Confirmed(await walk.Once("confirmations of the person", organisation, role, () => Body(walk, organisation, role, "/api/receipts?mailbox=person&limit=500")), item)) { ToNobody = true },
        new("situation", [Role.Analyst, Role.Approver], async (walk, item, organisation, role) => Traces(await walk.Once("situation", organisation, role, () => Whatever(walk, organisation, role, "/api/situation")), item))
        { Walks = ["GET /api/situation"], ToAuthor = [Role.Analyst, Role.Approver], WithoutDrills = true },
        new("drafts", Relaying, async (walk, item, organisation, role) => Traces(await walk.Once("drafts", organisation, role, () => Whatever(walk, organisation, role, "/api/advisories/drafts?limit=500")), item))
        { Walks = ["GET /api/advisories/drafts"], OfDrafts = true },
        Item("draft", "/draft", Relaying) with { OfDrafts = true },
        Item("audience", "/audience", Relaying) with { OfDrafts = true },
        Naming("reach", "/reach", Relaying, ["silent"], (table, item, body, organisation, _) => table.MayName(item.Tlp, item.Audience, body, organisation) && WalkTable.IsSilent(item.Tlp) && table.Sees(item.Tlp, item.Audience, organisation)),
        Naming("calls", "/calls", Relaying, ["silent", "calls"], (table, item, body, organisation, _) => table.MayName(item.Tlp, item.Audience, body, organisation) && table.Received(item.Tlp, item.Audience, organisation)),
        // of planted rows something was sent, too
        Naming("escalation", "/escalation", Relaying, ["items"], (table, item, body, organisation, _) => table.MayName(item.Tlp, item.Audience, body, organisation) && table.Sees(item.Tlp, item.Audience, organisation),
            (table, item, body, organisation) => table.MayName(item.Tlp, item.Audience, body, organisation)),
        Item("call CSV", "/calls?format=csv", Relaying, accept: "text/csv", row: "GET /api/advisories/{id}/calls") with { ToAuthor = Relaying },
        new("sheet", null, async (walk, item, organisation, role) => await Asked("sheet", walk, item, organisation, role, HttpMethod.Get, "/api/advisories/{id}/sheet", accept: "text/html") is (true, var text) && Walk.AsItsLabelLets("sheet", item, text))
        { Walks = ["GET /api/advisories/{id}/sheet"], ToAuthor = Relaying },
        Leaves("mail"),
        Leaves("webhook"),
        Leaves("short message"),
        Leaves("digest"),
        new("reach board", Relaying, async (walk, item, organisation, role) =>
        {
            var line = await walk.Line(organisation, role);
            var counts = await line.Call("WatchReach", [item.Id], CancellationToken.None);
            await line.Call("UnwatchReach", [item.Id], CancellationToken.None);
            return counts.ValueKind == JsonValueKind.Object;
        }) { Walks = ["hub WatchReach"], ToAuthor = Relaying },
        Naming("answers", "/answers", null, ["items"], (table, item, body, organisation, role) => body == "centre" && Relaying.Contains(role) && table.Received(item.Tlp, item.Audience, organisation)),
        Naming("questions", "/questions", null, ["items"], (_, _, body, organisation, role) => organisation == "operator" && (body == "operator" || (body == "centre" && Relaying.Contains(role)))),
        Item("signature", "/signature") with { ToAuthor = Relaying },
        Item("relay", "/relay", HandingDown),
        new("relays", HandingDown, async (walk, item, organisation, role) => Traces(await walk.Once("relays", organisation, role, () => Whatever(walk, organisation, role, "/api/relays")), item))
        { Walks = ["GET /api/relays"], ButOnly = (table, item, organisation, _) => table.HandsDown(item.Tlp, item.Audience, organisation) },
        // what is wrong is told before anything is looked for, and so to everybody alike
        Item("a receipt that is none", "/receipts", body: new { state = "read" }) with { ToNobody = true },
        Item("an answer that is none", "/answers", body: new { }) with { ToNobody = true },
        Item("a question that is none", "/questions", body: new { }) with { ToNobody = true },
        Item("a call that is none", "/calls", body: new { }) with { ToNobody = true },
        Item("a recall without a reason", "/recall", body: new { }) with { ToNobody = true },
        Item("a release of no revision", "/release", body: new { }) with { ToNobody = true },
        Item("a version that says nothing", "/versions", body: new { }) with { ToNobody = true },
        // what another revision is asked for, and so is refused to those to whom the draft is there
        Item("change", "", Writing, body: new { revision = 99, template = "alert", tlp = "AMBER", title = new { ja = "件名" } }, method: HttpMethod.Put) with { OfDrafts = true },
        Item("version", "/versions", Writing, body: DistributionFixture.Correction(revision: 99)) with { OfDrafts = true },
        Item("release", "/release", Relaying, body: new { revision = 99 }) with { OfDrafts = true },
        new("acknowledge", null, async (walk, item, organisation, role) => (await (await walk.Line(organisation, role)).Acknowledge(item.Id, "opened"))) { Walks = ["hub Acknowledge"] },
        Light("light receipt", "/light/advisories/{id}/receipts", ("state", "opened")),
        Light("light answer", "/light/advisories/{id}/answers", ("affected", "no")),
        Item("receipt", "/receipts", body: new { state = "opened" }),
        Item("answer", "/answers", body: new { affected = "no" }),
        Item("question", "/questions", body: new { text = "同様の通信を見ましたか。" }),
        // the walk's questions are the operator's; beside it their author speaks in the thread, and the centre is told who does
        Item("reply", "/questions/{id}/replies", body: new { text = "はい。" }, row: "POST /api/advisories/{id}/questions/{questionId}/replies") with { ToAuthor = Relaying, ButOnly = (_, _, organisation, role) => organisation == "operator" || (organisation == "centre" && Relaying.Contains(role)) },
        new("call", Relaying, async (walk, item, organisation, role) =>
            (await Asked("call", walk, item, organisation, role, HttpMethod.Post, "/api/advisories/{id}/calls", new { organisationId = walk.Table.Ids["operator"], channel = "telephone", reached = true, by = "当番" })).Shown)
        { Walks = ["POST /api/advisories/{id}/calls"], ToAuthor = Relaying },
        Item("reminder", "/reminders", Relaying, body: new { }) with { ToAuthor = Relaying },
        // to one who has it already, so that what others see does not change
        new("handing down", HandingDown, async (walk, item, organisation, role) =>
            (await Asked("handing down", walk, item, organisation, role, HttpMethod.Post, "/api/advisories/{id}/relay", new { members = new[] { walk.Table.Ids["operator"] } })).Shown)
        { Walks = ["POST /api/advisories/{id}/relay"] },
        Item("recall", "/recall", Recalling, body: new { reason = "誤報" }) with { ToAuthor = Relaying },
        // the walk's files are of what is out, not of drafts
        Item("taking away a file", "/attachments/{id}", Writing, method: HttpMethod.Delete, row: "DELETE /api/advisories/{id}/attachments/{attachmentId}") with { ToNobody = true },
    ];

    /// <summary>What the service answers beside that, and why nothing of an advisory that is out can be in it.</summary>
    public static IReadOnlyDictionary<string, string> ShowNothing { get; } = new Dictionary<string, string>
    {
        ["POST /api/advisories"] = "makes a draft; there is nothing before it",
        ["GET /api/advisories/templates"] = "the same to all, of no advisory",
        ["GET /api/advisories/default-audience"] = "groups, before there is an advisory",
        ["POST /api/advisories/{id}/attachments"] = "takes a file; answers with the draft to whom changing it does",
        ["GET /.well-known/advisory-keys.json"] = "public keys",
        ["GET /api/relay-rules"] = "rules of CEPTOARs",
        ["PUT /api/relay-rules/{ceptoar}/{hop}"] = "rules of CEPTOARs",
        ["GET /api/escalation-rules"] = "rules of CEPTOARs",
        ["PUT /api/escalation-rules/{ceptoar}"] = "rules of CEPTOARs",
        ["GET /api/channels"] = "how channels stand, in counts of all that leaves",
        ["PUT /api/channels/{channel}"] = "how channels stand, in counts of all that leaves",
        ["POST /api/channels/bounces"] = "takes mail that came back, and says nothing of it",
        ["GET /api/large-scale-mode"] = "a switch of the centre",
        ["PUT /api/large-scale-mode"] = "a switch of the centre",
        ["GET /api/sharing-indicators"] = "months in counts, of whole CEPTOARs",
        ["GET /api/subscriptions"] = "one's own wishes",
        ["PUT /api/subscriptions"] = "one's own wishes",
        ["* /hubs/advisories"] = "the live line, whose methods stand for themselves",
        ["* /hubs/advisories/negotiate"] = "the beginning of a live line",
        ["hub UnwatchReach"] = "takes back one's own wish, and says nothing",
    };

    static Exit Item(string name, string path, string[]? roles = null, object? body = null, string accept = "application/json", HttpMethod? method = null, string? row = null)
    {
        var (verb, whole) = (method ?? (body is null ? HttpMethod.Get : HttpMethod.Post), "/api/advisories/{id}" + path);
        return new(name, roles, async (walk, item, organisation, role) => (await Asked(name, walk, item, organisation, role, verb, whole, body, accept)).Shown) { Walks = [row ?? $"{verb} {whole}"] };
    }

    /// <summary>What names organisations to those who see an item.</summary>
    /// <param name="name">Of the exit.</param>
    /// <param name="path">Behind the item's own.</param>
    /// <param name="roles">Who may use it; null: whoever is signed in.</param>
    /// <param name="lists">The lists in which it names them.</param>
    /// <param name="must">Whom it must name to an organisation, in a role.</param>
    /// <param name="may">Whom it may name beside them; null: nobody.</param>
    static Exit Naming(
        string name, string path, string[]? roles, string[] lists, Func<WalkTable, WalkItem, string, string, string, bool> must, Func<WalkTable, WalkItem, string, string, bool>? may = null) => new(name, roles, async (walk, item, organisation, role) =>
    {
        var (shown, text) = await Asked(name, walk, item, organisation, role, HttpMethod.Get, "/api/advisories/{id}" + path);
        if (!shown) return false;

        using var json = JsonDocument.Parse(text);
        var named = lists.Select(list => json.RootElement.GetProperty(list)).Where(l => l.ValueKind == JsonValueKind.Array).SelectMany(l => l.EnumerateArray()).Select(one => one.GetProperty("organisationId"))
            .Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetGuid()).ToHashSet();
        named.ExceptWith(walk.Others);
        var wrong = walk.Table.Ids.Where(o => must(walk.Table, item, organisation, o.Key, role) ? !named.Remove(o.Value) : named.Remove(o.Value) && may?.Invoke(walk.Table, item, organisation, o.Key) != true).Select(o => o.Key).ToArray();
        return wrong.Length + named.Count == 0 ? true : throw new InvalidOperationException($"{name} names wrongly, or not, {string.Join(", ", wrong)} and {named.Count} strangers");
    })
        { Walks = ["GET /api/advisories/{id}" + path], ToAuthor = Relaying };

    /// <summary>A page of the light rendition, or what its form sends.</summary>
    static Exit Light(string name, string path, (string Field, string Value)? form = null)
    {
        var verb = form is null ? HttpMethod.Get : HttpMethod.Post;
        return new(name, null, async (walk, item, organisation, role) => (await Asked(name, walk, item, organisation, role, verb, path, form)).Shown) { Walks = [$"{verb} {path}"] };
    }

    /// <summary>What is sent, whoever is signed in.</summary>
    static Exit Leaves(string channel) => new(channel, null, (walk, item, organisation, _) => Task.FromResult(walk.Left(channel, organisation, item)));

    /// <summary>Asks for an item. What is refused shows it all the same where it says anything else than of an id that nothing has.</summary>
    static async Task<(bool Shown, string Text)> Asked(string name, Walk walk, WalkItem item, string organisation, string role, HttpMethod method, string path, object? body = null, string accept = "application/json")
    {
        var (status, text) = await Ask(item.Id);
        if (status is 200 or 201 or 303) return (status != 200 || !Renditions.Contains(name) || Marked(name, text, item), text);
        if (status is not (400 or 403 or 404 or 409)) throw new InvalidOperationException($"{name} answers {status}");

        var ofNone = await walk.Once("of none: " + name, organisation, role, async () => Bare(await Ask(NoneHasIt), NoneHasIt));
        return (Bare((status, text), item.Id) != ofNone, text);

        Task<(int, string)> Ask(Guid id) => walk.Ask(organisation, role, method, path.Replace("{id}", id.ToString(), StringComparison.Ordinal), body is (string field, string value) ? new FormUrlEncodedContent([new(field, value)]) : body, accept);
    }

    static readonly Guid NoneHasIt = Guid.NewGuid();

    /// <summary>An answer without the id that was asked for, which is in the question too, and without the trace's, which is new each time.</summary>
    static string Bare((int Status, string Text) answer, Guid asked) =>
        answer.Status + System.Text.RegularExpressions.Regex.Replace(answer.Text, "\"traceId\":\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Replace(asked.ToString(), "", StringComparison.Ordinal);

    // what shows the item itself, and not what was said about it, or a file
    static readonly string[] Renditions = ["read", "plain text", "light HTML", "light page", "sheet", "reach", "calls", "escalation", "call CSV", "signature"];

    /// <returns>True.</returns>
    /// <exception cref="InvalidOperationException">A drill that does not say so, or what is live and does.</exception>
    static bool Marked(string name, string text, WalkItem item)
    {
        var plain = System.Text.RegularExpressions.Regex.Unescape(text.Replace("\\", "", StringComparison.Ordinal));
        return (plain.Contains("【訓練】", StringComparison.Ordinal) || plain.Contains("\"drill\":true", StringComparison.Ordinal)) == item.IsDrill
            ? true
            : throw new InvalidOperationException($"{name}: {item.Audience} is {(item.IsDrill ? "not " : "")}marked as a drill");
    }

    /// <summary>The first page and all that lie behind it.</summary>
    static async Task<string> LightList(Walk walk, string organisation, string role)
    {
        var (text, path) = (new System.Text.StringBuilder(), "/light");
        while (path is not null)
        {
            var (status, page) = await walk.Ask(organisation, role, HttpMethod.Get, path);
            if (status != 200) throw new InvalidOperationException($"light list answers {status}");

            text.Append(page);
            path = System.Text.RegularExpressions.Regex.Match(page, "<p><a href=\"(?<path>/light\\?before=[0-9]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } link ? link.Groups["path"].Value : null;
        }

        return text.ToString();
    }

    static Exit List(string name, string query) => new(name, null, async (walk, item, organisation, role) =>
        Traces(await walk.Once(name, organisation, role, () => Body(walk, organisation, role, "/api/advisories" + query)), item))
    { Walks = ["GET /api/advisories"] };

    static bool Confirmed(string text, WalkItem item) => text.Contains(item.Id.ToString(), StringComparison.Ordinal) || text.Contains(item.Mark, StringComparison.Ordinal);

    /// <exception cref="InvalidOperationException">A hint of a drill does not say so, or one of what is live does.</exception>
    static bool Hinted(string text, WalkItem item) => text.Contains(item.Id.ToString(), StringComparison.Ordinal)
        && (text.Contains($"{item.Id}:{item.IsDrill}", StringComparison.Ordinal) && !text.Contains($"{item.Id}:{!item.IsDrill}", StringComparison.Ordinal)
            ? true
            : throw new InvalidOperationException($"A hint: {item.Audience} is {(item.IsDrill ? "not " : "")}marked as a drill"));

    /// <exception cref="InvalidOperationException">The title of a drill does not begin with its mark, or that of what is live does.</exception>
    static bool Traces(string text, WalkItem item)
    {
        if (text.Contains(item.Mark, StringComparison.Ordinal) && text.Contains("【訓練】件名" + item.Mark, StringComparison.Ordinal) != item.IsDrill) throw new InvalidOperationException($"A list: {item.Audience} is {(item.IsDrill ? "not " : "")}marked as a drill");
        return text.Contains(item.Id.ToString(), StringComparison.Ordinal) || text.Contains(item.Mark, StringComparison.Ordinal) || text.Contains(item.Number, StringComparison.Ordinal);
    }

    // the marks are not ASCII: as JSON writes them, they would be escaped
    static async Task<string> Body(Walk walk, string organisation, string role, string path) =>
        await walk.Ask(organisation, role, HttpMethod.Get, path) is (200, var text) ? System.Text.RegularExpressions.Regex.Unescape(text) : throw new InvalidOperationException(path);

    /// <summary>What is answered, also to whom it is refused.</summary>
    static async Task<string> Whatever(Walk walk, string organisation, string role, string path) => System.Text.RegularExpressions.Regex.Unescape((await walk.Ask(organisation, role, HttpMethod.Get, path)).Body);

    /// <summary>Each id with whether it was hinted as a drill's.</summary>
    static async Task<string> CaughtUp(Walk walk, string organisation, string role, string method)
    {
        var (line, after, text) = (await walk.Line(organisation, role), 0L, "");
        while (await line.Call(method, [after], CancellationToken.None) is { ValueKind: JsonValueKind.Array } hints && hints.GetArrayLength() > 0)
        {
            text += string.Join(' ', hints.EnumerateArray().Select(h => $"{h.GetProperty("advisoryId").GetGuid()}:{h.GetProperty("drill").GetBoolean()}")) + ' ';
            after = hints.EnumerateArray().Max(h => h.GetProperty("sequence").GetInt64());
        }

        return text;
    }
}
