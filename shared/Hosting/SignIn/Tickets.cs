using System.Buffers.Text;
using System.Security.Cryptography;
using Ceptoar.Hosting.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ceptoar.Hosting.SignIn;

/// <summary>
/// Access tickets: the bytes of ASP.NET Core's <see cref="TicketSerializer"/> with an ECDSA P-256 signature (64 bytes, IEEE P1363)
/// behind them, base64url. Registry alone has the private key (<c>Tickets:SigningKey</c>, a PEM file); the others check with the
/// public one (<c>Tickets:PublicKey</c>), so no other service can make a ticket.
/// </summary>
public sealed class Tickets : ISecureDataFormat<AuthenticationTicket>, IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    const int SignatureBytes = 64;
    readonly ThreadLocal<ECDsa> keys; // an ECDsa instance is not promised to be thread-safe

    readonly VoidTickets? voided;

    public Tickets(IConfiguration configuration, VoidTickets? voided = null)
    {
        this.voided = voided;
        var file = configuration["Tickets:SigningKey"] ?? configuration["Tickets:PublicKey"]
            ?? throw new InvalidOperationException("Tickets:PublicKey names no PEM file.");
        var pem = File.ReadAllText(file);
        keys = new(() =>
        {
            var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return key;
        }, trackAllValues: true);
    }

    public string Protect(AuthenticationTicket data) => Protect(data, purpose: null);

    public string Protect(AuthenticationTicket data, string? purpose)
    {
        var ticket = TicketSerializer.Default.Serialize(data);
        var signature = keys.Value!.SignData(ticket, HashAlgorithmName.SHA256);
        return Base64Url.EncodeToString([.. ticket, .. signature]);
    }

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (string.IsNullOrEmpty(protectedText) || protectedText.Length > 8192 || !Base64Url.IsValid(protectedText)) return null;

        var bytes = Base64Url.DecodeFromChars(protectedText);
        if (bytes.Length <= SignatureBytes) return null;

        var ticket = bytes[..^SignatureBytes];
        if (!keys.Value!.VerifyData(ticket, bytes[^SignatureBytes..], HashAlgorithmName.SHA256)) return null;

        return TicketSerializer.Default.Deserialize(ticket) is { } read && voided?.Holds(new Caller(read.Principal)) is not true ? read : null;
    }

    public void Dispose()
    {
        foreach (var key in keys.Values) key.Dispose();
        keys.Dispose();
    }
}

public static class TicketSetup
{
    public static void AddTickets(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Tickets>();
        builder.Services.AddSingleton<VoidTickets>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<VoidTickets>());
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Caller>(services => new Caller(services.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>()));
        builder.Services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
        builder.Services.AddSingleton<IConfigureOptions<BearerTokenOptions>, CheckTickets>();
        builder.Services.AddPermissions();
    }

    sealed class CheckTickets(Tickets tickets) : IConfigureNamedOptions<BearerTokenOptions>
    {
        public void Configure(BearerTokenOptions options) => Configure(BearerTokenDefaults.AuthenticationScheme, options);

        public void Configure(string? name, BearerTokenOptions options)
        {
            options.BearerTokenProtector = tickets;
            options.Events.OnMessageReceived = context =>
            {
                // a browser cannot set a header on a WebSocket
                if (context.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) && context.Request.Query["access_token"] is [{ Length: > 0 } token]) context.Token = token;
                // nor on a link or a form
                if (context.Request.Path.StartsWithSegments(LightPage.Path, StringComparison.Ordinal) && context.Request.Headers.Authorization.Count == 0
                    && context.Request.Cookies[LightPage.CookieName] is { Length: > 0 } ticket) context.Token = ticket;
                return Task.CompletedTask;
            };
        }
    }
}
