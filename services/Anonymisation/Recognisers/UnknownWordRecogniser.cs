using System.Text.RegularExpressions;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Words that are neither common, nor of the trade, nor an indicator: what nobody knows may be a name.</summary>
static partial class UnknownWordRecogniser
{
    public static IEnumerable<Finding> Find(FieldViews field, RecogniserFacts facts) =>
        facts.DefaultDeny ? [.. Words(field), .. Katakana(field.Plain), .. Kanji(field), .. Latin(field.Plain, facts), .. Spelled(field.Plain)] : [];

    static IEnumerable<Finding> Words(FieldViews field)
    {
        var (text, vocabulary, dictionary) = (field.Plain.Text, Morphology.Vocabulary, Morphology.Dictionary);
        foreach (var word in field.Morphemes)
        {
            var letters = text.AsSpan(word.Start, word.Length);
            if (letters[0] < 0x80 || !char.IsLetter(letters[0]) || word.Length == 1 || letters.IndexOfAnyExceptInRange('ァ', 'ー') < 0) continue;
            if (word.Class.Identifies() && !Everyday(word, letters, vocabulary, dictionary)) yield return Unknown(field.Plain, word.Start, word.Length, "unknown.name");
            else if (word.Unknown && word.Length >= 3 && letters.IndexOfAnyExceptInRange('ぁ', 'ゖ') < 0 && !vocabulary.CommonJapanese(letters)) yield return Unknown(field.Plain, word.Start, word.Length, "unknown.hiragana");
        }
    }

    /// <summary>Whether a name is a common word as well; a family name that is one has to be more than that.</summary>
    static bool Everyday(Morpheme word, ReadOnlySpan<char> letters, Lexicon.Vocabulary vocabulary, MecabDictionary dictionary) =>
        vocabulary.Own(letters) || vocabulary.KeptWord(letters) || dictionary.Common(letters) || (word.Class is not (WordClass.FamilyName or WordClass.Place) && vocabulary.CommonJapanese(letters));

    static IEnumerable<Finding> Katakana(TextView view)
    {
        var (vocabulary, dictionary) = (Morphology.Vocabulary, Morphology.Dictionary);
        foreach (Match match in KatakanaRun().Matches(view.Text))
        {
            if (!JapaneseWords.CommonKatakana(match.ValueSpan.TrimEnd('ー'), vocabulary, dictionary) && !JapaneseWords.CommonKatakana(match.ValueSpan, vocabulary, dictionary)) yield return Unknown(view, match.Index, match.Length, "unknown.katakana");
        }
    }

    static IEnumerable<Finding> Kanji(FieldViews field)
    {
        var (text, words, vocabulary, dictionary) = (field.Plain.Text, field.Morphemes, Morphology.Vocabulary, Morphology.Dictionary);
        for (var i = 0; i < words.Count; i++)
        {
            if (!KanjiNoun(text, words[i])) continue;

            var last = i;
            while (last + 1 < words.Count && words[last + 1].Start == words[last].End && (KanjiNoun(text, words[last + 1]) || SmallNo(text, words, last + 1))) last++;

            var (start, end) = (words[i].Start, words[last].End);
            var plain = true;
            for (var part = i; part <= last; part++) plain &= words[part].Length > 1 && !words[part].Unknown && !words[part].Class.Identifies();
            i = last;
            var run = text.AsSpan(start, end - start);
            if (vocabulary.Surname(run)) yield return Unknown(field.Plain, start, run.Length, "unknown.surname");
            else if (!plain && run.Length > 1 && !JapaneseWords.CommonKanji(run, vocabulary, dictionary)) yield return Unknown(field.Plain, start, run.Length, "unknown.kanji");
        }
    }

    /// <summary>ノ or ヶ between two kanji, as names have it.</summary>
    static bool SmallNo(string text, List<Morpheme> words, int at) =>
        words[at].Length == 1 && text[words[at].Start] is 'ノ' or 'ヶ' or 'ケ' or 'ツ' && at + 1 < words.Count && words[at + 1].Start == words[at].End && KanjiNoun(text, words[at + 1]);

    /// <summary>A word of kanji that may be a part of a name; names that the dictionary knows are claimed on their own.</summary>
    static bool KanjiNoun(string text, Morpheme word) =>
        (word.Class.Nominal() || word.Class == WordClass.Counter || word.Class == WordClass.PersonSuffix) && !(word.Class.Identifies() && word.Length > 1 && !word.Unknown)
        && text.AsSpan(word.Start, word.Length).IndexOfAnyExceptInRange('一', '龯') is var other && (other < 0 || text[word.Start + other] is '々' or 'ヶ');

    static IEnumerable<Finding> Latin(TextView view, RecogniserFacts facts)
    {
        foreach (Match match in LatinWord().Matches(view.Text))
        {
            var letters = 0;
            foreach (var c in match.ValueSpan) letters += char.IsAsciiLetter(c) ? 1 : 0;
            if (letters == 0 || Random(match.Value, letters) || Versioned(view.Text, match.Index + match.Length) || !Odd(view, match, facts)) continue;

            yield return Unknown(view, match.Index, match.Length, "unknown.latin");
        }
    }

