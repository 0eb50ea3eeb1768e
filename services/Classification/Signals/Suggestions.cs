using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Classification.Signals;

/// <summary>A wider circle that a reporter may choose.</summary>
public sealed record Suggestion(Tlp Tlp, string Ja, string En);

public static class Suggestions
{
    public static Suggestion? For(CaseFile report, Tlp requested, IReadOnlyCollection<Signal> signals) => throw new NotImplementedException();
}
