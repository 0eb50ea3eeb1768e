using Ceptoar.Classification.Policies;
using Ceptoar.Classification.Signals;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.Classification.Triage;

/// <summary>A wider circle that a report could go to, for its reporter to think about. Never part of a decision.</summary>
public sealed record Suggestion(Tlp Tlp, string Ja, string En);

/// <summary>A sign without anything identifying or restricted in it helps most where most can read it.</summary>
public static class Suggestions
{
    static readonly HashSet<string> Narrowing = [.. NationalPolicy.Rules.Where(r => r.Tlp > Tlp.Green).SelectMany(r => r.When.Signals)];

    /// <summary>Null where nothing wider is to be suggested.</summary>
    public static Suggestion? For(CaseFile report, Tlp requested, IReadOnlyCollection<Signal> signals) =>
        requested > Tlp.Green && (report.Kind == "sign" || report.Events.Contains("precursor.sign")) && !signals.Any(s => s.IsFailure || Narrowing.Contains(s.Code))
            ? new(
                Tlp.Green,
                "特定につながる情報や取扱いの制限は見つかりませんでした。TLP:GREEN とすれば、同じ予兆に備える他の事業者にも注意を促せます。",
                "Nothing identifying and no restriction was found. GREEN would let others who may see the same sign be warned.")
            : null;
}
