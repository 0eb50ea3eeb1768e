using System.Data;
using System.Security.Cryptography;
using System.Text;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ceptoar.Hosting.Http;

/// <summary>
/// Makes each write under <c>/api</c> and <c>/light</c> one transaction: what is answered with 2xx, or leads on to a page, is committed before the answer leaves, anything
/// else is rolled back. A write with an <c>Idempotency-Key</c> (1 to 200 printable ASCII characters) is done once: its answer is
/// kept for 24 hours and given again to the same caller, route and body; with another body it is 422.
/// </summary>
public sealed class WriteTransaction(RequestDelegate next, byte[] salt)
{
    const string Header = "Idempotency-Key";

    public async Task Invoke(HttpContext http, HubDb db, Caller caller)
    {
        var work = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method)
            && (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || http.Request.Path.StartsWithSegments(LightPage.Path, StringComparison.OrdinalIgnoreCase))
            && (http.GetEndpoint()?.Metadata.GetMetadata<WithoutTransaction>() is not { } without || (without.ButWithKey && http.Request.Headers.ContainsKey(Header)));
        if (!work || http.GetEndpoint() is null || caller.Subject.Length == 0)
        {
            await next(http);
            return;
        }

        var key = http.Request.Headers[Header].ToString();
        if (key.Length > 200 || key.Any(c => c is < ' ' or > '~'))
        {
            throw new FluentValidation.ValidationException([new(Header, Problems.Say("印字可能な ASCII 文字で 200 字以内としてください。", "Must be at most 200 printable ASCII characters."))]);
        }

        var ct = http.RequestAborted;
        db.Database.AutoSavepointsEnabled = false; // what fails, fails as a whole
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (key.Length > 0 && await Known(http, db, caller, key) is { } known)
        {
            await known.Write(http);
            return;
        }

        var response = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
            if (http.Response.StatusCode is >= 200 and < 400)
            {
                var answer = new Answer(http.Response.StatusCode, http.Response.Headers.Location, buffer.ToArray());
                if (key.Length > 0) await Keep(http, db, caller, key, answer);
                await transaction.CommitAsync(CancellationToken.None);
            }
        }
        finally
        {
            http.Response.Body = response;
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(response, ct);
    }

    static string Route(HttpContext http) => $"{http.Request.Method} {http.Request.Path.Value}";

    /// <summary>Stands for the caller: the row holds the answer too, and must not tell who handed in which report (I4).</summary>
    string Mark(Caller caller) => Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(caller.Subject)));

    /// <returns>The answer to give again, or null where this is the first time. Waits while another call with the key is at work.</returns>
    async Task<Answer?> Known(HttpContext http, HubDb db, Caller caller, string key)
    {
        var ct = http.RequestAborted;
        var hash = await BodyHash(http, ct);
        var mark = Mark(caller);
        var first = await db.Database.ExecuteSqlAsync(
            $"""
            insert into idempotency (caller, route, key, body_hash) values ({mark}, {Route(http)}, {key}, {hash})
            on conflict (caller, route, key) do nothing
            """, ct);
        if (first == 1) return null;

        var row = await db.Database.SqlQuery<IdempotencyRow>(
            $"""
            select body_hash as "BodyHash", status as "Status", location as "Location", answer as "Body"
            from idempotency where caller = {mark} and route = {Route(http)} and key = {key}
            """).SingleAsync(ct);
        return CryptographicOperations.FixedTimeEquals(row.BodyHash, hash) ? new(row.Status, row.Location, row.Body) : new(422, Location: null, []);
    }

    Task<int> Keep(HttpContext http, HubDb db, Caller caller, string key, Answer answer) => db.Database.ExecuteSqlAsync(
        $"""
        update idempotency set status = {answer.Status}, location = {answer.Location}, answer = {answer.Body}
        where caller = {Mark(caller)} and route = {Route(http)} and key = {key}
        """);

    async Task<byte[]> BodyHash(HttpContext http, CancellationToken ct)
    {
        http.Request.EnableBuffering();
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, salt);
        hmac.AppendData(Encoding.UTF8.GetBytes(http.Request.QueryString.Value ?? ""));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(chunk, ct)) > 0) hmac.AppendData(chunk, 0, read);
        http.Request.Body.Position = 0;
        return hmac.GetHashAndReset();
    }

    sealed record IdempotencyRow(byte[] BodyHash, int Status, string? Location, byte[] Body);

    sealed record Answer(int Status, string? Location, byte[] Body)
    {
        public async Task Write(HttpContext http)
        {
            http.Response.StatusCode = Status;
            if (Location is not null) http.Response.Headers.Location = Location;
            if (Body.Length == 0) return; // UseStatusCodePages writes the problem of a 422

            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.Body.WriteAsync(Body, http.RequestAborted);
        }
    }
}

/// <summary>Marks a write that has no work in the database worth a transaction, or one of its own.</summary>
public sealed class WithoutTransaction
{
    /// <summary>Whether one with an <c>Idempotency-Key</c> has a transaction all the same, which keeps its answer.</summary>
    public bool ButWithKey { get; init; }
}
