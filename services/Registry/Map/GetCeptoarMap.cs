using System.Net.Mime;
using System.Text;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Contacts;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Import;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Ceptoar.Registry.Map;

/// <summary>
/// The map of the CEPTOARs (セプター特性把握マップ) from live data, as JSON, CSV or HTML by <c>?format=</c> or <c>Accept</c>. How many
/// belong to one is told exactly to the centre and its own secretariat; to all others as a band (invariant I6).
/// </summary>
public static class GetCeptoarMap
{
    static readonly string[] Formats = ["json", "csv", "html"];

    public record Query(string? Format) : IRequest<IReadOnlyList<View>>;

    /// <summary>
    /// <c>Members</c> is null where the caller may not know it. <c>MemberKinds</c>, <c>Information</c> and <c>HandlingRules</c> (a month)
    /// are those of March 2014; null while they are being settled.
    /// </summary>
    public record View(
        int Number, string Code, string Name, string Sector, string SectorName, string Secretariat, string? Desk, string Ministry, int? Members, string SizeBand,
        string? MemberKinds, string? Information, IReadOnlyList<string> ContactMeans, string? HandlingRules);

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Format).OneOf(Formats);
    }

    public static void Map(IEndpointRouteBuilder ceptoars) => ceptoars
        .MapGet("/map", async (string? format, HttpContext http, IMediator mediator, CancellationToken ct) =>
        {
            var rows = await mediator.Send(new Query(format), ct);
            http.Response.Headers.Vary = HeaderNames.Accept;
            return (format ?? Preferred(http.Request)) switch
            {
                "csv" => Results.Text("\uFEFF" + Csv(rows), "text/csv", Encoding.UTF8),
                "html" => Results.Text(MapPage.Of(rows), MediaTypeNames.Text.Html, Encoding.UTF8),
                _ => Results.Ok(Paging.Whole(rows)),
            };
        })
        .Produces<Page<View>>();

    public class Handler(RegistryDb db, Caller caller) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (bodies, groups) = await db.CeptoarsNow(cancellationToken);
            return [.. CeptoarTable.All.Select((c, i) =>
            {
                var (profile, size) = (CeptoarProfile.Of(c.Code), groups[c.Code]);
                var exactly = caller.MaySeeMembers(size.Group);
                return new View(i + 1, c.Code, c.Name, c.Sector, Contracts.Sectors.All.First(s => s.Value == c.Sector).Ja, bodies[c.SecretariatId].Name, profile.Desk, bodies[c.MinistryId].Name,
                    exactly ? size.Members.Count : null, GroupSize.Band(size.Members.Count), profile.MemberKinds, profile.Information, [.. ChannelTable.Of(c.Code).Select(Channel.Name)], profile.HandlingRules);
            })];
        }
    }

    /// <summary>The form that the caller likes best; JSON where it does not say.</summary>
    static string Preferred(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(a => a.Quality ?? 1)
        .Select(a => a.MediaType.Value switch { "application/json" or "*/*" => "json", "text/csv" => "csv", "text/html" => "html", _ => null })
        .FirstOrDefault(f => f is not null) ?? "json";

    static string Csv(IReadOnlyList<View> rows) => CsvText.Write(["number", "code", "name", "sector", "secretariat", "desk", "ministry", "members", "memberKinds", "information", "contactMeans", "handlingRules"])
        + string.Concat(rows.Select(r => CsvText.Write(new[]
        {
            r.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), r.Code, r.Name, r.SectorName, r.Secretariat, r.Desk, r.Ministry, r.Counted(), r.MemberKinds, r.Information,
            CsvCell.Join(r.ContactMeans), r.HandlingRules,
        }.Select(cell => CsvCell.Guarded(cell ?? "")))));

    /// <summary>The number of members as far as the caller may know it.</summary>
    public static string Counted(this View row) => row.Members?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? row.SizeBand;
}
