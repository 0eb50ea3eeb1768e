using Ceptoar.Contracts.Registry;
using Ceptoar.Directory;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Distribution.Audiences;

/// <summary>What an author should think over before it releases. Numbers only, never who.</summary>
/// <param name="Code">largerThanUsual, ministryIncluded, unreachable, noChannel or smallCircle.</param>
/// <param name="Message">In the caller's language.</param>
/// <param name="Count">Of how many organisations, or of RED people, it speaks.</param>
public sealed record AudienceWarning(string Code, string Message, int Count);

public static class AudienceWarnings
{
    /// <summary>Fewer operators than this, and who is meant, or who told, can be guessed.</summary>
    public const int SmallCircle = 5;

    /// <summary>Fewer advisories than this are no habit.</summary>
    const int Habit = 3;

    /// <param name="recipients">Everyone it goes to.</param>
    /// <param name="gone">How many organisations its groups name that have left.</param>
    /// <param name="earlier">To how many each of the author's latest advisories went.</param>
    /// <param name="withoutChannel">How many recipients have no mail address, number or webhook beside the hub.</param>
    public static IEnumerable<AudienceWarning> Of(IReadOnlyCollection<DirectoryOrganisation> recipients, int gone, IReadOnlyCollection<int> earlier, int withoutChannel = 0)
    {
        if (earlier.Count >= Habit && recipients.Count > 2 * earlier.Max())
        {
            yield return new("largerThanUsual", Problems.Say("これまでの情報提供の2倍を超える宛先です。", "More than twice as many recipients as this author's earlier advisories."), recipients.Count);
        }

        if (recipients.Count(r => r.Kind == "ministry") is > 0 and var ministries)
        {
            yield return new("ministryIncluded", Problems.Say("所管省庁が宛先に含まれます。", "A ministry is among the recipients."), ministries);
        }

        if (gone + recipients.Count(r => r.HandlingRulesVersion != HandlingRules.Current) is > 0 and var unreachable)
        {
            yield return new("unreachable", Problems.Say("取扱いルールを承諾していない、または離脱したため、読めない組織があります。", "Organisations that cannot read it: they have not accepted the handling rules, or have left."), unreachable);
        }

        if (withoutChannel > 0)
        {
            yield return new("noChannel", Problems.Say("ハブ以外の連絡手段（メール、電話、Webhook）が登録されていない組織があります。", "Organisations with no way to reach them beside the hub: no mail address, no number, no webhook."), withoutChannel);
        }

        if (recipients.Count(r => r.Kind == "operator") is > 0 and < SmallCircle and var operators)
        {
            yield return new("smallCircle", Problems.Say("宛先の事業者が少なく、情報の出所が推測されるおそれがあります。", "So few operators that the source could be guessed."), operators);
        }
    }

    /// <summary>Of RED, which goes to people: by nothing but the hub.</summary>
    public static IEnumerable<AudienceWarning> OfPeople(int people)
    {
        if (people > 0) yield return new("noChannel", Problems.Say("TLP:RED は、ハブ以外の手段（メール、電話、Webhook）では届きません。本人がハブを開くまで気付きません。", "TLP:RED leaves the hub by no other way: nobody notices it until they open the hub."), people);
        if (people is > 0 and < SmallCircle) yield return new("smallCircle", Problems.Say("名指しした人が少なく、情報の出所が推測されるおそれがあります。", "So few people that the source could be guessed."), people);
    }
}
