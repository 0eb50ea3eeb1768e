namespace Ceptoar.Anonymisation.Recognisers;

static class Limits
{
    /// <summary>One match of one expression. Running out of it makes the report not releasable.</summary>
    public const int RegexMilliseconds = 2_000;

    public static readonly TimeSpan Regex = TimeSpan.FromMilliseconds(RegexMilliseconds);

    /// <summary>UTF-16 units of one field.</summary>
    public const int LongestText = 200_000;

    /// <summary>UTF-16 units of one indicator.</summary>
    public const int LongestIndicator = 2_000;
}
