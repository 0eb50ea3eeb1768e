using Ceptoar.Classification.Signals;
using Ceptoar.Contracts;

namespace Ceptoar.Classification.Tests.Signals;

/// <summary>Labels and handling marks in every spelling that a reader would take for one.</summary>
public class MarkingSignalsTests
{
    [Theory]
    [InlineData("TLP:RED", Tlp.Red)]
    [InlineData("TLP: RED", Tlp.Red)]
    [InlineData("TLP：RED", Tlp.Red)]
    [InlineData("ＴＬＰ：ＲＥＤ", Tlp.Red)]
    [InlineData("tlp red", Tlp.Red)]
    [InlineData("TLPRED", Tlp.Red)]
    [InlineData("T L P : R E D", Tlp.Red)]
    [InlineData("Ｔ\u3000Ｌ\u3000Ｐ\u3000：\u3000Ｒ\u3000Ｅ\u3000Ｄ", Tlp.Red)]
    [InlineData("T.L.P.: RED", Tlp.Red)]
    [InlineData("TLP-RED", Tlp.Red)]
    [InlineData("TLP_RED", Tlp.Red)]
    [InlineData("TLP=red", Tlp.Red)]
    [InlineData("TLP/Red", Tlp.Red)]
    [InlineData("TLP(RED)", Tlp.Red)]
    [InlineData("TLP「RED」", Tlp.Red)]
    [InlineData("TLP レッド", Tlp.Red)]
    [InlineData("TLP：レッド", Tlp.Red)]
    [InlineData("TLP：赤", Tlp.Red)]
    [InlineData("TLPはREDとする", Tlp.Red)]
    [InlineData("TLP 2.0: RED", Tlp.Red)]
    [InlineData("TLPv2:RED", Tlp.Red)]
    [InlineData("TLP level: RED", Tlp.Red)]
    [InlineData("TLP区分：RED", Tlp.Red)]
    [InlineData("Traffic Light Protocol: RED", Tlp.Red)]
    [InlineData("トラフィックライトプロトコル：レッド", Tlp.Red)]
    [InlineData("T\u200BL\u200BP:R\u2060E\u00ADD", Tlp.Red)]
    [InlineData("TLP:\nRED", Tlp.Red)]
    [InlineData("（TLP:RED）", Tlp.Red)]
    [InlineData("𝐓𝐋𝐏:𝐑𝐄𝐃", Tlp.Red)]
    [InlineData("【RED】", Tlp.Red)]
    [InlineData("【ＲＥＤ】", Tlp.Red)]
    [InlineData("【 red 】", Tlp.Red)]
    [InlineData("RED扱いでお願いします", Tlp.Red)]
    [InlineData("RED 扱い", Tlp.Red)]
    [InlineData("REDとして取り扱い願います", Tlp.Red)]
    [InlineData("取扱区分：RED", Tlp.Red)]
    [InlineData("共有範囲: RED", Tlp.Red)]
    [InlineData("Classification: RED", Tlp.Red)]
    [InlineData("please treat this as RED", Tlp.Red)]
    [InlineData("極秘", Tlp.Red)]
    [InlineData("厳秘", Tlp.Red)]
    [InlineData("マル秘", Tlp.Red)]
    [InlineData("㊙", Tlp.Red)]
    [InlineData("【秘】", Tlp.Red)]
    [InlineData("機密性３", Tlp.Red)]
    [InlineData("機密性③", Tlp.Red)]
    [InlineData("機密性:3", Tlp.Red)]
    [InlineData("機密性３情報", Tlp.Red)]
    [InlineData("TOP SECRET", Tlp.Red)]
    [InlineData("strictly confidential", Tlp.Red)]
    [InlineData("For your eyes only", Tlp.Red)]
    [InlineData("読後破棄", Tlp.Red)]
    [InlineData("読後廃棄", Tlp.Red)]
    [InlineData("閲覧後破棄", Tlp.Red)]
    [InlineData("閲覧後、速やかに削除してください", Tlp.Red)]
    [InlineData("閲覧後削除", Tlp.Red)]
    [InlineData("destroy after reading", Tlp.Red)]
    [InlineData("Delete this after reading.", Tlp.Red)]
    [InlineData("閲覧後は確実に破棄されたい", Tlp.Red)]
    [InlineData("読み終わったら削除願います", Tlp.Red)]
    [InlineData("TLP:AMBER+STRICT", Tlp.AmberStrict)]
    [InlineData("Readers must not pass this on to third parties", Tlp.AmberStrict)]
    [InlineData("コピー・転送は厳禁です", Tlp.AmberStrict)]
    [InlineData("外部への展開はお控えください", Tlp.AmberStrict)]
    [InlineData("共有範囲は貴組織内に限り、転載はお断りします", Tlp.AmberStrict)]
    [InlineData("TLP-AMBER+STRICT", Tlp.AmberStrict)]
    [InlineData("TLP: AMBER STRICT", Tlp.AmberStrict)]
    [InlineData("TLP(AMBER+STRICT)", Tlp.AmberStrict)]
    [InlineData("ＴＬＰ：ＡＭＢＥＲ＋ＳＴＲＩＣＴ", Tlp.AmberStrict)]
    [InlineData("tlp:amber-strict", Tlp.AmberStrict)]
    [InlineData("TLP:AMBER－STRICT", Tlp.AmberStrict)]
    [InlineData("TLP:アンバー＋ストリクト", Tlp.AmberStrict)]
    [InlineData("【AMBER+STRICT】", Tlp.AmberStrict)]
    [InlineData("【ＡＭＢＥＲ＋ＳＴＲＩＣＴ】", Tlp.AmberStrict)]
    [InlineData("再配布禁止", Tlp.AmberStrict)]
    [InlineData("再配付を禁ずる", Tlp.AmberStrict)]
    [InlineData("転送禁止", Tlp.AmberStrict)]
    [InlineData("転載禁止", Tlp.AmberStrict)]
    [InlineData("再共有禁止", Tlp.AmberStrict)]
    [InlineData("転送はしないでください", Tlp.AmberStrict)]
    [InlineData("転送不可", Tlp.AmberStrict)]
    [InlineData("他言無用", Tlp.AmberStrict)]
    [InlineData("口外禁止", Tlp.AmberStrict)]
    [InlineData("本情報の共有はご遠慮ください", Tlp.AmberStrict)]
    [InlineData("第三者への提供を禁じます", Tlp.AmberStrict)]
    [InlineData("do not forward", Tlp.AmberStrict)]
    [InlineData("Please do not redistribute.", Tlp.AmberStrict)]
    [InlineData("DO NOT SHARE", Tlp.AmberStrict)]
    [InlineData("Do not distribute outside your team", Tlp.AmberStrict)]
    [InlineData("not for distribution", Tlp.AmberStrict)]
    [InlineData("Not for public release", Tlp.AmberStrict)]
    [InlineData("must not be shared", Tlp.AmberStrict)]
    [InlineData("Redistribution is strictly prohibited", Tlp.AmberStrict)]
    [InlineData("複製禁止", Tlp.AmberStrict)]
    [InlineData("コピー禁止", Tlp.AmberStrict)]
    [InlineData("複写厳禁", Tlp.AmberStrict)]
    [InlineData("無断複製を禁じます", Tlp.AmberStrict)]
    [InlineData("do not copy", Tlp.AmberStrict)]
    [InlineData("copying is prohibited", Tlp.AmberStrict)]
    [InlineData("持出禁止", Tlp.AmberStrict)]
    [InlineData("持ち出し厳禁", Tlp.AmberStrict)]
    [InlineData("must not leave the premises", Tlp.AmberStrict)]
    [InlineData("部外秘", Tlp.AmberStrict)]
    [InlineData("対外秘", Tlp.AmberStrict)]
    [InlineData("社 外 秘", Tlp.AmberStrict)]
    [InlineData("関係者外秘", Tlp.AmberStrict)]
    [InlineData("社内限り", Tlp.AmberStrict)]
    [InlineData("庁内限り", Tlp.AmberStrict)]
    [InlineData("internal use only", Tlp.AmberStrict)]
    [InlineData("For internal use only", Tlp.AmberStrict)]
    [InlineData("company confidential", Tlp.AmberStrict)]
    [InlineData("[Confidential]", Tlp.AmberStrict)]
    [InlineData("this report is confidential", Tlp.AmberStrict)]
    [InlineData("For Official Use Only", Tlp.AmberStrict)]
    [InlineData("TLP:AMBER", Tlp.Amber)]
    [InlineData("TLP:amberです", Tlp.Amber)]
    [InlineData("TLP：アンバー", Tlp.Amber)]
    [InlineData("TLP区分：AMBER", Tlp.Amber)]
    [InlineData("TLP:GREEN/AMBER", Tlp.Amber)]
    [InlineData("ｔｌｐ：ａｍｂｅｒ", Tlp.Amber)]
    [InlineData("【AMBER】", Tlp.Amber)]
    [InlineData("AMBER指定", Tlp.Amber)]
    [InlineData("関係者限り", Tlp.Amber)]
    [InlineData("関係者限定", Tlp.Amber)]
    [InlineData("関 係 者 限 り", Tlp.Amber)]
    [InlineData("関係者\u200B限り", Tlp.Amber)]
    [InlineData("（関係者\n限り）", Tlp.Amber)]
    [InlineData("關係者限り", Tlp.Amber)]
    [InlineData("関係者のみ", Tlp.Amber)]
    [InlineData("関係者のみに共有", Tlp.Amber)]
    [InlineData("取扱注意", Tlp.Amber)]
    [InlineData("【取扱注意】", Tlp.Amber)]
    [InlineData("取扱い注意", Tlp.Amber)]
    [InlineData("取り扱い注意", Tlp.Amber)]
    [InlineData("取扱厳重注意", Tlp.Amber)]
    [InlineData("取扱いにはご注意ください", Tlp.Amber)]
    [InlineData("機密性2", Tlp.Amber)]
    [InlineData("機密性２", Tlp.Amber)]
    [InlineData("機密性 ２ 情報", Tlp.Amber)]
    [InlineData("機密性2情報", Tlp.Amber)]
    [InlineData("on a need-to-know basis", Tlp.Amber)]
    [InlineData("[NEED TO KNOW]", Tlp.Amber)]
    [InlineData("distribution is limited to members", Tlp.Amber)]
    [InlineData("要暗号化", Tlp.Amber)]
    [InlineData("保管時は必ず暗号化してください", Tlp.Amber)]
    [InlineData("暗号化して保管すること", Tlp.Amber)]
    [InlineData("keep encrypted", Tlp.Amber)]
    [InlineData("TLP level: GREEN", Tlp.Green)]
    [InlineData("TLP:GREEN", Tlp.Green)]
    [InlineData("【GREEN】", Tlp.Green)]
    public void Raises_both_labels(string marking, Tlp tlp)
    {
        foreach (var text in new[] { marking, "本件は " + marking + " とします。続報は別途。", "Please note: " + marking, "> " + marking + "\n> 以上" })
        {
            foreach (var (_, write) in Engine.Spellings)
            {
                var labels = Engine.Decide(Tlp.Clear, write(text));
                Assert.True((tlp, tlp) == (labels.Original, labels.Ceiling), $"{text}: {labels.Original}/{labels.Ceiling} {string.Join(' ', labels.Reasons.Select(r => r.Rule))}");
            }
        }
    }

