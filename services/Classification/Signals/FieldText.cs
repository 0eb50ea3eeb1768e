using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>A field of a report, folded once into the views that recognisers look at. Immutable.</summary>
public sealed class FieldText(string name, string text, ReportedIndicator? indicator = null)
{
    /// <summary>As in <see cref="Found.Field"/>.</summary>
    public string Name { get; } = name;

    /// <summary>The indicator whose value it is; null for prose.</summary>
    public ReportedIndicator? Indicator { get; } = indicator;

    /// <summary>Lines as they are: for lists, logs and numbers.</summary>
    public TextView Plain { get; } = TextView.Of(text);

    /// <summary>Without any white space: for marks and names, which nothing should divide.</summary>
    public TextView Squeezed { get; } = TextView.Squeezed(text);

    public ProseView Prose => prose ??= ProseView.Of(Plain);
    ProseView? prose;

    /// <summary><see cref="Plain"/> with defused addresses made whole.</summary>
    public TextView Refanged => refanged ??= Plain.Refanged();
    TextView? refanged;

    public FoundWords PlainWords => plainWords ??= new(Plain.Text);
    FoundWords? plainWords;

    public FoundWords SqueezedWords => squeezedWords ??= new(Squeezed.Text);
    FoundWords? squeezedWords;

    public FoundWords RefangedWords => refangedWords ??= ReferenceEquals(Refanged, Plain) ? PlainWords : new(Refanged.Text);
    FoundWords? refangedWords;
}

/// <summary>What is written in a report, made ready for recognisers and triage.</summary>
public sealed class ReportText
{
    ReportText(CaseFile report, IReadOnlyList<FieldText> fields, bool failed)
    {
        Report = report;
        Fields = fields;
        Failed = failed;
    }

    public CaseFile Report { get; }
    public IReadOnlyList<FieldText> Fields { get; }

    /// <summary>Something of it could not be made ready, so nothing may be concluded from its silence.</summary>
    public bool Failed { get; }

    /// <summary>Never throws, whatever the text.</summary>
    public static ReportText Of(CaseFile report)
    {
        try
        {
            return new(report, [.. FieldsOf(report)], failed: false);
        }
        catch (Exception)
        {
            return new(report, [], failed: true);
        }
    }

    static IEnumerable<FieldText> FieldsOf(CaseFile report)
    {
        yield return new("title", report.Title);
        yield return new("body", report.Body);
        if (report.PlainSummary is { Length: > 0 } summary) yield return new("plainSummary", summary);
        for (var i = 0; i < report.Indicators.Length; i++) yield return new($"indicators[{i}].value", report.Indicators[i].Value, report.Indicators[i]);
    }
}
