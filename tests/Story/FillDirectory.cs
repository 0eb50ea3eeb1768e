using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.Story;

/// <summary>Who can sign in to the demonstration: T-CEPTOAR first, then the other CEPTOARs, the liaisons, the centre. Holds secrets.</summary>
public record DemoFile(string Url, IReadOnlyList<DemoClient> Clients, IReadOnlyList<DemoGroup> Groups)
{
    /// <summary>Those who can sign in to the Portal; none until they are enrolled.</summary>
    public IReadOnlyList<DemoPerson> People { get; init; } = [];

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <returns>Null where there is no such file.</returns>
    public static async Task<DemoFile?> Read(string path, CancellationToken ct = default) =>
        File.Exists(path) ? JsonSerializer.Deserialize<DemoFile>(await File.ReadAllTextAsync(path, ct), Json) : null;

    /// <summary>Writes it so that only its owner can read it, and nobody ever finds half of it.</summary>
    public async Task Write(string path, CancellationToken ct = default)
    {
        var half = $"{path}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(half, options))
        {
            await JsonSerializer.SerializeAsync(stream, this, Json, ct);
        }

        File.Move(half, path, overwrite: true);
    }
}

/// <summary>A client of an organisation; <c>Ceptoar</c> is the code of the CEPTOAR it acts in, or null.</summary>
public record DemoClient(string Role, string Organisation, Guid OrganisationId, string? Ceptoar, string ClientId, string ClientSecret);

public record DemoGroup(Guid Id, string Name, string Kind);

/// <summary>Brings the invented operators into a running hub and gives a client to all of T-CEPTOAR, some of every other CEPTOAR, and every body.</summary>
public static class FillDirectory
{
    /// <summary>The CEPTOAR of the story: all of its operators have a client, of every other so many.</summary>
    const string Whole = "telecom";
    const int SeatsEach = 8;

    sealed record Body(Guid Id, string Name);

    sealed record Imported(int Refused);

    sealed record Ceptoar(string Code, Body Secretariat, Body Ministry);

    sealed record Organisation(Guid Id, string Name, string Kind);

    sealed record All<T>(T[] Items);

    sealed record Page(Organisation[] Items, string? Next);

    sealed record Credentials(string ClientId, string ClientSecret);

    /// <summary>Someone who shall have a client.</summary>
    sealed record Seat(string Role, Body Organisation, string? Ceptoar);

    /// <summary>Imports the operators, which changes nothing where they are there; clients of an earlier file that still sign in are kept, for their secrets are shown once.</summary>
    /// <param name="admin">The hub, with an administrator's token.</param>
    /// <param name="path">The file of clients: read when it is there, then written.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="HttpRequestException">The hub refused.</exception>
    public static async Task<DemoFile> Fill(HttpClient admin, string path, CancellationToken ct = default)
    {
        var ceptoars = (await admin.GetFromJsonAsync<All<Ceptoar>>("/api/ceptoars", ct))!.Items;
        var invented = DemoDirectory.Operators();
        await Import(admin, invented, ct);
        var organisations = await Organisations(admin, ct);
        var ids = organisations.ToDictionary(o => o.Name, o => o.Id);
        var operators = invented.GroupBy(o => o.Ceptoar).ToDictionary(g => g.Key, g => g.Take(g.Key == Whole ? int.MaxValue : SeatsEach).Select(o => new Body(ids[o.Name], o.Name)).ToArray());

        var seats = Seats(ceptoars, operators, organisations.Single(o => o.Kind == "centre")).ToArray();
        foreach (var organisation in seats.Select(s => s.Organisation.Id).Distinct()) await AcceptRules(admin, organisation, ct);

        var before = await DemoFile.Read(path, ct);
        var kept = before?.Clients.ToList() ?? [];
        var clients = new List<DemoClient>();
        foreach (var seat in seats) clients.Add(await Kept(admin, seat, kept, ct) ?? await NewClient(admin, seat, ct));

        foreach (var client in clients.Where(c => c is { Role: "operator", Ceptoar: Whole })) await KeepEntries(admin, client, ct);

        var bodies = seats.Where(s => s.Role != "operator").Select(s => s.Organisation).DistinctBy(o => o.Id).Index().ToArray();
        foreach (var (n, body) in bodies) await KeepDesk(admin, body, n, ct);

        var groups = (await admin.GetFromJsonAsync<All<DemoGroup>>("/api/groups", ct))!.Items;
        var file = new DemoFile(admin.BaseAddress!.ToString().TrimEnd('/'), clients, groups) { People = before?.People ?? [] };
        await file.Write(path, ct);
        return file;
    }

    static IEnumerable<Seat> Seats(Ceptoar[] ceptoars, Dictionary<string, Body[]> operators, Organisation centre)
    {
        foreach (var ceptoar in ceptoars.OrderBy(c => c.Code != "telecom"))
        {
            foreach (var member in operators[ceptoar.Code]) yield return new("operator", member, ceptoar.Code);
            yield return new("secretariat", ceptoar.Secretariat, ceptoar.Code);
        }

        foreach (var ministry in ceptoars.Select(c => c.Ministry).DistinctBy(m => m.Id)) yield return new("liaison", ministry, Ceptoar: null);
        foreach (var role in new[] { "analyst", "approver", "approver", "controller", "administrator", "auditor" }) yield return new(role, new(centre.Id, centre.Name), Ceptoar: null);
    }

