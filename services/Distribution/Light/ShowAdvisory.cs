using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Answers;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Hosting.Http;
using MediatR;

namespace Ceptoar.Distribution.Light;

/// <summary>One advisory on a page without script, as <see cref="GetAdvisory"/> reads it, with the buttons that answer it. Looking at it confirms nothing.</summary>
public static class ShowAdvisory
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/advisories/{id:guid}", async Task<IResult> (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetAdvisory.Query(id), ct) is { } view ? LightPage.Page(http, LightRendition.Heading(view), BodyOf(view, http)) : TypedResults.NotFound());

        pages.MapPost("/advisories/{id:guid}/receipts", async Task<IResult> (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        {
            var form = await LightPage.Form(http, ct);
            var given = await mediator.Send(new GiveReceipt.Command(form.Field("state"), form.Field("comment")) { AdvisoryId = id }, ct);
            return given is null ? TypedResults.NotFound() : LightPage.SeeOther(http, PathOf(id));
        }).WithMetadata(new WithoutTransaction()); // it is written with those of others, in their transaction

        pages.MapPost("/advisories/{id:guid}/answers", async Task<IResult> (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        {
            var form = await LightPage.Form(http, ct);
            var given = await mediator.Send(new GiveAnswer.Command(form.Field("affected"), Useful: null, form.Field("comment")) { AdvisoryId = id }, ct);
            return given is null ? TypedResults.NotFound() : LightPage.SeeOther(http, PathOf(id));
        });
    }

    static string PathOf(Guid id) => $"{LightPage.Path}/advisories/{id}";

    static string BodyOf(GetAdvisory.View view, HttpContext http) =>
        $"""
        <article data-tlp="{Contracts.TlpLabels.Label(view.Tlp)}">
        {LightRendition.ArticleOf(view, http.Request.Query[LightRendition.WholeKey] == "1" ? null : LightPage.Address(http, LightRendition.WholeAt(view.Id)))}
        </article>
        {(view.MyReceipt is { } mine ? Forms(view, mine, http) : "")}
        """;

    static string Forms(GetAdvisory.View view, ReceiptView mine, HttpContext http) =>
        $"""
        <section><h2>{Problems.Say("貴組織の状況", "Your organisation's receipt")}: {LightPage.Encode(LightRendition.Standing(mine.State))}</h2>
        <form method="post" action="{LightPage.Link(http, PathOf(view.Id) + "/receipts")}">
        <p><label>{Problems.Say("コメント（任意）", "Comment (optional)")}<br><textarea name="comment" rows="2" maxlength="2000"></textarea></label></p>
        <p><button name="state" value="confirmed">{Problems.Say("確認しました", "Confirm")}</button> <button name="state" value="cannotAct">{Problems.Say("対応できません", "Cannot act")}</button></p>
        </form>
        {(view.State == Advisory.Recalled ? "" : Affected(view, http))}
        </section>
        """;

    static string Affected(GetAdvisory.View view, HttpContext http) =>
        $"""
        <h2>{Problems.Say("影響の有無", "Are you affected?")}</h2>
        <form method="post" action="{LightPage.Link(http, PathOf(view.Id) + "/answers")}">
        <p><label>{Problems.Say("コメント（任意）", "Comment (optional)")}<br><textarea name="comment" rows="2" maxlength="2000"></textarea></label></p>
        <p><button name="affected" value="yes">{Problems.Say("影響あり", "Affected")}</button> <button name="affected" value="no">{Problems.Say("影響なし", "Not affected")}</button> <button name="affected" value="investigating">{Problems.Say("調査中", "Investigating")}</button></p>
        </form>
        """;
}
