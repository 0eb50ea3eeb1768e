using Ceptoar.Contracts;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Classification.Labelling;

/// <summary>Who may learn what of a report's labels (I10): the source all, whom it lets read the original too; the centre's analysts and approvers the labels and their reasons, never where in the text.</summary>
public static class LabelVisibilityRules
{
    public static bool IsSource(LabelDecision label, byte[] key) => label.OwnerKey.AsSpan().SequenceEqual(key);

    public static bool MayReadOriginal(LabelDecision label, byte[] key) =>
        IsSource(label, key) || (label.Original != Tlp.Red && label.ReaderKeys.Any(k => k.AsSpan().SequenceEqual(key)));

    public static bool MaySee(LabelDecision label, byte[] key, Caller caller) => MayReadOriginal(label, key) || caller.Is(Role.Analyst) || caller.Is(Role.Approver);

    /// <summary>Who may change labels and triage: the source its own report's; the centre's analysts every report's; others those of what they may read.</summary>
    public static bool MayChange(LabelDecision label, byte[] key, Caller caller) =>
        IsSource(label, key) || caller.Is(Role.Analyst) || (caller.Is(Role.Liaison) && MayReadOriginal(label, key));
}
