using System.Collections.Frozen;
using System.Text;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Recognisers;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Anonymisation.Lexicon;

/// <summary>A name that stays: its category, and whether it is also an everyday word or a name of persons.</summary>
public sealed record KeptName(string Category, bool NeedsContext);

/// <summary>A municipality, ward or prefecture: its name without 市 and the like, in kanji and in Latin letters.</summary>
sealed record Municipality(string Name, string Stem, string Romaji, string Prefecture);

/// <summary>
/// Everything that is known of words beside the directory: what is common, what stays, what is a place or a person's name. Built
/// once from the embedded lists and the morphological dictionary. Immutable.
/// </summary>
sealed class Vocabulary
{
    readonly HashSet<string> topLevel;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> topLevelLookup;
    readonly HashSet<string> englishOnly;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> englishOnlyLookup;
    readonly HashSet<string> english;
    readonly HashSet<string> capitalised;
    readonly HashSet<string> japanese;
    readonly HashSet<string> own;
    readonly HashSet<string> familyRomaji = [];
    readonly HashSet<string> givenRomaji = [];
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> englishLookup;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> capitalisedLookup;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> japaneseLookup;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ownLookup;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> familyLookup;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> givenLookup;
    readonly HashSet<string> surnames = [];
    readonly HashSet<string> surnameReadings = [];
    readonly Dictionary<string, string> readingsOf = [];
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> surnameLookup;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> surnameReadingLookup;
    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> anySurnameLookup;
    readonly HashSet<string> places = [];
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> placeLookup;
    readonly HashSet<string> keptWords = [];
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> keptLookup;

    public Vocabulary(MecabDictionary dictionary)
    {
        own = [.. Lines("own.txt").SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Fold)];
        englishOnly = [.. Lines("english.txt")];
        english = [.. englishOnly, .. Lines("computing.txt")];
        capitalised = [.. Lines("english-names.txt").Where(w => !own.Contains(w))];
        japanese = [.. Lines("japanese.txt").Select(Fold)];
        Kept = new(Names().SelectMany(Entries));
        Municipalities = [.. Lines("municipalities.tsv").Select(l => l.Split('\t')).Select(Municipality)];
        foreach (var line in Lines("surnames.txt")) AddSurname(line);
        foreach (var reading in surnameReadings) familyRomaji.UnionWith(Romaji.Spellings(reading).Where(r => r.Length >= 4));
        foreach (var (_, reading, kind) in dictionary.PersonNames()) (kind == WordClass.FamilyName ? familyRomaji : givenRomaji).UnionWith(Romaji.Spellings(reading).Where(r => r.Length >= 3));

        topLevel = [.. Lines("tlds.txt").SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        topLevelLookup = topLevel.GetAlternateLookup<ReadOnlySpan<char>>();
        MunicipalityNames = new(Municipalities.Where(m => m.Name.Length >= 2).Select(m => KeyValuePair.Create(m.Name, m)));
        englishOnlyLookup = englishOnly.GetAlternateLookup<ReadOnlySpan<char>>();
        englishLookup = english.GetAlternateLookup<ReadOnlySpan<char>>();
        capitalisedLookup = capitalised.GetAlternateLookup<ReadOnlySpan<char>>();
        japaneseLookup = japanese.GetAlternateLookup<ReadOnlySpan<char>>();
        ownLookup = own.GetAlternateLookup<ReadOnlySpan<char>>();
        familyLookup = familyRomaji.GetAlternateLookup<ReadOnlySpan<char>>();
        givenLookup = givenRomaji.GetAlternateLookup<ReadOnlySpan<char>>();
        surnameLookup = surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        surnameReadingLookup = surnameReadings.GetAlternateLookup<ReadOnlySpan<char>>();
        anySurnameLookup = readingsOf.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var place in Municipalities) places.UnionWith([place.Name, place.Stem, place.Romaji]);
        placeLookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
        keptLookup = keptWords.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Names that stay, by their compared form with single blanks.</summary>
    public StringTrie<KeptName> Kept { get; }
    public IReadOnlyList<Municipality> Municipalities { get; }

    /// <summary>The same by their whole name.</summary>
    public StringTrie<Municipality> MunicipalityNames { get; }

    /// <summary>A lower-case word of English, of computing or of reports.</summary>
    public bool CommonLatin(ReadOnlySpan<char> word) => englishLookup.Contains(word) || ownLookup.Contains(word);

