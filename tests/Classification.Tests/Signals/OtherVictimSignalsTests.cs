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
    [InlineData("取引先のつゆくさ精工でも同じ暗号化被害が出た。")]
    [InlineData("鳴海みどり病院様におかれまして被害に遭われたと伺った。")]
    [InlineData("雲母沢信用組合さんがやられたらしい。")]
    [InlineData("星ヶ沢電力とその子会社の星ヶ沢テクノが相次いで被害に遭った。")]
    [InlineData("加盟店の「雑貨のこもれび堂」の決済画面が改ざんされた。")]
    [InlineData("暴露サイトに「手芸店こもれび」の名が載った。")]
    [InlineData("朝霧銀行が受けた侵入の概要を聴取した。")]
    [InlineData("隣のあかね水道も同じ手口で入られたそうです。")]
    [InlineData("保守業者のひだまりテックが乗っ取られた。")]
    [InlineData("Our neighbour utility, Kumosawa Power, had the same intruder.")]
    [InlineData("Kazesato Print, who makes our labels, told us that intruders took its files.")]
    [InlineData("The booking page of Shiosato Tramways was knocked over by a flood.")]
    [InlineData("A carrier of ours, Tobisawa Transport, whose servers had been encrypted, called.")]
    [InlineData("Hoshisawa Air was entered through a hole.")]
    [InlineData("Our supplier Zenmaido got ransomed.")]
    [InlineData("Tsukisawa Foods went dark on Monday.")]
    [InlineData("白鷹送配電さんでも全く同じ手口でやられたと聞いた。")]
    [InlineData("子会社の瑞穂ファインケミカルで11/16に感染が見つかった。")]
    [InlineData("二次救急の北斗総合病院が電子カルテの感染で停止している。")]
    [InlineData("提携の「まほろばツーリスト」の端末が何者かに操られた。")]
    [InlineData("The thread was stolen from Bluecape Refining.")]
    [InlineData("A correspondent, Harborlight Trust, had its mailbox taken.")]
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
    [InlineData("委託先のサーバが侵害された。")]
    [InlineData("取引先の担当者のメールが盗まれた。")]
    [InlineData("取引先のメールアカウントが乗っ取られた。")]
    [InlineData("会員データが流出した。")]
    [InlineData("都市ガスが止まったとの連絡。")]
    [InlineData("Our partner was hit.")]
    [InlineData("取引先の荷主倉庫が台風で止まった。")]
    [InlineData("佐藤さんの端末が感染した。")]
    [InlineData("An attack on Citrix was seen.")]
    [InlineData("The Billing Portal was hit.")]
    [InlineData("A supplier was compromised.")]
    [InlineData("The mail server was hit.")]
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

    [Theory]
    [InlineData("試行アクセスについて紅葉信用金庫から問合せがあった。")]
    [InlineData("千草沢電力さんより注意の電話を頂戴した。")]
    [InlineData("出席：当局、うつぎ野水道企業団")]
    [InlineData("共同で利用しているかささぎ鉄道と経過を照らし合わせた。")]
    [InlineData("隣接の藍沢ガスの受付窓口とは無線で連絡を取った。")]
    [InlineData("We compared notes with Minasawa Railway last week.")]
    [InlineData("Ukisawa Airways passed us a sample.")]
    [InlineData("Hoshisawa General Hospital uses the same contractor.")]
    public void Finds_an_operator_of_whom_the_text_speaks(string text) => Engine.Finds(SignalTable.OtherMember, text);

    [Theory]
    [InlineData("警察署から照会があった。")]
    [InlineData("近隣の病院から問合せがあった。")]
    [InlineData("The hospital told us.")]
    [InlineData("A bank called us.")]
    public void An_operator_without_a_name_is_none(string text) => Engine.FindsNot(SignalTable.OtherMember, text);

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
