using System.Numerics;
using System.Runtime.InteropServices;
using Ceptoar.Anonymisation.Dictionary;
using Ceptoar.Anonymisation.Lexicon;

namespace Ceptoar.Anonymisation.Recognisers.Learned;

/// <summary>
/// What the learned recogniser sees of each token: letters, shape, class and lists of it and of its neighbours, the label and the kind of
/// its line, and what the other recognisers say of the place. Each feature is hashed to a number below 2^<see cref="Bits"/>.
/// </summary>
sealed class TokenFeatures
{
    public const int Bits = 20;

    const int LongestGrams = 24;
    const int LongestLabel = 24;

    // What stands before the first token and behind the last.
    static readonly Seen[] Beyond = [new() { Surface = 1 }, new() { Surface = 2 }];

    readonly string text;
    readonly string original;
    readonly List<Token> tokens;
    readonly Seen[] seen;
    readonly Claims claims;

    // Of the parts of Latin names, what is said of any token that has them.
    readonly Dictionary<uint, (int Count, uint Claims)> parts = [];

    public TokenFeatures(FieldViews field, List<Token> tokens, List<Finding> findings)
    {
        (text, original, this.tokens) = (field.Plain.Text, field.Original, tokens);
        seen = new Seen[tokens.Count];
        claims = new(tokens, findings);
        Lines();
        Runs();
        var surfaces = new Dictionary<uint, (int Count, uint Claims)>(tokens.Count);
        for (var i = 0; i < seen.Length; i++)
        {
            See(ref seen[i], tokens[i]);
            seen[i].Claims = claims.All(i);
            ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(surfaces, seen[i].Surface, out _);
            same = (same.Count + 1, same.Claims | claims.Set(i));
            if (Latin(i)) Share(i);
        }

        for (var i = 0; i < seen.Length; i++)
        {
            var same = surfaces[seen[i].Surface];
            (seen[i].Times, seen[i].Elsewhere) = ((byte)Math.Min(same.Count, 4), same.Claims & ~claims.Set(i));
            if (Latin(i)) (seen[i].PartTimes, seen[i].PartElsewhere) = Shared(i, same.Count);
        }
    }

    bool Latin(int token) => text[tokens[token].Start] < 0x80;

    void Share(int token)
    {
        var letters = text.AsSpan(tokens[token].Start, tokens[token].Length);
        foreach (var part in Parts(letters))
        {
            if (Morphology.Vocabulary.CommonLatin(letters[part])) continue;

            ref var of = ref CollectionsMarshal.GetValueRefOrAddDefault(parts, Hash(letters[part]), out _);
            of = (of.Count + 1, of.Claims | claims.Set(token));
        }
    }

    /// <summary>How often those of its parts that are no common words stand in other tokens, and what is said of those.</summary>
    (byte Times, uint Elsewhere) Shared(int token, int itself)
    {
        var letters = text.AsSpan(tokens[token].Start, tokens[token].Length);
        var (times, elsewhere) = (0, 0u);
        foreach (var part in Parts(letters))
        {
            if (!parts.TryGetValue(Hash(letters[part]), out var of) || of.Count <= itself) continue;

            times = Math.Max(times, Math.Min(of.Count - itself, 3));
            elsewhere |= of.Claims;
        }

        return ((byte)times, elsewhere);
    }

    /// <summary>The runs of letters in a name.</summary>
    static PartEnumerator Parts(ReadOnlySpan<char> letters) => new(letters);

