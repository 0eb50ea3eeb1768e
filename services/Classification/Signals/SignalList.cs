using Ceptoar.Contracts;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>What recognisers found in one field. Keeps the first places of each fact: a log of ten thousand lines is one fact, not ten thousand.</summary>
public sealed class SignalList(FieldText field)
{
    const int PlacesOfAFact = 5;

    readonly List<Signal> all = [];

    public IReadOnlyList<Signal> All => all;

    public void Add(Code code, TextSpan at, DateOnly? until = null)
    {
        if (!Enough(code)) all.Add(new(code.Value, new(field.Name, at.Start, at.Length)) { Until = until });
    }

    /// <summary>No further place of this fact is kept.</summary>
    public bool Enough(Code code) => all.Count(s => s.Code == code.Value) >= PlacesOfAFact;

    /// <summary>The fact was found within a stretch already.</summary>
    public bool Within(Code code, TextSpan at) => all.Exists(s => s.Code == code.Value && s.Found is { } found && found.Start >= at.Start && found.Start + found.Length <= at.End);

    public void Fail(string recogniser) => all.Add(Signal.Failure(recogniser));
}
