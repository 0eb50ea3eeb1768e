using Ceptoar.Classification.Signals;

namespace Ceptoar.Classification.Tests.Signals;

public class SecretSignalsTests
{
    [Theory]
    [InlineData("パスワードは Winter2026! でした。")]
    [InlineData("パスワード：abc12345")]
    [InlineData("パスワード=hunter2")]
    [InlineData("初期パスワードは「admin123」である。")]
    [InlineData("ID/パスワード: admin/admin")]
    [InlineData("パスワード admin でログイン可能であった。")]
    [InlineData("添付 ZIP のパスワードは本文に記載の 5582 であった。")]
    [InlineData("SNMP の community 名が public のままだった。")]
    [InlineData("Credentials found in the script: svc_backup / Tr1ck-Lamp-77")]
    [InlineData("login: operator / pass: hm1-2026")]
    [InlineData("攻撃者が使ったパスワードは「P@ssw0rd!」であった。")]
    [InlineData("PW: hunter2")]
    [InlineData("pass=secret99")]
    [InlineData("Password: Tr0ub4dor&3")]
    [InlineData("the password was Summer2025 on all hosts")]
    [InlineData("password is \"letmein\"")]
    [InlineData("暗証番号は4821です")]
    [InlineData("apiキー：9f8e7d6c5b4a")]
    [InlineData("api_key = 9f8e7d6c5b4a39281706")]
    [InlineData("AKIAIOSFODNN7EXAMPLE が含まれていた")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    [InlineData("token ghp_16C7e42F292c6912E7710c838347Ae178B4a")]
    [InlineData("xoxb-123456789012-abcdefGHIJKL")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U")]
    [InlineData("Authorization: Bearer 8d3f2a1b9c7e6d5f4a3b2c1d")]
    [InlineData("Authorization: Basic YWRtaW46YWRtaW4=")]
    [InlineData("ftp://backup:s3cret@files.example/dump を取得")]
    [InlineData("snmp-server community s3cr3tRO ro")]
    [InlineData("SNMP コミュニティ名：monitor01")]
    [InlineData("Server=db1;User Id=sa;Password=P@ssw0rd1;")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----")]
    [InlineData("root:$6$rounds$abcdefgh12345678abcdefgh:19000:0")]
    public void Finds_what_opens_a_door(string text) => Engine.Finds(SignalTable.Secret, text);

    [Theory]
    [InlineData("Passwords were leaked.")]
    [InlineData("パスワードスプレー攻撃を受けた。")]
    [InlineData("パスワードリセットを実施した。")]
    [InlineData("パスワードの変更を全職員に依頼した。")]
    [InlineData("パスワード：変更済み")]
    [InlineData("パスワード：********")]
    [InlineData("password: [REDACTED]")]
    [InlineData("password: unknown")]
    [InlineData("password: reset on Monday")]
    [InlineData("password: changed")]
    [InlineData("パスワードは12文字以上とする。")]
    [InlineData("パスワードは英数字8桁以上")]
    [InlineData("パスワードはSHA256でハッシュ化されている。")]
    [InlineData("パスワードは2026年11月に変更した。")]
    [InlineData("The password policy was tightened.")]
    [InlineData("password spraying from 203.0.113.7")]
    [InlineData("password is weak")]
    [InlineData("パスワード総当たり攻撃を検知した。")]
    [InlineData("メール本文に「パスワードの有効期限が切れました」とある。")]
    [InlineData("The password was in the mail body.")]
    [InlineData("API トークンが公開されていたため失効させた。")]
    [InlineData("The token expired.")]
    [InlineData("トークンは失効させた。")]
    [InlineData("秘密鍵は漏えいしていない。")]
    [InlineData("key point: users noticed at 9:00")]
    [InlineData("https://www.example.com/login を参照")]
    [InlineData("コミュニティの協力を得た。")]
    [InlineData("basic functions were restored")]
    public void A_word_about_passwords_is_no_secret(string text) => Engine.FindsNot(SignalTable.Secret, text);

    [Fact]
    public void A_secret_raises_the_original_alone()
    {
        var labels = Engine.Decide(Contracts.Tlp.Green, "管理者のパスワード：Winter2026!");

        Assert.Equal((Contracts.Tlp.Red, Contracts.Tlp.Green), (labels.Original, labels.Ceiling));
    }
}
