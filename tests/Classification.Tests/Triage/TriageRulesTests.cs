using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Tests.Signals;
using Ceptoar.Classification.Triage;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Classification.Tests.Triage;

public class TriageRulesTests
{
    static readonly CaseFile Incident = Engine.Report("本文") with { Kind = "incident", Events = [], Causes = [], ServiceImpact = "none" };
    static readonly string[] Severities = ["low", "medium", "high", "critical"];
    static readonly string[] Urgencies = ["normal", "urgent"];

    [Theory]
    [InlineData("sign", "none", "low", "normal")]
    [InlineData("sign", null, "low", "normal")]
    [InlineData("incident", "none", "low", "normal")]
    [InlineData("incident", null, "medium", "normal")]
    [InlineData("incident", "unknown", "medium", "normal")]
    [InlineData("incident", "degraded", "medium", "normal")]
    [InlineData("incident", "stopped", "high", "urgent")]
    public void Begins_with_kind_and_impact(string kind, string? impact, string severity, string urgency) => Proposes(Incident with { Kind = kind, ServiceImpact = impact }, severity, urgency);

    [Theory]
    [InlineData("leading.intrusion", "unknown", "medium", "normal")]
    [InlineData("confidentiality.leak", "unknown", "medium", "normal")]
    [InlineData("unknown", "accidental.otherSector", "high", "urgent")]
    public void Looks_at_events_and_causes(string happened, string cause, string severity, string urgency) => Proposes(Incident with { Events = [happened], Causes = [cause] }, severity, urgency);

    [Theory]
    [InlineData("予約サービスが全面停止している。", "text.stopped", "high", "urgent")]
    [InlineData("列車の運休が発生した。", "text.stopped", "high", "urgent")]
    [InlineData("The booking system is down.", "text.stopped", "high", "urgent")]
    [InlineData("銀行と病院の双方に影響が出ている。", "text.sectors", "high", "urgent")]
    [InlineData("複数の分野に影響が及んでいる。", "text.sectors", "high", "urgent")]
    [InlineData("Banks and hospitals were affected.", "text.sectors", "high", "urgent")]
    [InlineData("取引先にも感染が拡大した。", "text.spread", "high", "urgent")]
    [InlineData("The worm is spreading to other companies.", "text.spread", "high", "urgent")]
    [InlineData("北斗病院でも同様の被害が出ている。", "text.spread", "high", "urgent")]
    [InlineData("患者の安全に影響が出ている。", "text.safety", "critical", "urgent")]
    [InlineData("救急の受入れを停止した。", "text.safety", "critical", "urgent")]
    [InlineData("手術を延期した。", "text.safety", "critical", "urgent")]
    [InlineData("広域で停電した。", "text.safety", "critical", "urgent")]
    [InlineData("Two passengers were injured.", "text.safety", "critical", "urgent")]
    [InlineData("Ambulances were diverted.", "text.safety", "critical", "urgent")]
    [InlineData("顧客情報 約3万件が漏えいした。", "text.manyPersons", "high", "normal")]
    [InlineData("12,000 customer records were stolen.", "text.manyPersons", "high", "normal")]
    [InlineData("ランサムウェアによりファイルが暗号化された。", "ransomware", "high", "urgent")]
    [InlineData("Ransomware encrypted the file servers.", "ransomware", "high", "urgent")]
    [InlineData("ランサムウェアによりサーバが暗号化され、業務が停止した。", "ransomware.stopped", "critical", "urgent")]
    [InlineData("DDoS 攻撃が継続中である。", "attack.ongoing", "medium", "urgent")]
    [InlineData("ゼロデイ脆弱性が悪用された。", "vulnerability.exploited", "high", "urgent")]
    public void Reads_the_text(string text, string rule, string severity, string urgency)
    {
        var proposal = Proposal(Incident with { Body = text });

        Assert.Contains(rule, proposal.Reasons.Select(r => r.Rule));
        Assert.Equal((severity, urgency), (proposal.Severity, proposal.Urgency));
        Assert.All(proposal.Reasons.Where(r => r.Rule == rule), r => Assert.Equal("body", Assert.Single(r.Found.Select(f => f.Field).Distinct())));
    }

    [Theory]
    [InlineData("人的被害なし。")]
    [InlineData("患者への影響はない。")]
    [InlineData("負傷者は確認されていない。")]
    [InlineData("サービスの停止はなかった。")]
    [InlineData("業務の停止には至っていない。")]
    [InlineData("他社への波及は確認されていない。")]
    [InlineData("銀行や病院への影響はありません。")]
    [InlineData("No patients were affected.")]
    [InlineData("No injuries were reported.")]
    [InlineData("The service was not interrupted.")]
    [InlineData("顧客情報 約3万件の漏えいはない。")]
    [InlineData("ファイルは暗号化されていない。ランサムウェアではない。")]
    [InlineData("ダウンロードした文書を開いた。")]
    public void What_is_denied_does_not_count(string text) => Proposes(Incident with { Body = text }, "low", "normal");

    [Fact]
    public void More_facts_never_lower_severity_or_urgency() =>
        Check.One(Seeded.Cases(10_000), Prop.ForAll(
            (from text in AnyReport.Written
             from more in AnyReport.Written
             from happened in Gen.Elements(Taxonomy.Events.Select(e => e.Value).ToArray())
             from signal in Gen.Elements(SignalTable.All.Select(s => s.Value).ToArray())
             select (text, more, happened, signal)).ToArbitrary(),
            c =>
            {
                var report = Incident with { Body = c.text };
                var (before, after) = (Proposal(report), TriageRules.Propose(report with { PlainSummary = c.more, Events = [c.happened] }, [.. Engine.Find(report), new Signal(c.signal)]));
                return Array.IndexOf(Severities, after.Severity) >= Array.IndexOf(Severities, before.Severity) && Array.IndexOf(Urgencies, after.Urgency) >= Array.IndexOf(Urgencies, before.Urgency);
            }));

    [Fact]
    public void Rules_propose_codes_of_the_taxonomy_and_say_why() => Assert.All(TriageRules.Table, r =>
    {
        Assert.True(Taxonomy.Severities.Knows(r.Severity) && Taxonomy.Urgencies.Knows(r.Urgency));
        Assert.True(r is { Ja.Length: > 0, En.Length: > 0 });
    });

    static void Proposes(CaseFile report, string severity, string urgency)
    {
        var proposal = Proposal(report);
        Assert.True((severity, urgency) == (proposal.Severity, proposal.Urgency), $"{proposal.Severity} {proposal.Urgency}: {string.Join(' ', proposal.Reasons.Select(r => r.Rule))}");
    }

    static Proposal Proposal(CaseFile report) => TriageRules.Propose(report, Engine.Find(report));
}
