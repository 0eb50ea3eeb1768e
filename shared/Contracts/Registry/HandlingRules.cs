namespace Ceptoar.Contracts.Registry;

/// <summary>The handling rules (情報の取扱いルール) that an organisation accepts before it reads what others shared. Registry holds their texts.</summary>
public static class HandlingRules
{
    /// <summary>The version in force; an organisation that accepted an earlier one accepts anew.</summary>
    public const int Current = 1;
}
