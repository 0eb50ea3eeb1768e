using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;

namespace Ceptoar.Classification.Labelling;

/// <summary>What was decided of one version of a report, and why. Holds no text of it.</summary>
public class LabelDecision
{
    public required Guid ReportId { get; init; }
    public required int Version { get; init; }
    public required byte[] OwnerKey { get; init; }
    public required Tlp Original { get; init; }
    public required Tlp Ceiling { get; init; }
    public required LabelReason[] Reasons { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
}
