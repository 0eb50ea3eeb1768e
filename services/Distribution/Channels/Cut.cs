namespace Ceptoar.Distribution.Channels;

/// <summary>Shortens text without breaking a character in two.</summary>
public static class Cut
{
    /// <summary>At most so many UTF-16 units, the last of them an ellipsis where something was cut.</summary>
    public static string To(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, Boundary(text, length - 1)), "…");

    /// <summary>The last place up to <paramref name="place"/> that lies between two characters.</summary>
    public static int Boundary(string text, int place) =>
        place > 0 && place < text.Length && char.IsHighSurrogate(text[place - 1]) && char.IsLowSurrogate(text[place]) ? place - 1 : Math.Min(place, text.Length);
}
