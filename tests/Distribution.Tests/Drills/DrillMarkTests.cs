using Ceptoar.Distribution.Drills;

namespace Ceptoar.Distribution.Tests.Drills;

public class DrillMarkTests
{
    [Theory]
    [InlineData("【訓練】通信障害", true)]
    [InlineData(" 【 訓 練 】通信障害", true)]
    [InlineData("［訓練］通信障害", true)]
    [InlineData("(訓練)通信障害", true)]
    [InlineData("〔セプター訓練〕通信障害", true)]
    [InlineData("【訓練中止】通信障害", true)]
    [InlineData("[Drill] Outage", true)]
    [InlineData("ＤＲＩＬＬ：Outage", true)]
    [InlineData("***", false)]
    [InlineData("【注意】訓練を装うメール", false)]
    [InlineData("訓練のお知らせ", false)]
    [InlineData("【訓練実施のお知らせ】", false)]
    [InlineData("Drilling platforms attacked", false)]
    [InlineData(null, false)]
    public void The_mark_is_known_in_any_spelling(string? title, bool claimed) => Assert.Equal(claimed, DrillMark.IsClaimed(title));

    [Theory]
    [InlineData("本文 AT-2026-000012 を参照", true)]
    [InlineData("ｒｔ－２０２６－０００００１", true)]
    [InlineData("A-2026-000012", false)]
    [InlineData("BAT-2026-000012", false)]
    [InlineData("AT-2026-0000123", false)]
    public void A_drills_number_is_known(string text, bool numbered) => Assert.Equal(numbered, DrillMark.IsNumbered(text));
}
