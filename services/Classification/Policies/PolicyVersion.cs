using Ceptoar.Contracts;
using Ceptoar.Hosting;

namespace Ceptoar.Classification.Policies;

/// <summary>One version of the rules that an owner keeps for a scope (table <c>policy_version</c>). What took effect is never changed again: the next version replaces it.</summary>
public class PolicyVersion
{
    /// <summary>The shape of <see cref="Rules"/> that this program understands.</summary>
    public const int CurrentFormat = 1;

    public const string Draft = "draft";

    /// <summary>The owner's second person agreed; it relaxes the national default, so the centre must sign it off.</summary>
    public const string AwaitingCentre = "awaitingCentre";
    public const string Approved = "approved";
    public const string Rejected = "rejected";

    public required string Scope { get; init; }

    /// <summary>Rises by one within the scope; the built-in national default is 1.</summary>
    public required int Number { get; init; }
    public required int Format { get; init; }

    /// <summary>Rises with each change of any policy.</summary>
    public required long Revision { get; set; }

    /// <summary>The organisation that keeps it.</summary>
    public required Guid Owner { get; init; }
    public required string State { get; set; }
    /// <summary>Null until it is approved, where it is to hold from then on.</summary>
    public required DateTimeOffset? EffectiveFrom { get; set; }
    public required PolicyRule[] Rules { get; init; }

    /// <summary>Rules of the national default that ask for less here.</summary>
    public required Relaxation[] Relaxed { get; init; }
    public required string Note { get; init; }
    public required string DraftedBy { get; init; }
    public required DateTimeOffset DraftedAt { get; init; }
    public string? ApprovedBy { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public string? SignedOffBy { get; private set; }
    public DateTimeOffset? SignedOffAt { get; private set; }

    /// <summary>A second person of the owner agrees.</summary>
    /// <exception cref="RuleViolation">It is no draft, or the same person wrote it.</exception>
    public void Approve(string subject, DateTimeOffset now)
    {
        if (State != Draft) throw new RuleViolation("承認を待っている案ではありません。", "This version does not await approval.");
        if (subject == DraftedBy) throw new RuleViolation("作成者とは別の方が承認してください。", "A second person must approve what one person wrote.");

        (ApprovedBy, ApprovedAt) = (subject, now);
        if (Relaxed.Length > 0) State = AwaitingCentre;
        else Enter(now);
    }

    /// <summary>The centre agrees that the national default asks for less here.</summary>
    /// <exception cref="RuleViolation">It does not wait for the centre.</exception>
    public void SignOff(string subject, DateTimeOffset now)
    {
        if (State != AwaitingCentre) throw new RuleViolation("センターの承認を待っている版ではありません。", "This version does not await the centre.");

        if (subject == DraftedBy || subject == ApprovedBy) throw new RuleViolation("作成者・承認者とは別の方が承認してください。", "Someone else than who wrote or approved it must sign it off.");

        (SignedOffBy, SignedOffAt) = (subject, now);
        Enter(now);
    }

    void Enter(DateTimeOffset now)
    {
        State = Approved;
        EffectiveFrom = EffectiveFrom > now ? EffectiveFrom : now;
    }

    /// <exception cref="RuleViolation">It was decided already.</exception>
    public void Reject()
    {
        if (State is not (Draft or AwaitingCentre)) throw new RuleViolation("この版は既に決定されています。", "This version was decided already.");

        State = Rejected;
    }
}

/// <summary>A rule of the national default and the label that it asks for where the policy holds, as long as the default asks for no more than when this was signed off.</summary>
public sealed record Relaxation
{
    public required string Rule { get; init; }
    public Tlp From { get; init; }
    public Tlp Tlp { get; init; }
}
