using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;

namespace Ceptoar.Anonymisation.Tests.Renditions;

/// <summary>Where readers do not know each other, what nobody knows goes.</summary>
public class GreenTests
{
    static readonly RenditionPolicy Green = RenditionPolicy.Of("green", new())!;

    [Theory]
    [InlineData("窓口は纐纈さんと百目鬼さん。", "窓口は[人物1]さんと[人物2]さん。")]
    [InlineData("東陵信用金庫の森です。", "[組織A]の[人物1]です。")]
    [InlineData("隣の白樺町立病院へ振り替えた。", "隣の[組織A]へ振り替えた。")]
    [InlineData("給水人口は18万人。", "給水人口は数十万人。")]
    [InlineData("県内で唯一オゾン処理を行う施設です。", "[非公開1]。")]
    [InlineData("担当：鵜殿、当直：百瀬、柳。", "担当：[人物1]、当直：[人物2]、[人物3]。")]
    [InlineData("直通 〇三（五五五五）〇一六一", "直通 [電話1]")]
    [InlineData("電話 O87-555-O1l9 へ", "電話 [電話1] へ")]
    [InlineData("電話はゼロ、ヨン、ロク、ナナ、キュウ、キュウ、ニ、ニ", "電話は[番号1]")]
    [InlineData("位置は 34.6121, 135.3417 です", "位置は [拠点1] です")]
    [InlineData("アカウント「kanshi1」が使われた", "アカウント「[人物1]」が使われた")]
    [InlineData("差出人 =?ISO-2022-JP?B?GyRCSHVFTzo7TGkyQxsoQg==?= より", "差出人 [人物1] より")]
    public void What_identifies_goes_though_no_directory_has_it(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("Emotet と LockBit 3.0、Cobalt Strike、FortiOS 7.2.4 の CVE-2022-42475 を悪用")]
    [InlineData("横展開に AnyDesk と Mimikatz、持ち出しに rclone が使われた")]
    [InlineData("PLCは MELSEC iQ-R、DCSは CENTUM VP、画面は GENESIS64")]
    [InlineData("ランサムウェア Akira に感染し、拡張子が .akira に変わった")]
    [InlineData("JPCERT/CC と警察庁、個人情報保護委員会に報告した")]
    [InlineData("送信元 203.0.113.7 から 445/tcp への通信をプロキシで検知した")]
    [InlineData("報告時点で5名が影響を受け、3台を隔離した")]
    [InlineData("exploited on BIG-IP 16.1.2. Bank staff were told")]
    [InlineData("User-Agent は axios/1.7.2、Event ID 4625 が連続")]
    public void What_defenders_need_stays(string text) => Assert.Equal(text, Render(text));

    [Fact]
    public void A_given_name_that_is_also_a_ransomware_is_told_by_its_neighbours()
    {
        Assert.Equal("[人物1]さんが確認した", Render("アキラさんが確認した"));
        Assert.Equal("The Akira group encrypted it", Render("The Akira group encrypted it"));
    }

    [Theory]
    [InlineData("アサヒノの端末")]
    [InlineData("あ・さ・ひ・野の端末")]
    [InlineData("takahashi.misaki が実行")]
    [InlineData("たかはしみさきの端末")]
    [InlineData("xn--asahno-tel-4za.example")]
    [InlineData("hxxps://as4h1no-tel-login[.]example/")]
    [InlineData("victim 0xC6336419")]
    [InlineData("host elpmaxe.let-onihasa が見えた")]
    [InlineData("&#12354;&#12373;&#12402;&#37326; の画面")]
    [InlineData("\\u3042\\u3055\\u3072\\u91ce の画面")]
    public void A_member_is_found_in_readings_look_alikes_and_encodings(string text)
    {
        var output = Render(text);
        Assert.NotEqual(text, output);
        Assert.Matches(@"\[", output);
    }

    [Fact]
    public void Within_the_own_circle_unknown_words_stay()
    {
        const string text = "白嶺の施設で約3万人に影響";
        Assert.Equal(text, Example.Render(text).Body);
        Assert.NotEqual(text, Render(text));
    }

    [Theory]
    [InlineData("green", 10, TimeGrain.Day)]
    [InlineData("CLEAR", 20, TimeGrain.Month)]
    [InlineData("Amber+Strict", 5, TimeGrain.Hour)]
    public void Each_ring_has_its_figures(string ring, int k, TimeGrain time) => Assert.Equal((k, time), (RenditionPolicy.Of(ring, new())!.KThreshold, RenditionPolicy.Of(ring, new())!.Time));

    [Theory]
    [InlineData(2, 2, 2, true)]
    [InlineData(1, 10, 20, false)]
    [InlineData(5, 4, 20, false)]
    [InlineData(5, 10, 9, false)]
    public void A_wider_circle_never_asks_for_fewer_operators(int amber, int green, int clear, bool good) =>
        Assert.Equal(good, new AnonymitySettings { Amber = amber, Green = green, Clear = clear }.Protects);

    [Fact]
    public void No_other_ring_is_known() => Assert.Null(RenditionPolicy.Of("white", new()));

    static string Render(string text)
    {
        var rendition = Anonymiser.Render(Example.Report(text), Example.Directory, Green);
        Assert.Empty(rendition.Blocked);
        return rendition.Body;
    }
}

public class FinestDescriptionTests
{
    static readonly DirectoryMember Reporter = Member(1, "water", "kanto", "small");

    /// <summary>Six in the region, four of them as small; two far off; ten more of another sector.</summary>
    static readonly IdentifyingDirectory Directory = IdentifyingDirectory.Compile(
    [
        Reporter, Member(2, "water", "kanto", "small"), Member(3, "water", "kanto", "small"), Member(4, "water", "kanto", "small"), Member(5, "water", "kanto", "large"), Member(6, "water", "tohoku", "large"), Member(7, "water", "kyushu", "small"),
        .. Enumerable.Range(10, 10).Select(i => Member(i, "gas", "kanto", "small")),
    ]);

    [Theory]
    [InlineData(4, "water", "kanto", "small", 4)]
    [InlineData(5, "water", "kanto", null, 5)]
    [InlineData(6, "water", "east", null, 6)]
    [InlineData(7, "water", null, null, 7)]
    [InlineData(8, null, "kanto", null, 15)]
    [InlineData(18, null, null, null, 17)]
    public void Is_coarsened_until_enough_fit(int threshold, string? sector, string? region, string? size, int k) =>
        Assert.Equal(new AnonymityClass(sector, region, size, k), KAnonymity.Finest(Reporter.Organisation, Directory, threshold));

    [Fact]
    public void Is_said_in_words()
    {
        var notice = KAnonymity.OneOf(new("water", null, null, 8));
        Assert.Contains("8 組織のうちの 1 つ", notice.Ja);
        Assert.Contains("one of 8 organisations", notice.En);
    }

    static DirectoryMember Member(int number, string sector, string region, string size)
    {
        var member = Example.Member(new(number, 0, 0, new byte[8]), $"第{number}の組合", [sector], [sector], new());
        return member with { Organisation = member.Organisation with { Region = region, Size = size } };
    }
}
