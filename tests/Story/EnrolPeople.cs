using System.Net.Http.Json;
using System.Security.Cryptography;

namespace Ceptoar.Story;

/// <summary>A person of the demonstration who can sign in to the Portal; <c>Secret</c> is the authenticator's key in Base32.</summary>
public record DemoPerson(string Role, string Name, string Organisation, Guid OrganisationId, string Email, string Password, string Secret);

/// <summary>Invites one person of every role, and a second one where two are needed, and accepts for them by the link that was mailed.</summary>
public static class EnrolPeople
{
    /// <summary>Roles: the first one names the person.</summary>
    sealed record Seat(string Key, string Name, string NameEn, string Duty, string[] Roles, DemoClient Organisation);

    sealed record Listed(Guid Id, string? Email, string State);

    sealed record Page(Listed[] Items, string? Next);

    sealed record Enrolment(string Secret);

    /// <summary>Those whose credentials the file holds and who still are there are kept.</summary>
    /// <param name="admin">The hub, with an administrator's token.</param>
    /// <param name="demo">The filled directory.</param>
    /// <param name="box">Where the hub's mail server puts mail.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<DemoFile> Enrol(HttpClient admin, DemoFile demo, Maildir box, CancellationToken ct = default)
    {
        var there = await People(admin, ct);
        var people = new List<DemoPerson>();
        foreach (var seat in Seats(demo))
        {
            var email = $"{seat.Key}@demo.ceptoarhub.example";
            var known = there.Find(p => p.Email == email);
            if (known is { State: "active" } && demo.People.FirstOrDefault(p => p.Email == email) is { } kept)
            {
                people.Add(kept);
                continue;
            }

            // invited by an earlier run that did not get further, or its file is gone
            if (known is not null) (await admin.DeleteAsync($"/api/people/{known.Id}", ct)).EnsureSuccessStatusCode();
            people.Add(await Enrol(admin, seat, email, box, ct));
        }

        return demo with { People = people };
    }

    static IEnumerable<Seat> Seats(DemoFile demo)
    {
        var operators = demo.Clients.Where(c => c is { Role: "operator", Ceptoar: "telecom" }).ToArray();
        var secretariat = demo.Clients.First(c => c is { Role: "secretariat", Ceptoar: "telecom" });
        var liaison = demo.Clients.First(c => c.Role == "liaison");
        var centre = demo.Clients.First(c => c.Role == "analyst");
        return
        [
            new("operator", "青木 真琴", "Makoto Aoki", "セキュリティ担当", ["operator"], operators[0]),
            new("operator2", "石田 薫", "Kaoru Ishida", "セキュリティ責任者", ["operator"], operators[0]),
            new("manager", "上野 千尋", "Chihiro Ueno", "管理担当", ["manager", "operator"], operators[0]),
            new("peer", "江口 響", "Hibiki Eguchi", "SOC 当直", ["operator"], operators[1]),
            new("secretariat", "大村 忍", "Shinobu Omura", "事務局", ["secretariat"], secretariat),
            new("liaison", "加納 渚", "Nagisa Kano", "リエゾン", ["liaison"], liaison),
            new("analyst", "木下 遥", "Haruka Kinoshita", "分析官", ["analyst"], centre),
            new("approver", "久保 光", "Hikaru Kubo", "承認者", ["approver"], centre),
            new("controller", "小林 司", "Tsukasa Kobayashi", "訓練統制", ["controller"], centre),
            new("administrator", "佐伯 巡", "Meguru Saeki", "管理者", ["administrator"], centre),
            new("auditor", "島田 明", "Akira Shimada", "監査者", ["auditor"], centre),
        ];
    }

    static async Task<List<Listed>> People(HttpClient admin, CancellationToken ct)
    {
        var (all, after) = (new List<Listed>(), "0");
        while (await admin.GetFromJsonAsync<Page>($"/api/people?limit=500&after={after}", ct) is { Items.Length: > 0, Next: { } next } page)
        {
            all.AddRange(page.Items);
            after = next;
        }

        return all;
    }

    static async Task<DemoPerson> Enrol(HttpClient admin, Seat seat, string email, Maildir box, CancellationToken ct)
    {
        var organisation = seat.Organisation;
        await Done(await admin.PostAsJsonAsync("/api/people", new { organisation.OrganisationId, email, seat.Name, seat.NameEn, seat.Duty, seat.Roles }, ct), ct);
        var token = await MailedToken(box, email, ct);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        using var enrolled = await Done(await admin.PostAsJsonAsync("/api/invitations/authenticator", new { token }, ct), ct);
        var secret = (await enrolled.Content.ReadFromJsonAsync<Enrolment>(ct))!.Secret;
        // a code counts once, and later ones alone after it: an early one leaves the present one to the first sign-in
        var totp = Totp.Code(secret, DateTimeOffset.UtcNow.AddSeconds(-2 * Totp.StepSeconds));
        await Done(await admin.PostAsJsonAsync("/api/invitations/accept", new { token, password, totp }, ct), ct);
        return new(seat.Key, seat.Name, organisation.Organisation, organisation.OrganisationId, email, password, secret);
    }

    static async Task<HttpResponseMessage> Done(HttpResponseMessage answer, CancellationToken ct) => answer.IsSuccessStatusCode
        ? answer
        : throw new HttpRequestException($"{answer.RequestMessage?.RequestUri?.PathAndQuery}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");

    /// <summary>What stands behind the # of the link in the newest mail to an address.</summary>
    static async Task<string> MailedToken(Maildir box, string address, CancellationToken ct)
    {
        const string link = "/invitation#";
        var text = (await box.Newest(address, m => m.Text.Contains(link, StringComparison.Ordinal), ct)).Text;
        return string.Concat(text[(text.IndexOf(link, StringComparison.Ordinal) + link.Length)..].TakeWhile(c => !char.IsWhiteSpace(c)));
    }
}
