using System.Text;

namespace Ceptoar.Story;

/// <summary>The invented operators as a file for <c>POST /api/organisations/import</c>.</summary>
public static class DemoCsv
{
    const string Header = "name,nameEn,kind,ceptoars,secondHop,prefecture,size,aliases,domains,cidrs,asns,systems,brands,vendors,sites,telephones,people";

    public static string Of(IEnumerable<DemoOperator> operators)
    {
        var csv = new StringBuilder(Header).Append("\r\n");
        foreach (var o in operators)
        {
            var s = o.Identifying;
            string[] fields =
            [
                o.Name, o.NameEn, "operator", o.Ceptoar, o.SecondHop ?? "", o.Prefecture, o.Size,
                .. new[] { [.. s.Names, .. s.Aliases], s.Domains, s.Cidrs, s.Asns, s.Systems, s.Brands, s.Vendors, s.Sites, s.Telephones, s.People }.Select(strings => string.Join(';', strings)),
            ];
            csv.AppendJoin(',', fields.Select(f => $"\"{f}\"")).Append("\r\n");
        }

        return csv.ToString();
    }
}
