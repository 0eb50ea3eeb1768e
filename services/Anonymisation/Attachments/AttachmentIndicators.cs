using Ceptoar.Contracts;
using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>How indicators of files stand in a flash: among the report's, in the order of all, as many as there is room for.</summary>
public static class AttachmentIndicators
{
    /// <returns>The flash with them, and which of them were not in it before.</returns>
    public static (Flash Flash, FlashIndicator[] Joined) Join(Flash flash, IEnumerable<FlashIndicator> ofFiles, int most)
    {
        FlashIndicator[] joined = [.. ofFiles.Distinct().Except(flash.Indicators).OrderBy(Rank).ThenBy(i => i.Value, StringComparer.Ordinal).Take(Math.Max(0, most - flash.Indicators.Length))];
        return (flash with { Indicators = [.. flash.Indicators.Concat(joined).OrderBy(Rank).ThenBy(i => i.Value, StringComparer.Ordinal)] }, joined);
    }

    /// <summary>The flash as it was before they joined it.</summary>
    public static Flash Without(Flash flash, FlashIndicator[] joined) => flash with { Indicators = [.. flash.Indicators.Except(joined)] };

    static int Rank(FlashIndicator indicator) => Taxonomy.IndicatorTypes.TakeWhile(code => code.Value != indicator.Type).Count();
}
