using System.Net;
using System.Text.Json;
using Ceptoar.Hosting.SignIn;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ceptoar.Testing;

/// <summary>
/// Walks the endpoints of a service with every role and none, own and foreign: what <see cref="PermissionTable"/> says is what
/// happens. Each service inherits it in one class.
/// </summary>
public abstract class PermissionWalk<TProgram>(ServiceFixture<TProgram> service) where TProgram : class
{
    const string Nobody = "nobody";

    /// <summary>Items that exist, for the walk of a foreign organisation.</summary>
    /// <param name="Owners">By role, an organisation to which the items are there.</param>
    /// <param name="Values">What stands for them in paths, by the parameter's name.</param>
    protected sealed record OwnItems(IReadOnlyDictionary<string, Guid> Owners, IReadOnlyDictionary<string, string> Values);

    /// <summary>The rows of this service's endpoints × the roles and nobody.</summary>
    public static TheoryData<string, string, string> Calls
    {
        get
        {
            var calls = new TheoryData<string, string, string>();
            foreach (var row in Rows)
            {
                foreach (var role in Role.All.Prepend(Nobody)) calls.Add(row.Method, row.Path, role);
            }

            return calls;
        }
    }

    public static TheoryData<string, string> ItemCalls
    {
        get
        {
            var calls = new TheoryData<string, string>();
            foreach (var row in Rows.Where(r => r.NamesAnItem)) calls.Add(row.Method, row.Path);
            return calls;
        }
    }

    static string Name => typeof(TProgram).Assembly.GetName().Name!["Ceptoar.".Length..].ToLowerInvariant();

    static IEnumerable<Permission> Rows => PermissionTable.All.Where(r => r.Service == "every" || r.Service == Name);

    /// <summary>Makes real items of the service.</summary>
    protected abstract Task<OwnItems> MakeItems();

    /// <summary>The organisation for which the walk signs in where it asks for no item.</summary>
    protected virtual Guid Organisation { get; } = Guid.NewGuid();

    /// <summary>An organisation that has nothing to do with the items.</summary>
    protected virtual Guid Foreign { get; } = Guid.NewGuid();

    /// <summary>Whether a role sees the items of every organisation.</summary>
    protected virtual bool SeesAll(string path, string role) => false;

    /// <summary>Whether an owner of the items finds this there, too.</summary>
    protected virtual bool IsThereFor(string path, string role) => true;

    /// <summary>A body that is taken as it is, so that the walk comes to the question whose item it is; null where the service's walk has none.</summary>
    protected virtual object? BodyOf(string method, string path, string role) => null;

    [Fact]
    public void Every_endpoint_stands_in_the_table_of_permissions() =>
        Assert.All(Endpoints(), e => Assert.True(PermissionTable.Find(e.Method, e.Path) is { } row && Rows.Contains(row), $"No row for {e.Method} {e.Path}"));

    [Fact]
    public void Every_row_of_the_table_has_an_endpoint()
    {
        var endpoints = Endpoints().ToHashSet();
        Assert.All(Rows, row => Assert.True(endpoints.Any(e => e.Path == row.Path && (row.Method == "*" || e.Method is "*" || e.Method == row.Method)), $"No endpoint {row.Method} {row.Path}"));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_role_gets_what_the_table_says(string method, string path, string role)
    {
        var row = Rows.Single(r => r.Method == method && r.Path == path);
        using var http = role == Nobody ? service.Http() : service.Http(role, Organisation);

        var status = await Ask(http, row, _ => Guid.NewGuid().ToString());

        if (row.Roles is not null && role == Nobody) Assert.Equal(HttpStatusCode.Unauthorized, status);
        else if (row.Roles is { Length: > 0 } && !row.Roles.Contains(role)) Assert.Equal(row.NamesAnItem ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, status);
        else Assert.DoesNotContain(status, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, .. row.NamesAnItem ? Array.Empty<HttpStatusCode>() : [HttpStatusCode.NotFound]]);
    }

    [Theory]
    [MemberData(nameof(ItemCalls))]
    public async Task An_item_is_there_for_its_owner_and_not_for_a_foreign_organisation(string method, string path)
    {
        var row = Rows.Single(r => r.Method == method && r.Path == path);
        var items = await MakeItems();
        var permitted = row.Roles is null or [] ? Role.All : row.Roles;

        foreach (var role in permitted.Where(r => row.Service != "every" && !SeesAll(path, r)))
        {
            using var foreign = service.Http(role, Foreign);
            var body = BodyOf(method, path, role);
            var status = await Ask(foreign, row, name => items.Values[name], body);
            // a body that is no good is told before anything is looked for; the answer must not tell whether the item is there
            if (status != HttpStatusCode.BadRequest || method == "GET" || body is not null) Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Equal(await Ask(foreign, row, name => Guid.TryParse(items.Values[name], out _) ? Guid.NewGuid().ToString() : items.Values[name], body), status);
        }

        var owners = permitted.Where(r => items.Owners.ContainsKey(r) && IsThereFor(path, r) && (method == "GET" || BodyOf(method, path, r) is not null)).ToArray();
        if (method == "GET") Assert.NotEmpty(owners);
        foreach (var role in owners)
        {
            using var own = service.Http(role, items.Owners[role]);
            Assert.DoesNotContain(await Ask(own, row, name => items.Values[name], BodyOf(method, path, role)), (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);
        }
    }

    IEnumerable<(string Method, string Path)> Endpoints() =>
        from endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: { Count: > 0 } methods } ? methods : ["*"]
        select (method, PermissionTable.PathOf(endpoint.RoutePattern.RawText!));

    static async Task<HttpStatusCode> Ask(HttpClient http, Permission row, Func<string, string> value, object? body = null)
    {
        var path = string.Join('/', row.Path.Split('/').Select(part => part.StartsWith('{') ? value(part.Trim('{', '}')) : part));
        var method = row.Method == "*" ? path.EndsWith("/negotiate", StringComparison.Ordinal) ? "POST" : "GET" : row.Method;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is not ("GET" or "DELETE")) request.Content = new StringContent(JsonSerializer.Serialize(body ?? new { }, JsonSerializerOptions.Web), System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
