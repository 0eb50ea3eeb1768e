using Ceptoar.Classification.Signals;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Classification.Triage;

/// <summary>How severe and how urgent a report seems, and why: a proposal that starts the right timers until a person says otherwise.</summary>
/// <param name="Severity">low, medium, high or critical.</param>
/// <param name="Urgency">normal or urgent.</param>
public sealed record Proposal(string Severity, string Urgency, IReadOnlyList<TriageReason> Reasons);

public sealed record TriageReason(string Rule, string Severity, string Urgency, string Ja, string En, IReadOnlyList<Found> Found);

/// <summary>Proposes by the most severe and most urgent of all reasons; more facts never lower either.</summary>
public static class TriageRules
{
    static readonly string[] Severities = ["low", "medium", "high", "critical"];
    static readonly string[] Urgencies = ["normal", "urgent"];

    /// <summary>One rule: where its facts hold, the proposal is at least this severe and this urgent.</summary>
    /// <param name="Where">Places that show it, none where a field of the form does; null where it does not hold.</param>
    sealed record Rule(string Id, string Severity, string Urgency, string Ja, string En, Func<Facts, IReadOnlyList<Found>?> Where);

    sealed record Facts(CaseFile Report, IReadOnlyCollection<Signal> Signals, TriageWords Words);

    static readonly Rule[] Rules =
    [
        new("failure", "high", "urgent", "検査を最後まで行えませんでした。", "A check could not be completed.", f => When(f.Words.Failed || f.Signals.Any(s => s.IsFailure))),
        new("sign", "low", "normal", "予兆・ヒヤリハットの報告です。", "It is a sign or a near miss.", f => When(Sign(f.Report))),
        new("incident.noImpact", "low", "normal", "サービスへの影響のない事象です。", "It is an incident without impact on the service.", f => When(!Sign(f.Report) && f.Report.ServiceImpact == "none")),
        new("incident", "medium", "normal", "サービスへの影響がある、または不明な事象です。", "It is an incident with impact on the service, or with an impact not yet known.", f => When(!Sign(f.Report) && f.Report.ServiceImpact != "none")),
        new("impact.degraded", "medium", "normal", "サービスが低下しています。", "The service is degraded.", f => When(f.Report.ServiceImpact == "degraded")),
        new("impact.stopped", "high", "urgent", "サービスが停止しています。", "The service has stopped.", f => When(f.Report.ServiceImpact == "stopped")),
        new("event.intrusion", "medium", "normal", "侵入・感染・漏えい・改ざんが報告されています。", "An intrusion, infection, leak or tampering is reported.", f => When(f.Report.Events.Intersect(["leading.intrusion", "leading.malware", "leading.codeExecution", "confidentiality.leak", "integrity.tampering"]).Any())),
        new("event.serviceDown", "medium", "normal", "システム等の利用困難が報告されています。", "A system is reported as unavailable.", f => When(f.Report.Events.Contains("availability.serviceDown"))),
        new("cause.otherSector", "high", "urgent", "他分野の障害から波及しています。", "It spread from another sector's failure.", f => When(f.Report.Causes.Contains("accidental.otherSector"))),
        new("text.stopped", "high", "urgent", "本文等にサービス・業務の停止の記載があります。", "The text says that a service or operation has stopped.", f => f.Words.Stopped),
        new("text.sectors", "high", "urgent", "複数の分野への影響の記載があります。", "Several sectors are named as affected.", f => f.Words.Sectors),
        new("text.spread", "high", "urgent", "他の組織への波及・拡大の記載があります。", "It is said to spread to others.", f => f.Words.Spread ?? Places(f, SignalTable.OtherVictim.Value)),
        new("text.safety", "critical", "urgent", "患者・乗客・住民等の安全への影響の記載があります。", "The safety of patients, passengers or the public is named.", f => f.Words.Safety),
        new("text.manyPersons", "high", "normal", "多数の個人のデータの漏えいの記載があります。", "Data of many persons are said to have leaked.", f => f.Words.ManyPersons),
        new("personal.list", "medium", "normal", "複数人の個人情報が記載されています。", "Personal data of several people are in the text.", f => Places(f, SignalTable.PeopleList.Value)),
        new("ransomware", "high", "urgent", "ランサムウェアによる暗号化の記載があります。", "Encryption by ransomware is reported.", f => f.Words.Ransomware),
        new("ransomware.stopped", "critical", "urgent", "ランサムウェアによりサービスが停止しています。", "Ransomware has stopped the service.", f => f.Words.Ransomware is { } where && (f.Report.ServiceImpact == "stopped" || f.Words.Stopped is not null) ? where : null),
        new("sectors.stopped", "critical", "urgent", "サービスが停止し、複数の分野に影響しています。", "The service has stopped and several sectors are affected.", f => f.Words.Sectors is { } where && (f.Report.ServiceImpact == "stopped" || f.Words.Stopped is not null) ? where : null),
        new("attack.ongoing", "medium", "urgent", "攻撃が継続しています。", "The attack is going on.", f => Places(f, SignalTable.Ongoing.Value)),
        new("vulnerability.unpublished", "medium", "normal", "未公表・未修正の脆弱性に関する記載があります。", "A vulnerability that is not public or not mended is named.", f => Places(f, SignalTable.Unpublished.Value)),
        new("vulnerability.exploited", "high", "urgent", "未公表・未修正の脆弱性が悪用されています。", "A vulnerability that is not public or not mended is exploited.", f => f.Signals.Any(s => s.Code == SignalTable.Unpublished.Value) ? f.Words.Exploited : null),
        new("controlSystem.touched", "high", "urgent", "制御システムに及ぶ事象です。", "It reaches a control system.", f => f.Report.Events.Intersect(["leading.intrusion", "leading.codeExecution", "integrity.tampering", "availability.serviceDown"]).Any() ? Places(f, SignalTable.ControlSystem.Value) : null),
        new("secret", "medium", "urgent", "パスワードや鍵が記載されています。直ちに変更が必要です。", "A password or key is in the text and must be changed at once.", f => Places(f, SignalTable.Secret.Value)),
    ];

