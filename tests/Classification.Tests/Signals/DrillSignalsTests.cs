using Ceptoar.Classification.Signals;

namespace Ceptoar.Classification.Tests.Signals;

public class DrillSignalsTests
{
    [Theory]
    [InlineData("【訓練】障害の発生")]
    [InlineData("〔訓練〕障害の発生")]
    [InlineData("(訓練) 障害の発生")]
    [InlineData("【演習】")]
    [InlineData("【 訓 練 】")]
    [InlineData("訓練、訓練、障害が発生した。")]
    [InlineData("これは訓練です。")]
    [InlineData("本メールは演習用です。")]
    [InlineData("演習用 第1報")]
    [InlineData("EXERCISE EXERCISE EXERCISE")]
    [InlineData("This is a drill.")]
    [InlineData("[DRILL] outage")]
    [InlineData("exercise only")]
    [InlineData("For exercise purposes only")]
    public void Finds_the_mark(string text) => Engine.Finds(SignalTable.Drill, text);

    [Theory]
    [InlineData("標的型メール訓練を実施した。")]
    [InlineData("避難訓練の最中に停電した。")]
    [InlineData("訓練を先月実施した。")]
    [InlineData("これは訓練ではありません。")]
    [InlineData("演習用端末が感染した。")]
    [InlineData("We held a training exercise last month.")]
    [InlineData("This is not a drill.")]
    [InlineData("The team will exercise the fail-over.")]
    [InlineData("drill press controller")]
    public void A_word_about_training_is_no_mark(string text) => Engine.FindsNot(SignalTable.Drill, text);
}