    ref struct PartEnumerator(ReadOnlySpan<char> letters)
    {
        const int Shortest = 3;

        readonly ReadOnlySpan<char> letters = letters;
        int next;

        public Range Current { get; private set; }

        public readonly PartEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (next < letters.Length)
            {
                var from = next;
                while (next < letters.Length && char.IsAsciiLetter(letters[next])) next++;
                Current = from..next;
                next++;
                if (next - 1 - from >= Shortest) return true;
            }

            return false;
        }
    }

    /// <summary>What of a token is asked for again by its neighbours.</summary>
    [StructLayout(LayoutKind.Auto)]
    struct Seen
    {
        public uint Surface;
        public uint Shape;
        public uint Lists;
        public uint Claims;
        public uint Label;
        public uint Line;
        public uint Segment;
        public uint Elsewhere;
        public uint PartElsewhere;
        public uint Lead;
        public uint Run;
        public uint RunRest;
        public byte PartTimes;
        public byte Times;
        public byte Bracket;
    }

    /// <summary>Adds the features of a token.</summary>
    public void Of(int at, List<int> into)
    {
        var (token, from) = (tokens[at], into.Count);
        ref readonly var here = ref seen[at];
        ref readonly var before = ref Around(at - 1);
        ref readonly var after = ref Around(at + 1);
        var (kind, kindBefore, kindAfter) = (Kind(at), Kind(at - 1), Kind(at + 1));
        if (Between(token))
        {
            OfSign(at, in here, in before, in after, (kindBefore, kind, kindAfter), into);
            Numbered(CollectionsMarshal.AsSpan(into)[from..]);
            return;
        }

        ref readonly var before2 = ref Around(at - 2);
        ref readonly var after2 = ref Around(at + 2);
        ref readonly var before3 = ref Around(at - 3);
        ref readonly var after3 = ref Around(at + 3);
        Add(1, here.Surface, into);
        Add(2, before.Surface, into);
        Add(3, after.Surface, into);
        Add(4, before2.Surface, into);
        Add(5, after2.Surface, into);
        Add(6, before3.Surface, into);
        Add(7, after3.Surface, into);
        Add(8, Pair(before.Surface, here.Surface), into);
        Add(9, Pair(here.Surface, after.Surface), into);
        Add(10, Pair(before2.Surface, before.Surface), into);
        Add(11, Pair(after.Surface, after2.Surface), into);
        Add(12, Pair(before.Surface, after.Surface), into);

        Add(13, kind, into);
        Add(14, Pair(kindBefore, kind), into);
        Add(15, Pair(kind, kindAfter), into);
        Add(16, Pair(Pair(kindBefore, kind), kindAfter), into);
        Add(17, Pair(Pair(Kind(at - 2), kindBefore), kind), into);
        Add(18, Pair(Pair(kind, kindAfter), Kind(at + 2)), into);
        Add(19, Pair(before.Surface, kind), into);
        Add(20, Pair(kind, after.Surface), into);
        Add(21, Pair(kindBefore, kindAfter), into);

        Add(22, here.Shape, into);
        Add(23, Pair(before.Shape, here.Shape), into);
        Add(24, Pair(here.Shape, after.Shape), into);
        Add(25, Pair(before.Surface, here.Shape), into);
        Add(26, Pair(here.Shape, after.Surface), into);

        Add(27, Pair(here.Lists, kind), into);
        Add(28, Pair(before.Lists, here.Lists), into);
        Add(29, Pair(here.Lists, after.Lists), into);
        Add(30, Pair(before.Surface, here.Lists), into);
        Add(31, Pair(here.Lists, after.Surface), into);

        Add(32, here.Claims, into);
        Add(33, Pair(here.Claims, kind), into);
        Add(34, Pair(here.Claims, here.Surface), into);
        Add(35, Pair(before.Claims, here.Claims), into);
        Add(36, Pair(here.Claims, after.Claims), into);
        Add(37, Pair(here.Claims, before.Surface), into);
        Add(38, Pair(here.Claims, after.Surface), into);
        Add(39, Pair(here.Claims, here.Lists), into);
        Add(40, Pair(here.Claims, here.Line), into);
        claims.Each(at, into, 41);
        Add(44, Pair(here.Elsewhere, kind), into);
        Add(45, Pair(here.Elsewhere, here.Claims), into);
        Add(46, Pair(here.Times, kind), into);

        Add(47, Pair(here.Label, kind), into);
        Add(48, Pair(here.Label, here.Claims), into);
        Add(49, Pair(here.Line, kind), into);
        Add(50, Pair(here.Line, here.Lists), into);
        Add(51, Pair(here.Bracket, kind), into);
        Add(52, Pair(Pair(here.Bracket, before.Surface), after.Surface), into);
        Add(53, Pair(Pair(before2.Surface, before.Surface), kind), into);
        Add(54, Pair(Pair(after.Surface, after2.Surface), kind), into);

        Add(55, Pair(here.PartTimes, kind), into);
        Add(56, Pair(here.PartElsewhere, here.Shape), into);
        Add(57, Pair(here.PartElsewhere, here.Claims), into);
        Add(58, Pair(here.Lead, kind), into);
        Add(59, Pair(here.Lead, here.Claims), into);
        Add(100, Pair(here.Segment, kind), into);
        Add(101, Pair(here.Segment, here.Claims), into);
        Add(102, Pair(here.Segment, here.Label), into);
        Add(103, Pair(Pair(here.Segment, before.Surface), kind), into);
        if (here.Run != 0) Run(in here, in before, in after, kind, into);
        Edges(at, kind, into);

        Letters(text.AsSpan(token.Start, token.Length), into);
        Numbered(CollectionsMarshal.AsSpan(into)[from..]);
    }

    /// <summary>Particles and signs: what they are depends on what stands beside them.</summary>
    bool Between(Token token) => token is { Class: WordClass.Function, Length: <= 2 } && !char.IsAsciiLetterOrDigit(text[token.Start]);

    void OfSign(int at, ref readonly Seen here, ref readonly Seen before, ref readonly Seen after, (uint Before, uint Here, uint After) kind, List<int> into)
    {
        Add(1, here.Surface, into);
        Add(2, before.Surface, into);
        Add(3, after.Surface, into);
        Add(8, Pair(before.Surface, here.Surface), into);
        Add(9, Pair(here.Surface, after.Surface), into);
        Add(12, Pair(before.Surface, after.Surface), into);
        Add(14, Pair(kind.Before, kind.Here), into);
        Add(15, Pair(kind.Here, kind.After), into);
        Add(16, Pair(Pair(kind.Before, here.Surface), kind.After), into);
        Add(28, Pair(before.Lists, here.Surface), into);
        Add(29, Pair(here.Surface, after.Lists), into);
        Add(33, Pair(here.Claims, here.Surface), into);
        Add(35, Pair(before.Claims, here.Claims), into);
        Add(36, Pair(here.Claims, after.Claims), into);
        claims.Each(at, into, 41);
        Add(47, Pair(here.Label, here.Surface), into);
        Add(49, Pair(here.Line, here.Surface), into);
        Add(51, Pair(here.Bracket, here.Surface), into);
        Add(101, Pair(here.Segment, here.Surface), into);
    }

    static void Run(ref readonly Seen here, ref readonly Seen before, ref readonly Seen after, uint kind, List<int> into)
    {
        Add(90, Pair(here.Run, kind), into);
        Add(91, Pair(here.Run, before.Surface), into);
        Add(92, Pair(here.Run, after.Surface), into);
        Add(93, Pair(here.Run, here.Claims), into);
        Add(94, Pair(here.Run & 0x3FF, here.RunRest), into);
        Add(95, Pair(here.Run, here.Lists), into);
    }

    /// <summary>The letters that adjoin, whatever words they are of.</summary>
    void Edges(int at, uint kind, List<int> into)
    {
        var (start, end) = (tokens[at].Start, tokens[at].End);
        var (before, after) = (start > 0 ? text[start - 1] : '\n', end < text.Length ? text[end] : '\n');
        Add(80, Pair(before, kind), into);
        Add(81, Pair(after, kind), into);
        Add(82, Pair(Pair(before, after), kind), into);
        Add(83, Pair(Hash(text.AsSpan(Math.Max(0, start - 2), Math.Min(2, start))), kind), into);
        Add(84, Pair(Hash(text.AsSpan(end, Math.Min(2, text.Length - end))), kind), into);
        Add(85, Hash(text.AsSpan(end, Math.Min(3, text.Length - end))), into);
        Add(86, Hash(text.AsSpan(Math.Max(0, start - 3), Math.Min(3, start))), into);
        Add(87, Pair(text[start], after), into);
        Add(88, Pair(before, text[end - 1]), into);
    }

    /// <summary>Beginnings, ends and parts: what a name is made of.</summary>
    void Letters(ReadOnlySpan<char> letters, List<int> into)
    {
        for (var length = 1; length <= 3 && length < letters.Length; length++)
        {
            Add(60 + (uint)length, Hash(letters[..length]), into);
            Add(64 + (uint)length, Hash(letters[^length..]), into);
        }

        if (letters[0] >= 0x80 || letters.Length > LongestGrams || letters.Length < 4) return;

        for (var i = 0; i + 3 <= letters.Length; i++) Add(70, Hash(letters.Slice(i, 3)), into);
        for (var (from, i) = (0, 0); i <= letters.Length; i++)
        {
            if (i < letters.Length && char.IsAsciiLetter(letters[i])) continue;
            if (i - from >= 2 && i - from < letters.Length) Add(71, Hash(letters[from..i]), into);
            from = i + 1;
        }
    }

    ref readonly Seen Around(int at)
    {
        if ((uint)at < (uint)seen.Length) return ref seen[at];

        return ref Beyond[at < 0 ? 0 : 1];
    }

    uint Kind(int at) => (uint)at < (uint)seen.Length ? ((uint)tokens[at].Class * 64) + ((seen[at].Shape >> 3 & 7) * 4) + (uint)tokens[at].Before + 1 : 0;

    void See(ref Seen into, Token token)
    {
        var letters = text.AsSpan(token.Start, token.Length);
        into.Surface = Hash(letters);
        if (letters[0] < 0x80)
        {
            var written = original.AsSpan(token.Original.Start, token.Original.End - token.Original.Start);
            (into.Shape, into.Lists) = (LatinShape(written), char.IsAsciiLetterOrDigit(letters[0]) ? LatinLists(letters, written) : 0);
        }
        else
        {
            (into.Shape, into.Lists) = (JapaneseShape(letters), Names(token) ? JapaneseLists(token, letters) : 0);
        }
    }

    /// <summary>Capitals, small letters and digits, runs of a kind as one; the script in bits 3 to 5.</summary>
    static uint LatinShape(ReadOnlySpan<char> written)
    {
        var (hash, last, script) = (2166136261u, '\0', 0u);
        foreach (var c in written)
        {
            var kind = char.IsAsciiDigit(c) ? '0' : char.IsAsciiLetterUpper(c) ? 'A' : char.IsAsciiLetterLower(c) ? 'a' : c;
            script |= kind switch { '0' => 1u, 'A' or 'a' => 2u, _ => 0u };
            if (kind != last) hash = (hash ^ kind) * 16777619u;
            last = kind;
        }

        return (Mixed(hash + (uint)Math.Min(written.Length, 15)) & ~0x38u) | (script << 3);
    }

    static uint JapaneseShape(ReadOnlySpan<char> letters)
    {
        var script = letters[0] switch { >= 'ぁ' and <= 'ゖ' => 4u, (>= 'ァ' and <= 'ヺ') or 'ー' => 5u, (>= '㐀' and <= '鿿') or '々' => 6u, _ => 7u };
        return (Mixed((script * 64) + (uint)Math.Min(letters.Length, 12)) & ~0x38u) | (script << 3);
    }

    static uint LatinLists(ReadOnlySpan<char> letters, ReadOnlySpan<char> written)
    {
        var vocabulary = Morphology.Vocabulary;
        var lists = (vocabulary.KeptWord(letters) ? 1u : 0) | (char.IsAsciiLetterUpper(written[0]) ? 2u : 0);
        for (var (from, i) = (0, 0); i <= letters.Length; i++)
        {
            if (i < letters.Length && char.IsAsciiLetter(letters[i])) continue;
            if (i - from >= 2) lists |= PartLists(letters[from..i], vocabulary);
            from = i + 1;
        }

        return lists;
    }

    static uint PartLists(ReadOnlySpan<char> part, Vocabulary vocabulary)
    {
        var (english, own, kept, name) = (vocabulary.English(part), vocabulary.Own(part), vocabulary.KeptWord(part), part.Length > 3);
        var common = english || own || vocabulary.CommonLatin(part);
        return (common ? 4u : 0) | (kept ? 8u : 0) | (!common && !kept ? 16u : 0) | (english ? 256u : 0) | (own ? 512u : 0) | (vocabulary.ProperLatin(part) ? 32u : 0)
            | (name && vocabulary.FamilyLatin(part) ? 64u : 0) | (name && vocabulary.GivenLatin(part) ? 128u : 0) | (name && vocabulary.Place(part) ? 16384u : 0);
    }

    /// <summary>Whether it may be a name, or a part of one.</summary>
    static bool Names(Token token) => token.Unknown || token.Class is not (WordClass.Function or WordClass.Verb or WordClass.Adjective or WordClass.Adverb);

    static uint JapaneseLists(Token token, ReadOnlySpan<char> letters)
    {
        if (!char.IsLetter(letters[0])) return 0;

        var (vocabulary, kanji) = (Morphology.Vocabulary, letters[0] >= '㐀');
        return (vocabulary.CommonJapanese(letters) ? 1024u : 0) | (vocabulary.KeptWord(letters) ? 1u : 0) | (Common(token, letters) ? 2048u : 0) | (vocabulary.Place(letters) ? 16384u : 0)
            | (kanji && vocabulary.AnySurname(letters) ? 32768u : 0) | (kanji && vocabulary.Surname(letters) ? 4096u : 0) | (!kanji && vocabulary.SurnameReading(letters) ? 8192u : 0);
    }

    /// <summary>Whether the dictionary has it as something other than a name; most often its class tells already.</summary>
    static bool Common(Token token, ReadOnlySpan<char> letters) => !token.Unknown && (!token.Class.Identifies() || Morphology.Dictionary.Common(letters));

    /// <summary>
    /// Of the kanji or katakana that stand together, whatever words the dictionary makes of them: whether they are a family name, a place
    /// or a word, or begin with a family name, and what follows it.
    /// </summary>
    void Runs()
    {
        for (int first = 0, end; first < tokens.Count; first = end)
        {
            end = first + 1;
            var script = ScriptOf(text[tokens[first].Start]);
            if (script == 0) continue;

            while (end < tokens.Count && tokens[end].Before == Gap.Nothing && ScriptOf(text[tokens[end].Start]) == script) end++;
            var run = text.AsSpan(tokens[first].Start, tokens[end - 1].End - tokens[first].Start);
            var common = end - first == 1 ? Common(tokens[first], run) : Morphology.Dictionary.Common(run);
            var (said, name) = script == 1 ? KanjiRun(run) : KatakanaRun(run);
            said |= common ? 8u : 0;
            var rest = name > 0 && name < run.Length ? Hash(run[name..]) : 0;
            for (var i = first; i < end; i++)
            {
                var inName = tokens[i].End - tokens[first].Start <= name;
                (seen[i].Run, seen[i].RunRest) = (said | (inName ? 0x400u : 0) | (i == first ? 0x800u : 0), rest);
            }
        }
    }

    static int ScriptOf(char c) => c switch { (>= '㐀' and <= '鿿') or '々' or 'ヶ' => 1, (>= 'ァ' and <= 'ヺ') or 'ー' => 2, _ => 0 };

    static (uint Said, int Name) KanjiRun(ReadOnlySpan<char> run)
    {
        const int longestName = 4;
        var (vocabulary, name) = (Morphology.Vocabulary, 0);
        for (var length = Math.Min(run.Length, longestName); length > 1 && name == 0; length--) name = vocabulary.AnySurname(run[..length]) ? length : 0;
        var said = 0x1000u | (name == run.Length ? 1u : 0) | (vocabulary.Place(run) ? 2u : 0) | (vocabulary.CommonJapanese(run) ? 4u : 0);
        return (said | ((uint)name << 4) | ((uint)Math.Min(run.Length, 7) << 7), name);
    }

    static (uint Said, int Name) KatakanaRun(ReadOnlySpan<char> run)
    {
        const int longestName = 10;
        var vocabulary = Morphology.Vocabulary;
        Span<char> hiragana = stackalloc char[longestName];
        var name = false;
        if (run.Length <= longestName)
        {
            for (var i = 0; i < run.Length; i++) hiragana[i] = run[i] is >= 'ァ' and <= 'ヶ' ? (char)(run[i] - 0x60) : run[i];
            name = vocabulary.SurnameReading(hiragana[..run.Length]);
        }

        return (0x2000u | (name ? 1u : 0) | (vocabulary.CommonJapanese(run) ? 4u : 0) | ((uint)Math.Min(run.Length, 7) << 7), 0);
    }

    /// <summary>Of each line its kind and its label, and where brackets and quotes are open.</summary>
    void Lines()
    {
        for (int first = 0, end; first < tokens.Count; first = end)
        {
            end = first + 1;
            while (end < tokens.Count && tokens[end].Before != Gap.LineEnd) end++;

            var (signs, latin, label, labelEnd, bracket) = (0, 0, 0u, int.MaxValue, (byte)0);
            var lead = Lead(first, end, out var leadEnd);
            for (var i = first; i < end; i++)
            {
                var (c, length) = (text[tokens[i].Start], tokens[i].Length);
                if (c is '=' or '{' or '[' or '"' or '|') signs++;
                if (c < 0x80) latin += length;
                if (labelEnd == int.MaxValue && c is ':' or '=' or '|' && tokens[i].Start - tokens[first].Start is > 0 and <= LongestLabel) (label, labelEnd) = (Hash(text.AsSpan(tokens[first].Start, tokens[i].Start - tokens[first].Start).TrimEnd()), i);
                bracket = c switch { '「' or '『' => 1, '(' => 2, '<' => 3, '[' => 4, '」' or '』' or ')' or '>' or ']' => 0, '"' => (byte)(bracket == 5 ? 0 : 5), _ => bracket };
                seen[i].Bracket = bracket;
                seen[i].Lead = i < leadEnd ? 1 : lead;
                seen[i].Label = labelEnd < i ? label : 0;
            }

            var share = latin * 4 / Math.Max(1, tokens[end - 1].End - tokens[first].Start);
            var line = (uint)(share + (Math.Min(signs, 3) * 5) + (end - first < 6 ? 20 : 0) + (char.IsAsciiDigit(text[tokens[first].Start]) ? 40 : 0));
            var segment = (uint)Segments.Of(text.AsSpan(tokens[first].Start, tokens[end - 1].End - tokens[first].Start));
            for (var i = first; i < end; i++) (seen[i].Line, seen[i].Segment) = (line, segment);
        }
    }

    /// <summary>What a line begins with up to its first blank, without its number.</summary>
    uint Lead(int first, int end, out int leadEnd)
    {
        var from = first;
        while (from < end - 1 && tokens[from].Length <= 2 && !char.IsLetter(text[tokens[from].Start])) from++;
        leadEnd = from + 1;
        while (leadEnd < end && tokens[leadEnd].Before == Gap.Nothing && tokens[leadEnd].End - tokens[from].Start <= LongestLabel) leadEnd++;
        return Hash(text.AsSpan(tokens[from].Start, tokens[leadEnd - 1].End - tokens[from].Start));
    }

    static uint Pair(uint one, uint two) => Mixed((one * 0x9E3779B1u) ^ (two + 0x7F4A7C15u));

    /// <summary>Adds what <see cref="Numbered"/> makes a feature of.</summary>
    internal static void Add(uint kind, uint value, List<int> into) => into.Add((int)(value ^ (kind * 0x85EBCA6Bu)));

    /// <summary>Puts the features' numbers in the place of what was added for them: as many at once as the processor can.</summary>
    static void Numbered(Span<int> features)
    {
        var many = MemoryMarshal.Cast<int, Vector<uint>>(features);
        foreach (ref var several in many) several = Mixed(several) >>> (32 - Bits);
        foreach (ref var one in features[(many.Length * Vector<uint>.Count)..]) one = (int)(Mixed((uint)one) >> (32 - Bits));
    }

    static Vector<uint> Mixed(Vector<uint> hash)
    {
        hash ^= hash >>> 16;
        hash *= new Vector<uint>(0x85EBCA6Bu);
        hash ^= hash >>> 13;
        hash *= new Vector<uint>(0xC2B2AE35u);
        return hash ^ (hash >>> 16);
    }

    // The last rounds of MurmurHash3, so that the upper bits depend on all of the lower.
    internal static uint Mixed(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    // FNV-1a.
    internal static uint Hash(ReadOnlySpan<char> letters)
    {
        var hash = 2166136261u;
        foreach (var c in letters) hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
