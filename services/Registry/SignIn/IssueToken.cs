using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.SignIn;

/// <summary>A system signs in with its client id and secret and gets an access ticket for 15 minutes.</summary>
public static class IssueToken
{
    public record Command(string? GrantType, string? ClientId, string? ClientSecret) : IRequest<Token?>;

    /// <summary><c>ExpiresIn</c> in seconds.</summary>
    public record Token(string AccessToken, string TokenType, int ExpiresIn);

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.GrantType).Must(g => g is not ("password" or "refresh"))
                .WithMessage(_ => Problems.Say("この方式のサインインはまだ利用できません。client を指定してください。", "This grant is not available yet; use client."));
            RuleFor(c => c.GrantType).Must(g => g is "client" or "password" or "refresh")
                .WithMessage(_ => Problems.Say("client を指定してください。", "Must be client."));
            When(c => c.GrantType == "client", () =>
            {
                RuleFor(c => c.ClientId).NotEmpty().MaximumLength(Client.MaxId);
                RuleFor(c => c.ClientSecret).NotEmpty().MaximumLength(1000);
            });
        }
    }

    public static void Map(IEndpointRouteBuilder token) => token
        .MapPost("/", async (Command command, IMediator mediator, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return await mediator.Send(command, ct) is { } issued
                ? Results.Ok(issued)
                : Results.Problem(statusCode: 401, detail: Problems.Say("クライアント ID またはシークレットが正しくありません。", "The client id or the secret is wrong."));
        })
        .Produces<Token>()
        .ProducesProblem(401)
        .WithMetadata(new WithoutTransaction());

    public class Handler(RegistryDb db, Tickets tickets, TimeProvider clock) : IRequestHandler<Command, Token?>
    {
        static readonly byte[] Nobody = new byte[SHA256.HashSizeInBytes];

        public async Task<Token?> Handle(Command request, CancellationToken cancellationToken)
        {
            // an unknown client costs the same work and gets the same answer as a wrong secret
            var id = Client.IsId(request.ClientId) ? request.ClientId : "";
            var known = await db.Clients.AsNoTracking().Where(c => c.Id == id && c.RevokedAt == null)
                .Join(db.Organisations.Where(o => o.Active), c => c.OrganisationId, o => o.Id, (c, o) => new { Client = c, Organisation = o.Name })
                .SingleOrDefaultAsync(cancellationToken);
            var right = CryptographicOperations.FixedTimeEquals(Client.Hash(request.ClientSecret!), known?.Client.SecretHash ?? Nobody);
            if (known is null || !right)
            {
                await db.AuditNow(AuditActions.SignInFailed, known is null ? null : $"client/{id}", "grant=client", AuditActor.Unknown);
                return null;
            }

            await db.AuditNow(AuditActions.SignInSucceeded, $"client/{id}", "grant=client", new(known.Client.Id, known.Client.OrganisationId));
            return Issue(known.Client, known.Client.Name ?? known.Organisation);
        }

        Token Issue(Client client, string name)
        {
            var identity = new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, client.Id),
                    new(Caller.IssuedClaim, clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
                    new(ClaimTypes.Name, name),
                    new(ClaimTypes.Role, client.Role),
                    new(Caller.OrganisationClaim, client.OrganisationId.ToString()),
                ],
                BearerTokenDefaults.AuthenticationScheme);
            var properties = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + Tickets.Lifetime };
            var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), properties, BearerTokenDefaults.AuthenticationScheme);
            return new(tickets.Protect(ticket), "Bearer", (int)Tickets.Lifetime.TotalSeconds);
        }
    }
}
