namespace Ceptoar.Classification.Signals;

/// <summary>A fact that was found in a report and that rules may rest on. Holds no text of it.</summary>
/// <param name="Code">One of <see cref="SignalTable"/>, or <c>failure.</c> and the recogniser that could not finish.</param>
/// <param name="Found">Where it stands; null for what stands in no text.</param>
public sealed record Signal(string Code, Found? Found = null)
{
    /// <summary>The day until which it counts, for an embargo that names one.</summary>
    public DateOnly? Until { get; init; }

    public bool IsFailure => Code.StartsWith(FailurePrefix, StringComparison.Ordinal);

    const string FailurePrefix = "failure.";

    /// <summary>A recogniser could not finish: whatever it would have found must be assumed (RED).</summary>
    public static Signal Failure(string recogniser) => new(FailurePrefix + recogniser);
}

/// <summary>A stretch of a field, in UTF-16 units of the text as it was submitted.</summary>
/// <param name="Field">title, body, plainSummary or <c>indicators[n].value</c>.</param>
public sealed record Found(string Field, int Start, int Length);
