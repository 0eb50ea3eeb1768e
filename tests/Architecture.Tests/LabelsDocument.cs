using System.Text;
using Ceptoar.Classification.Labelling;
using Ceptoar.Classification.Policies;
using Ceptoar.Classification.Signals;
using Ceptoar.Contracts;

namespace Ceptoar.Architecture.Tests;

/// <summary><c>docs/labels.md</c> as the national default gives it.</summary>
static class LabelsDocument
{
    public static string Text { get; } = Write();

    static string Write()
    {
        var text = new StringBuilder()
            .Append("# Which fact raises which label\n\n")
            .Append("Made from `services/Classification/Policies/NationalPolicy.cs`, the first version of the national default, and `Signals/SignalTable.cs`.\n")
            .Append("To renew this page: `RENEW=1 dotnet test tests/Architecture.Tests`.\n\n")
            .Append("Each report version gets two labels (TLP 2.0): **original**, who may ever see the original, and **ceiling**, the least restrictive label that a rendition may carry.\n")
            .Append("Each is the strictest of all reasons, so more facts never lower one and their order does not matter. Three reasons stand above every policy:\n\n")
            .Append("* the reporter's wish: neither label is below it;\n")
            .Append("* a check that could not be completed (`failure.…`: a recogniser, the directory, a policy of an unknown version): RED for both;\n")
            .Append("* what a person raised: it holds for later versions of the report too, until it is lowered with the source's consent and a second person.\n\n")
            .Append("Ministries and CEPTOARs add rules of their own for their reporters (`/api/policies`); one that asks for less than this table needs the centre.\n\n")
            .Append("| rule | fact | 事項 | original | ceiling | handling |\n|---|---|---|---|---|---|\n");
        foreach (var rule in NationalPolicy.Rules)
        {
            var fact = SignalTable.All.Single(c => c.Value == Assert.Single(rule.When.Signals));
            text.Append("| `").Append(rule.Id).Append("` | ").Append(fact.En).Append(" | ").Append(fact.Ja).Append(" | ≥ ").Append(rule.Tlp.Label()).Append(" | ")
                .Append(rule.Raises == LabelRules.Both ? "≥ " + rule.Tlp.Label() : "–").Append(" | ").AppendJoin(", ", rule.Handling.Select(h => $"`{h}` {Taxonomy.HandlingRestrictions.Of(h).Ja}")).Append(" |\n");
        }

        text.Append("\nFacts that raise nothing by themselves:\n\n");
        foreach (var fact in SignalTable.All.Where(c => NationalPolicy.Rules.All(r => !r.When.Signals.Contains(c.Value))))
        {
            text.Append("* `").Append(fact.Value).Append("`: ").Append(fact.En).Append(" (").Append(fact.Ja).Append("). ")
                .Append("A report that shows it without being a drill's waits for a person before anything leaves.\n");
        }

        return text.ToString();
    }
}
