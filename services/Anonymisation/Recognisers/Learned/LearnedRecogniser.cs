using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Renditions;

namespace Ceptoar.Anonymisation.Recognisers.Learned;

/// <summary>
/// Decides with the evidence of all other recognisers, as learned from annotated reports. What surely identifies goes; a word that
/// nobody knows, or a guess, stays where it surely is context; nothing that is certain is ever overruled.
/// </summary>
static class LearnedRecogniser
{
    const int MostJoined = 40;

    /// <summary>Where readers are not denied by default, only what is as sure as this goes.</summary>
    const float Sure = 0.9f;

    const string Particles = "のとやがはにでをもへ";

    const string IndicatorRule = "learned.indicator";

    /// <summary>The findings of the others with what was learned of them.</summary>
    public static List<Finding> Decide(FieldViews field, RecogniserFacts facts, List<Finding> findings)
    {
        var (model, tokens) = (facts.Learned ?? TokenModel.Current, Tokens.Of(field));
        return Decide(field, tokens, model.Probabilities(field, tokens, findings), model.Limits, facts, findings);
    }

    /// <summary>The same where the probabilities of the tokens are known.</summary>
    public static List<Finding> Decide(FieldViews field, List<Token> tokens, float[] probabilities, TokenLimits limits, RecogniserFacts facts, List<Finding> findings)
    {
        var remove = facts.DefaultDeny ? limits.Remove : MathF.Max(limits.Remove, Sure);
        var indicator = facts.DefaultDeny ? limits.Indicator : MathF.Max(limits.Indicator, Sure);
        var closed = new bool[tokens.Count];
        var found = new List<Finding>();
        foreach (var finding in findings.Where(f => f.Verdict >= Verdict.RemoveLikely || f.Coarser is not null)) Whole(finding);
        if (!facts.DefaultDeny) Places();
        Stretches();
        if (facts.DefaultDeny) Held();
        var overruled = new FindingIndex(found.Where(f => f.Rule == IndicatorRule));
        return [.. findings.Where(f => f.Verdict != Verdict.Keep || !overruled.Cover(f)), .. found];

        float Removed(int token) => probabilities[(token * TokenModel.Labels) + TokenModel.Removed];

        bool Retained(int token) => probabilities[(token * TokenModel.Labels) + TokenModel.Kept] >= limits.Retain;

        float Goes(int token) => closed[token] || Retained(token) ? 0 : Removed(token);

        // An indicator is removed as a whole or not at all; what goes anyway keeps its own label, and a figure its coarser one.
        void Whole(Finding finding)
        {
            var (sum, count) = (0f, 0);
            for (var i = Claims.FirstBehind(tokens, finding.Start); i < tokens.Count && tokens[i].Original.Start < finding.End; i++)
            {
                (closed[i], sum, count) = (true, sum + Removed(i), count + 1);
            }

            if (finding.Verdict != Verdict.Keep || count == 0 || sum / count < indicator || finding.Type == "cve" || facts.Reported.Of(finding.Value!) is not null) return;

            found.Add(new() { Start = finding.Start, Length = finding.Length, Type = VictimRecogniser.Removed(finding.Type), Rule = IndicatorRule, Verdict = Verdict.RemoveLikely });
        }

        // Readers who know each other may read of places.
        void Places()
        {
            for (var i = 0; i < tokens.Count; i++) closed[i] |= tokens[i].Class is WordClass.Place or WordClass.PlaceSuffix;
        }

        void Stretches()
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                if (Goes(i) < limits.Join) continue;

                var (last, most) = (i, Goes(i));
                while (last + 1 < tokens.Count && last - i < MostJoined && Goes(last + 1) >= limits.Join && tokens[last + 1].Before != Gap.LineEnd) most = MathF.Max(most, Goes(++last));
                if (most >= remove) Add(i, last, "learned.remove", Verdict.RemoveLikely);
                else if (most >= limits.Deny && facts.DefaultDeny) Add(i, last, "learned.deny", Verdict.Unknown);
                i = last;
            }
        }

        void Held()
        {
            // claims that overlap are held together or not at all, else the rest of a wider one would go free
            var doubtful = findings.Concat(found).Where(f => f.Verdict is Verdict.Unknown or Verdict.RemoveLikely).OrderBy(f => f.Start).ToList();
            for (var i = 0; i < doubtful.Count;)
            {
                var (start, end, guess, figure) = (doubtful[i].Start, doubtful[i].End, false, true);
                for (; i < doubtful.Count && doubtful[i].Start < end; i++)
                {
                    end = Math.Max(end, doubtful[i].End);
                    guess |= doubtful[i].Verdict == Verdict.RemoveLikely;
                    figure &= doubtful[i].Coarser is not null;
                }

                var (most, retained) = (0f, true);
                for (var token = Claims.FirstBehind(tokens, start); token < tokens.Count && tokens[token].Original.Start < end; token++) (most, retained) = (MathF.Max(most, Removed(token)), retained && Retained(token));
                if (retained || most < (guess ? limits.HoldGuess : figure ? limits.Figure : limits.Hold)) found.Add(new() { Start = start, Length = end - start, Type = FindingTypes.Other, Rule = "learned.keep", Verdict = Verdict.Known });
            }
        }

        // A sign, a particle or さん beside a name is none of it, and must not be looked for elsewhere.
        bool Edge(Token token) => token.Class == WordClass.PersonSuffix || !char.IsLetterOrDigit(field.Plain.Text[token.Start])
            || (token is { Class: WordClass.Function, Length: 1 } && Particles.Contains(field.Plain.Text[token.Start], StringComparison.Ordinal));

        void Add(int first, int last, string rule, Verdict verdict)
        {
            while (first <= last && Edge(tokens[first])) first++;
            while (first < last && Edge(tokens[last])) last--;
            if (first > last) return;

            var (start, end) = (tokens[first].Original.Start, tokens[last].Original.End);
            found.Add(new() { Start = start, Length = end - start, Type = FindingTypes.Other, Rule = rule, Verdict = verdict });
        }
    }
}
