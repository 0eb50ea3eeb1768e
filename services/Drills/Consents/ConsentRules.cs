namespace Ceptoar.Drills.Consents;

/// <summary>What a secretariat may record for an organisation.</summary>
public static class ConsentRules
{
    /// <summary>
    /// A refusal anybody may record. An agreement a secretariat records where the organisation did not refuse by itself: such a refusal
    /// stands until the organisation itself agrees.
    /// </summary>
    /// <param name="held">What is recorded; null where nothing is.</param>
    /// <param name="agreed">What the secretariat was told.</param>
    public static bool MaySecretariatRecord(Consent? held, bool agreed) => !agreed || held is not { Agreed: false, How: null };
}
