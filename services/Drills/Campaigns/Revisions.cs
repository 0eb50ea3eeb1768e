using Ceptoar.Hosting;

namespace Ceptoar.Drills.Campaigns;

/// <summary>Whoever changes something says which revision of it was read.</summary>
static class Revisions
{
    /// <exception cref="RuleViolation">Somebody changed it since.</exception>
    public static void RefuseUnless(int current, int read)
    {
        if (current != read) throw new RuleViolation("他の人が先に変更しました。最新の内容を読み込んでからやり直してください。", "Somebody changed it meanwhile; read it again first.");
    }
}
