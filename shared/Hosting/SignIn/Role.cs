namespace Ceptoar.Hosting.SignIn;

/// <summary>What a signed-in person or system may be (DESIGN: roles come with the organisation).</summary>
public static class Role
{
    public const string Operator = "operator";
    public const string Secretariat = "secretariat";
    public const string Liaison = "liaison";
    public const string Analyst = "analyst";
    public const string Approver = "approver";
    public const string Controller = "controller";
    public const string Administrator = "administrator";
    public const string Auditor = "auditor";

    public static IReadOnlyList<string> All { get; } = [Operator, Secretariat, Liaison, Analyst, Approver, Controller, Administrator, Auditor];
}
