using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Directory;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Intake.Reports;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Intake.Tests.Reports;

/// <summary>Who besides the reporter's organisation reads an original (I10), as a table.</summary>
public class ReportVisibilityRulesTests
{
    static readonly SmallDirectory Small = new();

    static readonly DirectorySnapshot Directory = new(
        Small.Organisations.Select(heard =>
        {
            var organisation = new DirectoryOrganisation { Id = heard.OrganisationId };
            organisation.Hear(heard);
            return organisation;
        }),
        Small.Groups.Select(heard =>
        {
            var group = new DirectoryGroup { Id = heard.GroupId };
            group.Hear(heard);
            return group;
        }));

    static readonly Dictionary<string, Guid> Readers = new()
    {
        ["secretariat"] = Small.TelecomSecretariat.OrganisationId,
        ["ministry"] = Small.TelecomMinistry.OrganisationId,
        ["aviationMinistry"] = Small.AviationMinistry.OrganisationId,
        ["centre"] = Small.Centre.OrganisationId,
    };

    [Theory]
    [InlineData("hidden", "")]
    [InlineData("ceptoar", "secretariat")]
    [InlineData("ministry", "centre ministry")]
    [InlineData("centre", "centre")]
    [InlineData("nonsense", "")]
    [InlineData("", "")]
    public void Of_a_telecom_report(string sourceVisibility, string readers) => IsReadBy(readers, sourceVisibility, Small.Telecom[0].OrganisationId);

    [Theory]
    [InlineData("hidden", "")]
    [InlineData("ceptoar", "aviationMinistry centre")]
    [InlineData("ministry", "aviationMinistry centre")]
    [InlineData("centre", "centre")]
    public void Where_the_ministry_runs_the_secretariat_telling_the_CEPTOAR_is_telling_the_ministry(string sourceVisibility, string readers) =>
        IsReadBy(readers, sourceVisibility, Small.Aviation[0].OrganisationId);

    [Theory]
    [InlineData("ceptoar")]
    [InlineData("ministry")]
    [InlineData("centre")]
    public void An_organisation_that_the_directory_does_not_know_lets_nobody_read(string sourceVisibility) => IsReadBy("", sourceVisibility, Guid.NewGuid());

    [Fact]
    public void Knows_every_code_of_the_taxonomy() =>
        Assert.Equal(["centre", "ceptoar", "hidden", "ministry"], Taxonomy.SourceVisibilities.Select(c => c.Value).Order(StringComparer.Ordinal));

    static void IsReadBy(string readers, string sourceVisibility, Guid reporter) => Assert.Equal(
        readers,
        string.Join(' ', SourceVisibilityRules.ReadersOf(sourceVisibility, reporter, Directory).Select(id => Readers.Single(r => r.Value == id).Key).Order(StringComparer.Ordinal)));
}

