using Ceptoar.Distribution.Escalation;

namespace Ceptoar.Distribution.Tests.Escalation;

/// <summary>How long a step waits, and how many have to confirm.</summary>
public class EscalationRulesTests
{
    static readonly Pace Usual = new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(120), 1);

    static readonly Dictionary<string, Pace> Kept = new()
    {
        ["telecom"] = new(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(240), 2),
        ["rail"] = new(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60), 3),
    };

    [Theory]
    [InlineData("", 10, 120, 1)]
    [InlineData("water", 10, 120, 1)]
    [InlineData("telecom", 3, 240, 2)]
    [InlineData("telecom rail", 3, 60, 3)]
    [InlineData("rail water", 10, 60, 3)]
    public void Of_several_CEPTOARs_the_shortest_wait_and_the_most_responses(string ceptoars, int urgent, int normal, int responses) =>
        Assert.Equal(new Pace(TimeSpan.FromMinutes(urgent), TimeSpan.FromMinutes(normal), responses), EscalationRules.Of(ceptoars.Split(' ', StringSplitOptions.RemoveEmptyEntries), Kept, Usual));

    [Theory]
    [InlineData(true, null, 10)]
    [InlineData(false, null, 120)]
    [InlineData(true, 5, 5)]
    [InlineData(false, 5, 5)]
    [InlineData(true, 30, 10)]
    public void Large_scale_mode_shortens_and_never_lengthens(bool urgent, int? atMost, int expected) =>
        Assert.Equal(TimeSpan.FromMinutes(expected), EscalationRules.Wait(Usual, urgent, atMost is { } minutes ? TimeSpan.FromMinutes(minutes) : null));

    [Theory]
    [InlineData(3, null, 3)]
    [InlineData(3, 5, 3)]
    [InlineData(3, 2, 2)]
    [InlineData(3, 0, 1)]
    [InlineData(1, 9, 1)]
    public void Nobody_is_asked_for_more_confirmations_than_it_has_people(int asked, int? people, int expected) => Assert.Equal(expected, EscalationRules.Responses(Usual with { Responses = asked }, people));
}
