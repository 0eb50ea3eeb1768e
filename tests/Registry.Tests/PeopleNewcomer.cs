using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ceptoar.Registry.People;

namespace Ceptoar.Registry.Tests;

/// <summary>A person as the hub meets one: invited by mail, with an authenticator app and an address on the net of its own.</summary>
public sealed partial class Newcomer
{
    static int count;
    readonly RegistryFixture registry;
    readonly string address = $"10.{RandomNumberGenerator.GetInt32(256)}.{RandomNumberGenerator.GetInt32(256)}.{RandomNumberGenerator.GetInt32(1, 255)}";
    long lastStep;

    Newcomer(RegistryFixture registry) => this.registry = registry;

    public Guid Id { get; private set; }
    public string Name { get; } = $"見本 花子{Interlocked.Increment(ref count)}";
    public string Email { get; } = $"hanako.{Guid.NewGuid():N}@city.example";
    public string Password { get; set; } = $"牡丹 と 灯台 と 七輪 {Guid.NewGuid():N}"[..24];
    public string Secret { get; private set; } = "";
    public string[] RecoveryCodes { get; private set; } = [];
    public Guid Organisation { get; private set; }

    /// <summary>Invited by an administrator.</summary>
    public static async Task<Newcomer> Invited(RegistryFixture registry, Guid organisation, params string[] roles)
    {
        var newcomer = new Newcomer(registry) { Organisation = organisation };
        var view = await registry.Administrator.Post("/api/people", new { organisationId = organisation, email = newcomer.Email, name = newcomer.Name, roles });
        newcomer.Id = view.GetProperty("id").GetGuid();
        return newcomer;
    }

    /// <summary>Invited, and has accepted.</summary>
    public static async Task<Newcomer> Accepted(RegistryFixture registry, Guid organisation, params string[] roles)
    {
        var newcomer = await Invited(registry, organisation, roles);
        await newcomer.Accept(await newcomer.Link("invitation"));
        return newcomer;
    }

    /// <summary>The token behind the link that was mailed last.</summary>
    public async Task<string> Link(string page)
    {
        var mail = await RegistryFixture.MailTo(Email, $"{RegistryFixture.PublicUrl}/{page}#");
        return LinkToken().Match(mail).Groups["token"].Value;
    }

    public async Task Accept(string token)
    {
        Secret = (await Http().Post("/api/invitations/authenticator", new { token })).GetProperty("secret").GetString()!;
        lastStep = 0;
        var accepted = await Http().Post("/api/invitations/accept", new { token, password = Password, totp = Code() });
        RecoveryCodes = [.. accepted.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)];
    }

    /// <summary>A code that was not used yet and counts now.</summary>
    public string Code()
    {
        lastStep = Math.Max(lastStep + 1, Present - 3);
        if (lastStep > Present + 3) registry.Clock.Advance(TimeSpan.FromSeconds(30 * (lastStep - Present)));
        return CodeAt(lastStep);
    }

    /// <summary>What an authenticator app shows whose clock is so much off.</summary>
    public string CodeWithClockOff(TimeSpan off) => CodeAt(registry.Clock.GetUtcNow().Add(off).ToUnixTimeSeconds() / 30);

    public HttpClient Http()
    {
        var http = registry.Http();
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return http;
    }

    public Task<HttpResponseMessage> SignIn(string? password = null, string? totp = null, string? recoveryCode = null) =>
        Http().PostAsJsonAsync("/api/token", new { grantType = "password", email = Email, password = password ?? Password, totp = totp ?? (recoveryCode is null ? Code() : null), recoveryCode });

    public async Task<JsonElement> Tokens()
    {
        var response = await SignIn();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Json();
    }

    public async Task<HttpClient> SignedIn() => registry.Bearing(await Tokens());

    public Task<HttpResponseMessage> Refresh(JsonElement tokens) =>
        Http().PostAsJsonAsync("/api/token", new { grantType = "refresh", refreshToken = tokens.GetProperty("refreshToken").GetString() });

    public Task<Person> Stored() => registry.Db<RegistryDb, Person>(async db => (await db.People.FindAsync(Id))!);

    long Present => registry.Clock.GetUtcNow().ToUnixTimeSeconds() / 30;

    /// <summary>RFC 6238 as an authenticator app does it.</summary>
    string CodeAt(long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // what RFC 6238 says
        var mac = HMACSHA1.HashData(Base32(Secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac.AsSpan(mac[19] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    static byte[] Base32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    [GeneratedRegex("#(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkToken();
}

public static class SignedInClients
{
    /// <summary>A client with the ticket that a sign-in was answered with.</summary>
    public static HttpClient Bearing(this RegistryFixture registry, JsonElement tokens)
    {
        var http = registry.Http();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        return http;
    }
}
