using Ceptoar.Contracts;
using Ceptoar.Distribution.Drills;

namespace Ceptoar.Distribution.Channels;

/// <summary>Writes the mail of the day: a line for each advisory that fitted a person's subscription.</summary>
public static class DigestLetter
{
    /// <param name="items">What may leave, in the order in which it is listed; not empty.</param>
    /// <param name="linkTo">Where an advisory is read after sign-in.</param>
    public static Letter Of(IReadOnlyList<Leaving> items, Func<Guid, string> linkTo)
    {
        // what is drilled beside what is not must not make the whole mail look like a drill
        var drill = items.All(i => i.Drill) ? DrillMark.Ja : "";
        var strictest = items.Max(i => i.Tlp).Label();
        var (ja, en) = ($"配信設定に合う情報提供 {items.Count} 件です。内容の確認と受領はハブで行ってください。", $"{items.Count} advisory(ies) that fit your subscription. Read and confirm them in the hub.");
        return new(
            $"{drill}[TLP:{strictest}] 情報提供のまとめ / Digest of advisories ({items.Count})",
            AdvisoryLetter.Lines([ja, en, "", .. items.SelectMany(i => new[] { LineOf(i), linkTo(i.AdvisoryId), "" }), Why, "", "TLP:" + strictest]),
            AdvisoryLetter.Page(
                $"""
                <p>{AdvisoryLetter.Encode(ja)}<br><span lang="en">{AdvisoryLetter.Encode(en)}</span></p>
                <ul>
                {string.Join('\n', items.Select(i => $"<li>{AdvisoryLetter.Encode(LineOf(i))}<br><a href=\"{AdvisoryLetter.Encode(linkTo(i.AdvisoryId))}\">{AdvisoryLetter.Encode(linkTo(i.AdvisoryId))}</a></li>"))}
                </ul>
                <p><small>{AdvisoryLetter.Encode(Why)}</small></p>
                <p><strong>TLP:{AdvisoryLetter.Encode(strictest)}</strong></p>
                """));
    }

    const string Why = "設定はハブで変更できます。 / You can change your subscription in the hub.";

    static string LineOf(Leaving item) => AdvisoryLetter.OneLine(
        $"{AdvisoryLetter.Marks(item)}[TLP:{item.Tlp.Label()}] {item.Number} {AdvisoryLetter.KindOf(item).Ja} 重要度:{Taxonomy.Severities.Of(item.Severity).Ja}{(item.Recalled ? " 撤回 / recalled" : item.TitleInLine is { } title ? " " + title : "")}");
}
