using System.Text.Json.Serialization;
using Ceptoar.Hosting.Http;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.People;
using FluentValidation;
using MediatR;

namespace Ceptoar.Registry.SignIn;

/// <summary>
/// The one way in: a system with its client id and secret, a person with mail address, password and authenticator (or recovery
/// code), or either session's next ticket with its refresh token. Tickets hold for 15 minutes.
/// </summary>
public static class IssueToken
{
    /// <summary>The path that the cookie belongs to.</summary>
    public const string Path = "/api/token";
    public const string CookieName = "refresh";

    public record Command : IRequest<Token?>
    {
        /// <summary>client, password or refresh.</summary>
        public string? GrantType { get; init; }
        public string? ClientId { get; init; }
        public string? ClientSecret { get; init; }
        public string? Email { get; init; }
        public string? Password { get; init; }
        public string? Totp { get; init; }
        public string? RecoveryCode { get; init; }
        public string? RefreshToken { get; init; }

        /// <summary>For browsers: the refresh token comes as a cookie that no script can read. With the grant refresh it need not be said again.</summary>
        public bool? Cookie { get; init; }

        [JsonIgnore]
        public string? UserAgent { get; init; }

        [JsonIgnore]
        public bool IsCookie { get; init; }
    }

    public class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.GrantType).Must(g => g is "client" or "password" or "refresh")
                .WithMessage(_ => Problems.Say("client、password、refresh のいずれかを指定してください。", "Must be client, password or refresh."));
            When(c => c.GrantType == "client", () =>
            {
                RuleFor(c => c.ClientId).NotEmpty().MaximumLength(Client.MaxId);
                RuleFor(c => c.ClientSecret).NotEmpty().MaximumLength(1000);
            });
            When(c => c.GrantType == "password", () =>
            {
                RuleFor(c => c.Email).NotEmpty().MaximumLength(Person.MaxEmail).Plain();
                RuleFor(c => c.Password).NotEmpty().MaximumLength(PasswordRules.Max);
                RuleFor(c => c.Totp).MaximumLength(20);
                RuleFor(c => c.RecoveryCode).MaximumLength(50);
                RuleFor(c => c.Totp).NotEmpty().When(c => string.IsNullOrEmpty(c.RecoveryCode))
                    .WithMessage(_ => Problems.Say("認証アプリのコードまたは回復コードを指定してください。", "Give the code of your authenticator app, or a recovery code."));
            });
            When(c => c.GrantType == "refresh", () => RuleFor(c => c.RefreshToken).NotEmpty().MaximumLength(200));
        }
    }

    public static void Map(IEndpointRouteBuilder token) => token
        .MapPost("/", async (Command command, IMediator mediator, AttemptLimiter attempts, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            if (command.GrantType == "password" && attempts.Refuse(http, "password") is { } refusal) return refusal;

            var held = command is { GrantType: "refresh", RefreshToken: null } ? http.Request.Cookies[CookieName] : null;
            var asCookie = held is not null || command.Cookie is true;
            var issued = await mediator.Send(command with { RefreshToken = held ?? command.RefreshToken, IsCookie = held is not null, UserAgent = http.Request.Headers.UserAgent.ToString() }, ct);
            if (issued is null)
            {
                if (held is not null) http.Response.Cookies.Delete(CookieName, CookieFor(http));
                return Results.Problem(statusCode: 401, detail: Refusal(command.GrantType!));
            }

            if (issued.RefreshToken is null || !asCookie) return Results.Ok(issued);

            http.Response.Cookies.Append(CookieName, issued.RefreshToken, CookieFor(http));
            return Results.Ok(issued with { RefreshToken = null });
        })
        .Produces<Token>()
        .ProducesProblem(401)
        .ProducesProblem(429)
        .WithMetadata(new WithoutTransaction());

    static CookieOptions CookieFor(HttpContext http) => new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = Path, IsEssential = true };

    /// <summary>One and the same for whatever was wrong.</summary>
    static string Refusal(string grantType) => grantType switch
    {
        "client" => Problems.Say("クライアント ID またはシークレットが正しくありません。", "The client id or the secret is wrong."),
        "password" => Problems.Say("サインインできません。メールアドレス、パスワード、コードのいずれかが正しくありません。", "Sign-in failed: the mail address, the password or the code is wrong."),
        _ => Problems.Say("セッションは終了しています。サインインし直してください。", "The session is over; sign in again."),
    };

    public class Handler(IMediator mediator) : IRequestHandler<Command, Token?>
    {
        public Task<Token?> Handle(Command request, CancellationToken cancellationToken) => request.GrantType switch
        {
            "client" => mediator.Send(new SignInClient.Command(request.ClientId!, request.ClientSecret!), cancellationToken),
            "password" => mediator.Send(new SignInPerson.Command(request.Email!, request.Password!, request.Totp, request.RecoveryCode, request.UserAgent), cancellationToken),
            _ => mediator.Send(new RefreshSession.Command(request.RefreshToken!, request.IsCookie), cancellationToken),
        };
    }
}
