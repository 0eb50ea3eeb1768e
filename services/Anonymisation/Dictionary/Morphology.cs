using Ceptoar.Anonymisation.Lexicon;

namespace Ceptoar.Anonymisation.Dictionary;

/// <summary>The dictionary and the vocabulary of this process: loaded once, shared by all, never changed.</summary>
public static class Morphology
{
    public const string DefaultFolder = "/var/lib/mecab/dic/ipadic-utf8";

    static readonly Lock Loading = new();
    static string folder = DefaultFolder;
    static volatile Words? loaded;

    [ThreadStatic]
    static Lattice? lattice;

    /// <summary>Loads the dictionary from a folder before the first report; to be called once, at start.</summary>
    /// <exception cref="InvalidOperationException">It is missing or not usable; the service must not start.</exception>
    public static void Load(string from)
    {
        lock (Loading)
        {
            folder = from;
            loaded = null;
            _ = Loaded;
        }
    }

    internal static MecabDictionary Dictionary => Loaded.Dictionary;
    internal static Vocabulary Vocabulary => Loaded.Vocabulary;

    /// <summary>The words of a text.</summary>
    internal static List<Morpheme> Split(ReadOnlySpan<char> text) => (lattice ??= new(Dictionary)).Split(text);

    /// <summary>The reading of a name in katakana; null where the dictionary does not know a word of it.</summary>
    internal static string? Reading(string name)
    {
        var reading = "";
        foreach (var word in Split(name))
        {
            var letters = name.AsSpan(word.Start, word.Length);
            if (letters.IndexOfAnyExceptInRange('ぁ', 'ー') < 0) reading += Romaji.Katakana(letters.ToString());
            else if (Dictionary.Reading(word) is { } known) reading += known;
            else return null;
        }

        return reading;
    }

    static Words Loaded
    {
        get
        {
            if (loaded is { } ready) return ready;

            lock (Loading)
            {
                if (loaded is not { } now)
                {
                    var dictionary = MecabDictionary.Load(folder);
                    loaded = now = new(dictionary, new(dictionary));
                }

                return now;
            }
        }
    }

    sealed record Words(MecabDictionary Dictionary, Vocabulary Vocabulary);
}
