namespace Ceptoar.Registry.Organisations;

/// <summary>What an organisation is to the hub.</summary>
public static class OrganisationKind
{
    public const string Operator = "operator";
    public const string Secretariat = "secretariat";
    public const string Ministry = "ministry";
    public const string Centre = "centre";
    public const string Partner = "partner";
    public const string Observer = "observer";

    public static IReadOnlyList<string> All { get; } = [Operator, Secretariat, Ministry, Centre, Partner, Observer];
}
