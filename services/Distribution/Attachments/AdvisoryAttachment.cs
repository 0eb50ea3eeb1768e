using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting;

namespace Ceptoar.Distribution.Attachments;

/// <summary>The bytes of a file that goes out with what people write; they go with the version that no longer has it, and with a recall.</summary>
public class AdvisoryAttachment
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const int MaxFiles = 10;

    public required Guid Id { get; init; }
    public required Guid AdvisoryId { get; init; }
    public required byte[] Bytes { get; init; }

    /// <exception cref="RuleViolation">The advisory would have more files than it may.</exception>
    public static void RequireRoom(IReadOnlyCollection<AttachedFile> attached)
    {
        if (attached.Count >= MaxFiles) throw new RuleViolation($"添付ファイルは {MaxFiles} 件までです。", $"An advisory has at most {MaxFiles} attachments.");
    }
}
