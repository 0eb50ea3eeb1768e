using System.Text.Json;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Distribution.Tests.LeakWalk;

/// <summary>A way by which something of an advisory may reach someone.</summary>
/// <param name="Name">For the differences that are told.</param>
/// <param name="Roles">Who may use it at all; null: whoever is signed in.</param>
/// <param name="Shows">Whether it shows an organisation, in a role, anything of an item.</param>
sealed record Exit(string Name, string[]? Roles, Func<Walk, WalkItem, string, string, Task<bool>> Shows)
{
    /// <summary>Whether it shows what came while one was in the audience, as a push does.</summary>
    public bool AtRelease { get; init; }

    /// <summary>Whether it counts, and so knows nothing of drills.</summary>
    public bool WithoutDrills { get; init; }

    /// <summary>As whom the author's people find by it what their organisation wrote; null where it shows a mailbox.</summary>
    public string[]? ToAuthor { get; init; }
}

/// <summary>All exits of the service. A new one is a line; those that change what others show stand last.</summary>
static class Exits
{
    static readonly string[] Relaying = [Role.Secretariat, Role.Liaison, Role.Analyst, Role.Approver];
    static readonly string[] Recalling = [Role.Secretariat, Role.Analyst, Role.Approver];

    public static IReadOnlyList<Exit> All { get; } =
    [
        new("push", null, (walk, item, organisation, _) => Task.FromResult(walk.Pushed(organisation, item.Id))) { AtRelease = true },
        Item("read", "") with { ToAuthor = Relaying },
        Item("plain text", "", accept: "text/plain") with { ToAuthor = Relaying },
        Item("light HTML", "", accept: "text/html") with { ToAuthor = Relaying },
        new("light page", null, async (walk, item, organisation, role) => Answered("light page", await walk.Ask(organisation, role, HttpMethod.Get, $"/light/advisories/{item.Id}"), item)) { ToAuthor = Relaying },
        new("light list", null, async (walk, item, organisation, role) => Traces(await walk.Once("light list", organisation, role, () => LightList(walk, organisation, role)), item)),
        List("list", "?limit=500"),
        List("list from the beginning", "?after=0&limit=500"),
        new("count by label", null, async (walk, item, organisation, role) =>
        {
            var path = $"/api/advisories?limit=500&status=released&tlp={Uri.EscapeDataString(Contracts.TlpLabels.Label(item.Tlp))}";
            return Traces(await walk.Once(path, organisation, role, () => Body(walk, organisation, role, path)), item);
        }),
        new("search", null, async (walk, item, organisation, role) => Traces(await Body(walk, organisation, role, $"/api/advisories?limit=500&q={Uri.EscapeDataString(item.Mark)}"), item)),
        Item("attachment", "/attachments/{id}") with { ToAuthor = Relaying },
        new("catch-up", null, async (walk, item, organisation, role) => (await walk.Once("catch-up", organisation, role, () => CaughtUp(walk, organisation, role))).Contains(item.Id.ToString(), StringComparison.Ordinal)),
        // number and time of what one confirmed stay with it; what it was does not
        new("confirmations", null, async (walk, item, organisation, role) => await walk.Once("/api/receipts", organisation, role, () => Body(walk, organisation, role, "/api/receipts?limit=500")) is var text
            && (text.Contains(item.Id.ToString(), StringComparison.Ordinal) || text.Contains(item.Mark, StringComparison.Ordinal))),
        new("situation", [Role.Analyst, Role.Approver], async (walk, item, organisation, role) =>
            Traces(await walk.Once("situation", organisation, role, async () => role is Role.Analyst or Role.Approver ? await Body(walk, organisation, role, "/api/situation") : (await walk.Ask(organisation, role, HttpMethod.Get, "/api/situation")).Body), item)) { ToAuthor = [Role.Analyst, Role.Approver], WithoutDrills = true },
        Item("reach", "/reach", Relaying) with { ToAuthor = Relaying },
        Item("calls", "/calls", Relaying) with { ToAuthor = Relaying },
        Item("escalation", "/escalation", Relaying) with { ToAuthor = Relaying },
        Item("call CSV", "/calls?format=csv", Relaying, accept: "text/csv") with { ToAuthor = Relaying },
        new("sheet", null, async (walk, item, organisation, role) =>
        {
            var answer = await walk.Ask(organisation, role, HttpMethod.Get, $"/api/advisories/{item.Id}/sheet", accept: "text/html");
            return Answered("sheet", answer, item) && Walk.AsItsLabelLets("sheet", item, answer.Body);
        }) { ToAuthor = Relaying },
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
        }) { ToAuthor = Relaying },
        Item("answers", "/answers") with { ToAuthor = Relaying },
        Item("questions", "/questions") with { ToAuthor = Relaying },
        Item("signature", "/signature") with { ToAuthor = Relaying },
        new("acknowledge", null, async (walk, item, organisation, role) => (await (await walk.Line(organisation, role)).Acknowledge(item.Id, "opened"))),
        new("light receipt", null, async (walk, item, organisation, role) => Answered("light receipt", await walk.Ask(organisation, role, HttpMethod.Post, $"/light/advisories/{item.Id}/receipts", Form("state", "opened")), item)),
        new("light answer", null, async (walk, item, organisation, role) => Answered("light answer", await walk.Ask(organisation, role, HttpMethod.Post, $"/light/advisories/{item.Id}/answers", Form("affected", "no")), item)),
        Item("receipt", "/receipts", body: new { state = "opened" }),
        Item("answer", "/answers", body: new { affected = "no" }),
        Item("question", "/questions", body: new { text = "同様の通信を見ましたか。" }),
        Item("reminder", "/reminders", Relaying, body: new { }) with { ToAuthor = Relaying },
        Item("recall", "/recall", Recalling, body: new { reason = "誤報" }) with { ToAuthor = Relaying },
    ];

    static Exit Item(string name, string path, string[]? roles = null, object? body = null, string accept = "application/json") => new(name, roles, async (walk, item, organisation, role) =>
        Answered(name, await walk.Ask(organisation, role, body is null ? HttpMethod.Get : HttpMethod.Post, $"/api/advisories/{item.Id}{path.Replace("{id}", item.Id.ToString(), StringComparison.Ordinal)}", body, accept), item));

    /// <summary>What is sent, whoever is signed in.</summary>
    static Exit Leaves(string channel) => new(channel, null, (walk, item, organisation, _) => Task.FromResult(walk.Left(channel, organisation, item)));

    static bool Answered(string name, (int Status, string Text) answer, WalkItem item) => answer.Status switch
    {
        404 => answer.Text.Contains(item.Mark, StringComparison.Ordinal) || answer.Text.Contains(item.Number, StringComparison.Ordinal),
        200 when Renditions.Contains(name) => Marked(name, answer.Text, item),
        200 or 201 or 303 or 409 => true,
        _ => throw new InvalidOperationException($"{name} answers {answer.Status}"),
    };

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

    static FormUrlEncodedContent Form(string name, string value) => new([new(name, value)]);

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
        Traces(await walk.Once(name, organisation, role, () => Body(walk, organisation, role, "/api/advisories" + query)), item));

    /// <exception cref="InvalidOperationException">The title of a drill does not begin with its mark, or that of what is live does.</exception>
    static bool Traces(string text, WalkItem item)
    {
        if (text.Contains(item.Mark, StringComparison.Ordinal) && text.Contains("【訓練】件名" + item.Mark, StringComparison.Ordinal) != item.IsDrill) throw new InvalidOperationException($"A list: {item.Audience} is {(item.IsDrill ? "not " : "")}marked as a drill");
        return text.Contains(item.Id.ToString(), StringComparison.Ordinal) || text.Contains(item.Mark, StringComparison.Ordinal) || text.Contains(item.Number, StringComparison.Ordinal);
    }

    // the marks are not ASCII: as JSON writes them, they would be escaped
    static async Task<string> Body(Walk walk, string organisation, string role, string path) =>
        await walk.Ask(organisation, role, HttpMethod.Get, path) is (200, var text) ? System.Text.RegularExpressions.Regex.Unescape(text) : throw new InvalidOperationException(path);

    static async Task<string> CaughtUp(Walk walk, string organisation, string role)
    {
        var (line, after, text) = (await walk.Line(organisation, role), 0L, "");
        while (await line.CatchUp(after) is { Count: > 0 } hints)
        {
            text += string.Join(' ', hints.Select(h => h.AdvisoryId)) + ' ';
            after = hints.Max(h => h.Sequence);
        }

        return text;
    }
}
