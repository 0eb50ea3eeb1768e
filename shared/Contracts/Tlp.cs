using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ceptoar.Contracts;

/// <summary>
/// The Traffic Light Protocol 2.0 (FIRST, 2022), ordered: a greater value is stricter. RED is the default value, so that what
/// was never set is RED. On the wire it is written exactly as the standard spells it; whatever cannot be read is RED.
/// </summary>
[JsonConverter(typeof(TlpConverter))]
public enum Tlp
{
    Clear = -4,
    Green = -3,
    Amber = -2,
    AmberStrict = -1,
    Red = 0,
}

/// <summary>The spelling of TLP 2.0.</summary>
public static class TlpLabels
{
    static readonly (Tlp Tlp, string Label)[] Spelling =
    [
        (Tlp.Clear, "CLEAR"), (Tlp.Green, "GREEN"), (Tlp.Amber, "AMBER"), (Tlp.AmberStrict, "AMBER+STRICT"), (Tlp.Red, "RED"),
    ];

    /// <summary>The five labels, least restrictive first, without the prefix <c>TLP:</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Spelling.Select(s => s.Label)];

    /// <summary>The label without its prefix, such as <c>AMBER+STRICT</c>; RED for a value outside the enum.</summary>
    public static string Label(this Tlp tlp) => Spelling.FirstOrDefault(s => s.Tlp == tlp).Label ?? "RED";

    /// <summary>The label of <paramref name="text"/>, or null where it is not exactly one of the five.</summary>
    public static Tlp? Parse(string? text)
    {
        foreach (var (tlp, label) in Spelling)
        {
            if (string.Equals(label, text, StringComparison.Ordinal)) return tlp;
        }

        return null;
    }

    /// <summary>The label of <paramref name="text"/>; RED where it is unknown or missing (invariant I3).</summary>
    public static Tlp ParseOrRed(string? text) => Parse(text) ?? Tlp.Red;

    /// <summary>The stricter of two labels.</summary>
    public static Tlp Stricter(Tlp one, Tlp other) => one > other ? one : other;
}

/// <summary>For the bus, files and the database: an unknown, empty or missing label reads as RED.</summary>
public sealed class TlpConverter : JsonConverter<Tlp>
{
    public override bool HandleNull => true;

    public override Tlp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return TlpLabels.ParseOrRed(reader.GetString());

        reader.Skip();
        return Tlp.Red;
    }

    public override void Write(Utf8JsonWriter writer, Tlp value, JsonSerializerOptions options) => writer.WriteStringValue(value.Label());
}
