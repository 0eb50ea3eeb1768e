using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ceptoar.Hosting.Http;

/// <summary>
/// The one file of a request: the field <c>file</c> of a <c>multipart/form-data</c> body, or any other body with its name in the query.
/// Read as it comes, for the framework's own form would lay it down on the disk in clear.
/// </summary>
public sealed class IncomingFile(HttpRequest request, string? name)
{
    const int LongestName = 200;
    const int LongestMediaType = 100;
    const string UnknownMediaType = "application/octet-stream";
    MultipartReader? parts;

    /// <exception cref="ValidationException">There is no file, or its name is no good.</exception>
    /// <exception cref="BadHttpRequestException">The body cannot be read.</exception>
    public async Task<(string Name, string MediaType, Stream Content)> Open(CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return (Named(name), MediaTypeOf(request.ContentType), request.Body);
        }

        if (HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary) throw Wrong("Content-Type", "boundary を指定してください。", "Name the boundary.");

        parts = new(boundary.Value!, request.Body);
        while (await NextPart(ct) is { } part)
        {
            if (FileOf(part) is { } file) return (Named(name ?? HeaderUtilities.RemoveQuotes(file.FileNameStar.HasValue ? file.FileNameStar : file.FileName).Value), MediaTypeOf(part.ContentType), part.Body);
        }

        throw Wrong("file", "ファイルを指定してください。", "Give a file.");
    }

    /// <summary>To be called once the file was read.</summary>
    /// <exception cref="ValidationException">A second file stands behind it.</exception>
    public async Task RequireEnd(CancellationToken ct)
    {
        while (parts is not null && await NextPart(ct) is { } part)
        {
            if (FileOf(part) is not null) throw Wrong("file", "一度に送れるファイルは一つです。", "One file at a time.");
        }
    }

    async Task<MultipartSection?> NextPart(CancellationToken ct)
    {
        try
        {
            return await parts!.ReadNextSectionAsync(ct);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }

    static ContentDispositionHeaderValue? FileOf(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) && HeaderUtilities.RemoveQuotes(disposition.Name) == "file" ? disposition : null;

    /// <summary>A name without a path: what a tool writes a file under.</summary>
    public static bool IsName(string name) => name.Length <= LongestName && name.AsSpan().Trim(" .").Length > 0 && !name.Any(c => char.IsControl(c) || c is '/' or '\\' or ':');

    static string Named(string? name) => name is { Length: > 0 } && IsName(name)
        ? name
        : throw Wrong("name", $"ファイル名はパスや制御文字を含まない {LongestName} 字以内としてください。", $"The name must have at most {LongestName} characters, no path and no control characters.");

    static string MediaTypeOf(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.MediaType is { Length: > 0 and <= LongestMediaType } media ? media.Value!.ToLowerInvariant() : UnknownMediaType;

    static ValidationException Wrong(string field, string ja, string en) => new([new(field, Problems.Say(ja, en))]);
}
