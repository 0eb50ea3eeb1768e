using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Recognisers.Learned;
using Ceptoar.Anonymisation.Renditions;

namespace Ceptoar.Anonymisation.Tests.Recognisers;

/// <summary>What is learned weighs guesses, and nothing that is certain.</summary>
public class LearnedRecogniserTests
{
    const string Text = "東都ガス株式会社の蓮ヶ平供給所から 203.0.113.77 への通信を、担当の祖父江が確認した。連絡先 desk@totogas.example、鍵は 192.0.2.130 の端末。";

    static readonly TokenLimits Everything = new(Remove: 0, Deny: 0, Join: 0, Hold: 0, HoldGuess: 0, Indicator: 0, Figure: 0, Retain: 2);
    static readonly TokenLimits Nothing = new(Remove: 2, Deny: 2, Join: 2, Hold: 2, HoldGuess: 2, Indicator: 2, Figure: 2, Retain: 2);

    [Fact]
    public void A_model_that_would_keep_all_overrules_nothing_that_is_certain()
    {
        var (rules, _) = Recognition.ByRules(new(Text), Facts());
        var (decided, failure) = Recognition.Find(new(Text), Facts() with { Learned = TokenModel.Current.With(Nothing) });

        Assert.Null(failure);
        Assert.Equal(rules.Where(f => f.Verdict == Verdict.Remove), decided.Where(f => f.Verdict == Verdict.Remove));
        var (cuts, _) = Resolution.Settle(Text, decided);
        Assert.All(rules.Where(f => f.Verdict == Verdict.Remove), f => Assert.Contains(cuts, c => c.Start <= f.Start && f.End <= c.End));
        Assert.Contains(rules, f => f.Rule.StartsWith("directory.", StringComparison.Ordinal));
        Assert.Contains(decided, f => f.Rule == "learned.keep");
    }

    [Fact]
    public void Of_an_indicator_the_reporter_has_the_last_word()
    {
        var reported = Facts() with { Reported = new([new() { Type = "ipv4", Value = "203.0.113.77", Role = "attacker" }]) };

        Assert.Contains("203.0.113.77", Left(reported), StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.77", Left(Facts()), StringComparison.Ordinal);

        static string Left(RecogniserFacts facts)
        {
            var (decided, _) = Recognition.Find(new(Text), facts with { Learned = TokenModel.Current.With(Everything) });
            return string.Concat(Text.Where((_, i) => !Resolution.Settle(Text, decided).Cuts.Any(c => c.Start <= i && i < c.End)));
        }
    }

    [Fact]
    public void A_failure_blocks()
    {
        var broken = new TokenModel(Everything, [], 1, []);

        Assert.Equal("recogniser.learned.failed", Recognition.Find(new(Text), Facts() with { Learned = broken }).Failure);
    }

    [Fact]
    public void Where_readers_are_not_denied_only_what_is_sure_goes()
    {
        var (decided, _) = Recognition.Find(new(Text), Facts() with { DefaultDeny = false });

        Assert.DoesNotContain(decided, f => f.Rule is "learned.keep" or "learned.deny");
    }

    [Fact]
    public void The_same_text_gives_the_same_findings() =>
        Assert.Equal(Said(), Said());

    static string[] Said() => [.. Recognition.Find(new(Text), Facts()).Findings.Select(f => $"{f.Start}+{f.Length} {f.Rule} {f.Verdict}")];

    [Fact]
    public void A_model_is_read_as_it_was_written()
    {
        using var stream = new MemoryStream();
        TokenModel.Current.Write(stream);
        var again = TokenModel.Read(new MemoryStream(stream.ToArray()));

        var field = new FieldViews(Text);
        var tokens = Tokens.Of(field);
        Assert.Equal(TokenModel.Current.Limits, again.Limits);
        Assert.Equal(TokenModel.Current.Probabilities(field, tokens, []), again.Probabilities(field, tokens, []));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("\uD842")]
    [InlineData("https://a.example/x\\y「」")]
    public void Any_text_has_tokens_in_order(string text)
    {
        var tokens = Tokens.Of(new(text));

        Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.Null(Recognition.Find(new(text), Facts()).Failure);
    }

    static RecogniserFacts Facts() => new(Example.Directory, new([]), DefaultDeny: true);
}
