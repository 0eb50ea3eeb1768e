using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Classification.Policies;

/// <summary>A version of a policy as its readers see it. State: draft, awaitingCentre, approved or rejected.</summary>
public record PolicyView(
    string Scope, int Number, Guid? Owner, string State, bool InForce, DateTimeOffset? EffectiveFrom, IReadOnlyList<PolicyRule> Rules, IReadOnlyList<Relaxation> Relaxed,
    string? Note, DateTimeOffset? DraftedAt, DateTimeOffset? ApprovedAt, DateTimeOffset? SignedOffAt)
{
    /// <summary>What was never written by anyone: the first version of the national default.</summary>
    public static PolicyView BuiltIn(bool inForce) =>
        new(PolicyScope.National, 1, Owner: null, PolicyVersion.Approved, inForce, EffectiveFrom: null, NationalPolicy.Rules, [], Note: null, DraftedAt: null, ApprovedAt: null, SignedOffAt: null);

    public static PolicyView Of(PolicyVersion version, PolicySet now) => new(
        version.Scope, version.Number, version.Owner, version.State, now.InForce(version), version.EffectiveFrom, version.Rules, version.Relaxed,
        version.Note, version.DraftedAt, version.ApprovedAt, version.SignedOffAt);

    /// <summary>Rules that hold are for everyone to read; what is not decided yet is for its owner and the centre.</summary>
    public static bool MaySee(PolicyVersion version, Caller caller) =>
        version.State == PolicyVersion.Approved || version.Owner == caller.OrganisationId || caller.Is(Role.Analyst) || caller.Is(Role.Approver);
}
