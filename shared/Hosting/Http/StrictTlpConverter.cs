using System.Text.Json;
using System.Text.Json.Serialization;
using Ceptoar.Contracts;

namespace Ceptoar.Hosting.Http;

/// <summary>For the HTTP edge (invariant I3): a label that is not spelled exactly as TLP 2.0 spells it is refused, not guessed.</summary>
public sealed class StrictTlpConverter : JsonConverter<Tlp>
{
    public override Tlp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? TlpLabels.Parse(reader.GetString()) : null) ?? throw new UnknownLabelException();

    public override void Write(Utf8JsonWriter writer, Tlp value, JsonSerializerOptions options) => writer.WriteStringValue(value.Label());
}

/// <summary>A label that is none of TLP 2.0's five.</summary>
public sealed class UnknownLabelException : JsonException;
