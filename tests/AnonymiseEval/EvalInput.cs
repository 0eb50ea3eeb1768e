using System.Text.Json;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Contracts.Registry;

namespace Ceptoar.AnonymiseEval;

/// <summary>An organisation as the workbench's files name it.</summary>
public sealed record EvalMember
{
    public string? Sector { get; init; }
    public string? Name { get; init; }
    public string?[]? Aliases { get; init; }
    public string?[]? Domains { get; init; }
    public string?[]? Cidrs { get; init; }
    public string?[]? People { get; init; }
    public string?[]? Systems { get; init; }
    public string?[]? Vendors { get; init; }

    public DirectoryMember AsMember(Guid id)
    {
        var name = string.IsNullOrWhiteSpace(Name) ? "-" : Name;
        var sectors = string.IsNullOrWhiteSpace(Sector) ? Array.Empty<string>() : [Sector];
        return new(
            new() { OrganisationId = id, Version = 1, Name = name, Kind = "operator", Sectors = sectors, Ceptoars = sectors, Active = true },
            new() { Names = [name], Aliases = Given(Aliases), Domains = Given(Domains), Cidrs = Given(Cidrs), People = Given(People), Systems = Given(Systems), Vendors = Given(Vendors) });
    }

    static string[] Given(string?[]? strings) => [.. (strings ?? []).OfType<string>().Where(s => !string.IsNullOrWhiteSpace(s))];
}

/// <summary>One line of the reports.</summary>
public sealed record EvalReport
{
    public string? Id { get; init; }
    public string? Lang { get; init; }
    public string? Sector { get; init; }
    public EvalMember? Reporter { get; init; }
    public string? Text { get; init; }
}

/// <summary>A line out.</summary>
public sealed record EvalOutput(string Id, string Text);

public static class EvalInput
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The members of a directory file, a JSON list.</summary>
    public static IReadOnlyList<EvalMember> Directory(string path)
    {
        using var file = File.OpenRead(path);
        return [.. (JsonSerializer.Deserialize<EvalMember?[]>(file, Json) ?? []).OfType<EvalMember>()];
    }

    /// <summary>The reports of a file of JSON lines with their line numbers; null where a line is none. Empty lines are passed over.</summary>
    public static IEnumerable<(int Line, EvalReport? Report)> Reports(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;

            yield return (number, Parsed(line));
        }
    }

    static EvalReport? Parsed(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<EvalReport>(line, Json) is { Id: not null, Text: not null } report ? report : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
