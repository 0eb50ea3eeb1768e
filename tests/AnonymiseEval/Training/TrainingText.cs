using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Anonymisation.Recognisers.Learned;
using Ceptoar.Anonymisation.Renditions;

namespace Ceptoar.AnonymiseEval.Training;

/// <summary>An annotated report as the learned recogniser meets it.</summary>
sealed class TrainingText
{
    static readonly Dictionary<IReadOnlyList<EvalMember>, IdentifyingDirectory> Compiled = [];

    readonly FieldViews views;
    readonly RecogniserFacts facts;
    readonly List<Finding> findings;

    public TrainingText(AnnotatedReport annotated)
    {
        Annotated = annotated;
        views = new(annotated.Report.Text!);
        if (!Compiled.TryGetValue(annotated.Directory, out var members)) Compiled[annotated.Directory] = members = IdentifyingDirectory.Compile(annotated.Directory.Select((m, i) => m.AsMember(new(i + 1, 0, 0, new byte[8]))));
        var reporter = (annotated.Report.Reporter ?? new()).AsMember(new(0, 0, 0, new byte[8]));
        facts = new(members.With(reporter), new([]), DefaultDeny: true);
        (findings, var failure) = Recognition.ByRules(views, facts);
        if (failure is not null) throw new InvalidOperationException($"{annotated.Report.Id}: {failure}");

        Tokens = Anonymisation.Recognisers.Learned.Tokens.Of(views);
        Label = [.. Tokens.Select(t => Most(annotated.Label.AsSpan(t.Original.Start, t.Original.End - t.Original.Start)))];
        Features = FeaturesOf(findings);
        OwnFamilies = facts.Directory.FamiliesOf(reporter.Organisation.OrganisationId);
    }

    public AnnotatedReport Annotated { get; }
    public List<Token> Tokens { get; }
    public byte[] Label { get; }
    public int[][] Features { get; }
    IReadOnlyList<(string Surface, string Identity)> OwnFamilies { get; }

    /// <summary>What would be left of it, were these the probabilities and limits.</summary>
    public Scored Scored(float[] probabilities, TokenLimits limits)
    {
        var decided = LearnedRecogniser.Decide(views, Tokens, probabilities, limits, facts, findings);
        var text = views.Original;
        var surfaces = new TermSearch(Propagation.Surfaces([(text, decided)], OwnFamilies));
        var (cuts, _) = Resolution.Settle(text, [.. decided, .. Propagation.Find(views, surfaces)]);
        var output = new System.Text.StringBuilder();
        var place = 0;
        foreach (var cut in cuts)
        {
            output.Append(text, place, cut.Start - place).Append(cut.Coarser ?? "[X]");
            place = cut.End;
        }

        return new(Annotated.Report.Id!, text, Annotated.MustRemove, Annotated.MustKeep, output.Append(text, place, text.Length - place).ToString());
    }

    int[][] FeaturesOf(List<Finding> said)
    {
        var (features, list) = (new TokenFeatures(views, Tokens, said), new List<int>());
        return [.. Tokens.Select((_, i) => { list.Clear(); features.Of(i, list); return list.ToArray(); })];
    }

    static byte Most(ReadOnlySpan<byte> labels)
    {
        Span<int> counts = stackalloc int[TokenModel.Labels];
        counts.Clear();
        foreach (var label in labels) counts[label]++;
        return (byte)(counts[2] * 2 >= labels.Length ? 2 : counts[1] * 2 >= labels.Length ? 1 : 0);
    }
}
