using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Anonymisation.Tests.Renditions;

/// <summary>Output is handed to the check as if every recogniser had failed.</summary>
public class VerificationTests
{
    static readonly Flash Empty = new() { Kind = "incident", Events = [], Causes = [], Indicators = [] };

    [Theory]
    [InlineData("あさひ野で障害", "directory")]
    [InlineData("あ さ ひ\n野で障害", "directory")]
    [InlineData("ＡＳＡＨＩＮＯ\u200B　ＴＥＬＥＣＯＭ", "directory")]
    [InlineData("asahino-tel[.]example", "directory")]
    [InlineData("ANTの", "directory")]
    [InlineData("A N Tの", "directory")]
    [InlineData("44GC44GV44Gy6YeO44Gn6Zqc5a6z", "directory")]
    [InlineData("%E3%81%82%E3%81%95%E3%81%B2%E9%87%8E", "directory")]
    [InlineData("さざなみ光の利用者", "directory")]
    [InlineData("as番号 64511", "directory")]
    [InlineData("(03) 5555-0000", "directory")]
    [InlineData("taro@sub.asahino-tel.example", "mailAddress")]
    [InlineData("192.168.1.1", "address")]
    [InlineData("１９２．１６８．１．１", "address")]
    [InlineData("192[.]168[.]1[.]1", "address")]
    [InlineData("192.168.\n1.1", "address")]
    [InlineData("198.51.100.200", "address")]
    [InlineData("fd00::1", "address")]
    [InlineData("2001:db8:a5a::99", "address")]
    [InlineData("合言葉なので", "removed")]
    [InlineData("合 言\n葉なので", "removed")]
    public void Finds_what_must_not_be_there(string output, string code)
    {
        Assert.Contains("narrative." + code, Check(output, Empty));
        Assert.Contains("flash." + code, Check("", Empty with { Indicators = [new() { Type = "other", Value = output }] }));
    }

    [Theory]
    [InlineData("[組織A]の[システム1]と[アドレス1]、[ORG-A] [PERSON-12] [秘密情報]")]
    [InlineData("弊社のサーバが 203.0.113.7 と 2001:db8::1 から攻撃を受けた 10:00:01")]
    [InlineData("important giant antennas do not escalate 10.1.2 v1.2.3")]
    [InlineData("::")]
    public void Lets_an_ordinary_rendition_pass(string output) => Assert.Empty(Check(output, Empty));

    static string[] Check(string output, Flash flash)
    {
        var removed = new Term { Key = "合言葉", Reach = Reach.Free, Type = "secret", Rule = "secret", Identity = "x" };
        return Verification.Check([output], flash, Example.Directory, [removed]);
    }
}