    /// <summary>Every reason that a rule can give, for the documentation.</summary>
    public static IReadOnlyList<TriageReason> Table { get; } = [.. Rules.Select(r => new TriageReason(r.Id, r.Severity, r.Urgency, r.Ja, r.En, []))];

    public static Proposal Propose(CaseFile report, IReadOnlyCollection<Signal> signals) => Propose(ReportText.Of(report), signals);

    /// <param name="text">The report as the signals were found in.</param>
    /// <param name="signals">What the recognisers found.</param>
    public static Proposal Propose(ReportText text, IReadOnlyCollection<Signal> signals)
    {
        var facts = new Facts(text.Report, signals, TriageWords.In(text));
        TriageReason[] reasons = [.. Rules.Select(r => (Rule: r, Where: r.Where(facts))).Where(r => r.Where is not null).Select(r => new TriageReason(r.Rule.Id, r.Rule.Severity, r.Rule.Urgency, r.Rule.Ja, r.Rule.En, r.Where!))];
        return new(Severities[reasons.Max(r => Array.IndexOf(Severities, r.Severity))], Urgencies[reasons.Max(r => Array.IndexOf(Urgencies, r.Urgency))], reasons);
    }

    static bool Sign(CaseFile report) => report.Kind == "sign";

    static IReadOnlyList<Found>? When(bool holds) => holds ? [] : null;

    static IReadOnlyList<Found>? Places(Facts facts, string code) =>
        facts.Signals.Any(s => s.Code == code) ? [.. facts.Signals.Where(s => s.Code == code && s.Found is not null).Select(s => s.Found!)] : null;
}
