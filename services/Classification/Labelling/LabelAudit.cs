using Ceptoar.Contracts;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.SignIn;

namespace Ceptoar.Classification.Labelling;

/// <summary>Records what people do with labels. The trail learns of the source's own acts nothing, of a ministry's not of which report: whose ministry acts would narrow down who reported it (I4).</summary>
static class LabelAudit
{
    public static void AuditLabel(this ClassificationDb db, Code action, LabelDecision label, Caller caller, bool source, string detail)
    {
        if (source) db.AuditOwnReport(action, label.ReportId, detail);
        else db.Audit(action, $"report/{label.ReportId}", detail, tellsItem: !caller.Is(Role.Liaison));
    }
}
