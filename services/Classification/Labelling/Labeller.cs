using System.Runtime.CompilerServices;
using Ceptoar.Classification.Policies;
using Ceptoar.Classification.Signals;
using Ceptoar.Classification.Triage;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Directory;

namespace Ceptoar.Classification.Labelling;

/// <summary>What was decided of a report, with everything it rests on.</summary>
public sealed record Labelled(Labels Labels, IReadOnlyList<Signal> Signals, Proposal Proposal);

/// <summary>Decides by the policies in force for the reporter at this moment and the members that the directory knows.</summary>
public sealed class Labeller(DirectoryReader directory, PolicyReader policies, TimeProvider clock)
{
    /// <summary>How long the directory may lag behind a report.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    static readonly ConditionalWeakTable<DirectorySnapshot, MemberNames> Names = [];

    public async Task<Labelled> Label(CaseFile report, Tlp requested, CancellationToken ct)
    {
        var members = await DirectoryThatKnows(report.OrganisationId, ct);
        return Label(report, requested, members, NamesOf(members), await policies.Now(ct));
    }

    /// <summary>The same for a text that nobody answers for yet: without the names of members, or one could ask of any name whether it is one (I6).</summary>
    public async Task<Labelled> Preview(CaseFile report, Tlp requested, CancellationToken ct)
    {
        return Label(report, requested, await directory.Now(ct), MemberNames.None, await policies.Now(ct));
    }

    Labelled Label(CaseFile report, Tlp requested, DirectorySnapshot members, MemberNames names, PolicySet inForce)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
        var text = ReportText.Of(report);
        var signals = SignalFinder.Find(text, names, today);
        return new(Decide(report, requested, signals, members, inForce), signals, TriageRules.Propose(text, signals));
    }

    /// <summary>Whose policies hold cannot be told of a reporter that the directory does not know, nor which were meant where one cannot be read: both fail closed.</summary>
    public static Labels Decide(CaseFile report, Tlp requested, IReadOnlyList<Signal> signals, DirectorySnapshot members, PolicySet inForce)
    {
        if (members.Active(report.OrganisationId) is not { } reporter) signals = [.. signals, Signal.Failure("directory")];
        else if (inForce.For(reporter, members) is { } further) return LabelRules.Decide(requested, report, signals, inForce.National, [.. further]);
        else signals = [.. signals, Signal.Failure("policy")];

        return LabelRules.Decide(requested, report, signals, inForce.National);
    }

    static MemberNames NamesOf(DirectorySnapshot members) =>
        Names.GetValue(members, m => new(m.Organisations.Values.Where(o => o is { Active: true, Kind: "operator" }).Select(o => (o.Name, o.Id))));

    async Task<DirectorySnapshot> DirectoryThatKnows(Guid organisationId, CancellationToken ct)
    {
        var waited = TimeSpan.Zero;
        while (true)
        {
            var now = await directory.Now(ct);
            if (now.Active(organisationId) is not null || waited >= Patience) return now;

            await Task.Delay(Pause, ct); // a report may come before the directory has told of its reporter
            waited += Pause;
        }
    }
}
