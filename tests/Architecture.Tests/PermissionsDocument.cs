using System.Text;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Architecture.Tests;

/// <summary><c>docs/permissions.md</c> as the table of permissions gives it.</summary>
static class PermissionsDocument
{
    const string Nobody = "not signed in";

    public static string Text { get; } = Write();

    static string Write()
    {
        var text = new StringBuilder()
            .Append("# Who may call what\n\n")
            .Append("Made from `shared/Hosting/SignIn/PermissionTable.cs`, which the code enforces; each endpoint is walked with each role by `tests/*/PermissionTests.cs`.\n")
            .Append("To renew this page: `RENEW=1 dotnet test tests/Architecture.Tests`.\n\n")
            .Append("● may call it. A role without ● gets 404 where the path names an item and 403 where it names none; who is not signed in gets 401.\n")
            .Append("What is not among the items is 404 too.\n");
        foreach (var service in PermissionTable.All.GroupBy(p => p.Service)) Write(text, service);
        return text.ToString();
    }

    static void Write(StringBuilder text, IGrouping<string, Permission> service)
    {
        string[] columns = [Nobody, .. Role.All];
        text.Append('\n').Append("## ").Append(service.Key == "every" ? "Every service" : char.ToUpperInvariant(service.Key[0]) + service.Key[1..]).Append("\n\n")
            .Append("| endpoint | ").AppendJoin(" | ", columns).Append(" | items |\n")
            .Append("|---|").Insert(text.Length, ":-:|", columns.Length).Append("---|\n");
        foreach (var row in service)
        {
            text.Append("| `").Append(row.Method == "*" ? "" : row.Method + " ").Append(row.Path).Append("` | ")
                .AppendJoin(" | ", columns.Select(role => May(row, role) ? "●" : " ")).Append(" | ").Append(row.Items).Append(" |\n");
        }
    }

    static bool May(Permission row, string role) => row.Roles switch
    {
        null => true,
        [] => role != Nobody,
        var roles => roles.Contains(role),
    };
}
