using System.Globalization;
using Ceptoar.Registry.Mail;
using Ceptoar.Registry.SignIn;

namespace Ceptoar.Registry.Tests;

public class SignInRulesTests
{
    /// <summary>The test vectors of RFC 6238, appendix B, SHA-1; of their eight digits the last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Knows_the_codes_of_the_standard(long seconds, string code)
    {
        const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // 12345678901234567890
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(seconds / 30, Totp.Step(Secret, code, now, lastUsed: 0));
        Assert.Equal(seconds / 30, Totp.Step(Secret, code.Insert(3, " "), now, lastUsed: 0));
        Assert.Null(Totp.Step(Secret, code, now, lastUsed: seconds / 30));
        Assert.Null(Totp.Step(Secret, code, now.AddSeconds(150), lastUsed: 0));
        Assert.Null(Totp.Step(Secret, code, now.AddSeconds(-150), lastUsed: 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("28708²")]
    [InlineData("２８７０８２")]
    [InlineData("-28708")]
    public void What_are_not_six_digits_is_no_code(string? code) =>
        Assert.Null(Totp.Step("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", code, DateTimeOffset.FromUnixTimeSeconds(59), lastUsed: 0));

    [Theory]
    [InlineData("seven stones beside a slow river", true)]
    [InlineData("牡丹と灯台と七輪と紙風船と", true)]
    [InlineData("eleven chars", true)]
    [InlineData("elevenchars", false)]
    [InlineData("password1234", false)]
    [InlineData("PasswordPassword", false)]
    [InlineData("Administrator!", false)]
    [InlineData("123456789012", false)]
    [InlineData("aaaaaaaaaaaaaa", false)]
    [InlineData("hanako.mihon@city.example", false)]
    [InlineData("HANAKO.MIHON-2026", false)]
    [InlineData("見本 花子 no password", false)]
    public void A_password_is_long_and_none_that_comes_to_mind_first(string password, bool may) =>
        Assert.Equal(may, PasswordRules.Problem(password, "hanako.mihon@city.example", "見本花子") is null);

    [Theory]
    [InlineData(false, false, false, false, SignInPerson.Outcome.Unknown)]
    [InlineData(true, false, true, true, SignInPerson.Outcome.SignedIn)]
    [InlineData(true, false, false, true, SignInPerson.Outcome.WrongPassword)]
    [InlineData(true, false, false, false, SignInPerson.Outcome.WrongPassword)]
    [InlineData(true, false, true, false, SignInPerson.Outcome.WrongCode)]
    [InlineData(true, true, false, true, SignInPerson.Outcome.Locked)]
    [InlineData(true, true, true, false, SignInPerson.Outcome.LockedForItsOwner)]
    [InlineData(true, true, true, true, SignInPerson.Outcome.LockedForItsOwner)]
    public void A_sign_in_has_one_outcome(bool known, bool locked, bool password, bool code, SignInPerson.Outcome outcome) =>
        Assert.Equal(outcome, SignInPerson.Judge(known, locked, password, code));

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge")]
    [InlineData("Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari")]
    [InlineData("something else", "other")]
    [InlineData(null, "other")]
    public void A_session_keeps_the_family_of_the_browser(string? userAgent, string family) => Assert.Equal(family, AgentFamily.Of(userAgent));

    [Theory]
    [InlineData(1, "00:00:05")]
    [InlineData(2, "00:00:10")]
    [InlineData(5, "00:01:20")]
    [InlineData(100, "00:30:00")]
    public void Mail_that_was_not_taken_waits_longer_each_time(int attempts, string wait) => Assert.Equal(TimeSpan.Parse(wait, CultureInfo.InvariantCulture), SendMail.Backoff(attempts));
}
