using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Database;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Hosting.Http;

/// <summary>
/// Answers what is wrong as problem details (RFC 9457), in Japanese or English as the caller prefers. A 400 names each field by its
/// JSON path in <c>errors</c>. No answer repeats what was sent.
/// </summary>
public static partial class Problems
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            problem.Title = Title(context.HttpContext.Response.StatusCode) ?? problem.Title;
            problem.Extensions.Remove("exception");
        });
        services.AddExceptionHandler<Handler>();
        // what is answered with 500 is a bug and is logged, though a handler answered it
        services.Configure<ExceptionHandlerOptions>(options => options.SuppressDiagnosticsCallback = context => context.HttpContext.Response.StatusCode < 500);
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, new CultureInfo("ja"));
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures = [new("ja"), new("en")];
            options.RequestCultureProviders = [new LightPage.Language(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        ValidatorOptions.Global.PropertyNameResolver = (_, member, expression) =>
            // an included validator has neither member nor expression: its rules stand as if written here
            JsonPath(expression is not null && FluentValidation.Internal.PropertyChain.FromExpression(expression).ToString() is { Length: > 0 } chain ? chain : member?.Name ?? "");
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member is null ? null : JsonPath(member.Name);
    }

    /// <summary>The sentence in the caller's language.</summary>
    public static string Say(string ja, string en) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? en : ja;

    static string? Title(int status) => status switch
    {
        400 => Say("入力内容に誤りがあります。", "The request is not valid."),
        401 => Say("サインインが必要です。", "Sign-in is required."),
        403 => Say("この操作を行う権限がありません。", "You may not do this."),
        404 => Say("見つかりません。", "Not found."),
        405 => Say("この操作はできません。", "This method is not allowed here."),
        409 => Say("現在の状態ではこの操作を行えません。", "This cannot be done in the present state."),
        413 => Say("送信内容が大きすぎます。", "The request is too large."),
        415 => Say("Content-Type は application/json としてください。", "Content-Type must be application/json."),
        422 => Say("同じ Idempotency-Key が別の内容で使われています。", "The same Idempotency-Key was used with another body."),
        429 => Say("要求が多すぎます。しばらくしてから再度お試しください。", "Too many requests; try again later."),
        500 => Say("サーバーで問題が起きました。", "Something went wrong on the server."),
        503 => Say("一時的に利用できません。再度お試しください。", "Unavailable for a moment; try again."),
        _ => null,
    };

    sealed class Handler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            var (status, detail, errors) = Answer(exception, LimitOf(httpContext));
            httpContext.Response.StatusCode = status;
            var context = new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = errors is null ? new Microsoft.AspNetCore.Mvc.ProblemDetails { Detail = detail } : new HttpValidationProblemDetails(errors) { Detail = detail },
            };
            context.ProblemDetails.Status = status;
            return await problems.TryWriteAsync(context);
        }

        /// <summary>How many bytes the endpoint takes.</summary>
        static long LimitOf(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Hub.MaxBody;

        static (int Status, string? Detail, Dictionary<string, string[]>? Errors) Answer(Exception exception, long limit) => exception switch
        {
            ValidationException invalid => (400, null, invalid.Errors
                .GroupBy(e => e.PropertyName)
                .ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).Distinct().ToArray())),
            RuleViolation rule => (409, Say(rule.Ja, rule.En), null),
            BadHttpRequestException { StatusCode: 413 } => (413, null, Field("body", Say($"{limit / 1024 / 1024} MB までです。", $"At most {limit / 1024 / 1024} MB."))),
            BadHttpRequestException { StatusCode: 415 } => (415, null, Field("Content-Type", Say("application/json が必要です。", "Must be application/json."))),
            BadHttpRequestException { InnerException: JsonException json } => (400, null, Field(JsonField(json), Unreadable(json))),
            BadHttpRequestException bad => (bad.StatusCode, null, bad.StatusCode == 400 ? Field(Parameter(bad.Message), Say("値を読み取れません。", "The value cannot be read.")) : null),
            _ when exception is TimeoutException || DatabaseAway.IsToldBy(exception) => (503, null, null),
            _ => (500, null, null),
        };

        static Dictionary<string, string[]> Field(string name, string message) => new() { [name] = [message] };

        static string Unreadable(JsonException json) => json is UnknownLabelException
            ? Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", TlpLabels.All)
            : Say("JSON として読み取れないか、値の型が違います。", "Not readable as JSON, or of the wrong type.");

        static string JsonField(JsonException json) => json.Path is null or "$" or "" ? "$" : json.Path.TrimStart('$').TrimStart('.');

        static string Parameter(string message) => ParameterName().Match(message) is { Success: true } match ? match.Groups["name"].Value : "$";
    }

    /// <summary><c>Indicators[0].Value</c> → <c>indicators[0].value</c>.</summary>
    static string JsonPath(string path) => string.Join('.', path.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));

    [GeneratedRegex("parameter \"[^\"]+? (?<name>\\w+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex ParameterName();
}
