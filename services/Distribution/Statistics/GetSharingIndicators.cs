using System.Globalization;
using Ceptoar.Directory;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Statistics;

/// <summary>
/// The three official indicators of information sharing (指標), per month in Japan: items the centre issued (発信件数), items shared in CEPTOARs (共有件数), operators
/// that judged what was shared useful (有用と評価した事業者数). Counts alone, nothing of drills (I7); for the centre, and per CEPTOAR for its secretariat.
/// </summary>
public static class GetSharingIndicators
{
    const int MostMonths = 36;
    static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <param name="From">First month, as 2026-04; the fiscal year's first unless given.</param>
    /// <param name="To">Last month; the present one unless given.</param>
    public record Query(string? From, string? To) : IRequest<View>;

    /// <summary><c>Months</c>, all CEPTOARs together, for the centre alone.</summary>
    public record View(IReadOnlyList<Month>? Months, IReadOnlyList<Ceptoar> Ceptoars);

    /// <summary>Issued: of the centre. Shared: items that reached members of a CEPTOAR. Useful: operators, each once a month.</summary>
    public record Month(string Name, int Issued, int Shared, int Useful);

    public record Ceptoar(Guid GroupId, string Name, IReadOnlyList<CeptoarMonth> Months);

    public record CeptoarMonth(string Name, int Shared, int Useful);

    public class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.From).Must(IsMonth).WithMessage(_ => Problems.Say("2026-04 の形式で指定してください。", "Must be a month such as 2026-04."));
            RuleFor(q => q.To).Must(IsMonth).WithMessage(_ => Problems.Say("2026-04 の形式で指定してください。", "Must be a month such as 2026-04."));
            RuleFor(q => q.To).Must((q, to) => Read(q.From) is not { } from || Read(to) is not { } until || (until >= from && until < from.AddMonths(MostMonths)))
                .WithMessage(_ => Problems.Say($"開始月以後の {MostMonths} か月以内としてください。", $"Must lie within {MostMonths} months from the first one."));
        }

        static bool IsMonth(string? text) => text is null || Read(text) is not null;
    }

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/sharing-indicators", (string? from, string? to, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(from, to), ct)).WithTags("Advisories");

    public class Handler(DistributionDb db, DirectoryReader directory, Caller caller, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = clock.GetUtcNow().ToOffset(Japan);
            var to = Read(request.To) ?? Read(request.From)?.AddMonths(11) ?? new DateOnly(today.Year, today.Month, 1);
            var from = Read(request.From) ?? new DateOnly(to.Month >= 4 ? to.Year : to.Year - 1, 4, 1);
            var names = Enumerable.Range(0, ((to.Year - from.Year) * 12) + to.Month - from.Month + 1).Select(i => NameOf(from.AddMonths(i))).ToArray();

            var now = await directory.Now(cancellationToken);
            var isCentre = NameRules.IsCentre(caller.OrganisationId, now);
            var groups = now.Groups.Values.Where(g => g.Kind == "ceptoar" && (isCentre || g.Secretariat == caller.OrganisationId)).OrderBy(g => g.Name, StringComparer.Ordinal).ToArray();
            var members = groups.SelectMany(g => now.MembersOf([g.Id]).Select(o => (Group: g.Id, Organisation: o.Id, IsOperator: o.Kind == "operator"))).ToArray();
            var (shared, useful) = (await Shared(members, from, to, cancellationToken), await Useful(members, from, to, cancellationToken));
            var issued = isCentre ? await Issued([.. now.Organisations.Values.Where(o => o.Kind == "centre").Select(o => o.Id)], from, to, cancellationToken) : [];
            return new(
                isCentre ? [.. names.Select(n => new Month(n, Of(issued, n), Of(shared, n), Of(useful, n)))] : null,
                [.. groups.Select(g => new Ceptoar(g.Id, Problems.Say(g.Name, g.NameEn), [.. names.Select(n => new CeptoarMonth(n, Of(shared, n, g.Id), Of(useful, n, g.Id)))]))]);

            static int Of(List<Counted> counts, string month, Guid? group = null) => counts.SingleOrDefault(c => c.Month == month && c.Group == group)?.Count ?? 0;
        }

        Task<List<Counted>> Issued(Guid[] centres, DateOnly from, DateOnly to, CancellationToken ct) => db.Database.SqlQuery<Counted>(
            $"""
            select null::uuid as "Group", to_char(first_issued_at at time zone 'Asia/Tokyo', 'YYYY-MM') as "Month", count(*)::int as "Count"
            from advisory where not drill and author = any({centres}) and first_issued_at >= {Start(from)} and first_issued_at < {Start(to.AddMonths(1))} group by 2
            """).ToListAsync(ct);

        Task<List<Counted>> Shared((Guid Group, Guid Organisation, bool IsOperator)[] members, DateOnly from, DateOnly to, CancellationToken ct) => db.Database.SqlQuery<Counted>(
            $"""
            with shared as (
              select distinct m.group_id, a.id, to_char(a.first_issued_at at time zone 'Asia/Tokyo', 'YYYY-MM') as month
              from advisory a join inbox i on i.advisory_id = a.id and i.event = 'released'
              join unnest({members.Select(m => m.Group).ToArray()}, {members.Select(m => m.Organisation).ToArray()}) as m (group_id, organisation) on m.organisation = i.mailbox_id
              where not a.drill and a.first_issued_at >= {Start(from)} and a.first_issued_at < {Start(to.AddMonths(1))})
            select group_id as "Group", month as "Month", count(distinct id)::int as "Count" from shared group by grouping sets ((group_id, month), (month))
            """).ToListAsync(ct);

        // of what an operator answered to an item in a month, the last counts for that month
        Task<List<Counted>> Useful((Guid Group, Guid Organisation, bool IsOperator)[] members, DateOnly from, DateOnly to, CancellationToken ct) => db.Database.SqlQuery<Counted>(
            $"""
            with said as (
              select distinct on (w.advisory_id, w.mailbox_id, to_char(w.answered_at at time zone 'Asia/Tokyo', 'YYYY-MM'))
                w.mailbox_id, w.useful, to_char(w.answered_at at time zone 'Asia/Tokyo', 'YYYY-MM') as month
              from answer w join advisory a on a.id = w.advisory_id
              where not a.drill and w.answered_at >= {Start(from)} and w.answered_at < {Start(to.AddMonths(1))}
              order by w.advisory_id, w.mailbox_id, to_char(w.answered_at at time zone 'Asia/Tokyo', 'YYYY-MM'), w.position desc)
            select m.group_id as "Group", s.month as "Month", count(distinct s.mailbox_id)::int as "Count"
            from said s join unnest({members.Where(m => m.IsOperator).Select(m => m.Group).ToArray()}, {members.Where(m => m.IsOperator).Select(m => m.Organisation).ToArray()}) as m (group_id, organisation) on m.organisation = s.mailbox_id
            where s.useful group by grouping sets ((m.group_id, s.month), (s.month))
            """).ToListAsync(ct);

        static DateTimeOffset Start(DateOnly month) => new DateTimeOffset(month.ToDateTime(TimeOnly.MinValue), Japan).ToUniversalTime();
    }

    static string NameOf(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static DateOnly? Read(string? month) => DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is > 2000 and < 2200 ? read : null;

    sealed record Counted(Guid? Group, string Month, int Count);
}