    [Theory]
    [InlineData("[RED] 侵入の検知", Tlp.Red)]
    [InlineData("［ＲＥＤ］ 侵入の検知", Tlp.Red)]
    [InlineData("Re: [AMBER] 続報", Tlp.Amber)]
    [InlineData("件名：[AMBER+STRICT] 続報", Tlp.AmberStrict)]
    [InlineData("以下は転送です。\n> [RED] 続報", Tlp.Red)]
    public void A_label_in_brackets_counts_where_a_line_begins(string text, Tlp tlp)
    {
        Assert.Equal(tlp, Engine.Decide(Tlp.Clear, text).Ceiling);
        Assert.Equal(tlp, Engine.Decide(Tlp.Clear, Engine.Report("本文", title: text)).Ceiling);
    }

    [Theory]
    [InlineData("障害ランプが RED に点灯した。")]
    [InlineData("状態表示が red から green へ変わった。")]
    [InlineData("2026-11-21 10:00:01 status=[RED] node=4")]
    [InlineData("status: RED")]
    [InlineData("The LED turned red, then amber.")]
    [InlineData("WHITE")]
    [InlineData("レッド")]
    [InlineData("レッドハットのサーバーで発生。")]
    [InlineData("Red Hat Enterprise Linux")]
    [InlineData("レッドゾーンに入った。")]
    [InlineData("レッドチームによる演習を先月実施した。")]
    [InlineData("グリーンエネルギー事業の green energy portal")]
    [InlineData("アンバー色の LED が点滅。")]
    [InlineData("AMBER ALERT")]
    [InlineData("INFRARED指定席")]
    [InlineData("関係者に連絡した。")]
    [InlineData("関係者のみアクセス可能なフォルダが公開されていた。")]
    [InlineData("このサーバは関係者のみ利用できる。")]
    [InlineData("confidential data was leaked")]
    [InlineData("秘密保持契約を確認した。")]
    [InlineData("社外との秘密保持契約")]
    [InlineData("注意して取り扱うこと。")]
    [InlineData("機密性を確保する。")]
    [InlineData("機密性・完全性・可用性")]
    [InlineData("機密性への影響は 2 件。")]
    [InlineData("機密情報が漏えいした可能性がある。")]
    [InlineData("ノートパソコンの紛失")]
    [InlineData("ファイルが暗号化された。")]
    [InlineData("通信は暗号化されている。")]
    [InlineData("メールを閲覧後、削除した。")]
    [InlineData("マルウェアを確認後、削除した。")]
    [InlineData("外部へのメール転送を禁止した。")]
    [InlineData("USB メモリの持ち出しを禁止する設定とした。")]
    [InlineData("We told all staff: do not forward suspicious mails.")]
    [InlineData("Do not share passwords with anyone.")]
    [InlineData("We need to know whether others are affected.")]
    [InlineData("This affected internal systems only for users of the secret store.")]
    [InlineData("転送設定を禁止に変更した。")]
    [InlineData("関係者のみが入室できる区画")]
    [InlineData("The policy was ignored: employees must not copy files.")]
    [InlineData("The status page was red for two hours, then green.")]
    [InlineData("http://tlp.example/ を参照。")]
    [InlineData("TLP とは何かを説明した。")]
    [InlineData("TLP (Traffic Light Protocol) に従う。")]
    [InlineData("")]
    public void Leaves_other_words_alone(string text)
    {
        var labels = Engine.Decide(Tlp.Clear, text);
        Assert.True((Tlp.Clear, Tlp.Clear) == (labels.Original, labels.Ceiling), string.Join(' ', labels.Reasons.Select(r => r.Rule)));
    }

