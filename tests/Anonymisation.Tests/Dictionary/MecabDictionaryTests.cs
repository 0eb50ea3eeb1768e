using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Anonymisation.Tests.Dictionary;

public class MecabDictionaryTests
{
    /// <summary>As libmecab 0.996 divides them with the same dictionary.</summary>
    [Theory]
    [InlineData("すもももももももものうち", "すもも|も|もも|も|もも|の|うち")]
    [InlineData("髙橋美咲が検知した。", "髙橋|美咲|が|検知|し|た|。")]
    [InlineData("千葉県の千葉さん", "千葉|県|の|千葉|さん")]
    [InlineData("VPN装置からの不正アクセス", "VPN|装置|から|の|不正|アクセス")]
    [InlineData("ランサムウェアに感染", "ランサムウェア|に|感染")]
    [InlineData(" 空 白\tと\n改行 ", "空|白|と|改行")]
    [InlineData("", "")]
    public void Divides_as_MeCab_does(string text, string words) =>
        Assert.Equal(words, string.Join('|', Morphology.Split(text).Select(w => text.Substring(w.Start, w.Length))));

    [Fact]
    public void Tells_a_place_from_a_person_by_what_follows()
    {
        var words = Morphology.Split("千葉県の千葉さん");
        Assert.Equal((WordClass.Place, WordClass.FamilyName), (words[0].Class, words[3].Class));
    }

    [Fact]
    public void A_line_of_a_million_characters_is_read_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("監視制御システムが停止した", 90_000));
        var words = Morphology.Split(text);
        Assert.Equal(text.Length, words.Sum(w => w.Length));
        Assert.Equal(text.Length, words[^1].End);
    }

    [Fact]
    public void Any_text_is_divided_in_order() => Check.One(Seeded.Cases(500), Prop.ForAll(AnyText.Strings.ToArbitrary(), text =>
    {
        var end = 0;
        foreach (var word in Morphology.Split(text))
        {
            Assert.True(word.Start >= end && word.Length > 0 && word.End <= text.Length);
            end = word.End;
        }
    }));

    [Fact]
    public void A_missing_dictionary_says_what_to_install()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => MecabDictionary.Load("/nowhere"));
        Assert.Contains("mecab-ipadic-utf8", failure.Message);
        Assert.Contains("Anonymisation:Dictionary", failure.Message);
    }

    [Theory]
    [InlineData("オオタ", "ota", "oota", "ohta")]
    [InlineData("シンバシ", "shinbashi", "shimbashi", "sinbasi")]
    [InlineData("キョウコ", "kyoko", "kyouko")]
    [InlineData("ハットリ", "hattori")]
    public void Kana_is_written_in_Latin_letters_as_on_passports_and_otherwise(string kana, params string[] spellings) =>
        Assert.All(spellings, spelling => Assert.Contains(spelling, Romaji.Spellings(kana)));
}
