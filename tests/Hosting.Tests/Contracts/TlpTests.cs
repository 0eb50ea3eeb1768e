using System.Text.Json;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;
using Ceptoar.Contracts.Classification;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Http;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Hosting.Tests.Contracts;

/// <summary>The five labels of TLP 2.0, and RED for whatever is none of them (I3).</summary>
public class TlpTests
{
    static readonly JsonSerializerOptions AtTheEdge = new(JsonSerializerDefaults.Web) { Converters = { new StrictTlpConverter() } };

    [Theory]
    [InlineData(Tlp.Clear, "CLEAR")]
    [InlineData(Tlp.Green, "GREEN")]
    [InlineData(Tlp.Amber, "AMBER")]
    [InlineData(Tlp.AmberStrict, "AMBER+STRICT")]
    [InlineData(Tlp.Red, "RED")]
    public void Is_spelt_as_the_standard_spells_it_both_ways(Tlp tlp, string label)
    {
        Assert.Equal(label, tlp.Label());
        Assert.Equal(tlp, TlpLabels.Parse(label));
        Assert.Equal(label, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(tlp)));
        Assert.Equal(tlp, JsonSerializer.Deserialize<Tlp>($"\"{label}\""));
        Assert.Equal(label, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(tlp, AtTheEdge)));
        Assert.Equal(tlp, JsonSerializer.Deserialize<Tlp>($"\"{label}\"", AtTheEdge));
    }

    [Fact]
    public void There_are_five_in_order_of_strictness()
    {
        Assert.Equal(["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"], TlpLabels.All);
        Assert.True(Tlp.Clear < Tlp.Green && Tlp.Green < Tlp.Amber && Tlp.Amber < Tlp.AmberStrict && Tlp.AmberStrict < Tlp.Red);
        Assert.Equal(TlpLabels.All, Enum.GetValues<Tlp>().Order().Select(t => t.Label()));
    }

    public static TheoryData<string> NotALabel =>
        ["\"red\"", "\"Red\"", "\"PURPLE\"", "\"WHITE\"", "\"TLP:CLEAR\"", "\"CLEAR \"", "\" CLEAR\"", "\"\"", "\"AMBER STRICT\"", "\"AMBER-STRICT\"", "\"ＣＬＥＡＲ\"", "\"-4\"", "null", "-4", "0", "1.5", "true", "[]", "[\"CLEAR\"]", "{}", "{\"a\": {\"b\": \"CLEAR\"}}"];

    [Theory]
    [MemberData(nameof(NotALabel))]
    public void What_is_no_label_reads_RED_on_the_bus(string json)
    {
        Assert.Equal(Tlp.Red, JsonSerializer.Deserialize<Tlp>(json));
        Assert.Equal((Tlp.Red, 7), Read<ReportSubmitted>($$"""{"RequestedTlp": {{json}}, "ReportId": "{{Guid.Empty}}", "Version": 7, "Case": {"Sealed": ""} }""") is var m ? (m.RequestedTlp, m.Version) : default);
    }

    [Theory]
    [MemberData(nameof(NotALabel))]
    public void What_is_no_label_is_refused_at_the_edge(string json)
    {
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Tlp>(json, AtTheEdge));
        if (json != "null") Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Tlp?>(json, AtTheEdge));
    }

    [Fact]
    public void A_label_that_is_missing_reads_RED()
    {
        var classified = Read<ReportClassified>($$"""{"ReportId": "{{Guid.Empty}}", "Version": 1, "Reasons": [{"Rule": "x", "Raises": "both", "Ja": "", "En": ""}], "Case": {"Sealed": ""} }""");

        Assert.Equal((Tlp.Red, Tlp.Red, Tlp.Red), (classified.Original, classified.Ceiling, classified.Reasons[0].Tlp));
        Assert.Equal(Tlp.Red, Read<FlashReady>($$"""{"SourceId": "{{Guid.Empty}}", "ReportVersion": 1, "Audience": [], "Flash": {"Kind": "", "Events": [], "Causes": [], "Indicators": []} }""").Tlp);
    }

    [Fact]
    public void What_was_never_set_is_RED()
    {
        Assert.Equal(Tlp.Red, default(Tlp));
        Assert.Equal(Tlp.Red, Enumerable.Repeat<Tlp>(default, 1).Single());
    }

    [Fact]
    public void A_value_outside_the_enum_is_written_RED() => Assert.All(new[] { 1, 7, -5, int.MinValue, int.MaxValue }, value => Assert.Equal("RED", ((Tlp)value).Label()));

    [Fact]
    public void No_text_but_the_five_is_a_label() =>
        Check.One(Seeded.Cases(), Prop.ForAll<NonNull<string>>(text => TlpLabels.All.Contains(text.Get) || (TlpLabels.Parse(text.Get) is null && TlpLabels.ParseOrRed(text.Get) == Tlp.Red)));

    [Fact]
    public void The_stricter_of_two_is_either_and_never_less_strict_than_one() => Check.One(Seeded.Cases(), Prop.ForAll(
        (from one in Gen.Elements(Enum.GetValues<Tlp>()) from other in Gen.Elements(Enum.GetValues<Tlp>()) select (one, other)).ToArbitrary(),
        pair => TlpLabels.Stricter(pair.one, pair.other) is var stricter && (stricter == pair.one || stricter == pair.other) && stricter >= pair.one && stricter >= pair.other));

    static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
