using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Signals.Sentences;

namespace Ceptoar.Classification.Tests.Signals;

/// <summary>What is learned from labelled sentences finds what no rule has words for, and needs something in the text to rest on.</summary>
public class SentenceSignalsTests
{
    [Theory]
    [InlineData("先方のお許しが出るまで、この件は12月3日の発表前に外で話さないよう頼まれている。", "vulnerability.embargo")]
    [InlineData("本紙は読み終えたらシュレッダーにかけてください。", "handling.destroyAfterReading")]
    [InlineData("Please shred this sheet once you have read it.", "handling.destroyAfterReading")]
    [InlineData("The maker confirmed the hole on Monday and has no fix to offer yet.", "vulnerability.unpublished")]
    [InlineData("Detectives took the two disks away and asked us to say nothing to the press.", "investigation.secret")]
    public void Finds_what_is_said_in_other_words(string text, string fact) => Assert.Contains(fact, Found(text));

    [Theory]
    [InlineData("")]
    [InlineData("本日の定例作業は予定どおり終了した。")]
    [InlineData("The certificate expired over the weekend and was renewed on Monday.")]
    public void Ordinary_sentences_have_nothing(string text) => Assert.Empty(Found(text));

    [Fact]
    public void A_secret_needs_a_value_an_organisation_a_name_and_an_embargo_a_day_that_is_not_over()
    {
        Assert.False(Holds(SignalTable.Secret.Value, "パスワードは全て変更した。"));
        Assert.True(Holds(SignalTable.Secret.Value, "合言葉は Kaze-2241 のまま。"));
        Assert.False(Holds(SignalTable.OtherVictim.Value, "同業他社でも被害が出た。"));
        Assert.True(Holds(SignalTable.OtherVictim.Value, "月影中央病院でも被害が出た。"));
        Assert.False(Holds(SignalTable.Embargo.Value, "公表は2026年11月1日。"));
        Assert.True(Holds(SignalTable.Embargo.Value, "公表は2026年12月1日。"));
    }

    [Fact]
    public void Every_fact_it_knows_is_in_the_table() => Assert.Subset(SignalTable.All.Select(c => c.Value).ToHashSet(), SentenceModel.Current.Facts.ToHashSet());

    [Fact]
    public void A_model_of_another_format_is_refused()
    {
        using var written = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(written, System.IO.Compression.CompressionMode.Compress, leaveOpen: true)) brotli.Write(new byte[64]);
        written.Position = 0;

        Assert.Throws<InvalidDataException>(() => SentenceModel.Read(written));
    }

    static IEnumerable<string> Found(string text)
    {
        var field = new FieldText("body", text);
        var found = new SignalList(field);
        SentenceSignals.Find(field, Facts, found);
        return found.All.Select(s => s.Code).Distinct();
    }

    static bool Holds(string fact, string text)
    {
        var field = new FieldText("body", text);
        return SentenceGrounds.Hold(fact, field, new(0, field.Prose.Text.Length), Facts);
    }

    static FinderFacts Facts => new(Guid.Empty, MemberNames.None, Engine.Today);
}
