using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting;

namespace Ceptoar.Directory;

public static class HandlingRulesGate
{
    /// <summary>Whoever reads what another shared has accepted the handling rules in force, whatever it asks for.</summary>
    /// <exception cref="RuleViolation">The organisation has not.</exception>
    public static void RefuseWithoutHandlingRules(this DirectorySnapshot directory, Guid organisationId)
    {
        if (directory.Active(organisationId) is { HandlingRulesVersion: not HandlingRules.Current })
        {
            throw new RuleViolation(
                "他の組織からの情報を読む前に、組織として取扱いルールを承諾してください(POST /api/organisations/{id}/handling-rules)。",
                "Accept the handling rules for your organisation before you read what others shared (POST /api/organisations/{id}/handling-rules).");
        }
    }
}