    [Theory]
    [InlineData("TLP:CLEAR")]
    [InlineData("TLP:WHITE")]
    [InlineData("TLP:GREEN")]
    [InlineData("攻撃者の文面には「TLP:CLEAR」とあった。")]
    public void A_marking_never_lowers_the_wish(string marking)
    {
        foreach (var wish in new[] { Tlp.Amber, Tlp.AmberStrict, Tlp.Red }) Assert.Equal((wish, wish), (Engine.Decide(wish, marking).Original, Engine.Decide(wish, marking).Ceiling));
    }

    [Theory]
    [InlineData("TLP:PURPLE")]
    [InlineData("TLP:BLUE")]
    [InlineData("TLP:BLACK")]
    [InlineData("TLP: イエロー")]
    [InlineData("TLP：未定")]
    [InlineData("ＴＬＰ：Ｏｒａｎｇｅ")]
    [InlineData("TLP: EX:CHR")]
    [InlineData("TLP:GREENISH")]
    [InlineData("TLP:AMBER+LOOSE")]
    public void A_label_that_does_not_exist_is_RED(string marking) => Assert.Equal((Tlp.Red, Tlp.Red), (Engine.Decide(Tlp.Clear, marking).Original, Engine.Decide(Tlp.Clear, marking).Ceiling));

