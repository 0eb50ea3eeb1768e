using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Directory;

namespace Ceptoar.Classification.Labelling;

/// <summary>A change of labels as people see it. State: applied, awaiting, refused or overtaken. <c>Effects</c> says, of one that waits, what would become visible to whom: to those who may read the original, for the circles point to the reporter.</summary>
public record LabelChangeView(
    Guid Id, Guid ReportId, bool Drill, string State, Tlp FromOriginal, Tlp FromCeiling, Tlp ToOriginal, Tlp ToCeiling, string Reason, bool AskedBySource,
    DateTimeOffset AskedAt, DateTimeOffset? ConsentedAt, DateTimeOffset? ApprovedAt, IReadOnlyList<LabelEffect> Effects)
{
    public static LabelChangeView Of(LabelChange change, string reason, CaseFile? report, LabelDecision label, DirectorySnapshot directory) => new(
        change.Id, change.ReportId, label.DrillId is not null, change.State, change.FromOriginal, change.FromCeiling, change.ToOriginal, change.ToCeiling, reason, change.AskedBySource,
        change.AskedAt, change.ConsentedAt, change.ApprovedAt,
        report is not null && change.State == LabelChange.Awaiting && change.ReportVersion == label.Version ? LabelEffect.Of(change, report, directory) : []);
}

/// <summary>What lowering a label makes visible.</summary>
/// <param name="What">original or rendition.</param>
/// <param name="Organisations">How many organisations may then see it.</param>
public record LabelEffect(string What, int Organisations, string Ja, string En)
{
    public static IReadOnlyList<LabelEffect> Of(LabelChange change, CaseFile report, DirectorySnapshot directory) => [.. Original(change, report, directory), .. Rendition(change, report, directory)];

    static IEnumerable<LabelEffect> Original(LabelChange change, CaseFile report, DirectorySnapshot directory)
    {
        if (change.ToOriginal >= change.FromOriginal) yield break;

        var readers = SourceVisibilityRules.ReadersOf(report.SourceVisibility, report.OrganisationId, directory).Select(id => directory.Active(id)?.Name).OfType<string>().ToArray();
        var names = string.Join("、", readers);
        yield return change.FromOriginal == Tlp.Red && readers.Length > 0
            ? new("original", readers.Length, $"原文と提供元を、貴組織が開示先とした {names} が読めるようになります。", $"Those whom you let read the original and its source can do so: {names}.")
            : new("original", readers.Length, "原文を読める組織は変わりません。", "Nobody more can read the original.");
    }

    /// <summary>What its recipients may do with it.</summary>
    static (string Ja, string En) Onward(Tlp tlp) => tlp switch
    {
        Tlp.Clear => ("受信者はこれを公開できます。", "Its recipients may make it public."),
        Tlp.Green => ("受信者はこれをコミュニティ全体と共有できます。", "Its recipients may share it with the whole community."),
        Tlp.Amber => ("受信者はこれを、知る必要のある自組織と顧客に共有できます。", "Its recipients may share it with those of their organisation and clients who need to know."),
        _ => ("受信者はこれを自組織の外に共有できません。", "Its recipients may not share it outside their organisation."),
    };

    static IEnumerable<LabelEffect> Rendition(LabelChange change, CaseFile report, DirectorySnapshot directory)
    {
        if (change.ToCeiling >= change.FromCeiling) yield break;

        var (before, after) = (Recipients(change.FromCeiling), Recipients(change.ToCeiling));
        var groups = string.Join("、", report.Audience.Select(id => directory.Groups.GetValueOrDefault(id)?.Name).OfType<string>());
        yield return new(
            "rendition", after,
            $"匿名化した内容を、宛先({groups})の {after} 組織が TLP:{change.ToCeiling.Label()} として読めるようになります(現在 {before} 組織)。{Onward(change.ToCeiling).Ja}",
            $"The anonymised text can be read as TLP:{change.ToCeiling.Label()} by the {after} organisations of its audience ({before} now). {Onward(change.ToCeiling).En}");

        int Recipients(Tlp tlp) => AudienceRules.Recipients(tlp, report.Audience, directory).Count;
    }
}
