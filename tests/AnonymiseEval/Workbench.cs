using System.Diagnostics;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Renditions;
using Ceptoar.Contracts.Intake;

namespace Ceptoar.AnonymiseEval;

/// <summary>The engine alone over a directory: what one thread makes of a report.</summary>
public sealed class Workbench(IReadOnlyList<EvalMember> directory, RenditionPolicy policy)
{
    readonly IdentifyingDirectory members = IdentifyingDirectory.Compile(directory.Select((m, i) => m.AsMember(Id(i + 1))));

    /// <summary>The narrative; empty where something blocks it, with the reason codes.</summary>
    public (string Text, string[] Blocked, TimeSpan Time) Anonymise(EvalReport report)
    {
        var reporter = (report.Reporter ?? new()).AsMember(Id(0));
        var known = members.With(reporter);
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
        var rendition = Anonymiser.Render(file, known, policy);
        var time = Stopwatch.GetElapsedTime(start);
        return (rendition.NarrativeReleasable ? rendition.Body : "", rendition.Blocked, time);
    }

    static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
