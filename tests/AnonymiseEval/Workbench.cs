using System.Diagnostics;
using System.Text.Json;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.AnonymiseEval;

/// <summary>The engine alone over a directory: what one thread makes of a report.</summary>
public sealed class Workbench(IReadOnlyList<EvalMember> directory, RenditionPolicy policy)
{
    readonly Dictionary<string, IdentifyingDirectory> known = [];
    readonly IdentifyingDirectory members = IdentifyingDirectory.Compile(directory.Select((m, i) => m.AsMember(Id(i + 1))));

    /// <summary>The narrative; empty where something blocks it, with the reason codes.</summary>
    public (string Text, string[] Blocked, TimeSpan Time) Anonymise(EvalReport report)
    {
        var reporter = (report.Reporter ?? new()).AsMember(Id(0));
        var all = With(reporter);
        var file = new CaseFile
        {
            OrganisationId = reporter.Organisation.OrganisationId,
            Title = "",
            Body = report.Text!,
            Kind = "incident",
            Audience = [],
            Language = report.Lang ?? "ja",
            SourceVisibility = "hidden",
            ReleaseMode = "review",
        };
        var start = Stopwatch.GetTimestamp();
        var rendition = Anonymiser.Render(file, all, policy);
        var time = Stopwatch.GetElapsedTime(start);
        return (rendition.NarrativeReleasable ? rendition.Body : "", rendition.Blocked, time);
    }

    /// <summary>The directory with the reporter as a member, whether it stands there or not; compiled once for each.</summary>
    IdentifyingDirectory With(DirectoryMember reporter)
    {
        var key = JsonSerializer.Serialize(reporter);
        return known.TryGetValue(key, out var directory) ? directory : known[key] = members.With(reporter);
    }

    static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