    /// <summary>Whether a public host name may end so.</summary>
    public bool TopLevel(ReadOnlySpan<char> label) => (label.Length == 2 && !label.ContainsAnyInRange('0', '9')) || label.StartsWith("xn--") || topLevelLookup.Contains(label);

    /// <summary>A lower-case word of English proper.</summary>
    public bool English(ReadOnlySpan<char> word) => englishOnlyLookup.Contains(word);

    /// <summary>A word of reports and their trade, whatever its case.</summary>
    public bool Own(ReadOnlySpan<char> word) => ownLookup.Contains(word);

    /// <summary>A word that English writes with a capital: a person, a place, a people.</summary>
    public bool ProperLatin(ReadOnlySpan<char> word) => capitalisedLookup.Contains(word);

    public bool CommonJapanese(ReadOnlySpan<char> word) => japaneseLookup.Contains(word) || ownLookup.Contains(word);

    /// <summary>The readings in hiragana of a family name in compared spelling; none where it is not listed.</summary>
    public string[] ReadingsOf(string surname) => readingsOf.TryGetValue(surname, out var readings) ? readings.Split(',') : [];

    /// <summary>A family name in kanji that is no common word, though the dictionary may lack it.</summary>
    public bool Surname(ReadOnlySpan<char> word) => surnameLookup.Contains(word);

    /// <summary>A family name in kanji that is listed, though it may be a common word as well.</summary>
    public bool AnySurname(ReadOnlySpan<char> word) => anySurnameLookup.ContainsKey(word);

    /// <summary>A municipality or prefecture with or without 市 and the like, in kanji or in Latin letters.</summary>
    public bool Place(ReadOnlySpan<char> word) => placeLookup.Contains(word);

    /// <summary>A family name in hiragana.</summary>
    public bool SurnameReading(ReadOnlySpan<char> word) => surnameReadingLookup.Contains(word);

    /// <summary>A family name of Japan in Latin letters.</summary>
    public bool FamilyLatin(ReadOnlySpan<char> word) => familyLookup.Contains(word);

    public bool GivenLatin(ReadOnlySpan<char> word) => givenLookup.Contains(word);

    /// <summary>A single word of a name that stays.</summary>
    public bool KeptWord(ReadOnlySpan<char> word) => keptLookup.Contains(word);

    void AddSurname(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var (name, readings) = (line[..tab].TrimStart('!'), line[(tab + 1)..]);
        surnameReadings.UnionWith(readings.Split(',').Where(r => r.Length >= 3));
        var folded = Fold(name);
        readingsOf[folded] = readingsOf.TryGetValue(folded, out var others) ? others + "," + readings : readings;
        if (line[0] == '!' && folded == name) surnames.Add(name);
    }

    IEnumerable<KeyValuePair<string, KeptName>> Entries((string Category, string Name) line)
    {
        var needsContext = line.Name.EndsWith('?');
        var key = Fold(line.Name.TrimEnd('?'));
        if (!needsContext) keptWords.UnionWith(key.Split(' ', '-', '/').Where(w => w.Length > 1 && (key == w || !capitalised.Contains(w))));
        yield return new(key, new(line.Category, needsContext));
    }

    static IEnumerable<(string Category, string Name)> Names()
    {
        var category = "";
        foreach (var line in Lines("keep.txt"))
        {
            if (line[0] == '[') category = line.Trim('[', ']');
            else foreach (var name in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) yield return (category, name);
        }
    }

    static Municipality Municipality(string[] columns)
    {
        var (name, kana) = (columns[0], columns[1]);
        var suffix = name[^1] switch { '市' => "し", '区' => "く", '村' => kana.EndsWith("そん", StringComparison.Ordinal) ? "そん" : "むら", '町' => kana.EndsWith("まち", StringComparison.Ordinal) ? "まち" : "ちょう", '県' => "けん", '府' => "ふ", '都' => "と", _ => "" };
        var stem = suffix.Length == 0 ? name : name[..^1];
        return new(Fold(name), Fold(stem), Romaji.Of(kana[..^suffix.Length]), columns[2]);
    }

    static string Fold(string text) => TextView.Of(text).Text;

    static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("Ceptoar.Anonymisation.Lexicon." + file) ?? throw new InvalidOperationException($"The list {file} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
