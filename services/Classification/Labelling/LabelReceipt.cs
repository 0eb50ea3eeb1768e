using Ceptoar.Contracts;

namespace Ceptoar.Classification.Labelling;

/// <summary>What became of a change of labels: without words, for the answer to a write is kept for a day so that it can be given again.</summary>
public record LabelReceipt(Guid Id, Guid ReportId, string State, Tlp FromOriginal, Tlp FromCeiling, Tlp ToOriginal, Tlp ToCeiling)
{
    public static LabelReceipt Of(LabelChange change) => new(change.Id, change.ReportId, change.State, change.FromOriginal, change.FromCeiling, change.ToOriginal, change.ToCeiling);
}
