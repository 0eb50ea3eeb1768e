using Ceptoar.Contracts.Intake;

namespace Ceptoar.Classification.Signals;

/// <summary>Finds every signal of a report. Pure and deterministic; never throws on any text: what cannot be finished is a failure among the signals.</summary>
public static class SignalFinder
{
    /// <param name="report">Title, body, plain summary and indicators are looked at.</param>
    /// <param name="members">Names of the members of the hub, but for the reporter's own.</param>
    /// <param name="today">The day in Japan: an embargo that ended before it no longer counts.</param>
    public static IReadOnlyList<Signal> Find(CaseFile report, MemberNames members, DateOnly today) => throw new NotImplementedException();
}

/// <summary>Names by which members of the hub are known, to be found in any spelling. Immutable; compiled once for a state of the directory.</summary>
public sealed class MemberNames
{
    public static readonly MemberNames None = new([]);

    /// <param name="names">Names with the organisation each belongs to.</param>
    public MemberNames(IEnumerable<(string Name, Guid Organisation)> names) => _ = names;
}