/// <summary>The same through the door.</summary>
public class ReportVisibilityTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    public static TheoryData<string, string> Table()
    {
        var table = new TheoryData<string, string>();
        foreach (var (visibility, readers) in new[] { ("hidden", ""), ("ceptoar", "secretariat"), ("ministry", "ministry centre"), ("centre", "centre") }) table.Add(visibility, readers);
        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task The_reporter_and_whom_it_named_read_it_and_nobody_else(string sourceVisibility, string readers)
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", sourceVisibility)))).Id;
        await intake.Classified(id, Tlp.Amber);

        foreach (var (name, role, organisation) in Others())
        {
            var may = readers.Split(' ').Contains(name);
            Assert.Equal(may, await intake.Read(id, organisation, role) is not null);
            var listed = (await intake.Listed(organisation, role)).Where(item => item.GetProperty("id").GetGuid() == id).ToArray();
            Assert.Equal(may, listed.Length == 1);
            Assert.All(listed, item => Assert.Equal(JsonValueKind.Null, item.GetProperty("title").ValueKind)); // to learn it is a reading, which is recorded
        }

        Assert.NotNull(await intake.Read(id));
        Assert.Contains(await intake.Listed(intake.Reporter), item => item.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task A_RED_original_is_its_owners_alone()
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", "ministry")))).Id;
        await intake.Classified(id, Tlp.Red);

        Assert.All(await Reading(id), Assert.False);
        Assert.NotNull(await intake.Read(id));
    }

    [Fact]
    public async Task An_original_that_a_person_raises_to_RED_is_its_owners_alone_from_then_on()
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", "ministry")))).Id;
        await intake.Classified(id, Tlp.Amber);
        Assert.Contains(true, await Reading(id));

        await intake.Hears(new LabelChanged
        {
            ReportId = id,
            ReportVersion = 1,
            LabelVersion = 2,
            Original = Tlp.Red,
            Ceiling = Tlp.Amber,
            Severity = "high",
            Urgency = "normal",
            Handling = [],
        });

        Assert.All(await Reading(id), Assert.False);
    }

    [Fact]
    public async Task Before_its_label_is_known_a_report_is_its_owners_alone()
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", "ministry")))).Id;

        Assert.All(await Reading(id), Assert.False);
        Assert.NotNull(await intake.Read(id));
    }

    [Fact]
    public async Task A_follow_up_may_take_the_permission_back()
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", "centre")))).Id;
        await intake.Classified(id, Tlp.Amber);
        Assert.NotNull(await intake.Read(id, intake.Directory.Centre.OrganisationId, Role.Analyst));

        await intake.FollowedUp(id, intake.Report(("sourceVisibility", "hidden")));

        Assert.Null(await intake.Read(id, intake.Directory.Centre.OrganisationId, Role.Analyst));
    }

    [Fact]
    public async Task A_follow_up_that_is_not_labelled_yet_is_its_owners_alone()
    {
        var id = (await intake.Submitted(intake.Report(("sourceVisibility", "centre")))).Id;
        await intake.Classified(id, Tlp.Amber);

        await intake.FollowedUp(id, intake.Report(("sourceVisibility", "centre"), ("body", "読後破棄")));

        Assert.Null(await intake.Read(id, intake.Directory.Centre.OrganisationId, Role.Analyst));
        await intake.Classified(id, Tlp.Amber, version: 1);
        Assert.Null(await intake.Read(id, intake.Directory.Centre.OrganisationId, Role.Analyst));
        await intake.Classified(id, Tlp.Amber, version: 2);
        Assert.NotNull(await intake.Read(id, intake.Directory.Centre.OrganisationId, Role.Analyst));
    }

    [Fact]
    public async Task The_rule_and_the_query_agree()
    {
        foreach (var visibility in Taxonomy.SourceVisibilities)
        {
            foreach (Tlp? original in new Tlp?[] { null, Tlp.Clear, Tlp.Amber, Tlp.AmberStrict, Tlp.Red })
            {
                var id = (await intake.Submitted(intake.Report(("sourceVisibility", visibility.Value)))).Id;
                if (original is { } label) await intake.Classified(id, label);
                if (original == Tlp.Clear) await intake.FollowedUp(id, intake.Report(("sourceVisibility", visibility.Value)));
            }
        }

        var ownerKey = intake.Services.GetRequiredService<OwnerKey>();
        foreach (var organisation in intake.Directory.Organisations)
        {
            var key = ownerKey.Of(organisation.OrganisationId);
            var readable = await intake.Db<IntakeDb, List<Guid>>(db => db.Reports.ReadableBy(key).Select(r => r.Id).Order().ToListAsync());
            var all = await intake.Db<IntakeDb, List<Report>>(db => db.Reports.AsNoTracking().ToListAsync());
            Assert.Equal(all.Where(r => ReportVisibilityRules.MayRead(r, key)).Select(r => r.Id).Order(), readable.Order());
        }
    }

    async Task<List<bool>> Reading(Guid id)
    {
        var reading = new List<bool>();
        foreach (var (_, role, organisation) in Others()) reading.Add(await intake.Read(id, organisation, role) is not null);
        return reading;
    }

    IEnumerable<(string Name, string Role, Guid Organisation)> Others() =>
    [
        ("colleague", Role.Operator, intake.Directory.Telecom[1].OrganisationId), ("secretariat", Role.Secretariat, intake.Directory.TelecomSecretariat.OrganisationId),
        ("ministry", Role.Liaison, intake.Directory.TelecomMinistry.OrganisationId), ("centre", Role.Analyst, intake.Directory.Centre.OrganisationId),
        ("otherMinistry", Role.Liaison, intake.Directory.AviationMinistry.OrganisationId), ("stranger", Role.Operator, Guid.NewGuid()),
    ];
}
