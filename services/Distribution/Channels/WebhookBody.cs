using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Ceptoar.Contracts;

namespace Ceptoar.Distribution.Channels;

/// <summary>What is posted to an organisation's systems and to gateways, as JSON.</summary>
/// <param name="Type">advisory.available or advisory.recalled.</param>
/// <param name="AdvisoryId">The advisory.</param>
/// <param name="Number">Its number for people.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="Tlp">Spelling of TLP 2.0.</param>
/// <param name="Severity">low, medium, high, critical or unknown.</param>
/// <param name="Urgency">normal or urgent.</param>
/// <param name="Kind">incident, sign, or the code of its template.</param>
/// <param name="Drill">Whether it is part of a drill.</param>
/// <param name="Link">Where it is read after sign-in.</param>
/// <param name="Title">Of GREEN and CLEAR alone, as summary.</param>
/// <param name="Summary">In Japanese.</param>
/// <param name="Text">To an organisation: the text, of GREEN and CLEAR alone. To a gateway: the short message.</param>
/// <param name="To">To a gateway alone: the number to be reached.</param>
public sealed record WebhookBody(
    string Type, Guid AdvisoryId, string Number, int Version, string Tlp, string Severity, string Urgency, string Kind, bool Drill, string Link, string? Title, string? Summary, string? Text, string? To)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>For an organisation's own systems.</summary>
    public static WebhookBody For(Leaving item, string link) => Of(item, link) is var body && item.Content is { } said
        ? body with { Title = said.TitleJa, Summary = NullIfEmpty(said.SummaryJa), Text = NullIfEmpty(said.Body) }
        : body;

    /// <summary>For a gateway, which passes the short message on.</summary>
    public static WebhookBody For(Leaving item, string link, string to) => Of(item, link) with { Text = ShortText.Of(item), To = to };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    static WebhookBody Of(Leaving i, string link) =>
        new(i.Recalled ? "advisory.recalled" : "advisory.available", i.AdvisoryId, i.Number, i.Version, i.Tlp.Label(), i.Severity, i.Urgency, i.Kind, i.Drill, link, Title: null, Summary: null, Text: null, To: null);

    static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
