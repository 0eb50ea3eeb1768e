using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Distribution.Advisories;

/// <summary>Which indicators show that two reports are of one attack: an attacker's address, file or a vulnerability does, a product's name does not.</summary>
public static class JoinRules
{
    public static bool Joins(FlashIndicator indicator) => indicator.Type is not ("product" or "asn" or "other");
}
