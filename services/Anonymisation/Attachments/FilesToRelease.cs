using Ceptoar.Anonymisation.Cases;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>A file whose anonymised text an approver lets go, by its hash.</summary>
public record FileChoice(Guid? Id, string? Hash);

/// <summary>The anonymised texts of a case's files that may go out with its narrative: those that were named with the hash they have now.</summary>
public sealed class FilesToRelease(AnonymisationDb db, CaseVault vault)
{
    const int MostCharacters = 200_000;

    /// <exception cref="ValidationException">One is not there or not releasable, or they are too long together.</exception>
    /// <exception cref="RuleViolation">One has changed, or the directory has and a check now fails.</exception>
    public async Task<ApprovedFile[]> Of(CaseRendition rendition, CaseKey key, FileChoice[] chosen, IdentifyingDirectory directory, CancellationToken ct)
    {
        if (chosen.Length == 0) return [];

        var ids = chosen.Select(c => c.Id).ToArray();
        var kept = await db.Attachments.AsNoTracking().Where(a => a.ReportId == rendition.ReportId && !a.Removed && ids.Contains(a.AttachmentId)).ToDictionaryAsync(a => a.AttachmentId, a => a.Content, ct);
        var files = new List<ApprovedFile>();
        foreach (var (i, choice) in chosen.Index())
        {
            var made = kept.TryGetValue(choice.Id!.Value, out var content) ? vault.Decrypt<AttachmentContent>(key, content).Rendition : null;
            if (made is not { State: AttachmentRendition.Releasable, Name: { } name, Text: { } text }) throw Invalid($"files[{i}].id", Problems.Say("提供できる添付ファイルではありません。", "Is no attachment that can be released."));
            if (made.Hash != choice.Hash) throw new RuleViolation("添付ファイルの提供文が更新されています。最新の内容をご確認ください。", "The rendition of an attachment has changed; look at the current one.");
            if (Verification.Check([name, text], new() { Kind = "sign", Events = [], Causes = [], Indicators = [] }, directory, []).Length > 0)
            {
                throw new RuleViolation("名簿の更新により、添付ファイルの再確認が必要です。", "The directory has changed: an attachment must be looked at again.");
            }

            files.Add(new() { Name = name, Text = text });
        }

        return files.Sum(f => f.Text.Length) <= MostCharacters ? [.. files] : throw Invalid("files", Problems.Say("合わせて 20 万字以内としてください。", "Must be 200,000 characters at most together."));
    }

    static ValidationException Invalid(string field, string message) => new([new ValidationFailure(field, message)]);
}
