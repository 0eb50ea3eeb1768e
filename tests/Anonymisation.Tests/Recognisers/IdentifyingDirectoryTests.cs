using Ceptoar.Anonymisation.Recognisers;

namespace Ceptoar.Anonymisation.Tests.Recognisers;

public class IdentifyingDirectoryTests
{
    [Fact]
    public void Says_which_strings_it_cannot_search_for()
    {
        var directory = IdentifyingDirectory.Compile(
            [Example.Member(Example.Telecom, "あけぼの電鉄株式会社", [], [], new() { Aliases = ["株式会社", "A", "12"], Cidrs = ["0.0.0.0/0", "198.51.100.300/24", "198.51.100.0 - 198.51.100.9"] })]);

        Assert.Equal(
            ["株式会社 tooShortOrCommon", "A tooShortOrCommon", "12 tooShortOrCommon", "0.0.0.0/0 networkTooWide", "198.51.100.300/24 unreadableNetwork", "198.51.100.0 - 198.51.100.9 unreadableNetwork"],
            directory.Ignored.Select(i => $"{i.Text} {i.Reason}"));
    }

    [Fact]
    public void Says_which_numbers_it_cannot_search_for()
    {
        var directory = IdentifyingDirectory.Compile([Example.Member(Example.Telecom, "あけぼの電鉄株式会社", [], [], new() { Asns = ["AS64500", "ASx", "1.2.3"], Telephones = ["03-5555", "03-"] })]);

        Assert.Equal(["ASx unreadableNumber", "1.2.3 unreadableNumber", "03- tooShortOrCommon"], directory.Ignored.Select(i => $"{i.Text} {i.Reason}"));
    }

    [Theory]
    [InlineData("ntt", Reach.Bounded)]
    [InlineData("hitachi", Reach.Free)]
    [InlineData("cafe12", Reach.Bounded)]
    [InlineData("東電", Reach.Free)]
    [InlineData("東", Reach.None)]
    [InlineData("12345", Reach.Bounded)]
    [InlineData("1234", Reach.None)]
    [InlineData("システム", Reach.None)]
    public void Short_words_need_boundaries_and_common_ones_are_left_alone(string key, Reach reach) => Assert.Equal(reach, SearchTerm.Reach(key));

    [Theory]
    [InlineData("1", null)]
    [InlineData("010.0.0.1", "10.0.0.1")]
    [InlineData("203.0.113.045", "203.0.113.45")]
    [InlineData("203.0.113.256", null)]
    [InlineData("203.0.113.7.1", null)]
    [InlineData("203.0.113.", null)]
    [InlineData("２０３.0.113.7", null)]
    public void Octets_are_read_by_own_code(string text, string? expected) => Assert.Equal(expected, IpNumber.ParseV4(text)?.ToString());

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("2001:0db8:0:0:0:0:0:1", "2001:db8::1")]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.1")]
    [InlineData("1:2:3:4:5:6:7", null)]
    [InlineData("1::2::3", null)]
    [InlineData("12345::", null)]
    public void Groups_are_read_by_own_code(string text, string? expected) => Assert.Equal(expected, IpNumber.ParseV6(text)?.ToString());

    [Fact]
    public void The_order_of_the_members_does_not_matter()
    {
        var members = new[] { Example.Member(Example.Telecom, "甲野商会", [], [], new() { Vendors = ["共通保守"] }), Example.Member(Example.Utility, "乙野商会", [], [], new() { Vendors = ["共通保守"] }) };
        Assert.Equal(IdentifyingDirectory.Compile(members).Terms.Select(t => t.Key), IdentifyingDirectory.Compile(members.Reverse()).Terms.Select(t => t.Key));
    }
}
