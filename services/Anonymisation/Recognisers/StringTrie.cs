using System.Numerics;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>Strings with a value each; finds all that begin at a place of a text in one walk. Immutable once built.</summary>
public sealed class StringTrie<T> where T : class
{
    // A node is its number, the root 0; edges are keyed by node and letter. One bit a letter tells where walks end at once.
    readonly ulong[] begins = new ulong[(char.MaxValue + 1) / 64];

    // The same of the first two letters together, by a hash; all set once a string has but one.
    readonly ulong[] pairs = new ulong[(char.MaxValue + 1) / 64];

    // Open addressing, at most half full; 0 is no edge, for nothing leads to the root.
    (long Edge, int Node)[] edges;
    int count;
    readonly List<T?> values = [null];

    public StringTrie(IEnumerable<KeyValuePair<string, T>> entries, int expectedLetters = 0)
    {
        edges = new (long, int)[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(expectedLetters * 2, 16))];
        foreach (var (key, value) in entries) Add(key, value);
    }

    public bool Empty => count == 0;

    /// <summary>False where no string can begin with these two letters; true says nothing.</summary>
    public bool MayBegin(char first, char second) => (begins[first / 64] >> first % 64 & 1) != 0 && (pairs[Pair(first, second) / 64] >> Pair(first, second) % 64 & 1) != 0;

    /// <summary>Goes one letter on from a node (0 is the root); false where no string goes on so.</summary>
    public bool Step(ref int node, char c)
    {
        if (node == 0 && (begins[c / 64] >> c % 64 & 1) == 0) return false;

        node = edges[Slot(edges, Edge(node, c))].Node;
        return node != 0;
    }

    /// <summary>Where an edge stands, or would stand.</summary>
    static int Slot((long Edge, int Node)[] edges, long edge)
    {
        var slot = (int)((ulong)edge * 0x9E3779B97F4A7C15ul >> 32) & (edges.Length - 1);
        while (edges[slot].Node != 0 && edges[slot].Edge != edge) slot = (slot + 1) & (edges.Length - 1);
        return slot;
    }

    void Grow()
    {
        var wider = new (long Edge, int Node)[edges.Length * 2];
        foreach (var edge in edges)
        {
            if (edge.Node != 0) wider[Slot(wider, edge.Edge)] = edge;
        }

        edges = wider;
    }

    /// <summary>The value of the string that ends at a node; null where none does.</summary>
    public T? ValueAt(int node) => values[node];

    void Add(string key, T value)
    {
        if (key.Length == 0) throw new ArgumentException("An empty string begins everywhere.", nameof(key));

        begins[key[0] / 64] |= 1UL << key[0] % 64;
        if (key.Length == 1) Array.Fill(pairs, ulong.MaxValue);
        else pairs[Pair(key[0], key[1]) / 64] |= 1UL << Pair(key[0], key[1]) % 64;

        var node = 0;
        foreach (var c in key)
        {
            var slot = Slot(edges, Edge(node, c));
            if (edges[slot].Node == 0)
            {
                if (++count * 2 > edges.Length)
                {
                    Grow();
                    slot = Slot(edges, Edge(node, c));
                }

                edges[slot] = (Edge(node, c), NewNode());
            }

            node = edges[slot].Node;
        }

        values[node] ??= value;
    }

    int NewNode()
    {
        values.Add(null);
        return values.Count - 1;
    }

    static int Pair(char first, char second) => (first * 40_503 ^ second) & char.MaxValue;

    static long Edge(int node, char c) => ((long)node << 16) | c;
}