    static async Task<List<Organisation>> Organisations(HttpClient admin, CancellationToken ct)
    {
        var (all, after) = (new List<Organisation>(), "0");
        while (await admin.GetFromJsonAsync<Page>($"/api/organisations?limit=500&after={after}", ct) is { Items.Length: > 0, Next: { } next } page)
        {
            all.AddRange(page.Items);
            after = next;
        }

        return all;
    }

    static async Task Import(HttpClient admin, IEnumerable<DemoOperator> invented, CancellationToken ct)
    {
        using var csv = new StringContent(DemoCsv.Of(invented), Encoding.UTF8, "text/csv");
        var imported = await Answer<Imported>(await admin.PostAsync("/api/organisations/import?dryRun=false", csv, ct), ct);
        if (imported.Refused > 0) throw new HttpRequestException($"The import refused {imported.Refused} lines.");
    }

    static async Task AcceptRules(HttpClient admin, Guid organisation, CancellationToken ct)
    {
        using var answer = await admin.PostAsJsonAsync($"/api/organisations/{organisation}/handling-rules", new { version = HandlingRules.Current }, ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>An operator says by what it is reached, and confirms its entries where it did not yet.</summary>
    /// <summary>Whom members ring up.</summary>
    static async Task KeepDesk(HttpClient admin, Body body, int n, CancellationToken ct)
    {
        using var answer = await admin.PutAsJsonAsync($"/api/organisations/{body.Id}/desk", new { name = "当直窓口", telephone = $"03-5555-{1000 + n:0000}", email = $"desk-{n}@demo.ceptoarhub.example" }, ct);
        answer.EnsureSuccessStatusCode();
    }

    static async Task KeepEntries(HttpClient admin, DemoClient client, CancellationToken ct)
    {
        var path = $"/api/organisations/{client.OrganisationId}";
        if ((await admin.GetFromJsonAsync<JsonElement>($"{path}/attestation", ct)).GetProperty("last").ValueKind != JsonValueKind.Null) return;

        var number = client.OrganisationId.ToByteArray()[0];
        using var signedIn = await admin.PostAsJsonAsync("/api/token", new { grantType = "client", client.ClientId, client.ClientSecret }, ct);
        var token = (await Answer<JsonElement>(signedIn, ct)).GetProperty("accessToken").GetString();
        var channels = new object[]
        {
            new { channel = "hub", contact = (string?)null, holder = (string?)null }, new { channel = "mail", contact = $"soc-{number}@ceptoarhub.example", holder = "セキュリティ窓口" },
            new { channel = "telephone", contact = $"03-5550-{number:0000}", holder = "当直" },
        };
        await Own(HttpMethod.Put, "channels", new { channels });
        await Own(HttpMethod.Post, "attestation", new { });

        async Task Own(HttpMethod method, string what, object body)
        {
            using var request = new HttpRequestMessage(method, $"{path}/{what}") { Content = JsonContent.Create(body) };
            request.Headers.Authorization = new("Bearer", token);
            using var answer = await admin.SendAsync(request, ct);
            answer.EnsureSuccessStatusCode();
        }
    }

    static async Task<DemoClient> NewClient(HttpClient admin, Seat seat, CancellationToken ct)
    {
        var response = await admin.PostAsJsonAsync($"/api/organisations/{seat.Organisation.Id}/clients", new { seat.Role, name = "demo" }, ct);
        var credentials = await Answer<Credentials>(response, ct);
        return new(seat.Role, seat.Organisation.Name, seat.Organisation.Id, seat.Ceptoar, credentials.ClientId, credentials.ClientSecret);
    }

    static async Task<DemoClient?> Kept(HttpClient hub, Seat seat, List<DemoClient> kept, CancellationToken ct)
    {
        while (kept.Find(c => c.Role == seat.Role && c.OrganisationId == seat.Organisation.Id && c.Ceptoar == seat.Ceptoar) is { } client)
        {
            kept.Remove(client);
            if (await SignsIn(hub, client, ct)) return client;
        }

        return null;
    }

    static async Task<bool> SignsIn(HttpClient hub, DemoClient client, CancellationToken ct)
    {
        while (true)
        {
            using var response = await hub.PostAsJsonAsync("/api/token", new { grantType = "client", client.ClientId, client.ClientSecret }, ct);
            if (response.StatusCode == HttpStatusCode.Unauthorized) return false;
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                response.EnsureSuccessStatusCode();
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
        }
    }

    static async Task<T> Answer<T>(HttpResponseMessage response, CancellationToken ct)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(ct)}");
        }

        return (await response.Content.ReadFromJsonAsync<T>(ct))!;
    }
}
