using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Distribution.Advisories;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>What an advisory says of a flash is made of codes alone.</summary>
public class AdvisoryTextTests
{
    static readonly Flash Flash = new()
    {
        Kind = "incident",
        Events = ["leading.malware", "integrity.tampering"],
        Causes = ["intentional.malware"],
        ServiceImpact = "stopped",
        Severity = "critical",
        Urgency = "urgent",
        Sector = "aviation",
        DetectedHour = new(2026, 11, 19, 16, 0, 0, TimeSpan.Zero),
        Indicators = [new() { Type = "ipv4", Value = "203.0.113.7" }, new() { Type = "cve", Value = "CVE-2026-1" }],
    };

    [Fact]
    public void Says_it_in_both_languages_with_the_hour_of_each()
    {
        var content = AdvisoryText.Compose([Source(Flash)]);

        Assert.Equal("航空分野のIT障害：マルウェア等の感染・情報の破壊・改ざん（マルウェア）", content.TitleJa);
        Assert.Equal("aviation: incident: malware infection, information destroyed or altered (malware as the means)", content.TitleEn);
        Assert.Equal("1 件の情報連絡に基づく情報です。サービス影響：停止。重要度：緊急。検知：2026年11月20日1時台。攻撃に関する指標 2 件を確認し、自組織の記録と照合してください。", content.SummaryJa);
        Assert.Equal("Based on 1 report(s). Service impact: stopped. Severity: critical. Detected in the hour from 2026-11-19 16:00 UTC. Check your own records for 2 indicator(s) of the attack.", content.SummaryEn);
        Assert.Empty(content.Body);
    }

    [Fact]
    public void Says_no_more_of_the_source_and_the_time_than_it_was_told()
    {
        var told = Flash with { Region = "kinki", Size = "large", DetectedHour = new(2026, 10, 31, 15, 0, 0, TimeSpan.Zero), DetectedGrain = "day" };

        var content = AdvisoryText.Compose([Source(told)]);
        Assert.Contains("提供元：近畿・大規模の事業者。サービス影響：停止。重要度：緊急。検知：2026年11月1日。", content.SummaryJa, StringComparison.Ordinal);
        Assert.Contains("Source: a large operator in Kinki. Service impact: stopped. Severity: critical. Detected on 2026-11-01 (Japan time).", content.SummaryEn, StringComparison.Ordinal);

        content = AdvisoryText.Compose([Source(told with { Size = null, DetectedGrain = "month" }), Source(told)]);
        Assert.Contains("提供元：近畿の事業者。", content.SummaryJa, StringComparison.Ordinal);
        Assert.Contains("検知：2026年11月。", content.SummaryJa, StringComparison.Ordinal);
        Assert.Contains("Source: an operator in Kinki. ", content.SummaryEn, StringComparison.Ordinal);
        Assert.Contains("Detected in November 2026 (Japan time).", content.SummaryEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Approved_files_follow_the_text_each_under_its_name()
    {
        var text = AdvisoryText.WithFiles("本文", [new() { Name = "memo.txt", Text = "停止の記録" }, new() { Name = "phish.eml", Text = "差出人" }]);

        Assert.Equal("本文\n\n---- 添付（匿名化済み） / attachment, anonymised: memo.txt ----\n\n停止の記録\n\n---- 添付（匿名化済み） / attachment, anonymised: phish.eml ----\n\n差出人", text);
        Assert.Equal("本文", AdvisoryText.WithFiles("本文", []));
    }

    [Fact]
    public void Says_what_is_not_known()
    {
        var content = AdvisoryText.Compose([Source(new() { Kind = "sign", Events = [], Causes = [], Indicators = [] })]);

        Assert.Equal(("予兆情報：内容確認中（原因確認中）", "sign: being clarified (cause not yet known)"), (content.TitleJa, content.TitleEn));
        Assert.Equal(("unknown", "unknown", "normal"), (content.ServiceImpact, content.Severity, content.Urgency));
        Assert.Equal("1 件の情報連絡に基づく情報です。サービス影響：不明。重要度：不明。", content.SummaryJa);
    }

    [Fact]
    public void A_code_that_nobody_knows_never_reaches_a_sentence()
    {
        var content = AdvisoryText.Compose([Source(Flash with { Events = ["zebra"], Causes = ["okapi"], Sector = "llama", ServiceImpact = "giraffe", Severity = "hyena" })]);

        Assert.All([content.TitleJa, content.TitleEn, content.SummaryJa, content.SummaryEn], text =>
            Assert.All(["zebra", "okapi", "llama", "giraffe", "hyena"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_code_has_words_in_both_languages()
    {
        foreach (var @event in Taxonomy.Events)
        {
            foreach (var cause in Taxonomy.Causes)
            {
                var content = AdvisoryText.Compose([Source(Flash with { Events = [@event.Value], Causes = [cause.Value] })]);
                Assert.EndsWith($"：{@event.Ja}（{cause.Ja}）", content.TitleJa, StringComparison.Ordinal);
                Assert.EndsWith($": {@event.En} ({cause.En})", content.TitleEn, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Of_several_reports_the_gravest_counts_and_the_earliest_hour()
    {
        var content = AdvisoryText.Compose(
        [
            Source(Flash with { Kind = "sign", Severity = "low", ServiceImpact = "none", Urgency = "normal", DetectedHour = null }),
            Source(Flash with { Severity = "high", ServiceImpact = "degraded", Urgency = "urgent", DetectedHour = Flash.DetectedHour!.Value.AddHours(-3) }),
            Source(Flash with { Severity = null, ServiceImpact = "unknown" }),
        ]);

        Assert.Equal(("incident", "high", "degraded", "urgent", 3), (content.Kind, content.Severity, content.ServiceImpact, content.Urgency, content.Reports));
        Assert.Equal(Flash.DetectedHour!.Value.AddHours(-3), content.DetectedHour);
        Assert.Equal(2, content.Indicators.Length);
    }

    [Fact]
    public void Reports_of_two_sectors_name_none()
    {
        Assert.Null(AdvisoryText.Compose([Source(Flash), Source(Flash with { Sector = "rail" })]).Sector);
        Assert.Null(AdvisoryText.Compose([Source(Flash), Source(Flash with { Sector = null })]).Sector);
        Assert.Equal("aviation", AdvisoryText.Compose([Source(Flash), Source(Flash)]).Sector);
    }

    [Fact]
    public void The_approved_title_stands_where_one_report_is_behind_it()
    {
        var content = AdvisoryText.Compose([Source(Flash, "承認件名", "承認本文")]);

        Assert.Equal(("承認件名", "承認件名", "承認本文"), (content.TitleJa, content.TitleEn, content.Body));
    }

    static AdvisorySource Source(Flash flash, string? title = null, string? body = null) => new() { SourceId = Guid.NewGuid(), Flash = flash, NarrativeTitle = title, NarrativeBody = body };
}
