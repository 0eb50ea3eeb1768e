using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Hosting.SignIn;

/// <summary>Enforces <see cref="PermissionTable"/> at every endpoint; no endpoint states who may call it.</summary>
public static class PermissionRules
{
    public static void AddPermissions(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new AsTheTableSays()).Build());
        services.AddSingleton<IAuthorizationHandler, Gate>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusal>();
    }

    /// <summary>Whether a caller may call an endpoint. A path that leads nowhere is told to the signed-in only.</summary>
    public static bool May(Caller caller, Permission? row, bool leadsNowhere) =>
        row is null ? leadsNowhere && caller.Subject.Length > 0 : row.Roles switch
        {
            null => true,
            [] => caller.Subject.Length > 0,
            var roles => roles.Any(caller.Is),
        };

    static Permission? RowOf(HttpContext http) => http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? PermissionTable.Find(http.Request.Method, pattern) : null;

    sealed class AsTheTableSays : IAuthorizationRequirement;

    sealed class Gate : AuthorizationHandler<AsTheTableSays>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AsTheTableSays requirement)
        {
            if (context.Resource is HttpContext http && May(new Caller(context.User), RowOf(http), leadsNowhere: http.GetEndpoint() is not RouteEndpoint)) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    sealed class Refusal : IAuthorizationMiddlewareResultHandler
    {
        readonly AuthorizationMiddlewareResultHandler framework = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (!authorizeResult.Forbidden || RowOf(context) is not { NamesAnItem: true }) return framework.HandleAsync(next, context, policy, authorizeResult);

            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }
    }
}
