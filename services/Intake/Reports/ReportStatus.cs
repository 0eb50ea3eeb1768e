namespace Ceptoar.Intake.Reports;

/// <summary>Where the narrative of a report stands.</summary>
public enum ReportStatus
{
    Received,
    Classified,
    AwaitingApproval,
    Approved,
    Released,
    Refused,
    Blocked,
    Withdrawn,
}

/// <summary>The spelling of a status on the wire and in the database.</summary>
public static class ReportStatuses
{
    public static string Text(this ReportStatus status) => char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];

    public static ReportStatus Parse(string text) => Enum.Parse<ReportStatus>(text, ignoreCase: true);
}
