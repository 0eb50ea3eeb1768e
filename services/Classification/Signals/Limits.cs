namespace Ceptoar.Classification.Signals;

static class Limits
{
    /// <summary>One search of one expression. Running out of it fails closed (RED).</summary>
    public const int RegexMilliseconds = 2_000;
}
