using Ceptoar.Classification.Signals;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Tests.Signals;

public class PersonalDataSignalsTests
{
    [Theory]
    [InlineData("123456789018", true)]
    [InlineData("123456789012", false)]
    [InlineData("021234567891", false)]
    [InlineData("12345678901", false)]
    public void Checks_an_individual_number(string digits, bool right) => Assert.Equal(right, CheckDigits.MyNumber(digits));

    [Theory]
    [InlineData("7000012050002", true)] // the National Tax Agency's own, published as the example of its check digit
    [InlineData("8000012050002", false)]
    public void Checks_a_corporate_number(string digits, bool right) => Assert.Equal(right, CheckDigits.CorporateNumber(digits));

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("5555555555554444", true)]
    [InlineData("378282246310005", true)]
    [InlineData("3530111333300000", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("1111111111111117", false)]
    public void Checks_a_card_number(string digits, bool right) => Assert.Equal(right, CheckDigits.Card(digits));

    [Theory]
    [InlineData("マイナンバー 1234-5678-9018 が含まれる")]
    [InlineData("個人番号：123456789018")]
    [InlineData("個人番号 123456789012")]
    [InlineData("流出した 123456789018 は本人のマイナンバーと判明")]
    [InlineData("1234 5678 9018")]
    [InlineData("my number: 123456789018")]
    public void Finds_individual_numbers(string text) => Engine.Finds(SignalTable.MyNumber, text);

    [Theory]
    [InlineData("注文番号 123456789018")]
    [InlineData("202611211030 に検知。マイナンバーの漏えいはない。")]
    [InlineData("1234-5678-9012")]
    [InlineData("マイナンバーカードの申請サイトが停止")]
    [InlineData("マイナンバー 4 件の漏えい")]
    [InlineData("4111-1111-1111-1111")]
    public void Other_numbers_are_no_individual_numbers(string text) => Engine.FindsNot(SignalTable.MyNumber, text);

    [Theory]
    [InlineData("法人番号 7000012050002")]
    [InlineData("登録番号：T7000012050002")]
    [InlineData("T7000012050002")]
    public void Finds_corporate_numbers(string text) => Engine.Finds(SignalTable.CorporateNumber, text);

    [Theory]
    [InlineData("伝票 7000012050002")]
    [InlineData("法人番号の一覧")]
    [InlineData("1763712000000")]
    public void Other_numbers_are_no_corporate_numbers(string text) => Engine.FindsNot(SignalTable.CorporateNumber, text);

    [Theory]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("カード番号 4111111111111111")]
    [InlineData("card: 378282246310005")]
    [InlineData("3782 822463 10005")]
    public void Finds_cards(string text) => Engine.Finds(SignalTable.Card, text);

    [Theory]
    [InlineData("order 4111111111111111")]
    [InlineData("4111-1111-1111-1112")]
    [InlineData("カード番号の漏えいはない")]
    [InlineData("sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    public void Other_numbers_are_no_cards(string text) => Engine.FindsNot(SignalTable.Card, text);

    [Theory]
    [InlineData("佐藤一郎 090-1234-5678\n鈴木花子 090-2345-6789\n高橋次郎 090-3456-7890")]
    [InlineData("・田中（tanaka@example.jp）\n・伊藤（ito@example.jp）\n・渡辺（watanabe@example.jp）")]
    [InlineData("対象者は佐藤一郎(昭和50年4月1日)、鈴木花子(平成2年5月3日)、高橋次郎(昭和61年12月9日)の3名")]
    [InlineData("Hanako Sato, hanako.s@example.org\nTaro Ito, taro.i@example.org\nJiro Abe, jiro.a@example.org")]
    [InlineData("氏名,住所,電話番号\n佐藤一郎,東京都,0312345678\n鈴木花子,大阪府,0612345678")]
    [InlineData("|氏名|生年月日|\n|---|---|\n|蓮見紗良|1980/1/1|\n|風間凛|1990/2/2|")]
    [InlineData("氏名\t電話\n佐倉 恵\t090-0000-1111\n三枝 亮\t090-0000-2222")]
    [InlineData("1. 佐倉 恵 / 平成3年4月2日\n2. 三枝 亮 / 昭和60年1月3日\n3. 浜名 葵 / 昭和63年8月8日")]
    [InlineData("Miho Sakura (090-0000-1111), Ryo Saegusa (090-0000-2222) and Aoi Hamana (090-0000-3333) were on it")]
    [InlineData("patient_name,dob\nKei Mori,1980-01-02\nAi Sato,1991-03-04")]
    [InlineData("name: Kei Mori, phone: 03-0000-1111\nname: Ai Sato, phone: 03-0000-2222")]
    [InlineData("佐倉恵(090-0000-1111)、三枝亮(090-0000-2222)、浜名葵(090-0000-3333)")]
    [InlineData("Mori 090-0000-1201, Kusakabe 090-0000-1202, Ohba 090-0000-1203")]
    [InlineData("担当は佐藤課長、鈴木主任、田中さん")]
    public void Finds_lists_of_people(string text) => Engine.Finds(SignalTable.PeopleList, text);

    [Theory]
    [InlineData("漏えいした項目は氏名、住所、電話番号、生年月日です。")]
    [InlineData("氏名・住所・電話番号が含まれる可能性がある。件数は調査中。")]
    [InlineData("佐藤課長 090-1234-5678")]
    [InlineData("2026-11-21 10:00:01 login a@example.org\n2026-11-21 10:00:02 login b@example.org\n2026-11-21 10:00:03 login c@example.org")]
    [InlineData("From: John Smith <j@example.net>\nFrom: Jane Doe <d@example.net>\nFrom: Jack Roe <r@example.net>")]
    [InlineData("福岡支店 092-123-4567\n山口支店 083-123-4567\n千葉支店 043-123-4567")]
    [InlineData("2026-11-20 10:00 停止\n2026-11-20 11:00 復旧\n2026-11-20 12:00 完了")]
    [InlineData("東京 支店 3台\n大阪 支店 2台\n名古屋 支店 1台")]
    [InlineData("サーバ 障害 10:00\nメール 復旧 11:00\n回線 復旧 12:00")]
    public void Other_lists_are_no_lists_of_people(string text) => Engine.FindsNot(SignalTable.PeopleList, text);

    [Theory]
    [InlineData("田中さんが添付を開いた。")]
    [InlineData("佐藤課長が発見した。")]
    [InlineData("総務の鈴木様より連絡")]
    [InlineData("林さんの端末")]
    [InlineData("山本太郎氏の端末")]
    [InlineData("ジョンさんが気付いた。")]
    [InlineData("担当：鈴木一郎")]
    [InlineData("担当者: 蓮見 紗良")]
    [InlineData("連絡先：高橋（内線 123）")]
    [InlineData("報告者：ジョン・スミス")]
    [InlineData("職員の田中が添付を開いた。")]
    [InlineData("税務課の小鹿野主任が送った。")]
    [InlineData("担当ドライバーの比留間が見間違えた。")]
    [InlineData("連絡担当は総務部の佐々木（内線 2231）です。")]
    [InlineData("医師の林が使う端末で検知した。")]
    [InlineData("操作した職員は渡辺拓也である。")]
    [InlineData("Dr. Hayashi's account was misused.")]
    [InlineData("高橋美咲の端末が感染した。")]
    [InlineData("佐々木 健太 の端末")]
    [InlineData("Mr. Smith opened the file.")]
    [InlineData("Ms. Tanaka noticed it.")]
    [InlineData("Tanaka-san noticed it.")]
    [InlineData("Contact: John Smith")]
    [InlineData("reported by Jane Doe")]
    [InlineData("taro.yamada@example.jp に連絡")]
    [InlineData("電話 090-1234-5678 まで")]
    [InlineData("折返しは 03-1234-5678")]
    [InlineData("tel +81-3-1234-5678")]
    [InlineData("気づいたのは設備係の荒垣によると昨夜とのことです。")]
    [InlineData("発見者は夜勤の看護師、小鳥居 まゆです。")]
    [InlineData("Found by Haruka Miyazono from the dispatch desk.")]
    [InlineData("Mr Tokunaga of the plant say he not open it.")]
    [InlineData("連絡は日直の鴨志田(内線 3321)へ。")]
    [InlineData("ext. 4410 (Sato) can explain.")]
    [InlineData("検修係 白樺 恒一が開封した。")]
    [InlineData("Owner: Kenji Aoba")]
    [InlineData("担当医の笠原 徹医師の端末")]
    [InlineData("署名:情報政策課 萱野 俊")]
    [InlineData("Best regards,\nMiho Tsukahara")]
    [InlineData("携帯 080-0000-1122 に折返し")]
    [InlineData("たかはしさんが気づいた。")]
    [InlineData("our lawyer, Ms. Okabe, was told")]
    [InlineData("社員の個人アドレス m.hayami@mail.example に転送された")]
    public void Finds_persons(string text) => Engine.Finds(SignalTable.Person, text);

    [Theory]
    [InlineData("患者様への影響はない。")]
    [InlineData("お客様に案内した。")]
    [InlineData("皆様、各位")]
    [InlineData("患者さんの受付")]
    [InlineData("同様の仕様である。")]
    [InlineData("ベンダー様と協議した。")]
    [InlineData("ユーザーさん")]
    [InlineData("関係者各位殿")]
    [InlineData("情報システム部長に報告した。")]
    [InlineData("総務課長が承認した。")]
    [InlineData("担当：情報システム部")]
    [InlineData("担当：運用保守")]
    [InlineData("担当者の中に該当者はいない。")]
    [InlineData("本件の窓口は運用管理室です。")]
    [InlineData("不審メールの差出人は「経理部 田中」を名乗り、keiri.tanaka@example.net から届いた。")]
    [InlineData("担当者：未定")]
    [InlineData("送信元 hanako.sato@example.org のメール")]
    [InlineData("From: \"Support\" <billing.dept@example.net>")]
    [InlineData("差出人は taro@example.net を装っていた。")]
    [InlineData("phishing mail from john.smith@example.net")]
    [InlineData("info@example.jp")]
    [InlineData("no-reply@example.jp")]
    [InlineData("0120-123-456 に電話")]
    [InlineData("2026-11-21 に 10.0.0.1")]
    [InlineData("福島第一では異常なし。")]
    [InlineData("石川県で停電")]
    [InlineData("松山市長が会見")]
    [InlineData("DR site and MS Office were patched.")]
    [InlineData("The operator restarted the pump.")]
    [InlineData("気温は摂氏 20 度")]
    [InlineData("課長の判断で停止した。")]
    [InlineData("担当部署の承認を得た。")]
    [InlineData("たくさんの端末が影響を受けた。")]
    [InlineData("The Home Page and Remote Site were restored.")]
    public void Others_are_no_persons(string text) => Engine.FindsNot(SignalTable.Person, text);

    [Fact]
    public void The_address_of_an_attacker_is_no_person()
    {
        var report = Engine.Report("本文") with { Indicators = [new ReportedIndicator { Type = "email", Value = "hanako.sato@example.org", Role = "attacker" }] };

        Assert.Empty(Engine.Find(report));
    }
}
