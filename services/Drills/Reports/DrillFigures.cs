namespace Ceptoar.Drills.Reports;

/// <summary>
/// What a drill measured. Counts and times of the rungs alone, no name: who was silent stands in the measures, for those entitled.
/// </summary>
/// <param name="Participants">Recipients in all, bodies included, and those whom nothing reached.</param>
/// <param name="Stages">Of each stage, 中央→所管省庁, 所管省庁→セプター, セプター→事業者: in the order of the way down.</param>
/// <param name="Channels">How participants were reached.</param>
/// <param name="Faults">What failed, by its cause, most frequent first.</param>
public record DrillFigures(int Participants, int Queued, int Pushed, int Delivered, int Opened, int Confirmed, int CannotAct, int Answered, StageFigures[] Stages, ChannelFigures[] Channels, FaultFigures[] Faults);

/// <summary>A stage: ministry, CEPTOAR or operator, as the field measures the confirmation rate (疎通確認率).</summary>
/// <param name="Hop">liaison, secretariat, members, secondHop or audience.</param>
/// <param name="Rate">Share of the recipients that confirmed, 0 to 1; null where there was none.</param>
/// <param name="RelaySeconds">How long the bodies of this stage took to relay to it: median; null where nobody relayed.</param>
/// <param name="Reach">Times from the drill's begin to the confirmation.</param>
public record StageFigures(string Hop, int Recipients, int Pushed, int Delivered, int Opened, int Confirmed, int CannotAct, int Answered, double? Rate, double? RelaySeconds, ReachFigures Reach);

/// <summary>Distribution of reach times in seconds from the drill's begin, at the drill's pace put back to life's.</summary>
/// <param name="Curve">Share confirmed after so many seconds, 0 to 1, rising; at most 60 points.</param>
public record ReachFigures(double? Within10Min, double? Within30Min, double? Within1H, double? Within2H, double? P50, double? P90, double? P99, CurvePoint[] Curve);

/// <summary>A point of a reach curve.</summary>
public record CurvePoint(double Seconds, double Share);

/// <param name="Channel">hub, mail, webhook, sms, telephone, mobile or call.</param>
/// <param name="Tried">How many recipients it was tried with.</param>
/// <param name="Sent">With how many it went out.</param>
/// <param name="Confirmed">How many confirmed when it was the last that had gone out.</param>
public record ChannelFigures(string Channel, int Tried, int Sent, int Confirmed);

/// <param name="Code">silent, cannotAct, notRelayed, notSent, noChannel, or channel:state:cause such as mail:bounced:5.1.1.</param>
/// <param name="Count">How many participants.</param>
public record FaultFigures(string Code, int Count);
