using Ceptoar.Anonymisation.Recognisers.Learned;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>All recognisers over one field. Any failure makes the field not releasable; none is ever skipped (invariant I5).</summary>
public static class Recognition
{
    static readonly (string Code, Func<FieldViews, RecogniserFacts, IEnumerable<Finding>> Find)[] All =
    [
        ("directory", DirectoryRecogniser.Find),
        ("victim", VictimRecogniser.Find),
        ("address", AddressRecogniser.Find),
        ("indicator", IndicatorRecogniser.Find),
        ("email", EmailRecogniser.Find),
        ("telephone", TelephoneRecogniser.Find),
        ("secret", SecretRecogniser.Find),
        ("organisation", OrganisationRecogniser.Find),
        ("place", PlaceRecogniser.Find),
        ("person", PersonRecogniser.Find),
        ("kept", KeptNameRecogniser.Find),
        ("label", LabelRecogniser.Find),
        ("identifier", IdentifierRecogniser.Find),
        ("singular", SingularRecogniser.Find),
        ("unknown", UnknownWordRecogniser.Find),
        ("encoded", EncodedRecogniser.Find),
    ];

    /// <summary>What was found; or the reason code of what failed, free of text, and nothing else.</summary>
    public static (IReadOnlyList<Finding> Findings, string? Failure) Find(FieldViews field, RecogniserFacts facts)
    {
        var (findings, failure) = ByRules(field, facts);
        failure ??= Guarded(() => findings = LearnedRecogniser.Decide(field, facts, findings)) is { } why ? $"recogniser.learned.{why}" : null;
        if (failure is not null) return ([], failure);

        return (facts.DefaultDeny ? findings : findings.FindAll(f => f.Verdict != Verdict.Unknown), null);
    }

    /// <summary>The same without what was learned: of a single value, torn from its text, nothing was. Keeps what only default-deny takes out.</summary>
    internal static (List<Finding> Findings, string? Failure) ByRules(FieldViews field, RecogniserFacts facts)
    {
        var findings = new List<Finding>();
        foreach (var (code, find) in All)
        {
            if (Guarded(() => findings.AddRange(find(field, facts))) is { } failure) return ([], $"recogniser.{code}.{failure}");
        }

        return (findings, null);
    }

    /// <summary>
    /// Runs a step that touches text; null, or timeout or failed. The exception ends here, for that of a regular expression
    /// carries its input.
    /// </summary>
    public static string? Guarded(Action step)
    {
        try
        {
            step();
            return null;
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return "timeout";
        }
        catch (Exception)
        {
            return "failed";
        }
    }
}
