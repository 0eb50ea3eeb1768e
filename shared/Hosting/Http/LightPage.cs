using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Ceptoar.Hosting.Http;

/// <summary>
/// The pages without script for lines that carry little (<c>/light</c>): their frame, their language (<c>?lang=</c> before
/// <c>Accept-Language</c>), the cookie that holds the ticket, and who may post to them (<c>docs/adr/0019-a-page-without-script.md</c>).
/// </summary>
public static class LightPage
{
    public const string Path = "/light";
    public const string SignInPath = Path + "/sign-in";
    public const string SignOutPath = Path + "/sign-out";

    /// <summary>Holds an access ticket; sent to <see cref="Path"/> alone, and looked at there alone.</summary>
    public const string CookieName = "light";

    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => Html.Encode(text ?? "");

    /// <summary>A path within the pages as it stands in an attribute; it keeps the language that was chosen.</summary>
    public static string Link(HttpContext http, string path) => Encode(Address(http, path));

    /// <inheritdoc cref="Link"/>
    public static string Address(HttpContext http, string path) =>
        Language.Chosen(http) is not { } chosen ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={chosen}";

    /// <param name="http">The request.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="body">HTML.</param>
    /// <param name="status">HTTP status.</param>
    public static IResult Page(HttpContext http, string title, string body, int status = 200)
    {
        var (here, other, name) = Problems.Say("ja", "en") == "ja" ? ("ja", "en", "English") : ("en", "ja", "日本語");
        var self = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path.ToUriComponent() + Kept(http.Request.Query) : Path + "?";
        var out_ = http.User.Identity?.IsAuthenticated is true
            ? $"""<form method="post" action="{Link(http, SignOutPath)}"><button>{Problems.Say("サインアウト", "Sign out")}</button></form>"""
            : "";
        return TypedResults.Text(
            $"""
            <!DOCTYPE html>
            <html lang="{here}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)} – CeptoarHub</title><link rel="stylesheet" href="/light.css"></head>
            <body><header><a href="{Link(http, Path)}">{Problems.Say("情報提供の一覧", "Advisories")}</a> <a href="{Encode(self)}lang={other}" lang="{other}" hreflang="{other}">{name}</a> {out_}</header>
            <main>
            {body}
            </main></body></html>

            """, "text/html", Encoding.UTF8, status);
    }

    /// <summary>A page that says one thing.</summary>
    public static IResult Notice(HttpContext http, string text, int status) => Page(http, text, $"<h1>{Encode(text)}</h1>", status);

    /// <summary>To another of the pages, after something was done.</summary>
    public static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = Address(http, path);
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The fields of a form that was posted; none where it was no form.</summary>
    public static async Task<IFormCollection> Form(HttpContext http, CancellationToken ct)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : FormCollection.Empty;
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }

    /// <summary>The value of a field; null where it is empty.</summary>
    public static string? Field(this IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>Where the pages stand: what goes wrong is a page, and only they themselves post to them.</summary>
    public static RouteGroupBuilder MapLight(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Path);
        pages.ExcludeFromDescription();
        pages.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (!HttpMethods.IsGet(http.Request.Method) && !IsOwn(http.Request)) return Notice(http, Problems.Say("この操作は、このサイトのページからのみ行えます。", "This can be done from a page of this site alone."), 400);

            try
            {
                var answer = await next(context);
                return answer is IStatusCodeHttpResult { StatusCode: 404 } and not IValueHttpResult ? Notice(http, Problems.Say("見つかりません。", "Not found."), 404) : answer;
            }
            catch (RuleViolation rule)
            {
                return Notice(http, Problems.Say(rule.Ja, rule.En), 409);
            }
            catch (ValidationException invalid)
            {
                return Notice(http, string.Join(' ', invalid.Errors.Select(e => e.ErrorMessage).Distinct()), 400);
            }
        });
        return pages;
    }

    /// <summary>
    /// Whether a page of this origin posts. The cookie is SameSite=Strict already; this also keeps out a sibling host, and sign-in by
    /// another's page. Who brings a ticket in a header is no browser that was tricked.
    /// </summary>
    static bool IsOwn(HttpRequest request)
    {
        if (request.Headers.ContainsKey("Authorization")) return true;
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site)) return site == "same-origin";

        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    static string Kept(IQueryCollection query) =>
        "?" + string.Concat(query.Where(q => q.Key is not Language.Key).Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}&"));

    internal sealed class Language : RequestCultureProvider
    {
        internal const string Key = "lang";

        internal static string? Chosen(HttpContext http) => http.Request.Query[Key] is ["ja" or "en"] and var chosen ? chosen.ToString() : null;

        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) => Task.FromResult(
            httpContext.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal) && Chosen(httpContext) is { } chosen
                ? new ProviderCultureResult(CultureInfo.InvariantCulture.Name, new StringSegment(chosen)) : null);
    }
}
