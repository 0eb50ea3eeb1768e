using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Drills.Reports;

/// <summary>Which drill a report is of, and how it ran.</summary>
/// <param name="Title">Of its campaign, in the caller's language.</param>
/// <param name="CeptoarName">In the caller's language.</param>
/// <param name="StopReason">Why it was stopped, in the caller's language; null unless it was.</param>
/// <param name="ReportedAt">When its figures were fixed; null until then.</param>
public record ReportedDrill(
    Guid Id, Guid CampaignId, int Year, string Title, string Ceptoar, string CeptoarName, string State, bool Announced, Tlp Tlp, bool TwoWay, IReadOnlyList<string> ChannelsOff, int Minutes, int Pace,
    DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, string? StopReason, DateTimeOffset? ReportedAt)
{
    public static ReportedDrill Of(Drill drill, Campaign campaign, ClosedReport? report, DirectorySnapshot directory) => new(
        drill.Id, campaign.Id, campaign.Year, Problems.Say(campaign.TitleJa, campaign.TitleEn), drill.Ceptoar, directory.CeptoarName(drill.Ceptoar), drill.State, drill.Announced, drill.Tlp, drill.TwoWay,
        drill.ChannelsOff, drill.Minutes, drill.Pace, drill.StartedAt, drill.EndedAt, drill.StopReasonJa is null ? null : Problems.Say(drill.StopReasonJa, drill.StopReasonEn ?? drill.StopReasonJa), report?.MadeAt);
}

/// <summary>How far a drill got at one participant, for those who may name it.</summary>
public record NamedMeasure(string Name, string Stage, Measure? Measure)
{
    /// <summary>All participants that the drill was to reach, by stage and name.</summary>
    public static IReadOnlyList<NamedMeasure> Of(PlayedDrill played, DirectorySnapshot directory) =>
    [
        .. played.Measures.Select(m => new NamedMeasure(directory.NameOf(m.OrganisationId), m.Hop, m))
            .Concat(played.Waiting.Select(w => new NamedMeasure(directory.NameOf(w.Key), w.Value, Measure: null)))
            .OrderBy(n => StageRules.Place(n.Stage)).ThenBy(n => n.Name, StringComparer.Ordinal),
    ];
}
