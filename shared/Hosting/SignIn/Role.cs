namespace Ceptoar.Hosting.SignIn;

/// <summary>What a signed-in person or system may be (DESIGN: roles come with the organisation).</summary>
public static class Role
{
    public const string Operator = "operator";

    /// <summary>Keeps the people, contacts and entries of the own organisation.</summary>
    public const string Manager = "manager";

    /// <summary>A partner or observer: receives and confirms.</summary>
    public const string Observer = "observer";
    public const string Secretariat = "secretariat";
    public const string Liaison = "liaison";
    public const string Analyst = "analyst";
    public const string Approver = "approver";
    public const string Controller = "controller";
    public const string Administrator = "administrator";
    public const string Auditor = "auditor";

    public static IReadOnlyList<string> All { get; } = [Operator, Manager, Observer, Secretariat, Liaison, Analyst, Approver, Controller, Administrator, Auditor];
}
