using Ceptoar.Directory;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Drills.Runs;

/// <summary>Why a drill cannot begin.</summary>
/// <param name="Code">held, noCeptoar, noText, another, refused, nobody or late.</param>
public sealed record Obstacle(string Code, string Ja, string En)
{
    /// <summary>What its text lacks, by the field as on the wire.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}

/// <summary>What a drill cannot begin without.</summary>
public static class StartRules
{
    /// <summary>The directory does not know it yet, or no longer; this may pass.</summary>
    public static Obstacle NoCeptoar { get; } = new("noCeptoar", "セプターまたはセンターが名簿に見当たりません。", "The directory knows the CEPTOAR or the centre no longer, or not yet.");

    public static Obstacle Refused { get; } = new("refused", "セプター事務局が訓練に参加しないとしています。", "The secretariat of the CEPTOAR takes no part in drills.");

    public static Obstacle Nobody { get; } = new("nobody", "参加に同意し、選ばれた組織が一つもありません。", "Nobody who agreed is chosen for it.");

    public static Obstacle Another { get; } = new("another", "同じセプターの別の訓練が実施中です。", "Another drill of the CEPTOAR runs.");

    public static Obstacle Late { get; } = new("late", "開始時刻に開始できず、時間が過ぎました。", "It could not begin at its time, and that is long past.");

    /// <summary>All that would keep a drill from beginning now.</summary>
    /// <param name="text">The CEPTOAR's own over the campaign's.</param>
    /// <param name="ceptoar">The group of its CEPTOAR.</param>
    /// <param name="cast">Who would take part.</param>
    /// <param name="consents">What organisations said.</param>
    public static IEnumerable<Obstacle> Of(DrillText text, DirectoryGroup ceptoar, Cast cast, IReadOnlyDictionary<Guid, bool> consents)
    {
        if (Missing(text) is { } missing) yield return missing;
        if (ParticipantRules.Refused(ceptoar.Secretariat, consents)) yield return Refused;
        if (cast.Members.Length == 0) yield return Nobody;
    }

    /// <summary>What a whole text lacks before it can go out.</summary>
    /// <param name="text">The CEPTOAR's own over the campaign's.</param>
    public static Obstacle? Missing(DrillText text)
    {
        var fields = Lacking(text).ToArray();
        return fields.Length == 0 ? null : new("noText", "模擬情報の文面が揃っていません。", "The text of its mock advisory is not whole.") { Fields = fields };
    }

    /// <summary>What is said of a field that is missing.</summary>
    public static string Message() => Problems.Say("訓練を始めるには必要です。訓練またはキャンペーンの文面に記入してください。", "A drill cannot begin without it; write it in its text or its campaign's.");

    static IEnumerable<string> Lacking(DrillText text)
    {
        if (text is { TitleJa: null, TitleEn: null }) yield return "text.title";
        if (text is { SummaryJa: null, SummaryEn: null }) yield return "text.summary";
        if (text.Body is null) yield return "text.body";
        if (text.Severity is null or "unknown") yield return "text.severity";
        if (text.Urgency is null) yield return "text.urgency";
    }
}
