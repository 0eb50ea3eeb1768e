using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Triage;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;

namespace Ceptoar.Classification.Labelling;

/// <summary>The labels of one version of a report as they stand, and why. Holds no text of it but what is encrypted in <see cref="Content"/>.</summary>
public class LabelDecision
{
    public required Guid ReportId { get; init; }
    public required int Version { get; init; }
    public long Position { get; private set; }
    public required string Number { get; init; }

    /// <summary>Rises with each decision about the report, whatever its version.</summary>
    public required int LabelVersion { get; set; }
    public required byte[] OwnerKey { get; init; }

    /// <summary>Owner keys of the organisations that the reporter lets read original and source (I10).</summary>
    public required byte[][] ReaderKeys { get; init; }
    public required Tlp RequestedTlp { get; init; }
    public required Tlp Original { get; set; }
    public required Tlp Ceiling { get; set; }

    /// <summary>What a person raised the label to: a later version of the report does not fall below it.</summary>
    public Tlp? FloorOriginal { get; set; }

    /// <inheritdoc cref="FloorOriginal"/>
    public Tlp? FloorCeiling { get; set; }

    public required string[] Handling { get; init; }
    public required string Severity { get; set; }
    public required string Urgency { get; set; }

    /// <summary>What a person said instead; null where nobody did.</summary>
    public string? PersonSeverity { get; set; }

    /// <inheritdoc cref="PersonSeverity"/>
    public string? PersonUrgency { get; set; }

    /// <summary>The drill whose answering report it is; null in life. It counts nowhere (I7).</summary>
    public Guid? DrillId { get; init; }

    /// <summary>The text carries the mark of a drill though the report answers none.</summary>
    public required bool DrillMarked { get; init; }

    /// <summary>A <see cref="LabelledCase"/>, encrypted with the key of the case; null for what was decided before reasons were kept.</summary>
    public byte[]? Content { get; set; }
    public required DateTimeOffset DecidedAt { get; set; }

    /// <summary>Adds to the reasons.</summary>
    public void Explain(CaseVault vault, CaseKey key, params Reason[] further)
    {
        if (Content is null) return;

        var content = vault.Decrypt<LabelledCase>(key, Content);
        Content = vault.Encrypt(key, content with { Reasons = [.. content.Reasons, .. further] });
    }

    /// <summary>The message that tells of a person's change.</summary>
    public LabelChanged Changed() => new()
    {
        ReportId = ReportId,
        ReportVersion = Version,
        LabelVersion = LabelVersion,
        Original = Original,
        Ceiling = Ceiling,
        Severity = Severity,
        Urgency = Urgency,
        Handling = Handling,
    };
}

/// <summary>What is encrypted in <see cref="LabelDecision.Content"/>.</summary>
/// <param name="Report">The version of the report.</param>
/// <param name="Reasons">Why the labels are what they are, with what people did since.</param>
/// <param name="Signals">What the recognisers found.</param>
/// <param name="Proposal">How severe and urgent it seemed.</param>
public sealed record LabelledCase(CaseFile Report, IReadOnlyList<Reason> Reasons, IReadOnlyList<Signal> Signals, Proposal Proposal);

/// <summary>A case that was withdrawn: what comes late about it is dropped.</summary>
public class WithdrawnCase
{
    public required Guid ReportId { get; init; }
}