    [Fact]
    public void The_strictest_of_several_markings_counts() => Assert.Equal(Tlp.Red, Engine.Decide(Tlp.Clear, "取扱注意。表紙は TLP:GREEN だが本文は TLP:RED。").Ceiling);

    [Fact]
    public void Marks_are_carried_as_handling_restrictions() =>
        Assert.Equal(
            ["destroyAfterReading", "encrypt", "noCopy", "noRedistribution", "noTakeOut"],
            Engine.Decide(Tlp.Clear, "複製禁止、再配布禁止、持出禁止、要暗号化、読後破棄").Handling);

    [Fact]
    public void Looks_into_title_body_summary_and_indicators()
    {
        var plain = Engine.Report("本文");

        Assert.Equal("title", Place(plain with { Title = "TLP:RED 障害" }));
        Assert.Equal("body", Place(plain with { Body = "TLP:RED" }));
        Assert.Equal("plainSummary", Place(plain with { PlainSummary = "TLP:RED" }));
        Assert.Equal("indicators[1].value", Place(plain with { Indicators = [new() { Type = "other", Value = "x" }, new() { Type = "other", Value = "TLP:RED" }] }));
        Assert.Empty(Engine.Find(plain));

        static string Place(Contracts.Intake.CaseFile report) => Assert.Single(Engine.Find(report)).Found!.Field;
    }

    [Fact]
    public void Says_where_a_marking_stands_in_the_text_as_it_was_written()
    {
        var text = "概要です。\r\nＴ Ｌ Ｐ：ＲＥＤ 扱いとする。";
        var found = Engine.Find(text).First(s => s.Code == SignalTable.MarkingRed.Value).Found!;

        Assert.Equal("Ｔ Ｌ Ｐ：ＲＥＤ", text.Substring(found.Start, found.Length));
    }

    [Fact]
    public void A_marking_a_thousand_times_is_a_few_places() => Assert.InRange(Engine.Find(string.Concat(Enumerable.Repeat("TLP:RED。", 1_000))).Count, 1, 5);
}
