using System.Text.Json;
using Ceptoar.Contracts.Distribution;
using Ceptoar.Distribution.Reciprocity;

namespace Ceptoar.Distribution.Tests.Reciprocity;

/// <summary>The reporters behind an advisory are told how many confirmed it and found it useful, never who.</summary>
public class TellSourcesTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    [Fact]
    public async Task A_few_is_told_as_a_few_and_more_as_a_number()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        var members = distribution.Directory.Telecom.Select(o => o.OrganisationId).ToArray();

        foreach (var member in members[..2]) await distribution.Receipt(id, member, "confirmed");
        var few = (await Told(id)).Last();
        foreach (var member in members) await distribution.Receipt(id, member, "confirmed");
        foreach (var member in members[..4]) await distribution.Answer(id, member, "no", useful: true);
        var many = (await Told(id)).Last();

        Assert.Equal((null, 0), (few.Confirmed, few.Useful));
        Assert.Equal((6, 4), (many.Confirmed, many.Useful));
        Assert.True(many.Version > few.Version);
        Assert.Equal(flash.SourceId, Assert.Single(many.SourceIds));
        Assert.All(members, m => Assert.DoesNotContain(m.ToString(), JsonSerializer.Serialize(many), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_did_not_change_is_not_told_again()
    {
        var id = await distribution.Released(distribution.Flash());
        var members = distribution.Directory.Telecom.Select(o => o.OrganisationId).ToArray();
        foreach (var member in members[..3]) await distribution.Receipt(id, member, "confirmed");
        var told = await Told(id);

        await distribution.Receipt(id, members[0], "confirmed");
        await distribution.Answer(id, members[0], "no");

        Assert.Equal(told.Length, (await Told(id)).Length);
    }

    [Fact]
    public async Task Who_confirmed_two_versions_counts_once_and_a_recall_that_is_confirmed_does_not()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        var members = distribution.Directory.Telecom.Select(o => o.OrganisationId).ToArray();
        foreach (var member in members[..3]) await distribution.Receipt(id, member, "confirmed");
        await distribution.Hears(DistributionFixture.Narrative(flash));
        foreach (var member in members[..4]) await distribution.Receipt(id, member, "confirmed");
        await distribution.Recall(id);
        foreach (var member in members) await distribution.Receipt(id, member, "confirmed");

        Assert.Equal(4, (await Told(id)).Last().Confirmed);
    }

    [Fact]
    public async Task A_confirmation_that_is_committed_while_the_sources_are_told_is_told_next()
    {
        var id = await distribution.Released(distribution.Flash());
        var members = distribution.Directory.Telecom.Select(o => o.OrganisationId).ToArray();
        var telling = true;
        var tell = Task.Run(async () =>
        {
            while (Volatile.Read(ref telling)) await Tell();
        });

        await Task.WhenAll(members.Select(m => distribution.Receipt(id, m, "confirmed")));
        Volatile.Write(ref telling, false);
        await tell;

        Assert.Equal(6, (await Told(id)).Last().Confirmed);
    }

    Task<bool> Tell() => distribution.With<TellSources, bool>(async tell =>
    {
        await tell.Tell(CancellationToken.None);
        return true;
    });

    async Task<AdvisoryReached[]> Told(Guid id)
    {
        await Tell();
        return [.. (await distribution.AllPublished<AdvisoryReached>(m => m.AdvisoryId == id)).OrderBy(m => m.Version)];
    }
}