    /// <summary>Whether any part of a word, as blanks divide it, is not known.</summary>
    static bool Odd(TextView view, Match match, RecogniserFacts facts)
    {
        if (Morphology.Vocabulary.Own(match.ValueSpan) || Morphology.Vocabulary.KeptWord(match.ValueSpan)) return false;

        foreach (var part in LatinPart().EnumerateMatches(match.ValueSpan))
        {
            if (OddPart(view, match.Index + part.Index, part.Length)) return true;
        }

        return match.ValueSpan.ContainsAnyInRange('0', '9') && facts.Directory.LooksAlike(match.ValueSpan);
    }

    /// <summary>A wallet, a fingerprint, a token: nobody's name, and what defenders search for.</summary>
    static bool Random(string word, int letters)
    {
        const int shortest = 20;
        return word.Length >= shortest && (word.Length - letters) * 5 >= word.Length && word.AsSpan().Count('-') < 3;
    }

    /// <summary>Software as it names itself: axios/1.7.2.</summary>
    static bool Versioned(string text, int end) => end + 1 < text.Length && text[end] == '/' && char.IsAsciiDigit(text[end + 1]);

    static bool OddPart(TextView view, int start, int length)
    {
        var vocabulary = Morphology.Vocabulary;
        var word = view.Text.AsSpan(start, length);
        if (length < 3 || vocabulary.KeptWord(word) || vocabulary.Own(word)) return false;

        var span = view.ToOriginal(start, length);
        var written = view.Original.AsSpan(span.Start, span.Length);
        var capital = char.IsUpper(written[0]);
        if (length >= 5 && vocabulary.FamilyLatin(word) && !vocabulary.English(word)) return true;
        if (vocabulary.CommonLatin(word)) return capital && vocabulary.ProperLatin(word) && !AllUpper(written) && (!BeginsSentence(view.Text, start) || BeforeName(view, start + length));
        if (length > 3 && word[^1] == 's' && (vocabulary.KeptWord(word[..^1]) || vocabulary.CommonLatin(word[..^1]))) return false;

        return !Camel(written, word);
    }

    /// <summary>Whether a word is several known ones run together, told by their capitals: EncodedCommand.</summary>
    static bool Camel(ReadOnlySpan<char> written, ReadOnlySpan<char> word)
    {
        if (written.Length != word.Length) return false;

        var (vocabulary, from) = (Morphology.Vocabulary, 0);
        for (var i = 1; i <= word.Length; i++)
        {
            if (i < word.Length && !(char.IsUpper(written[i]) && (char.IsLower(written[i - 1]) || (i + 1 < word.Length && char.IsLower(written[i + 1]))))) continue;

            var part = word[from..i];
            if (part.Length == word.Length || (part.Length > 2 && !vocabulary.CommonLatin(part) && !vocabulary.KeptWord(part))) return false;
            from = i;
        }

        return true;
    }

    static bool BeginsSentence(string text, int start)
    {
        var i = start - 1;
        while (i >= 0 && (text[i] is ' ' or '"' or '\'' or '(' or '*' or '#' or '>' or '-' or '・' or '「')) i--;
        return i < 0 || text[i] is '\n' or '.' or ':' or '!' or '?' or '。' or ']' or '|' or ';';
    }

    /// <summary>Whether a capitalised word follows that is no everyday one: Grace Palmer at the begin of a sentence.</summary>
    static bool BeforeName(TextView view, int end)
    {
        if (end + 2 >= view.Text.Length || view.Text[end] != ' ' || !char.IsAsciiLetter(view.Text[end + 1]) || !char.IsUpper(view.Original[view.ToOriginal(end + 1, 1).Start])) return false;

        var next = view.Text.AsSpan(end + 1);
        var length = next.IndexOfAnyExceptInRange('a', 'z') is var stop && stop >= 0 ? stop : next.Length;
        var word = next[..length];
        return length > 2 && !Morphology.Vocabulary.KeptWord(word) && (!Morphology.Vocabulary.CommonLatin(word) || Morphology.Vocabulary.ProperLatin(word));
    }

    static bool AllUpper(ReadOnlySpan<char> written) => written.IndexOfAnyInRange('a', 'z') < 0;

    /// <summary>A word spelled letter by letter.</summary>
    static IEnumerable<Finding> Spelled(TextView view)
    {
        foreach (Match match in SpelledWord().Matches(view.Text))
        {
            var word = string.Concat(match.Value.Where(c => char.IsLetter(c) || c == 'ー'));
            var common = word[0] < 0x80 ? Morphology.Vocabulary.CommonLatin(word) || Morphology.Vocabulary.KeptWord(word) : Morphology.Vocabulary.CommonJapanese(word);
            if (!common) yield return Unknown(view, match.Index, match.Length, "unknown.spelled");
        }
    }

    static Finding Unknown(TextView view, int start, int length, string rule) => view.Finding(start, length, FindingTypes.Other, rule, Verdict.Unknown);

    [GeneratedRegex(@"[ァ-ヺ][ァ-ヺー]{1,60}", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex KatakanaRun();

    [GeneratedRegex(@"[a-z0-9](?:[a-z0-9_\\-]{0,80}[a-z0-9])?", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"[a-z]+", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex LatinPart();

    [GeneratedRegex(@"(?<![a-z0-9])[a-z](?:[ -][a-z]){3,30}(?![a-z0-9])|(?<![ァ-ヺー])[ァ-ヺ](?:[ ・][ァ-ヺー]){2,20}(?![ァ-ヺー])|(?<![ぁ-ん])[ぁ-ん](?:[ ・][ぁ-んー]){3,20}(?![ぁ-ん])", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex SpelledWord();
}
