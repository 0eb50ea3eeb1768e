using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;

namespace Ceptoar.Registry.SignIn;

/// <summary>Signs a person in to the pages without script: by form, into a cookie that holds the access ticket and nothing longer-lived.</summary>
public static class LightSignIn
{
    const string AdvisoryPath = LightPage.Path + "/advisories/";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sign-in", (HttpContext http) => Form(http, http.Request.Query["to"], [], 200));
        pages.MapPost("/sign-in", async (HttpContext http, IMediator mediator, AttemptLimiter attempts, CancellationToken ct) =>
        {
            var form = await LightPage.Form(http, ct);
            if (attempts.Refuse(http, "password") is not null) return Form(http, form["to"], [Problems.Say("このアドレスからの試行が多すぎます。しばらくしてから再度お試しください。", "Too many attempts from this address; try again later.")], 429);

            try
            {
                return await mediator.Send(CommandOf(form, http), ct) is { } token ? SignedIn(http, form["to"], token) : Form(http, form["to"], [Problems.Say("サインインできません。メールアドレス、パスワード、コードのいずれかが正しくありません。", "Sign-in failed: the mail address, the password or the code is wrong.")], 401);
            }
            catch (ValidationException invalid)
            {
                return Form(http, form["to"], [.. invalid.Errors.Select(e => $"{NameOf(e.PropertyName)}: {e.ErrorMessage}").Distinct()], 400);
            }
        }).WithMetadata(new WithoutTransaction());
    }

    static IssueToken.Command CommandOf(IFormCollection form, HttpContext http)
    {
        var code = form.Field("code")?.Trim();
        var isTotp = code?.All(c => char.IsAsciiDigit(c) || c == ' ') is not false;
        return new()
        {
            GrantType = "password",
            Email = form.Field("email")?.Trim(),
            Password = form.Field("password"),
            Totp = isTotp ? code?.Replace(" ", "", StringComparison.Ordinal) : null,
            RecoveryCode = isTotp ? null : code,
            UserAgent = http.Request.Headers.UserAgent.ToString(),
        };
    }

    static IResult SignedIn(HttpContext http, string? to, Token token)
    {
        http.Response.Cookies.Append(LightPage.CookieName, token.AccessToken, CookieFor(http, TimeSpan.FromSeconds(token.ExpiresIn)));
        return LightPage.SeeOther(http, Target(to) ?? LightPage.Path);
    }

    internal static CookieOptions CookieFor(HttpContext http, TimeSpan? maxAge) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = LightPage.Path, MaxAge = maxAge, IsEssential = true };

    /// <summary>The advisory that was asked for; null for any other place.</summary>
    static string? Target(string? to) => to?.StartsWith(AdvisoryPath, StringComparison.Ordinal) is true && Guid.TryParseExact(to[AdvisoryPath.Length..], "D", out var id) ? $"{AdvisoryPath}{id}" : null;

    static string NameOf(string field) => field switch
    {
        "email" => Problems.Say("メールアドレス", "Mail address"),
        "password" => Problems.Say("パスワード", "Password"),
        _ => Problems.Say("コード", "Code"),
    };

    static IResult Form(HttpContext http, string? to, string[] faults, int status) => LightPage.Page(http, Problems.Say("サインイン", "Sign in"),
        $"""
        <h1>{Problems.Say("サインイン（スクリプトを使わないページ）", "Sign in (page without script)")}</h1>
        <p>{Problems.Say("情報提供の閲覧と確認ができます。15 分で終了します。サインインの前に押したボタンの操作は行われていません。", "For reading and confirming advisories. It ends after 15 minutes. What you pressed before signing in was not done.")}</p>
        {string.Concat(faults.Select(f => $"<p role=\"alert\">{LightPage.Encode(f)}</p>"))}
        <form method="post" action="{LightPage.Link(http, LightPage.SignInPath)}">
        <input type="hidden" name="to" value="{LightPage.Encode(Target(to))}">
        <p><label>{NameOf("email")}<br><input name="email" type="email" autocomplete="username" required></label></p>
        <p><label>{NameOf("password")}<br><input name="password" type="password" autocomplete="current-password" required></label></p>
        <p><label>{Problems.Say("認証アプリのコード、または回復コード", "Code of your authenticator app, or a recovery code")}<br><input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required></label></p>
        <p><button>{Problems.Say("サインイン", "Sign in")}</button></p>
        </form>
        """, status);
}

/// <summary>Ends what a person signed in to by the form.</summary>
public static class LightSignOut
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost("/sign-out", async (HttpContext http, Caller caller, IMediator mediator, CancellationToken ct) =>
    {
        if (Guid.TryParse(caller.Session, out var session)) await mediator.Send(new EndSession.Command(session), ct);
        http.Response.Cookies.Delete(LightPage.CookieName, LightSignIn.CookieFor(http, maxAge: null));
        return LightPage.SeeOther(http, LightPage.SignInPath);
    });
}
