using System.Globalization;
using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;

namespace Ceptoar.Distribution.Light;

/// <summary>The mailboxes of the caller on a page without script: what waits for a confirmation first, then the rest; further back with <c>?before=</c> a number.</summary>
public static class ShowInbox
{
    const int Most = 30;

    public record Query(long? Before) : IRequest<View>;

    /// <summary><c>Waiting</c> and <c>Named</c> (RED) are on the first page alone; <c>Older</c>: the number from which there is more.</summary>
    public record View(IReadOnlyList<ListAdvisories.Item> Named, IReadOnlyList<ListAdvisories.Item> Waiting, IReadOnlyList<ListAdvisories.Item> All, long? Older);

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/", async (long? before, HttpContext http, IMediator mediator, CancellationToken ct) =>
        LightPage.Page(http, Problems.Say("情報提供の一覧", "Advisories"), BodyOf(await mediator.Send(new Query(before), ct), http)));

    public class Handler(Reading reading, Caller caller, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            await reading.RefuseWithoutHandlingRules(caller.OrganisationId, cancellationToken);
            var own = Mailbox.Of(caller.OrganisationId);
            if (request.Before is { } before)
            {
                var back = await Page(own, q => q.Where(f => f.Row.Sequence < before), Most, cancellationToken);
                return new([], [], back, Older(back, Most));
            }

            var named = caller.PersonId() is { } person ? await Page(new Mailbox(person, caller.OrganisationId), q => q, Most, cancellationToken) : [];
            var waiting = await Page(own, q => q.Where(f => f.Row.ConfirmedAt == null && f.Row.CannotActAt == null), Most, cancellationToken);
            var rest = Math.Max(Most - waiting.Count, 10);
            var all = await Page(own, q => q.Where(f => f.Row.ConfirmedAt != null || f.Row.CannotActAt != null), rest, cancellationToken);
            return new(named, waiting, all, waiting.Count == Most || all.Count == rest ? long.MaxValue : null);
        }

        static long? Older(IReadOnlyList<ListAdvisories.Item> shown, int most) => shown.Count == most ? shown[^1].Sequence : null;

        async Task<IReadOnlyList<ListAdvisories.Item>> Page(Mailbox mailbox, Func<IQueryable<Reading.Found>, IQueryable<Reading.Found>> which, int most, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            return [.. (await reading.Page(mailbox, which, after: null, most, ct)).Select(f => ListAdvisories.ItemOf(f, now))];
        }
    }

    static string BodyOf(View view, HttpContext http) =>
        $"""
        <h1>{Problems.Say("情報提供の一覧", "Advisories")}</h1>
        {Section(Problems.Say("あなた個人あて（TLP:RED）", "For you in person (TLP:RED)"), view.Named, http)}
        {Section(Problems.Say("確認を待つもの", "Waiting for your confirmation"), view.Waiting, http)}
        {Section(view.Waiting.Count > 0 ? Problems.Say("確認したもの", "Confirmed") : Problems.Say("情報提供", "Advisories"), view.All, http)}
        {(view is { Named: [], Waiting: [], All: [] } ? $"<p>{Problems.Say("ありません。", "None.")}</p>" : "")}
        {(view.Older is { } older ? $"<p><a href=\"{LightPage.Link(http, $"{LightPage.Path}?before={older.ToString(CultureInfo.InvariantCulture)}")}\">{(older == long.MaxValue ? Problems.Say("すべて（新しい順）", "All, newest first") : Problems.Say("さらに前", "Further back"))}</a></p>" : "")}
        """;

    static string Section(string title, IReadOnlyList<ListAdvisories.Item> items, HttpContext http) => items.Count == 0 ? "" :
        $"<h2>{LightPage.Encode(title)}</h2><ul>{string.Concat(items.Select(i => Line(i, http)))}</ul>";

    static string Line(ListAdvisories.Item item, HttpContext http) =>
        $"<li><a href=\"{LightPage.Link(http, $"{LightPage.Path}/advisories/{item.Id}")}\"><b>TLP:{item.Tlp.Label()}</b> {LightPage.Encode(item.Number)} {LightPage.Encode(TitleOf(item))}</a><br>{LightPage.Encode(string.Join(Problems.Say("・", " · "), Facts(item)))}</li>\n";

    static string TitleOf(ListAdvisories.Item item) => item.Title ?? DrillMark.Say(item.Drill) + Problems.Say("撤回されました", "recalled");

    static IEnumerable<string> Facts(ListAdvisories.Item item)
    {
        if (item.Severity is { } severity) yield return Problems.Say("重要度：", "severity: ") + LightRendition.Name(Taxonomy.Severities.Of(severity));
        if (item.Urgency == "urgent") yield return LightRendition.Name(Taxonomy.Urgencies.Of("urgent"));
        yield return LightRendition.Time(item.IssuedAt);
        yield return LightRendition.Standing(item.MyReceipt.State);
    }
}
