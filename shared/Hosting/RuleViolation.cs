namespace Ceptoar.Hosting;

/// <summary>A rule of the domain says no: 409 at the HTTP edge. The sentences name no content.</summary>
public sealed class RuleViolation(string ja, string en) : Exception(en)
{
    public string Ja { get; } = ja;
    public string En { get; } = en;
}
