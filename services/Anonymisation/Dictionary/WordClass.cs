namespace Ceptoar.Anonymisation.Dictionary;

/// <summary>What matters here of a word's part of speech (IPADIC's system, which NAIST-jdic shares).</summary>
public enum WordClass
{
    /// <summary>Particles, auxiliaries, symbols, conjunctions: what stands between names.</summary>
    Function,
    Verb,
    Adjective,
    Adverb,
    Noun,

    /// <summary>A noun that takes する: 検知, 停止.</summary>
    VerbalNoun,

    /// <summary>Nouns that lean on another word: pronouns, こと, ため.</summary>
    DependentNoun,
    Suffix,
    Counter,
    PlaceSuffix,
    PersonSuffix,
    Prefix,
    Number,
    FamilyName,
    GivenName,
    PersonName,
    Place,
    Country,
    OrganisationName,
    ProperName,
}

static class WordClasses
{
    /// <summary>Names of any sort: family names and places share their characters, so they are one class until context tells more (ANON.md section 1.2).</summary>
    public static bool Identifies(this WordClass word) =>
        word is WordClass.FamilyName or WordClass.GivenName or WordClass.PersonName or WordClass.Place or WordClass.OrganisationName or WordClass.ProperName;

    /// <summary>Words of which names are made of when no dictionary knows them.</summary>
    public static bool Nominal(this WordClass word) =>
        word is WordClass.Noun or WordClass.VerbalNoun or WordClass.Suffix or WordClass.Prefix or WordClass.PlaceSuffix or WordClass.Number or WordClass.Country || word.Identifies();

    /// <summary>The class of a feature string such as <c>名詞,固有名詞,人名,姓,*,*,佐藤,サトウ,サトー</c>.</summary>
    public static WordClass Of(ReadOnlySpan<char> feature)
    {
        if (feature.StartsWith("名詞,固有名詞,人名,姓")) return WordClass.FamilyName;
        if (feature.StartsWith("名詞,固有名詞,人名,名")) return WordClass.GivenName;
        if (feature.StartsWith("名詞,固有名詞,人名")) return WordClass.PersonName;
        if (feature.StartsWith("名詞,固有名詞,地域,国")) return WordClass.Country;
        if (feature.StartsWith("名詞,固有名詞,地域")) return WordClass.Place;
        if (feature.StartsWith("名詞,固有名詞,組織")) return WordClass.OrganisationName;
        if (feature.StartsWith("名詞,固有名詞")) return WordClass.ProperName;
        if (feature.StartsWith("名詞,接尾,助数詞")) return WordClass.Counter;
        if (feature.StartsWith("名詞,接尾,地域")) return WordClass.PlaceSuffix;
        if (feature.StartsWith("名詞,接尾,人名")) return WordClass.PersonSuffix;
        if (feature.StartsWith("名詞,接尾")) return WordClass.Suffix;
        if (feature.StartsWith("名詞,数")) return WordClass.Number;
        if (feature.StartsWith("名詞,サ変接続")) return WordClass.VerbalNoun;
        if (feature.StartsWith("名詞,代名詞") || feature.StartsWith("名詞,非自立") || feature.StartsWith("名詞,副詞可能")) return WordClass.DependentNoun;
        if (feature.StartsWith("名詞")) return WordClass.Noun;
        if (feature.StartsWith("動詞")) return WordClass.Verb;
        if (feature.StartsWith("形容詞")) return WordClass.Adjective;
        if (feature.StartsWith("副詞") || feature.StartsWith("連体詞")) return WordClass.Adverb;
        if (feature.StartsWith("接頭詞")) return WordClass.Prefix;

        return WordClass.Function;
    }
}
