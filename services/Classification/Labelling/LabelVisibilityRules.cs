using Ceptoar.Contracts;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Classification.Labelling;

/// <summary>Who may learn what of a report's labels (I10): the source all, whom it lets read the original too; the centre's analysts and approvers the labels and their reasons, never where in the text.</summary>
public static class LabelVisibilityRules
{
    public static bool IsSource(LabelDecision label, byte[] key) => label.OwnerKey.AsSpan().SequenceEqual(key);

    public static bool MayReadOriginal(LabelDecision label, byte[] key) =>
        IsSource(label, key) || (label.Original != Tlp.Red && label.ReaderKeys.Any(k => k.AsSpan().SequenceEqual(key)));

    /// <summary>The same as <see cref="MaySee"/>, for a query; it names the labels that let read, for in the database any other text is RED, too.</summary>
    public static IQueryable<LabelDecision> VisibleTo(this IQueryable<LabelDecision> labels, byte[] key, Caller caller) => caller.Is(Role.Analyst) || caller.Is(Role.Approver)
        ? labels
        : labels.Where(l => l.OwnerKey == key
            || ((l.Original == Tlp.Clear || l.Original == Tlp.Green || l.Original == Tlp.Amber || l.Original == Tlp.AmberStrict) && l.ReaderKeys.Contains(key)));

    public static bool MaySee(LabelDecision label, byte[] key, Caller caller) => MayReadOriginal(label, key) || caller.Is(Role.Analyst) || caller.Is(Role.Approver);

    /// <summary>The labels about whose lowering the caller may decide, as <see cref="MayChange"/> and for the centre's approvers, for a query.</summary>
    public static IQueryable<LabelDecision> ChangeableBy(this IQueryable<LabelDecision> labels, byte[] key, Caller caller) =>
        caller.Is(Role.Liaison) ? labels.VisibleTo(key, caller)
        : caller.Is(Role.Operator) ? labels.Where(l => l.OwnerKey == key)
        : labels.Where(_ => caller.Is(Role.Analyst) || caller.Is(Role.Approver));

    /// <summary>A time as those learn it who may not know whose report it is: the minute may point to an outage that others can see.</summary>
    public static DateTimeOffset ToTheHour(DateTimeOffset time) => new(time.UtcDateTime.Date.AddHours(time.UtcDateTime.Hour), TimeSpan.Zero);

    /// <summary>Who may change labels and triage: the source its own report's; the centre's analysts every report's; others those of what they may read.</summary>
    public static bool MayChange(LabelDecision label, byte[] key, Caller caller) =>
        IsSource(label, key) || caller.Is(Role.Analyst) || (caller.Is(Role.Liaison) && MayReadOriginal(label, key));
}
