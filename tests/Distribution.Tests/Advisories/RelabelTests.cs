using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Distribution.Tests.Advisories;

/// <summary>A label that changes after the release is the law for what is already out.</summary>
public class RelabelTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Member => distribution.Directory.Telecom[1].OrganisationId;

    [Fact]
    public async Task A_raised_label_reaches_every_recipients_item_as_a_new_version()
    {
        var flash = distribution.Flash(Tlp.Green);
        var id = await distribution.Released(flash);

        await distribution.Hears(Relabelled(flash, Tlp.AmberStrict, version: 2));

        var view = (await distribution.Read(id, Member))!.Value;
        Assert.Equal(("AMBER+STRICT", 2, "released"), (Text(view, "tlp"), view.GetProperty("version").GetInt32(), Text(view, "state")));
        Assert.Equal(2 * distribution.TelecomMembers.Count(), (await distribution.Rows(id)).Length);
    }

    [Fact]
    public async Task Raised_to_RED_it_is_recalled_from_everyone_without_content()
    {
        var flash = distribution.Flash(Tlp.Green);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, body: "引き上げ後に残ってはならない本文"));

        await distribution.Hears(Relabelled(flash, Tlp.Red, version: 2));

        foreach (var organisation in distribution.TelecomMembers)
        {
            var view = (await distribution.Read(id, organisation))!.Value;
            Assert.Equal(("recalled", JsonValueKind.Null), (Text(view, "state"), view.GetProperty("title").ValueKind));
            Assert.DoesNotContain("引き上げ後に残ってはならない本文", view.GetRawText(), StringComparison.Ordinal);
            Assert.Contains("取扱いが引き上げられた", Text(view, "recallReason"), StringComparison.Ordinal);
        }

        Assert.All((await distribution.Rows(id)).Where(r => r.Version == 3), r => Assert.Equal("recalled", r.Event));
    }

    [Fact]
    public async Task A_raise_that_comes_before_the_flash_still_holds()
    {
        var flash = distribution.Flash(Tlp.Green);
        await distribution.Hears(Relabelled(flash, Tlp.Red, version: 2));

        await distribution.Hears(flash);

        Assert.Empty(await distribution.Rows((await distribution.AdvisoryOf(flash.SourceId))!.Value));
        Assert.Empty((await distribution.Listed(Member)).Intersect([(await distribution.AdvisoryOf(flash.SourceId))!.Value]));
    }

    [Fact]
    public async Task Hearing_it_twice_or_an_older_one_late_changes_nothing()
    {
        var flash = distribution.Flash(Tlp.Clear);
        var id = await distribution.Released(flash);
        await distribution.Hears(Relabelled(flash, Tlp.Amber, version: 3));

        await distribution.Hears(Relabelled(flash, Tlp.Amber, version: 3));
        await distribution.Hears(Relabelled(flash, Tlp.Green, version: 2));

        Assert.Equal((2, Tlp.Amber), ((await distribution.Advisory(id)).Version, (await distribution.Advisory(id)).Tlp));
    }

    [Fact]
    public async Task A_source_among_others_leaves_them_when_its_label_is_raised()
    {
        var shared = DistributionFixture.Address();
        var (one, other) = (distribution.Flash(Tlp.Green, indicators: [shared]), distribution.Flash(Tlp.Green, indicators: [shared]));
        var id = await distribution.Released(one);
        Assert.Equal(id, await distribution.Released(other));

        await distribution.Hears(Relabelled(other, Tlp.Amber, version: 2));

        var left = (await distribution.Read(id, Member))!.Value;
        Assert.Equal(("GREEN", 1), (Text(left, "tlp"), left.GetProperty("reports").GetInt32()));
        var own = (await distribution.Read((await distribution.AdvisoryOf(other.SourceId))!.Value, Member))!.Value;
        Assert.Equal(("AMBER", 1), (Text(own, "tlp"), own.GetProperty("reports").GetInt32()));
    }

    [Fact]
    public async Task A_source_among_others_that_becomes_RED_only_takes_itself_out()
    {
        var shared = DistributionFixture.Address();
        var (one, other) = (distribution.Flash(Tlp.Green, indicators: [shared]), distribution.Flash(Tlp.Green, indicators: [shared]));
        var id = await distribution.Released(one);
        await distribution.Released(other);

        await distribution.Hears(Relabelled(other, Tlp.Red, version: 2));

        Assert.Equal(("released", 1), (Text((await distribution.Read(id, Member))!.Value, "state"), (await distribution.Read(id, Member))!.Value.GetProperty("reports").GetInt32()));
        Assert.Null(await distribution.AdvisoryOf(other.SourceId));
    }

    [Fact]
    public async Task A_lowered_flash_goes_on_under_the_lower_label_and_leaves_a_text_behind_that_was_approved_for_the_stricter_one()
    {
        var flash = distribution.Flash(Tlp.AmberStrict);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, body: "AMBER+STRICT として承認された本文"));

        await distribution.Hears(flash with { LabelVersion = 2, Tlp = Tlp.Green });

        var view = (await distribution.Read(id, Member))!.Value;
        Assert.Equal(("GREEN", "", 3), (Text(view, "tlp"), Text(view, "body"), view.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_text_approved_anew_for_the_lower_label_goes_out_again()
    {
        var flash = distribution.Flash(Tlp.AmberStrict);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash));
        await distribution.Hears(flash with { LabelVersion = 2, Tlp = Tlp.Green });

        await distribution.Hears(DistributionFixture.Narrative(flash with { Tlp = Tlp.Green }, body: "改めて承認された本文") with { LabelVersion = 2 });

        Assert.Equal(("GREEN", "改めて承認された本文"), (Text((await distribution.Read(id, Member))!.Value, "tlp"), Text((await distribution.Read(id, Member))!.Value, "body")));
    }

    [Fact]
    public async Task The_label_of_a_version_that_is_not_out_yet_never_loosens_what_is()
    {
        var flash = distribution.Flash(Tlp.AmberStrict);
        var id = await distribution.Released(flash);

        await distribution.Hears(Relabelled(flash with { ReportVersion = 2 }, Tlp.Green, version: 3));

        Assert.Equal((1, Tlp.AmberStrict), ((await distribution.Advisory(id)).Version, (await distribution.Advisory(id)).Tlp));
    }

    [Fact]
    public async Task Severity_follows_too_in_whatever_order_it_comes()
    {
        var (flash, late) = (distribution.Flash(), distribution.Flash());
        var id = await distribution.Released(flash);
        await distribution.Hears(Relabelled(flash, flash.Tlp, version: 2) with { Severity = "critical" });
        await distribution.Hears(Relabelled(late, late.Tlp, version: 2) with { Severity = "critical" });

        Assert.Equal("critical", Text((await distribution.Read(id, Member))!.Value, "severity"));
        Assert.Equal("critical", Text((await distribution.Read(await distribution.Released(late), Member))!.Value, "severity"));
    }

    [Fact]
    public async Task Handling_restrictions_travel_with_the_item()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash with { Flash = flash.Flash with { Handling = ["noCopy"] } });

        Assert.Equal("noCopy", Assert.Single((await distribution.Read(id, Member))!.Value.GetProperty("handling").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_change_never_loosens_what_is_out()
    {
        var flash = distribution.Flash(Tlp.AmberStrict);
        var id = await distribution.Released(flash);

        await distribution.Hears(Relabelled(flash, Tlp.Green, version: 2));

        Assert.Equal((1, Tlp.AmberStrict), ((await distribution.Advisory(id)).Version, (await distribution.Advisory(id)).Tlp));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_alarms_nobody()
    {
        var flash = distribution.Flash(Tlp.Amber);
        var id = await distribution.Released(flash);

        await distribution.Hears(Relabelled(flash, Tlp.Amber, version: 2));

        Assert.Equal(1, (await distribution.Advisory(id)).Version);
    }

    [Fact]
    public async Task The_stricter_label_of_a_follow_up_that_is_not_out_narrows_what_is()
    {
        var flash = distribution.Flash(Tlp.Green);
        var id = await distribution.Released(flash);

        await distribution.Hears(Relabelled(flash with { ReportVersion = 2 }, Tlp.Red, version: 2));

        Assert.Equal("recalled", (await distribution.Advisory(id)).State);
    }

    [Fact]
    public async Task What_a_person_recalled_no_other_label_brings_back()
    {
        var flash = distribution.Flash(Tlp.AmberStrict);
        var id = await distribution.Released(flash);
        (await distribution.Recall(id)).EnsureSuccessStatusCode();

        await distribution.Hears(flash with { LabelVersion = 2, Tlp = Tlp.Green });
        await distribution.Hears(Relabelled(flash, Tlp.Amber, version: 3) with { Severity = "critical" });

        Assert.Equal((id, "recalled"), ((await distribution.AdvisoryOf(flash.SourceId))!.Value, (await distribution.Advisory(id)).State));
    }

    [Fact]
    public async Task Raised_and_lowered_again_it_goes_out_without_the_text_until_that_is_approved_again()
    {
        var flash = distribution.Flash(Tlp.Amber);
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, body: "一度承認された本文"));
        await distribution.Hears(Relabelled(flash, Tlp.AmberStrict, version: 2));

        await distribution.Hears(flash with { LabelVersion = 3 });

        Assert.Equal(("AMBER", ""), (Text((await distribution.Read(id, Member))!.Value, "tlp"), Text((await distribution.Read(id, Member))!.Value, "body")));
    }

    [Fact]
    public async Task A_withdrawn_source_stays_withdrawn()
    {
        var flash = distribution.Flash(Tlp.Green);
        var id = await distribution.Released(flash);
        await distribution.Hears(new SourceWithdrawn { SourceId = flash.SourceId });

        await distribution.Hears(Relabelled(flash, Tlp.Amber, version: 2));

        Assert.Equal((2, "recalled"), ((await distribution.Advisory(id)).Version, (await distribution.Advisory(id)).State));
    }

    static SourceRelabelled Relabelled(FlashReady flash, Tlp tlp, int version) => new()
    {
        SourceId = flash.SourceId,
        ReportVersion = flash.ReportVersion,
        LabelVersion = version,
        Tlp = tlp,
        Severity = flash.Flash.Severity!,
        Urgency = flash.Flash.Urgency!,
    };

    static string Text(JsonElement view, string name) => view.GetProperty(name).GetString()!;
}
