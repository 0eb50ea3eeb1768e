using Ceptoar.Classification.Signals;

namespace Ceptoar.Classification.Tests.Signals;

public class OtherVictimSignalsTests
{
    static readonly Guid Own = new("11111111-1111-1111-1111-111111111111");
    static readonly Guid Foreign = new("22222222-2222-2222-2222-222222222222");

    static readonly MemberNames Members = new([("株式会社あさひ野通信", Own), ("あさひ野", Own), ("東都ガス株式会社", Foreign), ("TotoGas", Foreign), ("髙﨑みどり病院", Foreign), ("あさひ野ガス", Foreign)]);

    [Theory]
    [InlineData("株式会社みなと製作所でも同様の被害が出ている。")]
    [InlineData("北斗病院も感染した。")]
    [InlineData("ひばり銀行においても障害が発生している。")]
    [InlineData("委託先の北斗システムズ株式会社が不正アクセスを受けた。")]
    [InlineData("取引先である株式会社みなと製作所のサーバが侵害された。")]
    [InlineData("被害組織：ひばり市立病院")]
    [InlineData("近隣のほくぶ総合病院でも電子カルテが使えなくなっている。")]
    [InlineData("委託先のみなとデータ株式会社のサーバが侵害された。")]
    [InlineData("グループ会社のあさひ物流が感染源とみられる。")]
    [InlineData("Nearby Minamikaze Water Utility reported the same intrusion.")]
    [InlineData("Minato Corp was also hit.")]
    [InlineData("Hibari Hospital has been infected by the same malware.")]
    [InlineData("The same attack hit Hokuto Bank.")]
    [InlineData("Our supplier Hokuto Systems was compromised.")]
    public void Finds_another_victim(string text) => Engine.Finds(SignalTable.OtherVictim, text);

    [Theory]
    [InlineData("当社でも同様の被害が出ている。")]
    [InlineData("他社でも同様の被害が報告されている。")]
    [InlineData("同業他社でも被害。")]
    [InlineData("複数の病院でも感染が確認されている。")]
    [InlineData("A社でも被害が出た。")]
    [InlineData("近隣の病院でも障害。")]
    [InlineData("JPCERT/CC にも連絡し、被害を報告した。")]
    [InlineData("警察庁にも被害を報告した。")]
    [InlineData("総務省にも障害を報告した。")]
    [InlineData("マイクロソフト株式会社の製品を利用している。")]
    [InlineData("通信にも影響が出て停止した。")]
    [InlineData("Other hospitals were also hit.")]
    [InlineData("The hospital was affected.")]
    [InlineData("Our bank was affected.")]
    [InlineData("We use a product of Example Systems.")]
    public void Those_without_a_name_and_those_who_are_told_are_none(string text) => Engine.FindsNot(SignalTable.OtherVictim, text);

    [Theory]
    [InlineData("東都ガス株式会社と協議した。")]
    [InlineData("東都ガスと協議した。")]
    [InlineData("東 都 ガ ス と協議した。")]
    [InlineData("高崎みどり病院に照会した。")]
    [InlineData("We asked TotoGas about it.")]
    [InlineData("ｔｏｔｏｇａｓ の担当")]
    [InlineData("あさひ野ガスに照会した。")]
    public void Finds_a_member_that_is_named(string text)
    {
        foreach (var (_, write) in Engine.Spellings) Assert.Contains(SignalTable.OtherMember.Value, Codes(write(text)));
    }

    [Theory]
    [InlineData("あさひ野通信のサーバ")]
    [InlineData("株式会社あさひ野通信でも被害が出た。")]
    [InlineData("prototogasoline")]
    [InlineData("本日の障害")]
    public void Ones_own_name_is_no_news(string text) => Assert.DoesNotContain(Codes(text), c => c is "victim.member" or "victim.other");

    [Fact]
    public void A_member_that_suffers_is_a_victim() => Assert.Contains(SignalTable.OtherVictim.Value, Codes("東都ガスでも同様の感染が確認された。"));

    [Fact]
    public void Many_names_are_searched_at_once()
    {
        var members = new MemberNames(Enumerable.Range(0, 20_000).Select(i => ($"第{i}ひばり放送局", Foreign)));

        Assert.Contains(SignalFinder.Find(Engine.Report("第4711ひばり放送局に照会した。"), members, Engine.Today), s => s.Code == SignalTable.OtherMember.Value);
    }

    static string[] Codes(string text) => [.. SignalFinder.Find(Engine.Report(text) with { OrganisationId = Own }, Members, Engine.Today).Select(s => s.Code)];
}
