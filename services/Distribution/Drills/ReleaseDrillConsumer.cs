using Ceptoar.Contracts;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Contracts.Drills;
using Ceptoar.Directory;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Relays;
using Ceptoar.Hosting.Audit;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Drills;

/// <summary>Releases the mock advisory of a drill. Its id is the drill's: hearing it twice changes nothing, and nothing goes out once the drill has ended.</summary>
public partial class ReleaseDrillConsumer(DistributionDb db, DirectoryReader directory, Issuing issuing, Relaying relaying, TimeProvider clock, ILogger<ReleaseDrillConsumer> log) : IConsumer<DrillAdvisoryReady>
{
    public async Task Consume(ConsumeContext<DrillAdvisoryReady> context)
    {
        var (heard, ct) = (context.Message, context.CancellationToken);
        if (!AudienceRules.HasHops(heard.Tlp))
        {
            LogNotReleased(log, heard.DrillId, heard.Tlp.Label());
            return;
        }

        await db.LockDrill(heard.DrillId, ct);
        if (await db.Advisories.AnyAsync(a => a.Id == heard.DrillId, ct) || await db.Drills.AnyAsync(d => d.Id == heard.DrillId && d.EndedAt != null, ct)) return;

        var now = await directory.Now(ct);
        var ceptoar = now.CeptoarOf(heard.Ceptoar) ?? throw new InvalidOperationException($"The CEPTOAR of drill {heard.DrillId} is not known here.");
        var advisory = await New(heard, ceptoar.Id, ct);
        var deliveries = await relaying.Start(advisory, ct);
        db.Audit(AuditActions.AdvisoryReleased, $"advisory/{advisory.Id}", $"version={advisory.Version} recipients={advisory.Recipients} drill={heard.DrillId}");
        db.Publish(new AdvisoryReleased { AdvisoryId = advisory.Id, Version = advisory.Version, Number = advisory.Number, SourceIds = [], NarrativeSourceIds = [], Drill = true });
        await issuing.Fill(advisory, deliveries, ct);
    }

    async Task<Advisory> New(DrillAdvisoryReady heard, Guid ceptoar, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var advisory = new Advisory
        {
            Id = heard.DrillId,
            Number = await issuing.NextNumber(now, drill: true, ct),
            Tlp = heard.Tlp,
            Audience = [ceptoar],
            AudienceKey = Advisory.KeyOf([ceptoar]),
            Author = heard.Author,
            Relayed = true,
            Drill = true,
            DrillId = heard.DrillId,
            Participants = [.. heard.Participants.Distinct().Order()],
            DrillTerms = DrillTerms.Of(heard),
            FirstIssuedAt = now,
        };
        advisory.Recipients = AudienceRules.Recipients(advisory.Tlp, advisory.Scope, await directory.Now(ct)).Count;
        advisory.Issue(ContentOf(heard), now);
        db.Advisories.Add(advisory);
        return advisory;
    }

    static AdvisoryContent ContentOf(DrillAdvisoryReady heard) => new()
    {
        Kind = "alert",
        TitleJa = heard.TitleJa,
        TitleEn = heard.TitleEn,
        SummaryJa = heard.SummaryJa,
        SummaryEn = heard.SummaryEn,
        Body = heard.Body,
        IsMarkdown = MarkdownText.Renders(heard.Body),
        Severity = Taxonomy.Severities.Knows(heard.Severity) ? heard.Severity : "unknown",
        Urgency = Taxonomy.Urgencies.Knows(heard.Urgency) ? heard.Urgency : "normal",
        RequiredAction = heard.RequiredAction,
        Due = heard.Due?.ToUniversalTime(),
    };

    [LoggerMessage(LogLevel.Error, "Drill {Drill} is not released: its label is {Label}")]
    static partial void LogNotReleased(ILogger log, Guid drill, string label);
}
