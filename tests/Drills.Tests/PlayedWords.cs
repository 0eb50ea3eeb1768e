using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Drills.Measures;
using Ceptoar.Drills.Reports;
using Ceptoar.Drills.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Drills.Tests;

/// <summary>Words of the tests about drills that run or have run.</summary>
public static class PlayedWords
{
    /// <summary>When the drills of the tests begin: now, so that none of them is over by itself.</summary>
    public static readonly DateTimeOffset Begin = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
    static int days;

    public static DateTimeOffset Minute(double minutes) => Begin + TimeSpan.FromMinutes(minutes);

    public static async Task<Campaign> NewCampaign(this DrillsFixture drills, int year = 2026)
    {
        var campaign = new Campaign
        {
            Id = Guid.NewGuid(),
            Year = year,
            TitleJa = "セプター訓練",
            TitleEn = "CEPTOAR drills",
            AimsJa = "連絡先の確認",
            AimsEn = "to keep contacts alive",
            Text = new() { TitleJa = "模擬情報", SummaryJa = "要旨", Body = "本文", Severity = "medium", Urgency = "normal" },
            CreatedAt = Begin,
        };
        await drills.Kept(campaign);
        return campaign;
    }

    /// <summary>A drill of the telecom CEPTOAR with the bodies on its way and these members.</summary>
    public static async Task<Drill> Conducted(this DrillsFixture drills, Campaign campaign, string state = Drill.Running, int pace = 1, bool twoWay = false, string ceptoar = "telecom", params Guid[] members)
    {
        // one a day (of Japan) for each CEPTOAR
        var drill = new Drill
        {
            Id = Guid.NewGuid(),
            CampaignId = campaign.Id,
            Ceptoar = ceptoar,
            State = state,
            Announced = true,
            StartsAt = Begin.AddDays(30 + Interlocked.Increment(ref days)),
            Minutes = 240,
            Text = new(),
            TwoWay = twoWay,
            Pace = pace,
            StartedAt = state == Drill.Planned ? null : Begin,
        };
        var (secretariat, ministry) = ceptoar == "telecom"
            ? (drills.Directory.TelecomSecretariat.OrganisationId, drills.Directory.TelecomMinistry.OrganisationId)
            : (drills.Directory.AviationMinistry.OrganisationId, drills.Directory.AviationMinistry.OrganisationId);
        await drills.Kept([
            drill,
            .. members.Select(m => new Participant { DrillId = drill.Id, OrganisationId = m }),
            .. new[] { secretariat, ministry, drills.Directory.Centre.OrganisationId }.Distinct().Where(_ => state != Drill.Planned).Select(b => new Participant { DrillId = drill.Id, OrganisationId = b, IsBody = true }),
        ]);
        return drill;
    }

    /// <summary>The drill has ended at its time, and that was told long enough ago for its report.</summary>
    public static Task Ended(this DrillsFixture drills, Drill drill, string state = Drill.Closed) => drills.Db<DrillsDb, int>(db => db.Drills.Where(d => d.Id == drill.Id)
        .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, state).SetProperty(x => x.EndedAt, Minute(drill.Minutes / drill.Pace)).SetProperty(x => x.EndToldAt, drills.Clock.GetUtcNow() - CloseReports.Patience)));

    /// <summary>Its report is written.</summary>
    public static async Task Reported(this DrillsFixture drills, Drill drill)
    {
        await drills.Ended(drill);
        await drills.Services.GetRequiredService<CloseReports>().Write(heard: CloseReports.Patience, CancellationToken.None);
    }

    public static Task Kept(this DrillsFixture drills, params object[] rows) => drills.Db<DrillsDb, int>(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    public static Task Reached(this DrillsFixture drills, Drill drill, params ReachedRecipient[] recipients) => drills.Hears(new DrillReached { DrillId = drill.Id, Recipients = recipients, Hops = [] });

    public static Task<Measure> Measured(this DrillsFixture drills, Drill drill, Guid organisation) =>
        drills.Db<DrillsDb, Measure>(db => db.Measures.AsNoTracking().SingleAsync(m => m.DrillId == drill.Id && m.OrganisationId == organisation));

    /// <summary>A recipient that confirmed so many minutes after the begin; one that did not, of null.</summary>
    public static ReachedRecipient Recipient(Guid organisation, double? confirmed = null, string hop = "members", double queued = 0, params TriedChannel[] tried) => new()
    {
        OrganisationId = organisation,
        Hop = hop,
        QueuedAt = Minute(queued),
        PushedAt = confirmed is null ? null : Minute(queued),
        DeliveredAt = confirmed is null ? null : Minute(queued),
        OpenedAt = confirmed is { } opened ? Minute(opened) : null,
        ConfirmedAt = confirmed is { } at ? Minute(at) : null,
        Tried = tried,
    };

    public static TriedChannel Tried(string channel, string state, string? cause = null, double at = 0) => new() { Channel = channel, State = state, Cause = cause, At = Minute(at) };

    public static async Task<JsonElement> Json(this HttpClient http, string path)
    {
        var answer = await http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
