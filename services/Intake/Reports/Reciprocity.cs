using Ceptoar.Hosting.Http;

namespace Ceptoar.Intake.Reports;

/// <summary>Who first read the original beside the reporter (受領): the kind of organisation (secretariat, ministry, centre), and when.</summary>
public record FirstReadView(string By, DateTimeOffset At);

/// <summary>What a report led to. Confirmed and useful are null for a few, one or two, whom the number would tell apart; the sentence says it in the reader's language.</summary>
public record OutcomeView(Guid AdvisoryId, string? Number, int? Confirmed, int? Useful, string Sentence)
{
    public static OutcomeView? Of(ReleasedSource? released, SourceReach? reach) => released is null ? null : new(
        released.AdvisoryId, released.Number, reach is null ? 0 : reach.Confirmed, reach is null ? 0 : reach.Useful,
        Say(released.Number ?? "", reach is null ? 0 : reach.Confirmed, reach is null ? 0 : reach.Useful));

    static string Say(string number, int? confirmed, int? useful) => Problems.Say(
        $"お寄せいただいた情報は {number} として提供され、{Ja(confirmed)}が確認し、{Ja(useful)}が有用と評価しました。",
        $"Your report became advisory {number}; {En(confirmed)} confirmed it and {En(useful)} found it useful.");

    static string Ja(int? count) => count is { } exact ? $"{exact} 組織" : "少数の組織";

    static string En(int? count) => count switch { null => "a few organisations", 1 => "1 organisation", { } exact => $"{exact} organisations" };
}

/// <summary>How many confirmed an advisory made of a source and found it useful, as Distribution last said.</summary>
public class SourceReach
{
    public required Guid SourceId { get; init; }
    public required Guid AdvisoryId { get; init; }
    public required long Version { get; init; }
    public int? Confirmed { get; init; }
    public int? Useful { get; init; }
}
