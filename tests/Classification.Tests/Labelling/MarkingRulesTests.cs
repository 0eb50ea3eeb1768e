using Ceptoar.Classification.Labelling;
using Ceptoar.Contracts;
using Ceptoar.Testing;

namespace Ceptoar.Classification.Tests.Labelling;

/// <summary>Handling markings in every spelling that a reader would take for one.</summary>
public class MarkingRulesTests
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
    [InlineData("TLP-RED", Tlp.Red)]
    [InlineData("TLP_RED", Tlp.Red)]
    [InlineData("TLP=red", Tlp.Red)]
    [InlineData("TLP/Red", Tlp.Red)]
    [InlineData("T\u200BL\u200BP:R\u2060E\u00ADD", Tlp.Red)]
    [InlineData("TLP:\nRED", Tlp.Red)]
    [InlineData("（TLP:RED）", Tlp.Red)]
    [InlineData("𝐓𝐋𝐏:𝐑𝐄𝐃", Tlp.Red)]
    [InlineData("【RED】", Tlp.Red)]
    [InlineData("【ＲＥＤ】", Tlp.Red)]
    [InlineData("【 red 】", Tlp.Red)]
    [InlineData("[RED]", Tlp.Red)]
    [InlineData("［ＲＥＤ］", Tlp.Red)]
    [InlineData("読後破棄", Tlp.Red)]
    [InlineData("TLP:AMBER+STRICT", Tlp.AmberStrict)]
    [InlineData("TLP-AMBER+STRICT", Tlp.AmberStrict)]
    [InlineData("TLP: AMBER STRICT", Tlp.AmberStrict)]
    [InlineData("ＴＬＰ：ＡＭＢＥＲ＋ＳＴＲＩＣＴ", Tlp.AmberStrict)]
    [InlineData("tlp:amber-strict", Tlp.AmberStrict)]
    [InlineData("TLP:AMBER－STRICT", Tlp.AmberStrict)]
    [InlineData("【AMBER+STRICT】", Tlp.AmberStrict)]
    [InlineData("【ＡＭＢＥＲ＋ＳＴＲＩＣＴ】", Tlp.AmberStrict)]
    [InlineData("再配布禁止", Tlp.AmberStrict)]
    [InlineData("転送禁止", Tlp.AmberStrict)]
    [InlineData("複製禁止", Tlp.AmberStrict)]
    [InlineData("部外秘", Tlp.AmberStrict)]
    [InlineData("社 外 秘", Tlp.AmberStrict)]
    [InlineData("関係者外秘", Tlp.AmberStrict)]
    [InlineData("機密性３", Tlp.AmberStrict)]
    [InlineData("機密性③", Tlp.AmberStrict)]
    [InlineData("TLP:AMBER", Tlp.Amber)]
    [InlineData("TLP:amberです", Tlp.Amber)]
    [InlineData("ｔｌｐ：ａｍｂｅｒ", Tlp.Amber)]
    [InlineData("【AMBER】", Tlp.Amber)]
    [InlineData("関係者限り", Tlp.Amber)]
    [InlineData("関 係 者 限 り", Tlp.Amber)]
    [InlineData("関係者\u200B限り", Tlp.Amber)]
    [InlineData("（関係者\n限り）", Tlp.Amber)]
    [InlineData("關係者限り", Tlp.Amber)]
    [InlineData("関係者のみ", Tlp.Amber)]
    [InlineData("取扱注意", Tlp.Amber)]
    [InlineData("【取扱注意】", Tlp.Amber)]
    [InlineData("取り扱い注意", Tlp.Amber)]
    [InlineData("機密性2", Tlp.Amber)]
    [InlineData("機密性２", Tlp.Amber)]
    [InlineData("機密性 ２ 情報", Tlp.Amber)]
    [InlineData("TLP:GREEN", Tlp.Green)]
    public void Raises_both_labels(string marking, Tlp tlp)
    {
        foreach (var text in new[] { marking, "本件は " + marking + " とします。続報は別途。", "Please note: " + marking })
        {
            var labels = Decide(Tlp.Clear, text);
            Assert.Equal((tlp, tlp), (labels.Original, labels.Ceiling));
        }
    }

    [Theory]
    [InlineData("障害ランプが RED に点灯した。")]
    [InlineData("状態表示が red から green へ変わった。")]
    [InlineData("WHITE")]
    [InlineData("レッド")]
    [InlineData("レッドハットのサーバーで発生。")]
    [InlineData("アンバー色の LED が点滅。")]
    [InlineData("AMBER ALERT")]
    [InlineData("関係者に連絡した。")]
    [InlineData("注意して取り扱うこと。")]
    [InlineData("機密性を確保する。")]
    [InlineData("機密性への影響は 2 件。")]
    [InlineData("ノートパソコンの紛失")]
    [InlineData("http://tlp.example/ を参照。")]
    [InlineData("TLP とは何かを説明した。")]
    [InlineData("")]
    public void Leaves_other_words_alone(string text) => Assert.Equal((Tlp.Clear, Tlp.Clear), (Decide(Tlp.Clear, text).Original, Decide(Tlp.Clear, text).Ceiling));

    [Theory]
    [InlineData("TLP:CLEAR")]
    [InlineData("TLP:WHITE")]
    [InlineData("TLP:GREEN")]
    public void A_marking_never_lowers_the_wish(string marking)
    {
        foreach (var wish in new[] { Tlp.Amber, Tlp.AmberStrict, Tlp.Red }) Assert.Equal((wish, wish), (Decide(wish, marking).Original, Decide(wish, marking).Ceiling));
    }

    [Theory]
    [InlineData("TLP:PURPLE")]
    [InlineData("TLP:BLACK")]
    [InlineData("ＴＬＰ：Ｏｒａｎｇｅ")]
    [InlineData("TLP: EX:CHR")]
    public void A_label_that_does_not_exist_is_RED(string marking) => Assert.Equal((Tlp.Red, Tlp.Red), (Decide(Tlp.Clear, marking).Original, Decide(Tlp.Clear, marking).Ceiling));

    [Fact]
    public void The_strictest_of_several_markings_counts() => Assert.Equal(Tlp.Red, Decide(Tlp.Clear, "取扱注意。表紙は TLP:GREEN だが本文は TLP:RED。").Ceiling);

    [Fact]
    public void Looks_into_title_body_and_summary()
    {
        var plain = Fake.CaseFile();

        Assert.Equal("marking.tlp.RED", Assert.Single(MarkingRules.Find(plain with { Title = "TLP:RED 障害" })).Rule);
        Assert.Equal("marking.tlp.RED", Assert.Single(MarkingRules.Find(plain with { Body = "TLP:RED" })).Rule);
        Assert.Equal("marking.tlp.RED", Assert.Single(MarkingRules.Find(plain with { PlainSummary = "TLP:RED" })).Rule);
        Assert.Empty(MarkingRules.Find(plain));
    }

    [Fact]
    public void Every_mark_of_the_table_is_found_as_it_stands_in_the_table() =>
        Assert.All(MarkingRules.Marks, mark => Assert.True(Decide(Tlp.Clear, mark.Mark).Ceiling >= mark.Tlp, mark.Mark));

    [Fact]
    public void A_marking_twice_is_one_reason() => Assert.Single(MarkingRules.Find(Fake.CaseFile() with { Title = "TLP:RED", Body = "TLP:RED tlp:red" }));

    [Fact]
    public void Bears_any_text() => Assert.NotNull(MarkingRules.Find(Fake.CaseFile() with { Body = string.Concat(Enumerable.Repeat("TLP:\ud800か\u3099\0", 5_000)) }));

    static Labels Decide(Tlp wish, string text) => LabelRules.Decide(wish, MarkingRules.Find(Fake.CaseFile() with { Title = "障害", Body = text }));
}
