using System.Globalization;
using Ceptoar.Anonymisation.Recognisers;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>Labels of one case, counted by first appearance: they tell the kind of what was removed and nothing else of it.</summary>
sealed class Placeholders(string language)
{
    static readonly Dictionary<string, (string Ja, string En)> Words = new()
    {
        [FindingTypes.Organisation] = ("組織", "ORG"),
        [FindingTypes.Person] = ("人物", "PERSON"),
        [FindingTypes.System] = ("システム", "SYSTEM"),
        [FindingTypes.Vendor] = ("ベンダー", "VENDOR"),
        [FindingTypes.Place] = ("拠点", "PLACE"),
        [FindingTypes.Address] = ("アドレス", "ADDRESS"),
        [FindingTypes.Email] = ("メール", "EMAIL"),
        [FindingTypes.Phone] = ("電話", "PHONE"),
        [FindingTypes.Domain] = ("ドメイン", "DOMAIN"),
        [FindingTypes.Host] = ("ホスト", "HOST"),
        [FindingTypes.Url] = ("URL", "URL"),
        [FindingTypes.Number] = ("番号", "NUMBER"),
        [FindingTypes.Secret] = ("秘密情報", "SECRET"),
        [FindingTypes.Other] = ("非公開", "WITHHELD"),
    };

    readonly Dictionary<(string Type, string Identity), int> ordinals = [];
    readonly Dictionary<string, int> last = [];
    readonly Dictionary<string, int> shortForms = [];

    public static IEnumerable<string> AllWords => Words.Values.SelectMany(w => new[] { w.Ja, w.En });

    /// <summary>The label of an identity, new or as it was given before. A family name alone is the person met before.</summary>
    public string For(string type, string identity)
    {
        var (ja, en) = Words[type];
        var english = language.StartsWith("en", StringComparison.Ordinal);
        var word = english ? en : ja;
        if (type is FindingTypes.Secret) return $"[{word}]";

        if (!ordinals.TryGetValue((type, identity), out var ordinal))
        {
            ordinal = SamePerson(type, identity) ?? (last[type] = last.GetValueOrDefault(type) + 1);
            ordinals[(type, identity)] = ordinal;
            RememberShortForms(type, identity, ordinal);
        }

        var name = type == FindingTypes.Organisation ? Letters(ordinal) : ordinal.ToString(CultureInfo.InvariantCulture);
        return english ? $"[{word}-{name}]" : $"[{word}{name}]";
    }

    /// <summary>The person of whom this is a longer or a shorter form.</summary>
    int? SamePerson(string type, string identity)
    {
        if (type != FindingTypes.Person) return null;
        if (shortForms.TryGetValue(identity, out var longer)) return longer;

        for (var length = identity.Length - 1; length > 0; length--)
        {
            if (ordinals.TryGetValue((type, identity[..length]), out var shorter)) return shorter;
        }

        return null;
    }

    void RememberShortForms(string type, string identity, int ordinal)
    {
        if (type != FindingTypes.Person) return;

        for (var length = identity.Length - 1; length > 0; length--) shortForms.TryAdd(identity[..length], ordinal);
    }

    /// <summary>A … Z, AA, AB …</summary>
    static string Letters(int ordinal)
    {
        var letters = "";
        for (var rest = ordinal; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;

        return letters;
    }
}
