using Ceptoar.Contracts;
using Ceptoar.Hosting;

namespace Ceptoar.Classification.Labelling;

/// <summary>A person's change of a report's labels: up at once; down once the source has consented and a second person agreed (I3).</summary>
public class LabelChange
{
    public const string Applied = "applied";
    public const string Awaiting = "awaiting";
    public const string Refused = "refused";

    /// <summary>Overtaken by another change or a new version of the report before it was decided.</summary>
    public const string Overtaken = "overtaken";

    public required Guid Id { get; init; }
    public required Guid ReportId { get; init; }
    public required int ReportVersion { get; init; }
    public required string State { get; set; }
    public required Tlp FromOriginal { get; init; }
    public required Tlp FromCeiling { get; init; }
    public required Tlp ToOriginal { get; init; }
    public required Tlp ToCeiling { get; init; }

    /// <summary>Encrypted with the key of the case.</summary>
    public required byte[] Reason { get; init; }

    /// <summary>Subject of the person; a keyed hash of it where that is one of the source's organisation.</summary>
    public required string AskedBy { get; init; }
    public required bool AskedBySource { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? ConsentedAt { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public string? ApprovedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>For the audit trail.</summary>
    public string Labels => $"original={ToOriginal.Label()} ceiling={ToCeiling.Label()}";

    public bool IsDecided => ConsentedAt is not null && ApprovedAt is not null;

    /// <exception cref="RuleViolation">It is no longer open.</exception>
    public void Consent(DateTimeOffset now)
    {
        RefuseClosed();
        ConsentedAt ??= now;
    }

    /// <exception cref="RuleViolation">It is no longer open, or the same person asked for it.</exception>
    public void Approve(string subject, DateTimeOffset now)
    {
        RefuseClosed();
        if (subject == AskedBy) throw new RuleViolation("ラベルの引下げは、申請者とは別の方が承認してください。", "A second person must agree to lower a label.");

        ApprovedAt ??= now;
        ApprovedBy ??= subject;
    }

    public void Refuse(DateTimeOffset now)
    {
        RefuseClosed();
        (State, DecidedAt) = (Refused, now);
    }

    void RefuseClosed()
    {
        if (State != Awaiting) throw new RuleViolation("この変更は既に終了しています。", "This change is no longer open.");
    }
}
