namespace Ceptoar.Contracts;

/// <summary>Marks a message that may be lost without harm: it is published even where no one hears it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HintAttribute : Attribute;
