using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.ClassifyEval;

/// <summary>A report of the file with what is expected of it; null where nothing is.</summary>
sealed record EvalReport(string Id, Tlp Wish, CaseFile Case, (Tlp Original, Tlp Ceiling)? Expected)
{
    public int Characters => Case.Title.Length + Case.Body.Length;
}

/// <summary>A line as it stands in the file: JSON, camel case.</summary>
sealed record EvalLine
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }

    /// <summary>Missing or unknown reads as RED.</summary>
    public Tlp RequestedTlp { get; init; }
    public string? Kind { get; init; }
    public string[]? Events { get; init; }
    public string[]? Causes { get; init; }
    public string? ServiceImpact { get; init; }
    public ReportedIndicator[]? Indicators { get; init; }
    public ExpectedLabels? Expected { get; init; }

    public sealed record ExpectedLabels(string? Original, string? Ceiling);

    /// <exception cref="JsonException">The line is no JSON, has no text, or expects a label that does not exist.</exception>
    public static EvalReport Read(string line, int number)
    {
        var read = JsonSerializer.Deserialize<EvalLine>(line, Json) ?? throw new JsonException("null");
        var report = new CaseFile
        {
            OrganisationId = Guid.Empty,
            Title = read.Title ?? "",
            Body = read.Text ?? throw new JsonException("no text"),
            Kind = read.Kind ?? "incident",
            Audience = [],
            Events = read.Events ?? [],
            Causes = read.Causes ?? [],
            ServiceImpact = read.ServiceImpact,
            Indicators = read.Indicators ?? [],
            SourceVisibility = "hidden",
            ReleaseMode = "review",
        };
        return new(read.Id ?? $"line {number}", read.RequestedTlp, report, read.Expected is { } expected ? (Label(expected.Original), Label(expected.Ceiling)) : null);
    }

    // A misspelt expectation must not pass for RED.
    static Tlp Label(string? text) => TlpLabels.Parse(text) ?? throw new JsonException("an expected label that does not exist");
}
