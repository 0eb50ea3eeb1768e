using Ceptoar.Classification.Signals;

namespace Ceptoar.Classification.Tests.Signals;

public class InvestigationSignalsTests
{
    [Theory]
    [InlineData("警察へ通報した。")]
    [InlineData("所轄警察署に相談済み。")]
    [InlineData("県警サイバー犯罪対策課に被害届を提出した。")]
    [InlineData("警視庁に届け出た。")]
    [InlineData("被害届を出した。")]
    [InlineData("We reported it to the police.")]
    [InlineData("Law enforcement has been notified.")]
    [InlineData("A police report was filed.")]
    [InlineData("The police were informed yesterday.")]
    [InlineData("道警のサイバー対策課に情報を渡した。")]
    public void Finds_that_the_police_were_told(string text) => Engine.Finds(SignalTable.Police, text);

    [Theory]
    [InlineData("警察への通報は行っていない。")]
    [InlineData("警察には相談していません。")]
    [InlineData("警察への届出はまだしていない。")]
    [InlineData("被害届は提出していない。")]
    [InlineData("No police report was filed.")]
    [InlineData("We have not reported it to the police.")]
    [InlineData("警察庁の注意喚起を参照した。")]
    [InlineData("警察を装う不審な電話")]
    [InlineData("警察官を名乗る者から電話があった。")]
    [InlineData("警察への届出は不要と判断した。")]
    [InlineData("We saw no need to involve the police.")]
    [InlineData("警察への連絡要領を定めた。")]
    [InlineData("警察への届出の予定もない。")]
    [InlineData("警察へ相談するかどうかは明日決める。")]
    [InlineData("所管省庁に報告した。")]
    [InlineData("JPCERT/CC に連絡した。")]
    public void Others_were_told_or_nobody(string text) => Engine.FindsNot(SignalTable.Police, text);

    [Theory]
    [InlineData("現在捜査中である。")]
    [InlineData("警察の捜査に協力している。")]
    [InlineData("捜査上の理由により詳細は伏せる。")]
    [InlineData("サーバが押収された。")]
    [InlineData("令状に基づきログを提出した。")]
    [InlineData("警察からの要請により公表を控える。")]
    [InlineData("サーバは証拠として警察に提出済みである。")]
    [InlineData("Detectives have taken our server as evidence.")]
    [InlineData("The prefectural police opened an investigation.")]
    [InlineData("The case is under police investigation.")]
    [InlineData("under investigation by the prefectural police")]
    [InlineData("We were asked by the police not to disclose this.")]
    [InlineData("The police are investigating.")]
    [InlineData("The server was seized by the police.")]
    [InlineData("a search warrant was served")]
    public void Finds_an_investigation(string text) => Engine.Finds(SignalTable.Investigation, text);

    [Theory]
    [InlineData("原因を調査中である。")]
    [InlineData("The incident is under investigation by our team.")]
    [InlineData("An internal investigation is ongoing.")]
    [InlineData("捜査は行われていない。")]
    [InlineData("There is no police investigation.")]
    [InlineData("検査中に発見した。")]
    [InlineData("The pump seized; the warranty covers it.")]
    public void Ones_own_search_is_no_investigation(string text) => Engine.FindsNot(SignalTable.Investigation, text);
}
