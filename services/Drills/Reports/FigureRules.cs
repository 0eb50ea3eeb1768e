using Ceptoar.Contracts.Distribution;
using Ceptoar.Drills.Measures;

namespace Ceptoar.Drills.Reports;

/// <summary>Makes the figures of what was measured: pure, so that a rehearsal and a drill are counted alike.</summary>
public static class FigureRules
{
    const int MostPoints = 60;

    static readonly string[] Rungs = ["queued", "pushed", "delivered", "opened", "confirmed"];
    const string Hub = "hub";
    static readonly string[] Channels = [Hub, "mail", "webhook", "sms", "telephone", "mobile", "call"];

    /// <summary>The figures of drills taken together; each in its own time.</summary>
    public static DrillFigures Of(IReadOnlyCollection<PlayedDrill> drills)
    {
        Row[] rows = [.. drills.SelectMany(Rows)];
        (string Stage, double Seconds)[] relays =
        [
            .. from drill in drills
               from hop in drill.Hops
               let seconds = drill.Seconds(hop.RelayedAt) - drill.Seconds(hop.OpenedAt)
               where seconds is not null
               select (hop.Name, Math.Max(0, seconds.Value)),
        ];
        var at = Counts(rows);
        return new(
            rows.Length, at.Queued, at.Pushed, at.Delivered, at.Opened, at.Confirmed, at.CannotAct, at.Answered,
            [.. rows.GroupBy(r => r.Stage).OrderBy(g => StageRules.Place(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => StageOf(g.Key, [.. g], [.. relays.Where(r => r.Stage == g.Key).Select(r => r.Seconds).Order()]))],
            ChannelsOf(drills),
            [.. rows.SelectMany(r => r.Faults).CountBy(f => f, StringComparer.Ordinal).OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => new FaultFigures(f.Key, f.Value))]);
    }

    static IEnumerable<Row> Rows(PlayedDrill drill)
    {
        var lastTurn = FaultRules.LastTurn(drill.Measures);
        return drill.Measures.Select(m => new Row(m.Hop, m, drill.Seconds(m.ConfirmedAt), [.. FaultRules.Of(m, lastTurn)]))
            .Concat(drill.Waiting.Select(w => new Row(w.Value, Measure: null, Confirmed: null, [FaultRules.OfWaiting(w.Value, drill.Hops)])));
    }

    static StageFigures StageOf(string stage, Row[] rows, double[] relays)
    {
        var at = Counts(rows);
        return new(
            stage, rows.Length, at.Pushed, at.Delivered, at.Opened, at.Confirmed, at.CannotAct, at.Answered, Share(at.Confirmed, rows.Length), Percentile(relays, 0.5),
            ReachOf([.. rows.Select(r => r.Confirmed).OfType<double>().Order()], rows.Length));
    }

    /// <summary>Who reached a rung reached the ones below.</summary>
    static RungCounts Counts(Row[] rows)
    {
        // who says that it cannot act has opened it
        int[] reached = [.. rows.Select(r => r.Measure).OfType<Measure>().Select(m => MeasureRules.StateOf(m) is var state && state == "cannotAct" ? 3 : Array.IndexOf(Rungs, state))];
        return new(
            AtLeast(0), AtLeast(1), AtLeast(2), AtLeast(3), AtLeast(4),
            rows.Count(r => r.Measure is { ConfirmedAt: null, CannotActAt: not null }), rows.Count(r => r.Measure is { AnsweredAt: not null }));

        int AtLeast(int rung) => reached.Count(r => r >= rung);
    }

    /// <param name="seconds">Of those who confirmed, rising.</param>
    /// <param name="recipients">Of the stage, those who did not confirm included.</param>
    static ReachFigures ReachOf(double[] seconds, int recipients)
    {
        return new(Within(10), Within(30), Within(60), Within(120), Percentile(seconds, 0.5), Percentile(seconds, 0.9), Percentile(seconds, 0.99), [.. CurveOf(seconds, recipients)]);

        double? Within(int minutes) => Share(seconds.Count(s => s <= minutes * 60), recipients);
    }

    static IEnumerable<CurvePoint> CurveOf(double[] seconds, int recipients)
    {
        if (seconds.Length == 0) yield break;

        yield return new(0, 0);
        var points = Math.Min(seconds.Length, MostPoints - 1);
        for (var point = 1; point <= points; point++)
        {
            var confirmed = (int)((long)seconds.Length * point / points);
            yield return new(Math.Round(seconds[confirmed - 1], 3), Math.Round((double)confirmed / recipients, 4));
        }
    }

    static ChannelFigures[] ChannelsOf(IReadOnlyCollection<PlayedDrill> drills)
    {
        Measure[] measures = [.. drills.SelectMany(d => d.Measures)];
        Measure[] hinted = [.. drills.Where(d => !d.ChannelsOff.Contains(Hub)).SelectMany(d => d.Measures)];
        var last = measures.Where(m => m.ConfirmedAt is not null).CountBy(LastOut, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var tried = measures.SelectMany(m => m.Tried.Select(t => t.Channel).Distinct(StringComparer.Ordinal)).CountBy(c => c, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var sent = measures.SelectMany(m => m.Tried.Where(WentOut).Select(t => t.Channel).Distinct(StringComparer.Ordinal)).CountBy(c => c, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        if (measures.Length == 0) return [];

        return
        [
            new(Hub, hinted.Length, hinted.Count(m => MeasureRules.StateOf(m) != "queued"), last.GetValueOrDefault(Hub)),
            .. tried.Keys.OrderBy(c => Array.IndexOf(Channels, c) is >= 0 and var place ? place : Channels.Length).ThenBy(c => c, StringComparer.Ordinal)
                .Select(c => new ChannelFigures(c, tried[c], sent.GetValueOrDefault(c), last.GetValueOrDefault(c))),
        ];
    }

    /// <summary>By what a participant was reached before it confirmed; the hub where nothing else had gone out.</summary>
    static string LastOut(Measure measure) => measure.Tried.LastOrDefault(t => WentOut(t) && t.At <= measure.ConfirmedAt)?.Channel ?? Hub;

    static bool WentOut(TriedChannel tried) => tried.State is "sent" or "reached";

    static double? Share(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 4);

    /// <summary>Nearest rank; null of none.</summary>
    static double? Percentile(double[] rising, double share) => rising.Length == 0 ? null : Math.Round(rising[(int)Math.Ceiling(share * rising.Length) - 1], 3);

    /// <param name="Stage">Where it stands.</param>
    /// <param name="Measure">Null where it was not reached.</param>
    /// <param name="Confirmed">Seconds of life from the begin.</param>
    /// <param name="Faults">Codes of <see cref="FaultRules"/>.</param>
    sealed record Row(string Stage, Measure? Measure, double? Confirmed, string[] Faults);

    sealed record RungCounts(int Queued, int Pushed, int Delivered, int Opened, int Confirmed, int CannotAct, int Answered);
}
